// SPDX-License-Identifier: MIT
#include "harness/cli/journal.hpp"

#include <filesystem>
#include <system_error>

#include "reports/json.hpp"

namespace afresh::cli {

Journal::Journal(const std::string& report_path, const Environment& environment)
    : path_(report_path + ".part"), file_(path_, std::ios::binary) {
  write_json_line(file_, environment);
  file_.flush();
}

void Journal::add(const Record& record) {
  write_json_line(file_, record);
  file_.flush();
}

void Journal::discard() {
  file_.close();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace afresh::cli
