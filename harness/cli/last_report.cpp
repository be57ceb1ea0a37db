// SPDX-License-Identifier: MIT
#include "harness/cli/last_report.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "harness/cli/differences.hpp"
#include "reports/json.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

/// An absolute folder out of the environment; the specification says to ignore any other.
std::string folder_in(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value == '/' ? value : "";
}

std::string home() {
  if (std::string folder = folder_in("HOME"); !folder.empty()) return folder;
  const passwd* user = getpwuid(getuid());
  return user != nullptr && user->pw_dir != nullptr && *user->pw_dir == '/' ? user->pw_dir : "";
}

/// Makes the folder and those above it, each for this user alone where it is new.
bool make_private_folders(const fs::path& folder) {
  fs::path made;
  for (const fs::path& part : folder) {
    made /= part;
    if (mkdir(made.c_str(), 0700) != 0 && errno != EEXIST && !fs::is_directory(made)) return false;
  }
  return true;
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A new file of a name that nobody else has, with mode 0600, which takes the place of the old one.
bool replace_file(const fs::path& path, std::string_view text) {
  std::string unfinished = path.string() + ".XXXXXX";
  int descriptor = mkstemp(unfinished.data());
  if (descriptor < 0) return false;
  bool is_written = write_all(descriptor, text);
  bool is_closed = close(descriptor) == 0;
  if (is_written && is_closed && rename(unfinished.c_str(), path.c_str()) == 0) return true;
  int reason = errno;
  unlink(unfinished.c_str());
  errno = reason;
  return false;
}

}  // namespace

std::string last_report_path() {
  std::string state = folder_in("XDG_STATE_HOME");
  if (state.empty() && !home().empty()) state = home() + "/.local/state";
  return state.empty() ? "" : state + "/afresh/last-report.json";
}

Result<Report> asked_report(const std::optional<std::string>& path, const std::string& how) {
  if (path) return read_report(*path);
  const std::string last = last_report_path();
  std::error_code ignored;
  if (last.empty() || !std::filesystem::exists(last, ignored)) {
    return Error{
        "no comparison was run yet; expected one by 'afresh compare', or a report of one with " +
        how};
  }
  return read_report(last);
}

std::optional<Error> keep_last_report(const Report& report) {
  const std::string path = last_report_path();
  if (path.empty())
    return Error{
        "the report is not kept for 'why': this user has no home; XDG_STATE_HOME names one"};
  std::ostringstream text;
  write_json(text, report);
  if (make_private_folders(fs::path(path).parent_path()) && replace_file(path, text.view()))
    return {};
  return Error{fmt::format("the report is not kept for 'why': {}: {}", path, std::strerror(errno))};
}

}  // namespace afresh::cli
