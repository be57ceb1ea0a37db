// Diagnostics as people read them: the one place where their values become words, for every format
// of `check`. SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "harness/diagnosis/diagnostic.hpp"

namespace afresh {

/// `handler on_save stays in bpy.app.handlers.save_post after the add-on is switched off`: object,
/// registry and what is wrong, on one line.
[[nodiscard]] std::string diagnostic_text(const Diagnostic& diagnostic);

/// What comes of it, in the user's terms, on one line; empty where the text says it already.
[[nodiscard]] std::string consequence_text(const Diagnostic& diagnostic,
                                           const Consequence& consequence);

/// What to do, up to where the statements begin: `in unregister() (watch.py:17)`; empty without a
/// mend. The statements come after a colon.
[[nodiscard]] std::string mend_text(const Mend& mend);
/// All of the mend on one line; empty without one.
[[nodiscard]] std::string mend_sentence(const Mend& mend);

/// `demo/watch.py:13:5`, as far as it is known; the add-on's path where nothing is.
[[nodiscard]] std::string place_text(const DiagnosticPlace& place, const std::string& otherwise);

/// `33 of 36 ways`.
[[nodiscard]] std::string ways_text(std::size_t count, std::size_t all);

}  // namespace afresh
