// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/stale_modules.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "harness/oracles/attribution/cause.hpp"
#include "harness/oracles/attribution/sources.hpp"

namespace afresh {
namespace {

bool is_old(const std::string& file, const ExecutionHistory& history, const SourceFacts& now) {
  std::optional<std::size_t> run = history.last_run(file);
  const std::vector<BindingFact>* then = run ? history.source_at_run(*run) : nullptr;
  auto text = now.files.find(file);
  return then != nullptr && text != now.files.end() && *then != text->second;
}

}  // namespace

void add_stale_modules(const CheckpointView& view, Aspect aspect, OracleResult& result) {
  if (!view.input.stands_for_any_edit || view.checkpoint.facts == nullptr || !view.matching) return;
  ExecutionHistory history = make_history(view.input, view.checkpoint);
  const Graph& actual = view.actual();
  ModuleFiles files = module_files(actual, known_files(history));
  for (const Root& root : actual.roots) {
    if (root.group != RootGroup::kModules || root.owner != view.subject) continue;
    std::string module(actual.text(root.label));
    auto file = files.find(module);
    if (file == files.end() || !is_old(file->second, history, *view.checkpoint.facts)) continue;
    if (is_already_reported(result, aspect, module)) continue;
    result.findings.push_back(plain_finding(view, FindingKind::kStaleCode, aspect, module,
                                            SourceState{{.file = file->second}, Moment::kNow},
                                            SourceState{{.file = file->second}, Moment::kBefore}));
  }
}

}  // namespace afresh
