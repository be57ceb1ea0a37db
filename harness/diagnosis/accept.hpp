// Comments in an add-on's own files that accept what `check` says of a line:
//     handlers.append(on_save)  # afresh: accept[leftover-handler] the host clears the list itself
// On the line itself, or alone on a line above it. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/diagnosis/diagnostic.hpp"
#include "harness/diagnosis/python_source.hpp"

namespace afresh {

struct Accept {
  std::string file;
  PythonComment comment;
  std::vector<std::string> codes;  ///< as written
  std::string reason;              ///< may be empty: then it accepts nothing
  int line = 0;                    ///< that it is about
};
[[nodiscard]] std::vector<Accept> read_accepts(const PythonSources& sources);

/// Gives each diagnostic that a comment accepts its standing and reason, and adds a warning for
/// each comment that accepts nothing or says no reason. Where not everything was tried, only what
/// is left behind is known to be all of its kind.
void apply_accepts(std::vector<Diagnostic>& diagnostics, const PythonSources& sources,
                   bool was_all_tried);

}  // namespace afresh
