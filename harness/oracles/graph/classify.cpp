// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/classify.hpp"

#include <algorithm>

#include "harness/oracles/graph/object_refs.hpp"

namespace afresh {
namespace {

using Space = ObjectKey::Space;

std::vector<bool> mark_registries(const Graph& graph) {
  std::vector<bool> is_registry(graph.nodes.size(), false);
  for (const Root& root : graph.roots) {
    if (root.group != RootGroup::kModules && !root.is_atom) is_registry[root.target] = true;
  }
  return is_registry;
}

bool is_code_like(const Graph& graph, Target target) {
  if (target.is_atom) return false;
  NodeKind kind = graph.nodes[target.id].kind;
  return is_definition(kind) || kind == NodeKind::kModule || kind == NodeKind::kNamespace;
}

/// Whether two builtin containers hold the same atoms; what else they hold is not looked at.
bool have_same_atoms(const Graph& actual, NodeId here, const Graph& reference, NodeId there) {
  auto atoms_of = [](const Graph& graph, NodeId node) {
    std::vector<std::string_view> atoms;
    for (const Edge& edge : edges_of(graph, node))
      if (edge.is_atom && edge.role != EdgeRole::kNote) atoms.push_back(graph.text(edge.target));
    return atoms;
  };
  return atoms_of(actual, here) == atoms_of(reference, there);
}

/// The reference's side: its loads are counted in another process, and say nothing here.
ObjectRef fresh_object_at(const Graph& reference, Target target) {
  ObjectRef object = object_at(reference, target);
  object.load = 0;
  return object;
}

FindingKind stale_kind(const Graph& graph, NodeId node) {
  return is_code_like(graph, {false, node}) ? FindingKind::kStaleCode : FindingKind::kStaleValue;
}

}  // namespace

Classifier::Classifier(const Graph& actual, const Graph& reference, const Matching& matching,
                       const Mask& mask)
    : actual_(actual),
      reference_(reference),
      matching_(matching),
      is_registry_here_(mark_registries(actual)),
      is_registry_there_(mark_registries(reference)),
      mask_(mask) {}

Classified Classifier::classify(const Mismatch& mismatch, const Reach& reach) {
  Classified result;
  switch (mismatch.kind) {
    case MismatchKind::kExtra: classify_extra(mismatch, result); break;
    case MismatchKind::kMissing: classify_missing(mismatch, result); break;
    case MismatchKind::kAtom: classify_atom(mismatch, result); break;
    case MismatchKind::kKind: classify_kind(mismatch, result); break;
    case MismatchKind::kOrder: classify_order(mismatch, result); break;
    case MismatchKind::kIdentity: classify_identity(mismatch, reach, result); break;
  }
  if (is_entry(mismatch)) result.entry = residue_entry(mismatch);
  return result;
}

void Classifier::classify_extra(const Mismatch& mismatch, Classified& result) const {
  Target target = actual_target(mismatch);
  NodeId holder = mismatch.actual;
  if (holder != kNoNode && !is_entry(mismatch)) {
    if (is_whole(mismatch, actual_.nodes[holder].kind)) return blame_whole(mismatch, result);
    result.kind = FindingKind::kGhostName;
  } else if (mismatch.is_root() &&
             actual_.roots[mismatch.actual_edge].group == RootGroup::kModules) {
    result.kind = FindingKind::kStaleModule;
  } else {
    result.kind = has_twin(mismatch) ? FindingKind::kDuplicateRegistration
                                     : FindingKind::kLeftoverRegistration;
  }
  result.fresh = Nothing{};
  result.actual = object_at(actual_, target);
  if (!target.is_atom) {
    result.key = {Space::kActualNode, target.id, {}};
    result.actual_node = target.id;
  } else if (is_entry(mismatch) && holder != kNoNode) {
    result.key = {Space::kActualAtom, holder, std::string(actual_.text(target.id))};
  } else {
    result.key = {
        mismatch.is_root() ? Space::kActualRoot : Space::kActualEdge, mismatch.actual_edge, {}};
    result.actual_node = holder;
  }
}

void Classifier::classify_missing(const Mismatch& mismatch, Classified& result) const {
  Target target = reference_target(mismatch);
  NodeId holder = mismatch.reference;
  if (holder != kNoNode && !is_entry(mismatch)) {
    if (is_whole(mismatch, reference_.nodes[holder].kind)) return blame_whole(mismatch, result);
  }
  result.kind = FindingKind::kMissingName;
  result.fresh = fresh_object_at(reference_, target);
  result.actual = Nothing{};
  if (!target.is_atom) {
    result.key = {Space::kReferenceNode, target.id, {}};
    result.reference_node = target.id;
  } else if (mismatch.is_root()) {
    result.key = {Space::kReferenceRoot, mismatch.reference_edge, {}};
  } else if (is_entry(mismatch)) {
    result.key = {Space::kReferenceAtom, holder, std::string(reference_.text(target.id))};
  } else {
    result.key = {Space::kReferenceEdge, mismatch.reference_edge, {}};
    result.reference_node = holder;
  }
}

void Classifier::classify_atom(const Mismatch& mismatch, Classified& result) const {
  bool is_place =
      !mismatch.is_root() && reference_.edges[mismatch.reference_edge].role == EdgeRole::kPlace;
  if (is_place || definition_around(mismatch) != kNoNode) {
    blame_holder(mismatch, is_place ? FindingKind::kStalePlace : FindingKind::kStaleCode, result);
    if (!is_place) return;
  } else {
    result.kind = FindingKind::kStaleValue;
    result.actual_node = mismatch.actual;
    result.reference_node = mismatch.reference;
    bool is_element =
        !mismatch.is_root() && reference_.nodes[mismatch.reference].kind == NodeKind::kSet;
    result.key = {mismatch.is_root() ? Space::kReferenceRoot : Space::kReferenceEdge,
                  mismatch.reference_edge,
                  {}};
    if (is_element) result.key = {Space::kActualNode, mismatch.actual, {}};
  }
  result.fresh = fresh_object_at(reference_, reference_target(mismatch));
  result.actual = object_at(actual_, actual_target(mismatch));
}

void Classifier::classify_kind(const Mismatch& mismatch, Classified& result) const {
  Target target = actual_target(mismatch);
  Target fresh = reference_target(mismatch);
  if (target.is_atom && definition_around(mismatch) != kNoNode) {
    return blame_holder(mismatch, FindingKind::kStaleCode, result);
  }
  result.kind =
      is_code_like(reference_, fresh) ? FindingKind::kStaleCode : FindingKind::kStaleValue;
  if (!fresh.is_atom) result.reference_node = fresh.id;
  if (!target.is_atom) {
    result.actual_node = target.id;
    result.key = {Space::kActualNode, target.id, {}};
  } else {
    result.key = {mismatch.is_root() ? Space::kReferenceRoot : Space::kReferenceEdge,
                  mismatch.reference_edge,
                  {}};
  }
  result.fresh = fresh_object_at(reference_, fresh);
  result.actual = object_at(actual_, target);
}

void Classifier::classify_order(const Mismatch& mismatch, Classified& result) const {
  blame_holder(mismatch, FindingKind::kStaleValue, result);
  result.fresh = EntryOrder{entries_in_order(reference_, mismatch.reference)};
  result.actual = EntryOrder{entries_in_order(actual_, mismatch.actual)};
}

void Classifier::classify_identity(const Mismatch& mismatch, const Reach& reach,
                                   Classified& result) {
  NodeId target = actual_target(mismatch).id;
  NodeId fresh = reference_target(mismatch).id;
  if (!equivalence_) equivalence_.emplace(actual_, reference_, matching_, mask_);
  Equivalence likeness = equivalence_->compare(target, fresh);
  FindingKind kind = stale_kind(reference_, fresh);
  if (likeness == Equivalence::kEqual) kind = FindingKind::kIdentitySplit;
  if (likeness == Equivalence::kPlaceDiffers) kind = FindingKind::kStalePlace;
  bool is_globals = edge_kind(mismatch) == EdgeKind::kGlobals && mismatch.actual != kNoNode &&
                    actual_.nodes[mismatch.actual].kind == NodeKind::kFunction;
  if (is_globals) {
    // Which namespace a function sees is a fact of the function, not of the namespace.
    blame_holder(mismatch, kind, result);
    result.actual = OverOldNamespace{object_at(actual_, {false, result.actual_node})};
    return;
  }
  result.kind = kind;
  result.key = {Space::kActualNode, target, {}};
  result.actual_node = target;
  result.reference_node = fresh;
  result.fresh = fresh_object_at(reference_, {false, fresh});
  result.actual = object_at(actual_, {false, target});
  NodeId partner = matching_.actual_of[fresh];
  const Path* place = partner == kNoNode ? nullptr : reach.of(partner);
  if (kind == FindingKind::kIdentitySplit && place != nullptr) {
    result.fresh = SameObjectAs{place->text};
  }
}

void Classifier::blame_holder(const Mismatch& mismatch, FindingKind kind,
                              Classified& result) const {
  NodeId around = definition_around(mismatch);
  NodeId holder = around != kNoNode ? around : mismatch.actual;
  NodeId fresh = matching_.reference_of[holder];
  result.kind = kind;
  result.key = {Space::kActualNode, holder, {}};
  result.actual_node = holder;
  result.reference_node = fresh == kNoNode ? mismatch.reference : fresh;
  result.fresh = fresh_object_at(reference_, {false, result.reference_node});
  result.actual = object_at(actual_, {false, holder});
  result.is_about_object = true;
}

bool Classifier::is_whole(const Mismatch& mismatch, NodeKind holder) const {
  return is_container(holder) || holder == NodeKind::kFunction ||
         definition_around(mismatch) != kNoNode;
}

void Classifier::blame_whole(const Mismatch& mismatch, Classified& result) const {
  bool is_code = actual_.nodes[mismatch.actual].kind == NodeKind::kFunction ||
                 definition_around(mismatch) != kNoNode;
  blame_holder(mismatch, is_code ? FindingKind::kStaleCode : FindingKind::kStaleValue, result);
}

NodeId Classifier::definition_around(const Mismatch& mismatch) const {
  if (mismatch.actual == kNoNode) return kNoNode;
  NodeKind kind = actual_.nodes[mismatch.actual].kind;
  std::optional<EdgeKind> edge = edge_kind(mismatch);
  // What a function closes over and what hangs on it are values that it holds.
  bool is_held = edge == EdgeKind::kClosure || edge == EdgeKind::kOwnDict;
  if (kind == NodeKind::kFunction && !is_held) return mismatch.actual;
  // The other edges of a class are names in it.
  if (kind == NodeKind::kClass && edge && edge != EdgeKind::kAttribute) return mismatch.actual;
  return kNoNode;
}

Target Classifier::actual_target(const Mismatch& mismatch) const {
  return mismatch.is_root() ? target_of(actual_.roots[mismatch.actual_edge])
                            : target_of(actual_.edges[mismatch.actual_edge]);
}

Target Classifier::reference_target(const Mismatch& mismatch) const {
  return mismatch.is_root() ? target_of(reference_.roots[mismatch.reference_edge])
                            : target_of(reference_.edges[mismatch.reference_edge]);
}

std::string_view Classifier::mismatch_label(const Mismatch& mismatch) const {
  if (mismatch.is_root()) {
    return mismatch.actual_edge != kNoEdge
               ? actual_.text(actual_.roots[mismatch.actual_edge].label)
               : reference_.text(reference_.roots[mismatch.reference_edge].label);
  }
  if (mismatch.actual_edge != kNoEdge)
    return actual_.text(actual_.edges[mismatch.actual_edge].label);
  if (mismatch.reference_edge == kNoEdge) return {};
  return reference_.text(reference_.edges[mismatch.reference_edge].label);
}

std::optional<EdgeKind> Classifier::edge_kind(const Mismatch& mismatch) const {
  if (mismatch.is_root()) return {};
  if (mismatch.actual_edge != kNoEdge) return actual_.edges[mismatch.actual_edge].kind;
  if (mismatch.reference_edge == kNoEdge) return {};
  return reference_.edges[mismatch.reference_edge].kind;
}

bool Classifier::is_entry(const Mismatch& mismatch) const {
  if (mismatch.is_root()) {
    const Root& root = mismatch.actual_edge != kNoEdge ? actual_.roots[mismatch.actual_edge]
                                                       : reference_.roots[mismatch.reference_edge];
    return root.group != RootGroup::kModules;
  }
  if (mismatch.actual != kNoNode) return is_registry_here_[mismatch.actual];
  return is_registry_there_[mismatch.reference];
}

/// Whether the holder's entries go by key: only those of a registry or container go by position.
bool Classifier::is_keyed(const Mismatch& mismatch) const {
  bool is_here = mismatch.actual != kNoNode;
  const Graph& graph = is_here ? actual_ : reference_;
  NodeId holder = is_here ? mismatch.actual : mismatch.reference;
  NodeKind kind = graph.nodes[holder].kind;
  if (kind == NodeKind::kRegistry) return edge_kind(mismatch) != EdgeKind::kPosition;
  return !is_container(kind);
}

/// The root's label is filled in by whoever knows the path.
RegistryChange Classifier::residue_entry(const Mismatch& mismatch) const {
  bool is_missing = mismatch.kind == MismatchKind::kMissing;
  RegistryChange change{.is_missing = is_missing};
  if (mismatch.kind == MismatchKind::kOrder) {
    change.is_order = true;
  } else if (!mismatch.is_root() && is_keyed(mismatch)) {
    change.key = mismatch_label(mismatch);
  } else {
    change.entry = is_missing ? registry_entry_at(reference_, reference_target(mismatch))
                              : registry_entry_at(actual_, actual_target(mismatch));
  }
  return change;
}

/// Whether the reference's registry has an entry that looks the same at a glance. A key is there
/// once.
bool Classifier::has_twin(const Mismatch& mismatch) const {
  if (mismatch.is_root() || mismatch.reference == kNoNode || is_keyed(mismatch)) return false;
  Target target = actual_target(mismatch);
  return std::ranges::any_of(edges_of(reference_, mismatch.reference), [&](const Edge& edge) {
    if (edge.role == EdgeRole::kNote || edge.is_atom != target.is_atom) return false;
    if (edge.is_atom) return reference_.text(edge.target) == actual_.text(target.id);
    const Node& a = actual_.nodes[target.id];
    const Node& r = reference_.nodes[edge.target];
    bool looks_alike = a.kind == r.kind && actual_.text(a.type) == reference_.text(r.type) &&
                       actual_.text(a.name) == reference_.text(r.name);
    // Any two tuples have the same type.
    bool may_be_any = is_container(a.kind) && actual_.text(a.type).starts_with("builtins.");
    return looks_alike &&
           (!may_be_any || have_same_atoms(actual_, target.id, reference_, edge.target));
  });
}

}  // namespace afresh
