// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/module_runs.hpp"

#include <algorithm>
#include <optional>

#include "harness/oracles/attribution/cause.hpp"

namespace afresh {

ModuleRuns::ModuleRuns(const CheckpointView& view)
    : history_(make_history(view.input, view.checkpoint)),
      reference_history_(make_history(view.checkpoint.reference)),
      files_(module_files(view.actual(), known_files(history_))) {
  const Graph& actual = view.actual();
  for (const Root& root : actual.roots) {
    if (root.group != RootGroup::kModules || !view.is_concerned(root.owner)) continue;
    auto file = files_.find(actual.text(root.label));
    if (file == files_.end()) continue;
    RunModule& module = all_.emplace_back();
    module.name = file->first;
    module.file = file->second;
    std::optional<std::size_t> run = history_.last_run(module.file);
    if (!run) continue;
    module.source = history_.source_at_run(*run);
    const SourceFacts* sources = history_.sources_at(*run);
    module.is_unread = sources != nullptr &&
                       std::ranges::find(sources->unread, module.file) != sources->unread.end();
  }
}

const std::string* ModuleRuns::module_file(const std::string& module) const {
  auto file = files_.find(module);
  return file == files_.end() ? nullptr : &file->second;
}

bool ModuleRuns::is_newer(std::string_view copied, std::string_view copying) const {
  return history_.ran_after(copied, copying) && !reference_history_.ran_after(copied, copying);
}

}  // namespace afresh
