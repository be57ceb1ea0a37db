// SPDX-License-Identifier: MIT
#include "harness/cli/descriptor_stream.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace afresh::cli {
namespace {

bool write_all(int fd, std::string_view rest) {
  while (!rest.empty()) {
    const ssize_t written = write(fd, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Whoever shares this end may have made it one that does not wait.
      pollfd end{.fd = fd, .events = POLLOUT, .revents = 0};
      poll(&end, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this == &other) return *this;
  if (fd_ >= 0) close(fd_);
  fd_ = other.release();
  return *this;
}

int Descriptor::release() { return std::exchange(fd_, -1); }

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type letter) {
  if (sync() != 0) return traits_type::eof();
  if (traits_type::eq_int_type(letter, traits_type::eof())) return traits_type::not_eof(letter);
  return sputc(traits_type::to_char_type(letter));
}

int DescriptorBuffer::sync() {
  const bool is_written = write_all(fd_, {pbase(), pptr()});
  if (!is_written && error_ == 0) error_ = errno;
  setp(buffer_.begin(), buffer_.end());
  return is_written ? 0 : -1;
}

}  // namespace afresh::cli
