// The records of a run on disk as soon as they are there, so that a run that is cut short, by
// whatever, keeps what it has found.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/cli/descriptor_stream.hpp"
#include "harness/cli/output_file.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

/// `FILE.0123456789abcdef.part` beside a report that is being made, of another name in each run:
/// JSON lines, first the environment, then a record each, in the order in which they were done and
/// before they were confirmed in a new process. Nothing that was there is touched. A report that
/// goes into a stream has no place beside it, and no journal.
class Journal {
 public:
  Journal(const OutputFile& report, const Environment& environment);

  /// On disk, but for a crash of the machine, when this returns.
  void add(const Record& record);
  /// Empty where there is none.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Whether all that was added could be written.
  [[nodiscard]] bool is_complete() const { return file_.is_open() && out_.good(); }

  /// Remove it: the report is there, or there is nothing in it.
  void discard();

 private:
  std::string path_;
  Descriptor file_;
  DescriptorStream out_;
};

}  // namespace afresh::cli
