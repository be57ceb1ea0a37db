// Report → JUnit XML, which build servers show as tests: one a case and aspect.
// Must be well-formed whatever bytes an add-on's text holds, and never show unknown as a pass.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "reports/report.hpp"

namespace afresh {

/// A `testsuite` for each strategy (and host, where there are several) with a `testcase` for each
/// aspect that was judged of each case: `classname` the strategy, `name` `CASE · ASPECT`. What
/// fails has a `failure` with its kinds as `type`, the sentence that proves it as `message`, and
/// the command that replays it; what is unknown or refused is `skipped` with the reason. No times:
/// equal records give equal files. https://github.com/testmoapp/junitxml
void write_junit(std::ostream& out, const Report& report);

}  // namespace afresh
