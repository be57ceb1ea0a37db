// Where a worker is: what its sandbox gave it. As words it is handed to another program that goes
// on in the same process. SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

namespace afresh::worker {

struct WorkerEnvironment {
  std::string scratch;  ///< the folder with `addons`, `home` and `tmp` in it
  /// Paths of the disks of its own, with ':' between them; empty: the scratch is a folder among
  /// those of others.
  std::string disks;
  bool owns_processes = false;  ///< of a process namespace; System V IPC is its own then too
  int niceness = 0;             ///< of the caller: what trials run with
  bool owns_user = false;       ///< the kernel counts its processes apart from the user's others
  int last_pid = -1;  ///< a number written to it precedes the next process's; with `owns_processes`

  friend bool operator==(const WorkerEnvironment&, const WorkerEnvironment&) = default;
};

/// As words `key=value`, and back: as `encode_options` does it.
[[nodiscard]] std::vector<std::string> encode_environment(const WorkerEnvironment& environment);
[[nodiscard]] WorkerEnvironment decode_environment(std::span<const char* const> words);

/// The variables that every trial has, the same whatever the caller's are.
void set_variables(const WorkerEnvironment& environment);

}  // namespace afresh::worker
