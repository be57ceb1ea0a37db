// The memory that a coordinator and its worker share: the request goes in, events come out.
// Made before any fork, so that it outlives closed descriptors, crashes and `os._exit`.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

#include "harness/wire/messages.hpp"

namespace afresh::wire {

inline constexpr std::size_t kMappingBytes = std::size_t{512}
                                             << 20;  ///< sparse: only what is used is there
inline constexpr std::size_t kRequestBytes = std::size_t{64} << 20;

/// One mapping. Neither end owns the file behind it; the mapping is unmapped on destruction.
class Mapping {
 public:
  /// Map `fd` (a memory file of `kMappingBytes`). Throws `std::system_error`.
  explicit Mapping(int fd);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  /// A new anonymous memory file of the right size, which nobody can change (a shorter one would
  /// end whoever reads past its end); the caller owns the descriptor.
  static int make_file();

  /// Coordinator: put a request and forget earlier events. Throws `std::length_error` when too
  /// large.
  void set_request(const Request& request);
  [[nodiscard]] std::string_view request() const;

  /// Agent: append and commit one event. Throws `std::length_error` when there is no room left: a
  /// trial whose record has a gap must not end as if it had none.
  void commit(const Event& event);
  /// The events committed so far.
  [[nodiscard]] std::string_view events() const;

  /// Give all memory behind it back; what was in it reads as zeros.
  void forget();

  /// The worker's own record of whether a process handed over (outside the event stream, so that
  /// the supervisor needs to decode nothing).
  void set_handover(bool is_requested);
  [[nodiscard]] bool handover_requested() const;

 private:
  struct Header {
    std::atomic<std::uint64_t> request_size;
    std::atomic<std::uint64_t> committed;
    std::atomic<std::uint32_t> handover;
  };
  [[nodiscard]] Header* header() const { return reinterpret_cast<Header*>(base_); }
  [[nodiscard]] char* request_area() const;
  [[nodiscard]] char* event_area() const;
  [[nodiscard]] static std::size_t event_capacity();

  char* base_ = nullptr;
};

}  // namespace afresh::wire
