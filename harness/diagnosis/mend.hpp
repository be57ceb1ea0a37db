// From what was found to what its author can write: the statements name the author's own objects.
// Where nothing good is known it says nothing. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/diagnosis/diagnostic.hpp"
#include "harness/diagnosis/python_source.hpp"

namespace afresh {

/// `about`: the findings that tell what the diagnostic is about; borrowed, not empty.
[[nodiscard]] Mend suggest_mend(DiagnosticCode code, const std::vector<const Finding*>& about,
                                const DiagnosticPlace& place, const PythonSources& sources);

}  // namespace afresh
