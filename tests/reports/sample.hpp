// A small report made by hand, with one of everything that a writer must show, and the golden
// texts. SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "reports/report.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/said.hpp"

namespace afresh::sample {

/// Three scenarios × three strategies on one host: all pass, some refused and unknown, all fail.
Report scenarios();

/// The same, and two generated cases; `reload-top` fails both of them.
Report with_generated();

/// One trial whose every text is markup, control characters and bytes that are not UTF-8.
Report hostile();

}  // namespace afresh::sample
