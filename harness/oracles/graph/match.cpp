// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/match.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <unordered_set>

#include "harness/oracles/graph/children.hpp"
#include "harness/oracles/graph/root_pairs.hpp"

namespace afresh {
namespace {

/// How often one of several look-alikes may be chosen and followed up before the rest is paired in
/// the order in which it stands.
constexpr int kMaxChoices = 32;
/// How often a container may be left for later, so that whatever was recorded comes to an end.
constexpr int kMaxPasses = 10'000;

/// Two edges to compare. Roots have no holders.
struct PairStep {
  NodeId actual = kNoNode;
  NodeId reference = kNoNode;
  std::uint32_t actual_edge = kNoEdge;
  std::uint32_t reference_edge = kNoEdge;

  [[nodiscard]] bool is_root() const { return actual == kNoNode; }
};

enum Level : std::uint8_t { kDefinition, kAlike, kOrdered, kLevels };

class PairWalk {
 public:
  PairWalk(const Graph& actual, const Graph& reference, const Mask& mask)
      : actual_(actual),
        reference_(reference),
        mask_(mask),
        pairing_(actual, reference, mask),
        actual_modules_(owning_modules(actual)),
        reference_modules_(owning_modules(reference)),
        is_stale_(actual.nodes.size(), false) {
    result_.reference_of.assign(actual.nodes.size(), kNoNode);
    result_.actual_of.assign(reference.nodes.size(), kNoNode);
    result_.is_compared.assign(reference.nodes.size(), false);
    result_.agreed_edges.assign(actual.edges.size(), false);
    result_.agreed_roots.assign(actual.roots.size(), false);
  }

  Matching run(const Scope& scope) {
    enter_roots(pair_roots(actual_, reference_, scope));
    while (take_step() || take_container()) {
    }
    return std::move(result_);
  }

 private:
  void enter_roots(const RootPairs& roots) {
    for (auto [a, r] : roots.pairs) enter(PairStep{kNoNode, kNoNode, a, r});
    for (std::uint32_t root : roots.extra) note_lone_root(root, MismatchKind::kExtra);
    for (std::uint32_t root : roots.missing) note_lone_root(root, MismatchKind::kMissing);
  }

  /// A registry that one side lacks altogether is an empty one.
  void note_lone_root(std::uint32_t index, MismatchKind kind) {
    bool is_extra = kind == MismatchKind::kExtra;
    const Graph& graph = is_extra ? actual_ : reference_;
    const Root& root = graph.roots[index];
    Mismatch mismatch{kind};
    bool is_registry = !root.is_atom && graph.nodes[root.target].kind == NodeKind::kRegistry;
    if (root.group == RootGroup::kModules || !is_registry) {
      (is_extra ? mismatch.actual_edge : mismatch.reference_edge) = index;
      result_.mismatches.push_back(mismatch);
      return;
    }
    if (is_extra) result_.agreed_roots[index] = true;
    const Node& registry = graph.nodes[root.target];
    (is_extra ? mismatch.actual : mismatch.reference) = root.target;
    for (std::uint32_t i = registry.first_edge; i < registry.first_edge + registry.edge_count;
         ++i) {
      if (graph.edges[i].role == EdgeRole::kNote) continue;
      (is_extra ? mismatch.actual_edge : mismatch.reference_edge) = i;
      result_.mismatches.push_back(mismatch);
    }
  }

  bool take_step() {
    for (std::deque<PairStep>& level : steps_) {
      if (level.empty()) continue;
      PairStep step = level.front();
      level.pop_front();
      if (step.is_root() || !is_stale_[step.actual]) {
        visit_pair(step, actual_target(step).id, reference_target(step).id);
      }
      return true;
    }
    return false;
  }

  bool take_container() {
    if (containers_.empty()) return false;
    if (!is_refreshed_) refresh();
    auto [actual, reference] = containers_.front();
    containers_.pop_front();
    bool may_choose = choices_ > 0 && passes_ > 0;
    Children children = pairing_.pair(actual, reference, result_, may_choose);
    if (children.is_choice && matched_since_refresh_ > 0) {
      // Before one of several is chosen, let what is matched by now tell them apart.
      refresh();
      children = pairing_.pair(actual, reference, result_, true);
    }
    if (children.is_unfinished) {
      --passes_;
      containers_.emplace_back(actual, reference);
      // Other containers may yet settle which is which.
      bool may_wait = children.is_choice && ++waiting_ < containers_.size();
      if (may_wait) return true;
      if (children.is_choice) --choices_;
    }
    waiting_ = 0;
    enter_children(actual, reference, children);
    return true;
  }

  void refresh() {
    pairing_.refresh(result_);
    is_refreshed_ = true;
    matched_since_refresh_ = 0;
  }

  /// Queue a pair of edges, or compare it at once where an atom is involved.
  void enter(const PairStep& step) {
    Target a = actual_target(step);
    Target r = reference_target(step);
    if (a.is_atom && r.is_atom) {
      bool is_masked = step.is_root() ? mask_.has_root(step.reference_edge)
                                      : mask_.has_atom(step.reference_edge);
      if (!is_masked && !pairing_.are_equal_atoms(a.id, r.id)) note(MismatchKind::kAtom, step);
    } else if (a.is_atom || r.is_atom) {
      note(MismatchKind::kKind, step);
    } else {
      steps_[step_level(step, a.id, r.id)].push_back(step);
    }
  }

  Level step_level(const PairStep& step, NodeId a, NodeId r) const {
    if (step.is_root()) {
      bool is_module = actual_.roots[step.actual_edge].group == RootGroup::kModules;
      if (is_module) return kDefinition;
    } else {
      if (actual_.nodes[step.actual].kind == NodeKind::kModule) return kDefinition;
      const Edge& x = actual_.edges[step.actual_edge];
      const Edge& y = reference_.edges[step.reference_edge];
      if (is_defining_edge(actual_, actual_modules_, step.actual, x) &&
          is_defining_edge(reference_, reference_modules_, step.reference, y)) {
        return kDefinition;
      }
    }
    return pairing_.are_similar(a, r) ? kAlike : kOrdered;
  }

  void visit_pair(const PairStep& step, NodeId a, NodeId r) {
    if (!pairing_.have_same_type(a, r)) return note(MismatchKind::kKind, step);
    if (actual_.nodes[a].kind == NodeKind::kTransparent) {
      agree(step);
      bool is_new = seen_through_.insert(std::uint64_t{a} << 32 | r).second;
      if (is_new) descend(a, r);
      return;
    }
    if (result_.reference_of[a] == r) return agree(step);
    if (result_.reference_of[a] != kNoNode || result_.actual_of[r] != kNoNode) {
      return note(MismatchKind::kIdentity, step);
    }
    result_.reference_of[a] = r;
    result_.actual_of[r] = a;
    ++matched_since_refresh_;
    agree(step);
    descend(a, r);
  }

  void descend(NodeId a, NodeId r) {
    result_.is_compared[r] = true;
    NodeKind kind = reference_.nodes[r].kind;
    if (kind == NodeKind::kFunction) return descend_function(a, r);
    if (pairing_.should_wait(a, r)) {
      containers_.emplace_back(a, r);
      return;
    }
    enter_children(a, r, pairing_.pair(a, r, result_, false));
  }

  /// Another meaning is one difference, whatever it holds; and whose globals it sees is asked
  /// before anything else, for a function of another module object is old as a whole.
  void descend_function(NodeId a, NodeId r) {
    std::uint32_t x = find_edge(actual_, a, EdgeKind::kCode);
    std::uint32_t y = find_edge(reference_, r, EdgeKind::kCode);
    if (x != kNoEdge && y != kNoEdge && !mask_.has_atom(y)) {
      std::size_t before = result_.mismatches.size();
      enter(PairStep{a, r, x, y});
      if (result_.mismatches.size() > before) return;
    }
    x = find_edge(actual_, a, EdgeKind::kGlobals);
    y = find_edge(reference_, r, EdgeKind::kGlobals);
    bool has_globals =
        x != kNoEdge && y != kNoEdge && !actual_.edges[x].is_atom && !reference_.edges[y].is_atom;
    if (has_globals) steps_[kAlike].push_back(PairStep{a, r, x, y});
    Children children = pairing_.pair(a, r, result_, false);
    if (has_globals) std::erase(children.pairs, std::pair(x, y));
    enter_children(a, r, children);
  }

  void enter_children(NodeId a, NodeId r, const Children& children) {
    for (std::uint32_t edge : children.extra) note(MismatchKind::kExtra, {a, r, edge, kNoEdge});
    for (std::uint32_t edge : children.missing) note(MismatchKind::kMissing, {a, r, kNoEdge, edge});
    if (children.order_differs) note(MismatchKind::kOrder, {a, r, kNoEdge, kNoEdge});
    for (auto [x, y] : children.pairs) {
      // A container that is asked again gives the pairs of before once more.
      bool is_done = !actual_.edges[x].is_atom && result_.agreed_edges[x];
      if (!is_done) enter(PairStep{a, r, x, y});
    }
  }

  void note(MismatchKind kind, const PairStep& step) {
    result_.mismatches.push_back(
        {kind, step.actual, step.reference, step.actual_edge, step.reference_edge});
    bool is_globals = kind == MismatchKind::kIdentity && !step.is_root() &&
                      actual_.nodes[step.actual].kind == NodeKind::kFunction &&
                      actual_.edges[step.actual_edge].kind == EdgeKind::kGlobals;
    if (is_globals) is_stale_[step.actual] = true;
  }

  void agree(const PairStep& step) {
    (step.is_root() ? result_.agreed_roots : result_.agreed_edges)[step.actual_edge] = true;
  }

  Target actual_target(const PairStep& step) const {
    return step.is_root() ? target_of(actual_.roots[step.actual_edge])
                          : target_of(actual_.edges[step.actual_edge]);
  }
  Target reference_target(const PairStep& step) const {
    return step.is_root() ? target_of(reference_.roots[step.reference_edge])
                          : target_of(reference_.edges[step.reference_edge]);
  }

  const Graph& actual_;
  const Graph& reference_;
  const Mask& mask_;
  ChildPairing pairing_;
  std::vector<std::string_view> actual_modules_;
  std::vector<std::string_view> reference_modules_;
  std::vector<bool> is_stale_;  ///< by actual node: a function that is told by its globals alone
  std::unordered_set<std::uint64_t> seen_through_;  ///< pairs of transparent nodes
  std::array<std::deque<PairStep>, kLevels> steps_;
  std::deque<std::pair<NodeId, NodeId>> containers_;
  int choices_ = kMaxChoices;
  int passes_ = kMaxPasses;
  std::size_t waiting_ = 0;  ///< containers in a row that could not be paired without choosing
  bool is_refreshed_ = false;
  std::size_t matched_since_refresh_ = 0;
  Matching result_;
};

}  // namespace

Matching match(const Graph& actual, const Graph& reference, const Mask& mask, const Scope& scope) {
  return PairWalk(actual, reference, mask).run(scope);
}

}  // namespace afresh
