// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/differences.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "harness/oracles/graph/classify.hpp"
#include "harness/oracles/graph/reach.hpp"

namespace afresh {
namespace {

bool precedes(const Path& a, const Path& b) { return comes_before(a, b); }

/// All mismatches of one object.
struct CollectedDifference {
  Classified best;  ///< first in precedence, of those the one with the first path
  Path best_path;
  std::vector<Path> paths;
  std::set<NodeId> objects;  ///< to be looked up wherever they stand
  std::vector<RegistryChange> entries;
  bool is_only_entries = true;
};

class DifferenceCollector {
 public:
  DifferenceCollector(const Graph& actual, const Graph& reference, const Matching& matching,
                      const Mask& mask, const Scope& scope)
      : actual_(actual),
        reference_(reference),
        matching_(matching),
        reach_(actual, matching, scope),
        classifier_(actual, reference, matching, mask) {}

  std::vector<Difference> run() {
    for (const Mismatch& mismatch : matching_.mismatches) collect(mismatch);
    add_places_of_objects();
    std::vector<Difference> differences;
    for (auto& [key, gathered] : gathered_) differences.push_back(finish(gathered));
    std::ranges::sort(differences, [](const Difference& a, const Difference& b) {
      return std::tie(a.kind, a.paths, a.actual) < std::tie(b.kind, b.paths, b.actual);
    });
    return differences;
  }

 private:
  void collect(const Mismatch& mismatch) {
    Path path = mismatch_path(reference_, actual_, reach_, mismatch);
    if (path.text.empty()) return;
    Classified classified = classifier_.classify(mismatch, reach_);
    if (classified.entry) classified.entry->root = path.text.substr(0, path.root_length);
    auto [found, is_new] = gathered_.try_emplace(classified.key);
    CollectedDifference& gathered = found->second;
    if (classified.is_about_object) {
      gathered.objects.insert(classified.actual_node);
    } else {
      gathered.paths.push_back(path);
    }
    if (classified.entry) {
      gathered.entries.push_back(*classified.entry);
    } else {
      gathered.is_only_entries = false;
    }
    bool is_better = is_new || classified.kind < gathered.best.kind ||
                     (classified.kind == gathered.best.kind && precedes(path, gathered.best_path));
    if (!is_better) return;
    gathered.best = std::move(classified);
    gathered.best_path = std::move(path);
  }

  /// An object that is wrong in itself is met at every place that leads to it.
  void add_places_of_objects() {
    std::map<NodeId, std::vector<CollectedDifference*>> wanted;
    for (auto& [key, gathered] : gathered_) {
      for (NodeId node : gathered.objects) wanted[node].push_back(&gathered);
    }
    if (wanted.empty()) return;
    auto add = [&](NodeId node, const Path& path) {
      auto found = wanted.find(node);
      if (found == wanted.end()) return;
      for (CollectedDifference* gathered : found->second) gathered->paths.push_back(path);
    };
    for (NodeId holder = 0; holder < actual_.nodes.size(); ++holder) {
      if (reach_.of(holder) == nullptr) continue;
      const Node& n = actual_.nodes[holder];
      for (std::uint32_t e = n.first_edge; e < n.first_edge + n.edge_count; ++e) {
        const Edge& edge = actual_.edges[e];
        if (edge.is_atom || !matching_.agreed_edges[e] || !wanted.contains(edge.target)) continue;
        add(edge.target, reach_.below(holder, edge));
      }
    }
    for (auto& [node, all] : wanted) {
      // The target of a root has no edge that leads to it.
      const Path* path = reach_.of(node);
      if (path != nullptr) add(node, *path);
    }
  }

  static Difference finish(CollectedDifference& gathered) {
    std::ranges::sort(gathered.paths, precedes);
    auto has_same_text = [](const Path& a, const Path& b) { return a.text == b.text; };
    gathered.paths.erase(std::unique(gathered.paths.begin(), gathered.paths.end(), has_same_text),
                         gathered.paths.end());
    Difference difference;
    difference.kind = gathered.best.kind;
    difference.actual_node = gathered.best.actual_node;
    difference.reference_node = gathered.best.reference_node;
    difference.fresh = std::move(gathered.best.fresh);
    difference.actual = std::move(gathered.best.actual);
    difference.entries = std::move(gathered.entries);
    difference.is_only_entries = gathered.is_only_entries;
    const Path& first = gathered.paths.front();
    difference.holder = first.text.substr(0, first.holder_length);
    difference.root = first.text.substr(0, first.root_length);
    difference.group = first.group;
    difference.owner = first.owner;
    for (const Path& path : gathered.paths) {
      if (difference.paths.size() < kMaxPaths) difference.paths.push_back(path.text);
    }
    return difference;
  }

  const Graph& actual_;
  const Graph& reference_;
  const Matching& matching_;
  Reach reach_;
  Classifier classifier_;
  std::map<ObjectKey, CollectedDifference> gathered_;
};

}  // namespace

std::vector<Difference> differences(const Graph& actual, const Graph& reference,
                                    const Matching& matching, const Mask& mask,
                                    const Scope& scope) {
  if (matching.mismatches.empty()) return {};
  return DifferenceCollector(actual, reference, matching, mask, scope).run();
}

}  // namespace afresh
