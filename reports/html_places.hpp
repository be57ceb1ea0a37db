// Identifiers of places in the page.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/values/verdict.hpp"

namespace afresh {

/// `w.plain.reload-top.fresh`: the place of a cell's witness in the page.
[[nodiscard]] std::string witness_id(const std::string& host, const std::string& strategy,
                                     Aspect aspect);

/// Likewise of a strategy's row among the tables of its host, of a family there, and of the
/// witnesses of a strategy.
[[nodiscard]] std::string row_id(const std::string& host, bool is_generated,
                                 const std::string& strategy);
[[nodiscard]] std::string family_id(const std::string& host, bool is_generated,
                                    const std::string& family);
[[nodiscard]] std::string witnesses_id(const std::string& host, const std::string& strategy);

/// An identifier of letters, digits and `-`, the same for the same text.
[[nodiscard]] std::string html_id(std::string_view text);

}  // namespace afresh
