// SPDX-License-Identifier: MIT
#include "harness/oracles/neighbour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/oracles/describe.hpp"
#include "harness/oracles/reach.hpp"

namespace afresh {
namespace {

/// All that happened below one root of a neighbour.
struct Harm {
  std::vector<std::string> paths;
  std::string fresh;
  std::string actual;
};
using HarmByRoot = std::map<std::pair<RootGroup, std::string>, Harm>;

bool comes_first(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// The neighbours' own roots, and nothing that belongs to the subject or to those who follow it.
Scope scope_of(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    bool is_theirs = group == RootGroup::kModules || group == RootGroup::kHost;
    return is_theirs && owner >= 0 && !view.is_concerned(owner);
  };
  scope.enters = [&view](std::int32_t owner) { return !view.is_concerned(owner); };
  return scope;
}

bool has_neighbour(const CheckpointView& view, const Graph& control) {
  return std::ranges::any_of(control.roots, [&](const Root& root) {
    return root.group == RootGroup::kModules && root.owner >= 0 && !view.is_concerned(root.owner);
  });
}

/// The reference's mask in terms of the control, whose time, addresses and numbers differ too.
Mask control_mask(const CheckpointView& view, const Graph& control) {
  const Snapshot* fresh = view.checkpoint.reference.a;
  if (fresh == nullptr || view.mask.orders.empty()) return {};
  return carried_over(view.mask, fresh->graph, control, match(control, fresh->graph));
}

void add_harm(HarmByRoot& harm, RootGroup group, const std::string& root, const std::string& path,
              const std::string& fresh, const std::string& actual) {
  Harm& below = harm[{group, root}];
  if (below.paths.empty() || comes_first(path, below.paths.front())) {
    below.fresh = fresh;
    below.actual = actual;
    below.paths.insert(below.paths.begin(), path);
  } else {
    below.paths.push_back(path);
  }
}

/// Objects that look as before, but were made again.
void add_replaced(const Graph& actual, const Graph& control, const Matching& matching,
                  const Scope& scope, HarmByRoot& harm) {
  Reach reach(actual, matching, scope);
  for (NodeId node = 0; node < actual.nodes.size(); ++node) {
    NodeId partner = matching.reference_of[node];
    const Path* path = reach.of(node);
    if (partner == kNoNode || path == nullptr) continue;
    NodeKind kind = actual.nodes[node].kind;
    if (!is_definition(kind) && kind != NodeKind::kModule) continue;
    std::uint32_t here = actual.nodes[node].born;
    std::uint32_t before = control.nodes[partner].born;
    if (here == before || here == 0 || before == 0) continue;
    add_harm(harm, path->group, path->text.substr(0, path->root_length), path->text,
             describe_with_generation(control, {false, partner}),
             describe_with_generation(actual, {false, node}));
  }
}

}  // namespace

Opinion judge_neighbour(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.control == nullptr || checkpoint.actual == nullptr) return {};
  const Graph& control = checkpoint.control->graph;
  const Graph& actual = checkpoint.actual->graph;
  if (view.edit_did_not_arrive() || !has_neighbour(view, control)) return {};
  Mask mask = control_mask(view, control);
  Scope scope = scope_of(view);
  Matching matching = match(actual, control, mask);
  HarmByRoot harm;
  for (const Difference& difference : differences(actual, control, matching, mask, scope)) {
    for (const std::string& path : difference.paths) {
      add_harm(harm, difference.group, difference.root, path, difference.fresh, difference.actual);
    }
  }
  add_replaced(actual, control, matching, scope, harm);
  Opinion opinion;
  opinion.judged.insert(Aspect::kNeighbour);
  for (auto& [root, below] : harm) {
    std::ranges::sort(below.paths, comes_first);
    below.paths.erase(std::unique(below.paths.begin(), below.paths.end()), below.paths.end());
    if (below.paths.size() > kMostPaths) below.paths.resize(kMostPaths);
    Finding finding = plain_finding(view, FindingKind::kCollateral, Aspect::kNeighbour, {},
                                    below.fresh, below.actual);
    finding.paths = std::move(below.paths);
    opinion.findings.push_back(std::move(finding));
  }
  return opinion;
}

}  // namespace afresh
