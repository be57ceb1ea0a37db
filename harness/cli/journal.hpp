// The records of a run on disk as soon as they are there, so that a run that is cut short, by
// whatever, keeps what it has found.
// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <string>

#include "reports/report.hpp"

namespace afresh::cli {

/// `FILE.part` beside a report that is being made: JSON lines, first the environment, then a record
/// each, in the order in which they were done and before they were confirmed in a cold process. An
/// earlier one is replaced, an earlier report is not touched.
class Journal {
 public:
  Journal(const std::string& report_path, const Environment& environment);

  /// On disk, but for a crash of the machine, when this returns.
  void add(const Record& record);
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Whether all that was added could be written.
  [[nodiscard]] bool is_complete() const { return file_.good(); }

  /// Remove it: the report is there, or there is nothing in it.
  void discard();

 private:
  std::string path_;
  std::ofstream file_;
};

}  // namespace afresh::cli
