// All that `check` has to tell of one add-on, as one plain value. The writers beside this file only
// read it. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/diagnosis/diagnose.hpp"
#include "harness/diagnosis/recommend.hpp"
#include "reports/report.hpp"

namespace afresh {

struct CheckReport {
  std::string addon;  ///< its name
  std::string path;   ///< as the user knows it
  std::size_t files = 0;
  std::string host;       ///< `plain`, `bpy`
  std::string host_note;  ///< why that one, and how to get another; empty where the user said so
  std::string edit;       ///< one sentence about what stood for the edit
  double seconds = 0;
  bool is_leftovers_only = false;
  bool are_ways_chosen = false;  ///< the user named the strategies
  Report report;                 ///< what was judged
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> judged;  ///< strategies that refused nothing
  Recommendation recommendation;
  int mended = 0;  ///< diagnostics of the baseline that are there no more
};

/// How many of what.
struct CheckCounts {
  int errors = 0;  ///< that nobody accepted or knew
  int warnings = 0;
  int accepted = 0;
  int known = 0;
  int untold = 0;  ///< warnings about ways that fail anyway
};

/// The diagnostics that a writer tells, in their order: new ones, and with `is_verbose` also those
/// about ways that fail anyway. Borrowed from the report.
[[nodiscard]] std::vector<const Diagnostic*> told_diagnostics(const CheckReport& report,
                                                              bool is_verbose);
[[nodiscard]] CheckCounts count_diagnostics(const CheckReport& report, bool is_verbose);

/// Why nothing can be said of an aspect, where it is *unknown* under every strategy that was judged
/// in it; empty where something can.
struct Unjudged {
  Aspect aspect{};
  Reason reason;
};
[[nodiscard]] std::vector<Unjudged> unjudged_aspects(const CheckReport& report);

}  // namespace afresh
