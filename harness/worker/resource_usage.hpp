// Counts what the processes of a trial take, where the kernel's own limits do not: RLIMIT_NPROC
// binds no root user, and RLIMIT_AS each process by itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "harness/values/limits.hpp"

namespace afresh::worker {

/// The processes of a process namespace, without its first. Allocates nothing.
class ResourceUsage {
 public:
  struct Bounds {
    int processes = kMaxProcesses;
    std::size_t bytes = kMaxMemoryBytes;
  };
  /// Of the namespace that /proc shows. Nothing is ever counted where `is_possible` is false.
  explicit ResourceUsage(bool is_possible) : ResourceUsage(is_possible, Bounds()) {}
  ResourceUsage(bool is_possible, Bounds bounds);
  ~ResourceUsage();
  ResourceUsage(const ResourceUsage&) = delete;
  ResourceUsage& operator=(const ResourceUsage&) = delete;

  [[nodiscard]] bool is_possible() const { return folder_ >= 0; }
  /// `kProcessLimitExceeded`, `kMemoryLimitExceeded` (values/limits.hpp), or 0 where all is within
  /// bounds.
  [[nodiscard]] std::int32_t excess() const;

 private:
  Bounds bounds_;
  int folder_ = -1;
};

}  // namespace afresh::worker
