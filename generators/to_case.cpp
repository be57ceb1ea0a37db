// SPDX-License-Identifier: MIT
#include "generators/to_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generators/evaluate.hpp"
#include "generators/render.hpp"

namespace afresh::generators {
namespace {

using Files = std::map<std::string, std::string>;

std::vector<FileChange> changes_between(const Files& before, const Files& after) {
  std::vector<FileChange> changes;
  for (const auto& [path, content] : before) {
    if (!after.contains(path)) changes.push_back({path, std::nullopt});
  }
  for (const auto& [path, content] : after) {
    auto old = before.find(path);
    if (old == before.end() || old->second != content) changes.push_back({path, content});
  }
  std::ranges::sort(changes, {}, &FileChange::path);
  return changes;
}

std::string story_of(const History& history) {
  std::string story =
      fmt::format("A made-up package of {} modules, safe to purge.", history.first.modules.size());
  for (std::size_t i = 0; i < history.edits.size(); ++i) {
    std::vector<std::string> words;
    for (const Edit& edit : history.edits[i]) words.push_back(text_of(edit));
    story += fmt::format("\nGeneration {}: {}.", i + 2, fmt::join(words, "; "));
  }
  return story;
}

std::string feature_of(ImportForm form) {
  switch (form) {
    case ImportForm::kNames:
    case ImportForm::kAbsoluteNames:
    case ImportForm::kNamesAs: return "from-import";
    case ImportForm::kStar: return "star-import";
    default: return "module-import";
  }
}

std::string feature_of(ClassKind kind) {
  switch (kind) {
    case ClassKind::kPlain: return "classes";
    case ClassKind::kDataclass: return "dataclass";
    case ClassKind::kEnum: return "enum";
    case ClassKind::kNamedTuple: return "named-tuple";
    case ClassKind::kGroup: return "groups";
    default: return "host-classes";
  }
}

std::string feature_of(FunctionRole role) {
  switch (role) {
    case FunctionRole::kHandler: return "handlers";
    case FunctionRole::kTimer: return "timers";
    default: return "functions";
  }
}

}  // namespace

std::vector<std::string> features_of(const PackageModel& model) {
  std::vector<std::string> features{"generated"};
  auto add = [&](std::string word) {
    if (std::ranges::find(features, word) == features.end()) features.push_back(std::move(word));
  };
  for (const Module& module : model.modules) {
    for (const Import& i : module.imports) add(feature_of(i.form));
    for (const Class& c : module.classes) add(feature_of(c.kind));
    if (!module.re_exports.empty()) add("re-export");
    if (!module.host_properties.empty()) add("host-properties");
    for (const Function& f : module.functions) {
      add(feature_of(f.role));
      if (f.late) add("late-import");
    }
  }
  std::ranges::sort(features);
  return features;
}

Case to_case(const History& history) {
  const std::string& addon = history.first.name;
  Case made{.story = story_of(history),
            .features = features_of(history.first),
            .addons = {addon},
            .claims = {Aspect::kFresh, Aspect::kClean},
            .host = history.first.host};
  made.steps.push_back({EnableStep{addon}});
  Files before;
  int number = 0;
  for (const PackageModel& model : generations_of(history)) {
    Files files = render_package(model);
    made.generations.push_back({++number, changes_between(before, files)});
    before = std::move(files);
    if (number > 1) {
      made.steps.push_back({EditStep{addon, number}});
      made.steps.push_back({ReloadStep{addon}});
    }
    made.steps.push_back(
        {ExpectStep{fmt::format("{}.probe() == {}", addon, evaluate_probe(model))}});
  }
  made.steps.push_back({DisableStep{addon}});
  return made;
}

}  // namespace afresh::generators
