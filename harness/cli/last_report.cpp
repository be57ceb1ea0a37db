// SPDX-License-Identifier: MIT
#include "harness/cli/last_report.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <ostream>

#include "harness/cli/differences.hpp"
#include "harness/cli/output_file.hpp"
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
  const auto not_kept = [](const std::string& why) {
    return Error{"the report is not kept for 'why': " + why};
  };
  const std::string path = last_report_path();
  if (path.empty()) return not_kept("this user has no home; XDG_STATE_HOME names one");
  if (!make_private_folders(fs::path(path).parent_path()))
    return not_kept(fmt::format("{}: {}", path, std::strerror(errno)));
  // The place is this program's own: it follows no link that was laid there.
  std::error_code ignored;
  if (fs::is_symlink(path, ignored)) fs::remove(path, ignored);
  Result<OutputFile> file = OutputFile::open("the last report", path, 0600);
  if (!file) return not_kept(file.error().message);
  if (auto error = file->write([&](std::ostream& out) { write_json(out, report); }))
    return not_kept(error->message);
  return {};
}

}  // namespace afresh::cli
