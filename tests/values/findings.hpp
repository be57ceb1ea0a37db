// Findings of every kind and with every alternative of a side, drawn at random or one of each.
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck.h>

#include <ostream>
#include <string>
#include <vector>

#include "harness/values/finding.hpp"

namespace afresh {

/// How a counterexample is printed.
void showValue(const Finding& finding, std::ostream& out);

}  // namespace afresh

namespace afresh::testing {

/// Objects and links whose texts come from `text`.
[[nodiscard]] rc::Gen<ObjectRef> gen_object(const rc::Gen<std::string>& text);
[[nodiscard]] rc::Gen<Link> gen_link(const rc::Gen<std::string>& text);

/// Every alternative is as likely as any other. A place without a file has neither line nor text.
[[nodiscard]] rc::Gen<FindingSide> gen_side(const rc::Gen<std::string>& text);
[[nodiscard]] rc::Gen<Finding> gen_finding(const rc::Gen<std::string>& text);

/// Texts of ASCII with quotes, control characters and markup among them; never empty.
[[nodiscard]] rc::Gen<std::string> gen_ascii();

/// One side of each alternative, none of them with all its members empty but `Nothing`.
[[nodiscard]] std::vector<FindingSide> every_side();

/// Each kind of finding with each alternative on the side that was found; aspects and attributions
/// take turns.
[[nodiscard]] std::vector<Finding> every_finding();

}  // namespace afresh::testing
