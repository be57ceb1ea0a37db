// Made-up reports out of a few lines of text, for what is said of families and counts.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "reports/report.hpp"

namespace afresh::sample {

/// Lines of two sorts, in any order:
///   `case NAME: feature, feature`
///   `STRATEGY | family | in short | order | ASPECT answers ASPECT answers`
/// with a letter for each case in the order of its line: P passes, F fails, B fails and behaves, U
/// unknown, R refused, - not judged. All is on the host; throws for what is no such line.
Report comparison(std::string_view text, std::string_view host = "plain");

/// Ways of all families on 20 cases, as a screen has them.
Report twenty_cases();

/// Adds the records of another report, with what is known of its cases and strategies.
void add(Report& report, const Report& other);

}  // namespace afresh::sample
