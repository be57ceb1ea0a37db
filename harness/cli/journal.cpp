// SPDX-License-Identifier: MIT
#include "harness/cli/journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "harness/cli/unpredictable_name.hpp"
#include "reports/json.hpp"

namespace afresh::cli {
namespace {

/// A new file beside the report; `path` is its name.
Descriptor new_file(const OutputFile& report, std::string& path) {
  if (report.is_stream()) return Descriptor();
  for (int i = 0; i < kNamesTried; ++i) {
    path = report.place() + "." + unpredictable_name() + ".part";
    Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file.is_open() || errno != EEXIST) return file;
  }
  return Descriptor();
}

}  // namespace

Journal::Journal(const OutputFile& report, const Environment& environment)
    : file_(new_file(report, path_)), out_(file_.get()) {
  if (!file_.is_open()) return;
  write_json_line(out_, environment);
  out_.flush();
}

void Journal::add(const Record& record) {
  if (!file_.is_open()) return;
  write_json_line(out_, record);
  out_.flush();
}

void Journal::discard() {
  if (file_.is_open()) unlink(path_.c_str());
}

}  // namespace afresh::cli
