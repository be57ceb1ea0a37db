// Modules and the files they come from: which file a module of a snapshot has, and which module an
// import names. Reads graphs and facts; decides nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "harness/values/graph.hpp"
#include "harness/values/source_facts.hpp"

namespace afresh {

/// The file of each module (`demo.settings`: `demo/settings.py`), by its key in `sys.modules`.
using ModuleFiles = std::map<std::string, std::string, std::less<>>;

/// Of the modules in this snapshot whose file is one of `known`, as `BodyRun::file` writes them.
[[nodiscard]] ModuleFiles module_files(const Graph& graph, const std::set<std::string>& known);

/// The file that a module of this name has by its name alone, or empty.
[[nodiscard]] std::string file_by_name(std::string_view module, const SourceFacts& facts);

/// The absolute name of the module that an import in `file` (the code of module `importer`) is
/// from: `demo.settings` for `.settings`; empty where it leads out of the package.
[[nodiscard]] std::string imported_module(const BindingFact& fact, std::string_view importer,
                                          std::string_view file);

/// Whether running this import makes sure that `module` is loaded.
[[nodiscard]] bool loads(const BindingFact& fact, std::string_view importer, std::string_view file,
                         std::string_view module);

}  // namespace afresh
