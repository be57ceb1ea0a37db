// SPDX-License-Identifier: MIT
#include "harness/values/case.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/values/shift.hpp"

namespace afresh {
namespace {

std::string advance_suffix(int advance_s) {
  return advance_s == kDefaultAdvanceSeconds ? "" : fmt::format(" +{}s", advance_s);
}

struct StepText {
  std::string operator()(const EnableStep& s) const { return "enable " + s.addon; }
  std::string operator()(const DisableStep& s) const { return "disable " + s.addon; }
  std::string operator()(const EditStep& s) const {
    return fmt::format("edit {} {}{}", s.addon, s.version, advance_suffix(s.advance_s));
  }
  std::string operator()(const ReloadStep& s) const { return "reload " + s.addon; }
  std::string operator()(const TouchStep& s) const {
    return fmt::format("touch {}{}", s.path, advance_suffix(s.advance_s));
  }
  std::string operator()(const SetStep& s) const {
    return fmt::format("set {} = {}", s.name, s.literal);
  }
  std::string operator()(const PythonStep& s) const { return "python " + s.code; }
  std::string operator()(const ExpectStep& s) const { return "expect " + s.expression; }
  std::string operator()(const TurnStep&) const { return "turn"; }
  std::string operator()(const RepeatStep& s) const { return fmt::format("repeat {}", s.count); }
};

}  // namespace

bool Case::operator==(const Case& other) const {
  return name == other.name && story == other.story && source == other.source &&
         features == other.features && addons == other.addons && claims == other.claims &&
         host == other.host && taken_names == other.taken_names &&
         automatic_gc == other.automatic_gc && are_edits_shifts == other.are_edits_shifts &&
         verdicts == other.verdicts && disagreements == other.disagreements &&
         steps == other.steps && versions == other.versions;
}

std::string addon_path(std::string_view addon) {
  std::string path(addon);
  std::ranges::replace(path, '.', '/');
  return path;
}

bool is_file_of(std::string_view path, std::string_view addon) {
  const std::string own = addon_path(addon);
  return path.starts_with(own) &&
         (path.substr(own.size()) == ".py" || path.substr(own.size()).starts_with('/'));
}

int last_version(const Case& a_case) {
  return a_case.are_edits_shifts ? kMaxShifts : static_cast<int>(a_case.versions.size());
}

std::set<int> versions_in_use(const Case& a_case) {
  std::set<int> numbers{1};
  for (const Step& step : unrolled(a_case.steps)) {
    if (const auto* edit = std::get_if<EditStep>(&step.action)) numbers.insert(edit->version);
  }
  return numbers;
}

std::map<std::string, std::string> files_at_version(const Case& a_case, const std::string& addon,
                                                    int version) {
  std::map<std::string, std::string> files;
  for (const Version& step : a_case.versions) {
    if (step.number > version) break;
    for (const FileChange& change : step.changes) {
      if (!is_file_of(change.path, addon)) continue;
      if (change.content) {
        files[change.path] = *change.content;
      } else {
        files.erase(change.path);
      }
    }
  }
  if (!a_case.are_edits_shifts) return files;
  for (auto& [path, text] : files) {
    if (path.ends_with(".py")) text = shifted(text, version);
  }
  return files;
}

std::vector<Step> unrolled(const std::vector<Step>& steps) {
  std::vector<Step> flat;
  for (const Step& step : steps) {
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    if (repeat == nullptr) {
      flat.push_back(step);
      continue;
    }
    std::vector<Step> body = unrolled(repeat->body);
    for (int i = 0; i < repeat->count; ++i) flat.insert(flat.end(), body.begin(), body.end());
  }
  return flat;
}

std::string render_step(const Step& step) { return std::visit(StepText{}, step.action); }

}  // namespace afresh
