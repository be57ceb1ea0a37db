// A snapshot as a graph: what the agent records and the oracles compare.
// Flat arrays with interned strings, so that it can be copied through shared memory as it is.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

using NodeId = std::uint32_t;
using StringId = std::uint32_t;

/// How a node is compared, not what Python calls it (that is `Node::type`).
enum class NodeKind : std::uint8_t {
  kModule,       ///< a module object; its first edge, with an empty label, is its namespace
  kNamespace,    ///< a module's dictionary: edges by name, order not compared
  kClass,        ///< edges by name, order not compared
  kFunction,     ///< edges: code fingerprints, globals, closure, defaults
  kDict,         ///< atomic keys: edges by key, order compared
  kPairs,        ///< a dictionary with other keys: edges to `kPair` nodes, matched as a multiset
  kPair,         ///< one entry of `kPairs`: edges `key` and `value`
  kList,         ///< edges by position
  kSet,          ///< matched as a multiset
  kInstance,     ///< any other object: edges by attribute name or position
  kTransparent,  ///< made anew at each look (bound method, weak reference, cell): content, no
                 ///< identity
  kRegistry,     ///< one owner's entries of one probe: edges by position, matched as a sequence
};

/// What an edge means for the comparison.
enum class EdgeRole : std::uint8_t {
  kContent,  ///< compared
  kPlace,    ///< compared; a difference here alone is `stale-place`
  kNote,     ///< recorded, never a finding
};

/// What an edge leads to, seen from its holder. Oracles ask this; `Edge::label` is for people.
enum class EdgeKind : std::uint8_t {
  kNameless,   ///< a member of a set, the namespace of a module; the label is empty
  kAttribute,  ///< `.name`
  kPosition,   ///< `[0]`
  kKey,        ///< `['key']`, `[class demo.Row]`
  kModule,     ///< the module that a class or function says it is of
  kGlobals,    ///< the namespace that a function sees
  kCode,       ///< what a function does
  kPlace,      ///< where a function stands: file and lines
  kClosure,    ///< what a function closes over: ` closure x`
  kOwnDict,    ///< the attributes of a function
  kFunction,   ///< the function of a bound method
  kReferent,   ///< what a weak reference refers to
  kPairKey,    ///< the key of a `kPair`
  kPart,       ///< what C code refers to, by its type: ` part builtins.dict 0`
  kTrait,      ///< whatever else describes its holder: ` metaclass`, ` value`, ` line`
};

/// One labelled edge. The target is a node, or an atom: a value written out with its type.
struct Edge {
  StringId label = 0;  ///< as a path continues: `edge_label(kind, name)`
  EdgeKind kind{};
  EdgeRole role = EdgeRole::kContent;
  bool is_atom = false;
  std::uint32_t target = 0;  ///< a `NodeId`, or the `StringId` of the atom's text
};

struct Node {
  NodeKind kind{};
  StringId type = 0;        ///< `builtins.list`, `foo.item.Item`, …
  StringId name = 0;        ///< qualified name of a class or function, key of a module; else empty
  std::int32_t owner = -1;  ///< index into the script's add-ons, or -1
  std::uint32_t born =
      0;  ///< number of the enable, reload or disable that it came with (1-based); 0: untagged
  std::uint32_t first_edge = 0;
  std::uint32_t edge_count = 0;
};

/// The groups of roots, and which aspect looks at them.
enum class RootGroup : std::uint8_t {
  kModules,
  kHost,
  kInterpreter,
  kDocument,  ///< the user's values, which no reload may touch
};

/// Where a snapshot begins: `sys.modules` entries of add-ons (without owner: of libraries, as
/// atoms), and one root for each probe and owner.
struct Root {
  RootGroup group{};
  StringId label = 0;       ///< `demo.settings`, `hostapi.classes`, `sys.path`
  std::int32_t owner = -1;  ///< index into the script's add-ons, or -1
  bool is_atom = false;
  std::uint32_t target = 0;
};

struct Graph {
  std::vector<std::string> strings;  ///< [0] is empty
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Root> roots;
  std::uint32_t opaque = 0;  ///< objects of which only the type was recorded

  [[nodiscard]] std::string_view text(StringId id) const { return strings[id]; }
};

}  // namespace afresh
