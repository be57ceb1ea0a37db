// Everything that trials can write to: every trial sees the same fixed path and finds it empty, and
// nothing of it is left when the worker ends, however it ends.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/worker/sandbox.hpp"

namespace afresh::worker {

class Scratch {
 public:
  /// Disks of this process's own, with the scratch in the first of them. `owns_ipc`: so are System
  /// V shared memory, semaphores and queues.
  Scratch(std::vector<PrivateDisk> disks, bool owns_ipc);
  /// A folder among those of others, made where it is missing and removed by the worker's guard.
  explicit Scratch(std::string folder);

  /// The folder with `addons`, `home` and `tmp` in it.
  [[nodiscard]] const std::string& root() const { return root_; }

  [[nodiscard]] bool is_own() const { return !disks_.empty(); }

  /// Empty everything, and make `home` the current folder. Allocates nothing: a zygote's heap must
  /// look alike before every trial. However much a trial left, it takes only milliseconds.
  void clear() const;

 private:
  std::vector<PrivateDisk> disks_;
  std::string root_;
  std::string home_;
  bool owns_ipc_ = false;
};

}  // namespace afresh::worker
