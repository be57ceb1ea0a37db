// Which line of an add-on's source binds which name: made from the syntax tree once per file
// content, outside any trial, and used to name the cause of a finding.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace afresh {

enum class BindingKind : std::uint8_t {
  kImport,
  kFromImport,
  kStarImport,
  kDefinition,
  kAssignment
};

/// One binding of a name at module or class level.
struct BindingFact {
  std::string name;  ///< `unit`, `Panel.draw`; `*` for a star import
  BindingKind kind{};
  int line = 0;      ///< 1-based
  std::string text;  ///< the source line, stripped
  bool operator==(const BindingFact&) const = default;
};

/// By file path as in `FileChange::path` (`demo/settings.py`); bindings in order of lines.
struct SourceFacts {
  std::map<std::string, std::vector<BindingFact>> files;
  bool operator==(const SourceFacts&) const = default;
};

}  // namespace afresh
