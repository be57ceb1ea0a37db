// SPDX-License-Identifier: MIT
#include <utility>
#include <variant>

#include "generators/shrink.hpp"

namespace afresh::generators {
namespace {

using At = std::size_t;

template <typename T>
void take_out(const std::vector<T>& all, std::vector<std::vector<T>>& shorter) {
  for (At i = 0; i < all.size(); ++i) {
    shorter.push_back(all);
    shorter.back().erase(shorter.back().begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// Takes away what an added definition or module has but does not need.
struct Simplifier {
  void operator()(std::monostate) const {}
  void operator()(Constant& c) const { c = {c.name, int_value(0), {}}; }
  void operator()(Function& f) const { f = {.name = f.name}; }
  void operator()(Class& c) const { c = {.name = c.name}; }
  void operator()(Module& m) const {
    m.constants.clear();
    for (Function& f : m.functions) operator()(f);
  }
};

/// The same kind of edit with less in it, one thing at a time.
std::vector<Edit> simplified(const Edit& edit) {
  std::vector<Edit> found;
  auto add = [&](auto change) {
    Edit candidate = edit;
    change(candidate);
    if (!(candidate == edit)) found.push_back(std::move(candidate));
  };
  bool adds = edit.kind == EditKind::kAddDefinition || edit.kind == EditKind::kAddModule;
  if (adds) add([](Edit& e) { e.subject.clear(); });
  if (edit.kind == EditKind::kChangeConstant) add([](Edit& e) { e.value = int_value(1); });
  if (edit.kind == EditKind::kAddModule) add([](Edit& e) { e.form = ImportForm::kRelative; });
  if (edit.number > 1) add([](Edit& e) { e.number = 1; });
  add([](Edit& e) { std::visit(Simplifier{}, e.made); });
  return found;
}

}  // namespace

std::vector<History> shrink_candidates(const History& history) {
  std::vector<History> found;
  auto add = [&](History candidate) {
    if (shows_every_edit(candidate)) found.push_back(std::move(candidate));
  };
  if (history.edits.size() > 1) {
    add({build_versions(history)[1], {history.edits.begin() + 1, history.edits.end()}});
    add({history.first, {history.edits.begin(), history.edits.end() - 1}});
  }
  for (At i = 0; i < history.edits.size(); ++i) {
    std::vector<std::vector<Edit>> shorter;
    take_out(history.edits[i], shorter);
    for (At j = 0; j < history.edits[i].size(); ++j) {
      for (Edit& edit : simplified(history.edits[i][j])) {
        shorter.push_back(history.edits[i]);
        shorter.back()[j] = std::move(edit);
      }
    }
    for (std::vector<Edit>& edits : shorter) {
      History candidate = history;
      candidate.edits[i] = std::move(edits);
      add(std::move(candidate));
    }
  }
  for (PackageModel& first : shrink_candidates(history.first))
    add({std::move(first), history.edits});
  return found;
}

}  // namespace afresh::generators
