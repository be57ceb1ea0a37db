// Which line of an add-on's source binds which name, loads which module, acts on what: made from
// the syntax tree once per file content, outside any trial, and used to name causes.
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
  kAssignment,
  /// Binds nothing: calls, or assigns into, what `name` says with imported names written out:
  /// `atexit.register`, `sys.modules['api']`, `logging.getLogger().addHandler`. In functions too.
  kEffect
};

/// One binding of a name at module or class level, one import anywhere, or one effect.
struct BindingFact {
  /// `unit`, `Panel.draw`; `*` for a star import; empty for an import inside of a function.
  std::string name;
  BindingKind kind{};
  int line = 0;               ///< 1-based
  std::string text;           ///< the source line, stripped
  std::string module = {};    ///< of an import, as written: `demo.settings`, `.settings`, `..`
  std::string original = {};  ///< what a `from` import copies: `LIMIT`, `*`
  /// Names below an imported one that a value, or the defaults of a function, are made of while the
  /// module is imported, as written: `settings.LIMIT`.
  std::vector<std::string> reads = {};
  bool operator==(const BindingFact&) const = default;
};

/// By file path as in `FileChange::path` (`demo/settings.py`); bindings in order of lines.
struct SourceFacts {
  std::map<std::string, std::vector<BindingFact>> files;
  std::vector<std::string>
      unread;  ///< paths of texts that nothing could read: too deep for a parser
  bool operator==(const SourceFacts&) const = default;
};

}  // namespace afresh
