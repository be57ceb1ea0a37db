// SPDX-License-Identifier: MIT
#include "harness/wire/mapping.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace afresh::wire {
namespace {

constexpr std::size_t kHeaderBytes = 4096;

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

Mapping::Mapping(int fd) {
  void* base = mmap(nullptr, kMappingBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (base == MAP_FAILED) throw_errno("mapping the shared memory of a worker");
  base_ = static_cast<char*>(base);
}

Mapping::~Mapping() { munmap(base_, kMappingBytes); }

int Mapping::make_file() {
  int fd = memfd_create("afresh", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0 || ftruncate(fd, static_cast<off_t>(kMappingBytes)) != 0 ||
      fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    throw_errno("making the shared memory of a worker");
  }
  return fd;
}

char* Mapping::request_area() const { return base_ + kHeaderBytes; }
char* Mapping::event_area() const { return base_ + kHeaderBytes + kRequestBytes; }
std::size_t Mapping::event_capacity() { return kMappingBytes - kHeaderBytes - kRequestBytes; }

void Mapping::set_request(const Request& request) {
  std::string bytes = encode(request);
  if (bytes.size() > kRequestBytes) throw std::length_error("a request larger than its room");
  std::memcpy(request_area(), bytes.data(), bytes.size());
  header()->committed = 0;
  header()->handover = 0;
  header()->request_size = bytes.size();
}

std::string_view Mapping::request() const {
  return {request_area(), std::min<std::size_t>(header()->request_size, kRequestBytes)};
}

void Mapping::commit(const Event& event) {
  std::string bytes = encode(event);
  std::uint64_t end = header()->committed;
  if (bytes.size() > event_capacity() || end > event_capacity() - bytes.size()) {
    throw std::length_error("the record of a trial is larger than its room");
  }
  std::memcpy(event_area() + end, bytes.data(), bytes.size());
  header()->committed.store(end + bytes.size(), std::memory_order_release);
}

std::string_view Mapping::events() const {
  std::uint64_t committed = header()->committed.load(std::memory_order_acquire);
  return {event_area(), std::min<std::size_t>(committed, event_capacity())};
}

void Mapping::forget() { madvise(base_, kMappingBytes, MADV_REMOVE); }

void Mapping::set_handover(bool is_requested) { header()->handover = is_requested ? 1 : 0; }
bool Mapping::handover_requested() const { return header()->handover == 1; }

}  // namespace afresh::wire
