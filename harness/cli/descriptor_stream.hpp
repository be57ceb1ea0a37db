// A stream of C++ over a file descriptor, which the standard library has none of.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <ostream>
#include <streambuf>

namespace afresh::cli {

/// Owns a file descriptor, or none (-1).
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int release();

  int fd_;
};

/// Waits where the other end is full. What could not be written makes the stream bad.
class DescriptorBuffer : public std::streambuf {
 public:
  /// The descriptor outlives it.
  explicit DescriptorBuffer(int fd) : fd_(fd) { setp(buffer_.begin(), buffer_.end()); }

  /// Why the first thing that could not be written could not; 0: all could.
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type letter) override;
  int sync() override;

 private:
  int fd_;
  int error_ = 0;
  std::array<char, 65536> buffer_{};
};

class DescriptorStream : public std::ostream {
 public:
  explicit DescriptorStream(int fd) : std::ostream(nullptr), buffer_(fd) { rdbuf(&buffer_); }
  [[nodiscard]] int error() const { return buffer_.error(); }

 private:
  DescriptorBuffer buffer_;
};

}  // namespace afresh::cli
