// One case, told in full: its story and steps, then each strategy's verdicts and findings, held
// against what the case states.
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// One strategy's verdicts and findings.
void write_record(std::ostream& out, const Record& record, bool colour);

/// Returns whether every verdict that the case states for these records holds.
bool write_replay(std::ostream& out, const Case& a_case, const std::vector<Record>& records,
                  bool colour);

/// One line for each stated verdict of the record's strategy that does not hold:
/// `fresh: stated fail(stale-code), was pass`. An aspect that was not judged reads `absent`.
[[nodiscard]] std::vector<std::string> broken_statements(const Case& a_case, const Record& record);

/// `fail(stale-code,stale-value)`, `pass`: a record's answer as a `verdict` line states it.
[[nodiscard]] std::string stated_form(const Record& record, Aspect aspect);

}  // namespace afresh
