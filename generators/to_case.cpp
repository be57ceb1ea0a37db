// SPDX-License-Identifier: MIT
#include "generators/to_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generators/evaluate.hpp"
#include "generators/host_syntax.hpp"
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

std::string write_story(const History& history) {
  std::string story =
      fmt::format("A made-up package of {} modules, safe to purge.", history.first.modules.size());
  for (std::size_t i = 0; i < history.edits.size(); ++i) {
    std::vector<std::string> words;
    for (const Edit& edit : history.edits[i]) words.push_back(describe_edit(edit));
    story += fmt::format("\nVersion {}: {}.", i + 2, fmt::join(words, "; "));
  }
  return story;
}

std::string feature_name(ImportForm form) {
  switch (form) {
    case ImportForm::kNames:
    case ImportForm::kAbsoluteNames:
    case ImportForm::kNamesAs: return "from-import";
    case ImportForm::kStar: return "star-import";
    default: return "module-import";
  }
}

std::string feature_name(ClassKind kind) {
  switch (kind) {
    case ClassKind::kPlain: return "classes";
    case ClassKind::kDataclass: return "dataclass";
    case ClassKind::kEnum: return "enum";
    case ClassKind::kNamedTuple: return "named-tuple";
    case ClassKind::kGroup: return "groups";
    default: return "host-classes";
  }
}

std::string feature_name(FunctionRole role) {
  switch (role) {
    case FunctionRole::kHandler: return "handlers";
    case FunctionRole::kTimer: return "timers";
    case FunctionRole::kMenu: return "menus";
    default: return "functions";
  }
}

/// What the user does with the add-on's properties of the scene, on a host where those can be
/// changed before the add-on is.
void add_users_values(const PackageModel& model, std::vector<Step>& steps) {
  for (const Module& module : model.modules) {
    for (const HostProperty& p : module.host_properties) {
      if (p.on != HostType::kScene) continue;
      const std::string& name = p.property.name;
      auto set = [&](const char* literal) { steps.push_back({SetStep{"scene." + name, literal}}); };
      switch (p.property.kind) {
        case PropertyKind::kInt: set("1234"); break;
        case PropertyKind::kFloat: set("0.25"); break;
        case PropertyKind::kBool: set("True"); break;
        case PropertyKind::kString: set("'from the user'"); break;
        case PropertyKind::kPointer: break;
        case PropertyKind::kCollection:
          steps.push_back(
              {PythonStep{fmt::format("H.context.scene.{}.add().name = 'an item'", name)}});
      }
    }
  }
}

void add_calls_of_operators(const PackageModel& model, std::vector<Step>& steps) {
  for (const Module& module : model.modules) {
    for (const Class& c : module.classes) {
      if (c.kind != ClassKind::kOperator) continue;
      const long long total = summand(model, {module.path, c.name});
      steps.push_back({ExpectStep{operator_expectation(model, c, total)}});
    }
  }
}

}  // namespace

std::vector<std::string> collect_features(const PackageModel& model) {
  std::vector<std::string> features{"generated"};
  auto add = [&](std::string word) {
    if (std::ranges::find(features, word) == features.end()) features.push_back(std::move(word));
  };
  for (const Module& module : model.modules) {
    for (const Import& i : module.imports) add(feature_name(i.form));
    for (const Class& c : module.classes) {
      add(feature_name(c.kind));
      if (c.has_key) add("keymaps");
    }
    if (!module.re_exports.empty()) add("re-export");
    if (!module.host_properties.empty()) add("host-properties");
    for (const Function& f : module.functions) {
      add(feature_name(f.role));
      if (f.late) add("late-import");
    }
  }
  if (!model.preferences.empty()) add("preferences");
  std::ranges::sort(features);
  return features;
}

Case to_case(const History& history) {
  const std::string& addon = history.first.name;
  Case made{.story = write_story(history),
            .features = collect_features(history.first),
            .addons = {addon},
            .claims = {Aspect::kFresh, Aspect::kClean},
            .host = history.first.host};
  made.steps.push_back({EnableStep{addon}});
  Files before;
  int number = 0;
  for (const PackageModel& model : build_versions(history)) {
    Files files = render_package(model);
    made.versions.push_back({++number, changes_between(before, files)});
    before = std::move(files);
    if (number > 1) {
      made.steps.push_back({EditStep{addon, number}});
      made.steps.push_back({ReloadStep{addon}});
    }
    made.steps.push_back(
        {ExpectStep{fmt::format("{}.probe() == {}", addon, evaluate_probe(model))}});
    if (!is_blender(model.host)) continue;
    add_calls_of_operators(model, made.steps);
    if (number == 1) add_users_values(model, made.steps);
  }
  made.steps.push_back({DisableStep{addon}});
  return made;
}

}  // namespace afresh::generators
