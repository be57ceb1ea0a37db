// The Python files of this folder, compiled in: what every `repro.py` is made of, below its head.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace afresh {

/// One file, byte for byte. All views point into static storage.
struct ReproPart {
  std::string_view module;  ///< as the others import it: `process`
  std::string_view source;  ///< the Python text
};

/// All of them; each imports none but those before it.
[[nodiscard]] std::span<const ReproPart> repro_parts();

}  // namespace afresh
