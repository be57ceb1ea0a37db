// From what the dynamic linker says to the Debian packages that have what it misses.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace afresh {

/// `libXi.so.6` of `ImportError: libXi.so.6: cannot open shared object file: …`, and of each line
/// `libXi.so.6 => not found` that `ldd` prints.
[[nodiscard]] std::set<std::string> parse_missing_libraries(std::string_view text);

/// `libXi.so.6 (Debian: libxi6), libfoo.so.1`.
[[nodiscard]] std::string libraries_text(const std::set<std::string>& libraries);

}  // namespace afresh
