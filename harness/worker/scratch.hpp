// Everything that trials can write to: every trial sees the same fixed path and finds it empty, and
// nothing of it is left when the worker ends, however it ends.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/worker/sandbox.hpp"
#include "harness/worker/worker_environment.hpp"

namespace afresh::worker {

class Scratch {
 public:
  /// What is on the worker's disks now, and not in the scratch itself, was mounted for it to be
  /// read and stays. Where the worker has none, a folder among those of others, made where it is
  /// missing and removed by the worker's guard.
  explicit Scratch(const WorkerEnvironment& environment);

  [[nodiscard]] bool is_own() const { return !disks_.empty(); }

  /// Empty everything, and make `home` the current folder. Allocates nothing: a zygote's heap must
  /// look alike before every trial. However much a trial left, it takes only milliseconds.
  void clear() const;

 private:
  /// One of the worker's own, with the number of entries that stay on it.
  struct Disk {
    PrivateDisk disk;
    unsigned long kept = 0;
  };
  static void clear_disk(const Disk& disk);

  std::vector<Disk> disks_;
  std::string root_;
  std::string home_;
  bool owns_ipc_ = false;
};

}  // namespace afresh::worker
