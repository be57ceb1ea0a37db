// What can be seen of the machine from outside of afresh: processes, and files by name and time.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace afresh::testing {

/// The processes with `mark` on their command line, and all that share a process namespace with one
/// of them and not with the caller.
[[nodiscard]] std::set<pid_t> processes_around(const std::string& mark);

/// Process namespaces that were met over time. They are held open: the kernel gives the name of one
/// that is gone to the next, which may be anybody's.
class Namespaces {
 public:
  Namespaces() = default;
  ~Namespaces();
  Namespaces(const Namespaces&) = delete;
  Namespaces& operator=(const Namespaces&) = delete;

  /// Those of processes with `mark` on their command line, but for the caller's own.
  void add_around(const std::string& mark);
  [[nodiscard]] bool empty() const { return held_.empty(); }
  [[nodiscard]] std::set<pid_t> processes() const;

 private:
  std::map<std::string, int> held_;  ///< by the kernel's name, the descriptor that holds it
};

/// Whether each has ended, now or within this time.
[[nodiscard]] bool have_ended(const std::set<pid_t>& processes, int within_ms);

/// Everything below some folders, with its time of modification. What changes by itself is left
/// out: `build` and `.git`.
using Files = std::map<std::filesystem::path, std::filesystem::file_time_type>;
[[nodiscard]] Files files_below(const std::set<std::filesystem::path>& folders);

/// The paths that are in one of them alone, or with another time.
[[nodiscard]] std::set<std::filesystem::path> changed(const Files& before, const Files& after);

/// Look until it holds or a minute has passed; whether it holds.
[[nodiscard]] bool eventually(const std::function<bool()>& holds);

}  // namespace afresh::testing
