// SPDX-License-Identifier: MIT
#include "tests/casefile/case_generator.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace afresh::testing {
namespace {

using namespace std::string_literals;

template <typename Values>
auto any_element(const Values& values) {
  return values[static_cast<std::size_t>(any_number(0, static_cast<int>(values.size()) - 1))];
}

bool any_bool() { return any_number(0, 1) == 1; }

std::string any_joined(const std::vector<std::string>& fragments, int lowest, int highest) {
  std::string out;
  for (int i = any_number(lowest, highest); i > 0; --i) out += any_element(fragments);
  return out;
}

/// One word without blank, comma, colon or '='.
std::string any_word() {
  static const std::vector<std::string> kFragments{"a", "Z", "-", "_", "1",
                                                   "(", ")", "#", "é", "."};
  return any_joined(kFragments, 1, 6);
}

/// One line that neither begins nor ends with a blank and does not end with CR.
std::string any_line() {
  static const std::vector<std::string> kFragments{
      " ", "\t", "\r", ":", ",", "#", "=", "--", "+3s", "steps:", "end", "\0"s, "\xFF", "é", "\\"};
  return any_word() + any_joined(kFragments, 0, 6) + any_word();
}

std::string any_story() {
  std::string story;
  for (int i = any_number(0, 3); i > 0; --i) {
    static const std::vector<std::string> kStarts{"", " ", "#", "\t"};
    story += any_bool() ? "" : any_element(kStarts) + any_line();
    if (i > 1) story += '\n';
  }
  return story;
}

StatedVerdict any_stated_verdict() {
  StatedVerdict stated{.outcome = any_element(kOutcomes)};
  if (stated.outcome != Outcome::kFail) return stated;
  for (int i = any_number(0, 3); i > 0; --i) stated.kinds.insert(any_element(kFindingKinds));
  return stated;
}

/// Paths below an add-on that no file of another takes for its folder.
std::vector<std::string> candidate_paths(const std::string& addon) {
  std::vector<std::string> paths{addon + ".py"};
  for (const char* rest :
       {"__init__.py", "sub.py", "sub/__init__.py", "not deleted", "in base64", "is no-newline",
        "two  blanks ", "a --", "-- b --", "é", "\xFF", "cr\r", "+3s", ".hidden", "..."}) {
    paths.push_back(addon + "/" + rest);
  }
  return paths;
}

Action any_plain_action(const Case& a_case) {
  std::string addon = any_element(a_case.addons);
  int seconds = any_bool() ? kDefaultAdvanceSeconds : any_number(0, 1'000'000);
  switch (any_number(0, 8)) {
    case 0: return EnableStep{addon};
    case 1: return DisableStep{addon};
    case 2:
      return EditStep{addon, any_number(1, static_cast<int>(a_case.versions.size())), seconds};
    case 3: return ReloadStep{addon};
    case 4: return TouchStep{addon + "/a" + any_word() + (any_bool() ? " b" : ""), seconds};
    case 5: return SetStep{any_word(), any_line()};
    case 6: return PythonStep{any_line()};
    case 7: return ExpectStep{any_line()};
    default: return TurnStep{};
  }
}

std::vector<Step> any_steps(const Case& a_case, int depth) {
  std::vector<Step> steps;
  for (int i = any_number(0, depth == 0 ? 6 : 3); i > 0; --i) {
    bool is_repeat = depth < 3 && any_number(0, 4) == 0;
    if (is_repeat) {
      steps.push_back({RepeatStep{any_number(1, 20), any_steps(a_case, depth + 1)}});
    } else {
      steps.push_back({any_plain_action(a_case)});
    }
  }
  return steps;
}

/// At least one change; a path is deleted only if `files` has it. `files` becomes what is there.
std::vector<FileChange> any_changes(const std::vector<std::string>& paths,
                                    std::set<std::string>& files) {
  std::vector<FileChange> changes;
  std::set<std::string> given;
  for (int i = any_number(1, 5); i > 0; --i) {
    std::string path = any_element(paths);
    if (!given.insert(path).second) continue;
    if (files.contains(path) && any_bool()) {
      changes.push_back({path, std::nullopt});
      files.erase(path);
    } else {
      changes.push_back({path, any_content()});
      files.insert(path);
    }
  }
  return changes;
}

std::vector<Version> any_versions(const std::vector<std::string>& addons) {
  std::vector<Version> versions{{.number = 1}};
  std::vector<std::string> paths;
  std::set<std::string> files;
  for (const std::string& addon : addons) {
    versions[0].changes.push_back({addon + "/__init__.py", any_content()});
    files.insert(addon + "/__init__.py");
    auto more = candidate_paths(addon);
    paths.insert(paths.end(), more.begin(), more.end());
  }
  for (int i = any_number(0, 3); i > 0; --i) {
    int number = static_cast<int>(versions.size()) + 1;
    versions.push_back({number, any_changes(paths, files)});
  }
  return versions;
}

void fill_header(Case& a_case) {
  a_case.story = any_story();
  if (any_bool()) a_case.source = any_line();
  for (int i = any_number(0, 3); i > 0; --i) a_case.features.push_back(any_word());
  for (Aspect aspect : kAspects) {
    if (any_bool()) a_case.claims.push_back(aspect);
  }
  if (any_bool()) std::ranges::reverse(a_case.claims);
  a_case.taken_names = any_bool() ? TakenNames::kStrict : TakenNames::kLenient;
  a_case.automatic_gc = any_bool();
  a_case.are_edits_shifts = any_bool();
  for (int i = any_number(0, 3); i > 0; --i) {
    auto& verdict = a_case.verdicts[any_word()];
    for (int j = any_number(1, 3); j > 0; --j)
      verdict[any_element(kAspects)] = any_stated_verdict();
  }
  for (int i = any_number(0, 2); i > 0; --i) a_case.disagreements[any_word()] = any_line();
}

}  // namespace

int any_number(int lowest, int highest) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(lowest, highest + 1));
}

std::string any_content() {
  static const std::vector<std::string> kFragments{"-- 1/demo/a.py --",
                                                   "-- 9/x deleted --",
                                                   "--  --",
                                                   "-- --",
                                                   "--",
                                                   " --",
                                                   "\\",
                                                   "\\\\",
                                                   "\n",
                                                   "\n",
                                                   "\n",
                                                   "\r\n",
                                                   "\r",
                                                   "\0"s,
                                                   "\xFF\xFE",
                                                   "é",
                                                   "x = 1",
                                                   " ",
                                                   "\t",
                                                   "steps:",
                                                   "+"};
  return any_joined(kFragments, 0, 12);
}

Case any_case() {
  static const std::vector<std::vector<std::string>> kAddons{
      {"demo"}, {"demo", "demo_extra"}, {"été", "_1", "match"}};
  Case a_case{.name = "some case.v2"};
  a_case.addons = any_element(kAddons);
  fill_header(a_case);
  a_case.versions = any_versions(a_case.addons);
  a_case.steps = any_steps(a_case, 0);
  return a_case;
}

}  // namespace afresh::testing
