// SPDX-License-Identifier: MIT
#include "harness/diagnosis/diagnostic.hpp"

#include "harness/diagnosis/python_source.hpp"

namespace afresh {

DiagnosticKey diagnostic_key(const Diagnostic& diagnostic) {
  return {.code = diagnostic.code,
          .file = diagnostic.place.file,
          .objects = diagnostic.objects,
          .registry = diagnostic.registry,
          .text = std::string(without_margins(diagnostic.place.text))};
}

}  // namespace afresh
