// What `check` found in an add-on that forgets several things: one report for all its writers.
// SPDX-License-Identifier: MIT
#pragma once

#include "reports/check_report.hpp"

namespace afresh::sample {

/// A handler and two classes left behind, a copied name, one accepted and one known diagnostic.
CheckReport forgetful();

/// Nothing to tell.
CheckReport tidy();

/// `forgetful`, with every text markup, control characters and bytes that are not UTF-8.
CheckReport hostile_check();

}  // namespace afresh::sample
