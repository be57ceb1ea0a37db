// Text → HTML: escaping, identifiers of places in the page, lines of a file with its edit marked.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/values/verdict.hpp"

namespace afresh {

/// What the page shows of any bytes, and by what its script finds them again: valid UTF-8, no
/// control characters but line ends and tabs. Not escaped.
[[nodiscard]] std::string shown(std::string_view text);

/// The same as text of an element or in a quoted attribute: no markup.
[[nodiscard]] std::string html_text(std::string_view text);

/// `w.plain.reload-top.fresh`: the place of a cell's witness in the page.
[[nodiscard]] std::string witness_id(const std::string& host, const std::string& strategy,
                                     Aspect aspect);

/// An identifier of letters, digits and `-`, the same for the same text.
[[nodiscard]] std::string id_of(std::string_view text);

/// The lines of `after`, each in a `span`: `same`, `added`, or between them `gone` of `before`.
[[nodiscard]] std::string html_edit(std::string_view before, std::string_view after);

}  // namespace afresh
