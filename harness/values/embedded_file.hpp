// A file that was compiled into the program, as `afresh_embed` (harness/cmake/embed.cmake) makes
// it. SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace afresh {

/// One file, byte for byte. All views point into static storage; none ends in a zero.
struct EmbeddedFile {
  std::string_view path;  ///< below the folder that it was embedded from: `bpy/__init__.py`
  std::string_view text;
  /// Of Python where asked for: the embedded CPython's number of its bytecode, and marshalled code.
  std::string_view code;
};

}  // namespace afresh
