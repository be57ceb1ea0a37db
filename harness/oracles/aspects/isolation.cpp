// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/isolation.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "harness/oracles/aspects/library_changes.hpp"
#include "harness/oracles/graph/object_refs.hpp"
#include "harness/oracles/graph/reach.hpp"
#include "harness/values/probe_id.hpp"

namespace afresh {
namespace {

/// All that happened below one root of another add-on.
struct SideEffect {
  std::vector<std::string> paths;
  FindingSide before;
  FindingSide actual;
};
using SideEffectsByRoot = std::map<std::pair<RootGroup, std::string>, SideEffect>;

bool comes_first(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool is_patches_group(RootGroup group, std::int32_t owner) {
  return group == RootGroup::kInterpreter && owner == -1;
}

/// The other add-ons' own roots, and nothing that belongs to the subject or to those who follow it.
Scope make_scope(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    bool is_theirs = group == RootGroup::kModules || group == RootGroup::kHost;
    return is_theirs && owner >= 0 && !view.is_concerned(owner);
  };
  scope.enters = [&view](std::int32_t owner) { return !view.is_concerned(owner); };
  return scope;
}

/// The reference's mask in terms of the snapshot before. In one process nothing differs of itself;
/// in another one all that comes of time, addresses and numbers.
Mask mask_before(const CheckpointView& view, const Graph& before) {
  const Snapshot* fresh = view.checkpoint.reference.base;
  if (!view.checkpoint.is_restarted || fresh == nullptr || view.mask.size() == 0) return {};
  return carried_over(view.mask, fresh->graph, before, match(before, fresh->graph));
}

bool has_modules_of(const Graph& graph, std::int32_t owner) {
  return std::ranges::any_of(graph.roots, [&](const Root& root) {
    return root.group == RootGroup::kModules && root.owner == owner;
  });
}

/// All places within the scope where the graph is not as a fresh start's. An add-on that this fresh
/// start had not yet says nothing.
std::vector<std::string> differing_paths(const Graph& graph, const Graph& fresh,
                                         const Scope& scope) {
  std::vector<std::string> places;
  for (Difference& difference : differences(graph, fresh, match(graph, fresh), {}, scope)) {
    if (has_modules_of(fresh, difference.owner))
      std::ranges::move(difference.paths, std::back_inserter(places));
  }
  return places;
}

/// Whether one of the places is this one, above it or below it.
bool touches(const std::vector<std::string>& places, const std::string& path) {
  return std::ranges::any_of(places, [&](const std::string& place) {
    return place.starts_with(path) || path.starts_with(place);
  });
}

/// A fresh start of what was there before the step.
const Snapshot& fresh_before(const Checkpoint& checkpoint) {
  // Without an edit the files of before are those of now.
  return checkpoint.previous_reference != nullptr ? *checkpoint.previous_reference
                                                  : *checkpoint.reference.base;
}

/// What an add-on puts into another one changes with it and goes with it. No harm was done where it
/// was as a fresh start has it, and is so again; a place with a history of its own is not.
class ExplainedByFreshStart {
 public:
  ExplainedByFreshStart(const CheckpointView& view, const Graph& actual, const Graph& before,
                        const Scope& scope) {
    if (!view.matching) return;
    has_reference_ = true;
    // Nothing masked: what differs between fresh starts is like none of them.
    now_ = differing_paths(actual, view.checkpoint.reference.base->graph, scope);
    // A new process has no history: as a fresh start is all that it can be.
    if (!view.checkpoint.is_restarted)
      then_ = differing_paths(before, fresh_before(view.checkpoint).graph, scope);
  }
  [[nodiscard]] bool has(const std::string& path) const {
    return has_reference_ && !touches(now_, path) && !touches(then_, path);
  }

 private:
  bool has_reference_ = false;
  std::vector<std::string> now_;
  std::vector<std::string> then_;
};

void add_side_effect(SideEffectsByRoot& effects, RootGroup group, const std::string& root,
                     const std::string& path, const FindingSide& before,
                     const FindingSide& actual) {
  SideEffect& below = effects[{group, root}];
  if (below.paths.empty() || comes_first(path, below.paths.front())) {
    below.before = before;
    below.actual = actual;
    below.paths.insert(below.paths.begin(), path);
  } else {
    below.paths.push_back(path);
  }
}

bool is_made_again(const Graph& actual, const Graph& before, const Matching& matching,
                   NodeId node) {
  NodeId partner = matching.reference_of[node];
  NodeKind kind = actual.nodes[node].kind;
  if (partner == kNoNode || (!is_definition(kind) && kind != NodeKind::kModule)) return false;
  std::uint32_t now = actual.nodes[node].born;
  std::uint32_t then = before.nodes[partner].born;
  return now != then && now != 0 && then != 0;
}

/// Whether the step did anything at all.
bool has_moved(const CheckpointView& view, const Graph& actual, const Graph& before) {
  if (view.edit == EditStatus::kApplied || view.has_raised() || view.checkpoint.is_restarted)
    return true;
  Matching matching = match(actual, before);
  if (!matching.mismatches.empty()) return true;
  for (NodeId node = 0; node < actual.nodes.size(); ++node) {
    bool is_subjects = actual.nodes[node].owner == view.subject;
    if (is_subjects && is_made_again(actual, before, matching, node)) return true;
  }
  return false;
}

/// Objects that look as before, but were made again.
void add_replaced(const Graph& actual, const Graph& before, const Matching& matching,
                  const Scope& scope, SideEffectsByRoot& effects) {
  Reach reach(actual, matching, scope);
  for (NodeId node = 0; node < actual.nodes.size(); ++node) {
    const Path* path = reach.of(node);
    if (path == nullptr || !is_made_again(actual, before, matching, node)) continue;
    NodeId partner = matching.reference_of[node];
    add_side_effect(effects, path->group, path->text.substr(0, path->root_length), path->text,
                    object_at(before, {false, partner}), object_at(actual, {false, node}));
  }
}

/// Attributes of library and host, each against the baseline, that no add-on's object stands for.
std::vector<Difference> patches(const Graph& actual, const Graph& other, const Matching& matching,
                                const Mask& mask) {
  Scope scope;
  scope.has_root = is_patches_group;
  std::vector<Difference> all = differences(actual, other, matching, mask, scope);
  std::erase_if(all, [](const Difference& one) {
    std::optional<ProbeId> probe = parse_word<ProbeId>(one.root);
    return !probe || !is_of_patches(*probe);
  });
  return all;
}

/// What was changed in library and host by this step, and is not so after a fresh start either.
/// What the add-on changes and does not put back is its own residue.
void add_patches(const CheckpointView& view, const Graph& actual, const Graph& before,
                 const Matching& matching, const Mask& mask, OracleResult& result) {
  if (!view.matching) return;
  std::set<std::string> unlike_fresh;
  for (const Difference& difference :
       patches(actual, view.checkpoint.reference.base->graph, *view.matching, view.mask)) {
    unlike_fresh.insert(difference.paths.begin(), difference.paths.end());
  }
  for (Difference& difference : patches(actual, before, matching, mask)) {
    bool is_as_on_fresh_start = std::ranges::none_of(
        difference.paths, [&](const std::string& path) { return unlike_fresh.contains(path); });
    if (is_as_on_fresh_start) continue;
    difference.kind = FindingKind::kCollateral;
    result.findings.push_back(to_finding(view, difference, Aspect::kIsolation));
  }
}

}  // namespace

OracleResult judge_isolation(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.before == nullptr || checkpoint.actual == nullptr) return {};
  const Graph& before = checkpoint.before->graph;
  const Graph& actual = checkpoint.actual->graph;
  if (view.has_reloaded_nothing()) return {};
  if (!has_moved(view, actual, before)) return {};
  Mask mask = mask_before(view, before);
  Scope scope = make_scope(view);
  Scope looked_at = scope;
  looked_at.has_root = [&scope](RootGroup group, std::int32_t owner) {
    return scope.has_root(group, owner) || is_patches_group(group, owner);
  };
  Matching matching = match(actual, before, mask, looked_at);
  SideEffectsByRoot effects;
  std::vector<Difference> changes = differences(actual, before, matching, mask, scope);
  std::optional<ExplainedByFreshStart> explained;
  if (!changes.empty()) explained.emplace(view, actual, before, scope);
  for (const Difference& difference : changes) {
    for (const std::string& path : difference.paths) {
      if (explained->has(path)) continue;
      add_side_effect(effects, difference.group, difference.root, path, difference.fresh,
                      difference.actual);
    }
  }
  add_replaced(actual, before, matching, scope, effects);
  const Graph* fresh = view.matching ? &checkpoint.reference.base->graph : nullptr;
  for (const LibraryChange& one :
       find_library_changes(before, actual, fresh, checkpoint.is_restarted)) {
    const std::string& module = one.actual.module;
    add_side_effect(effects, RootGroup::kModules, module, module, one.before, one.actual);
  }
  OracleResult result;
  result.judged.insert(Aspect::kIsolation);
  for (auto& [root, below] : effects) {
    std::ranges::sort(below.paths, comes_first);
    below.paths.erase(std::unique(below.paths.begin(), below.paths.end()), below.paths.end());
    if (below.paths.size() > kMaxPaths) below.paths.resize(kMaxPaths);
    Finding finding = plain_finding(view, FindingKind::kCollateral, Aspect::kIsolation, {},
                                    below.before, below.actual);
    finding.paths = std::move(below.paths);
    if (is_addon_fault(view, finding)) finding.attribution = Attribution::kAddon;
    result.findings.push_back(std::move(finding));
  }
  add_patches(view, actual, before, matching, mask, result);
  return result;
}

}  // namespace afresh
