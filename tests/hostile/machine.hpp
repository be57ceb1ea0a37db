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
/// Those namespaces, as the kernel names them.
[[nodiscard]] std::set<std::string> namespaces_around(const std::string& mark);
[[nodiscard]] std::set<pid_t> processes_in(const std::set<std::string>& namespaces);

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
