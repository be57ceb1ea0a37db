// Asks a script beside this file, run by a Python that knows nothing of this project.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace afresh {

struct ScriptOutput {
  int status = -1;
  std::string out;
};

/// Run `tests/reports/SCRIPT` with this on its standard input.
ScriptOutput ask_python(const std::string& script, const std::string& input);

}  // namespace afresh
