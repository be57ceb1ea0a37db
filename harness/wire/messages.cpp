// SPDX-License-Identifier: MIT
#include "harness/wire/messages.hpp"

#include "harness/wire/bytes.hpp"

namespace afresh::wire {
namespace {

// Each type has one `put` and one `get`, in the same order of members.

void put(ByteWriter& w, const std::vector<std::string>& texts) {
  w.list(texts, [&](const std::string& text) { w.text(text); });
}
std::vector<std::string> get_texts(ByteReader& r) {
  return r.list([&] { return r.text(); });
}

void put(ByteWriter& w, const std::map<std::string, std::string>& texts) {
  w.list(texts, [&](const auto& entry) {
    w.text(entry.first);
    w.text(entry.second);
  });
}
std::map<std::string, std::string> get_map(ByteReader& r) {
  std::map<std::string, std::string> texts;
  auto entries = r.list([&] {
    std::string key = r.text();
    return std::pair(std::move(key), r.text());
  });
  for (auto& [key, value] : entries) texts.emplace(std::move(key), std::move(value));
  return texts;
}

void put(ByteWriter& w, const ObjectRef& object) {
  w.number(object.kind);
  for (const std::string* text :
       {&object.type, &object.module, &object.name, &object.value, &object.file})
    w.text(*text);
  w.number(object.load);
  w.number(object.size);
}
ObjectRef get_object(ByteReader& r) {
  ObjectRef object{.kind = r.bounded(kObjectKinds.back())};
  for (std::string* text :
       {&object.type, &object.module, &object.name, &object.value, &object.file})
    *text = r.text();
  object.load = r.number<std::uint32_t>();
  object.size = r.number<std::uint32_t>();
  return object;
}

void put(ByteWriter& w, const Link& link) {
  w.number(link.kind);
  w.text(link.label);
  w.text(link.steps);
}
Link get_link(ByteReader& r) {
  Link link{.kind = r.bounded(kLinkKinds.back())};
  link.label = r.text();
  link.steps = r.text();
  return link;
}

void put(ByteWriter& w, const StrategySource& s) {
  w.text(s.name);
  w.text(s.source);
  w.text(s.file);
}
StrategySource get_strategy(ByteReader& r) {
  StrategySource s;
  s.name = r.text();
  s.source = r.text();
  s.file = r.text();
  return s;
}

struct PutAction {
  ByteWriter& w;
  void operator()(const WriteFilesOp& op) const {
    w.list(op.changes, [&](const FileChange& change) {
      w.text(change.path);
      w.number(change.content.has_value());
      w.text(change.content.value_or(""));
    });
    w.number(op.second);
  }
  void operator()(const TouchOp& op) const {
    w.text(op.path);
    w.number(op.second);
  }
  void operator()(const ImportOp& op) const { put(w, op.modules); }
  void operator()(const PrecompileOp&) const {}
  void operator()(const EnableOp& op) const { w.text(op.addon); }
  void operator()(const ReloadOp& op) const { w.text(op.addon); }
  void operator()(const DisableOp& op) const { w.text(op.addon); }
  void operator()(const HostDisableOp& op) const { w.text(op.addon); }
  void operator()(const PythonOp& op) const {
    w.text(op.code);
    w.number(op.line);
  }
  void operator()(const ExpectOp& op) const {
    w.text(op.expression);
    w.number(op.line);
  }
  void operator()(const SetOp& op) const {
    w.text(op.name);
    w.text(op.literal);
  }
  void operator()(const TurnOp&) const {}
  void operator()(const LoadDocumentOp& op) const { w.text(op.bytes); }
  void operator()(const LeakCheckOp& op) const { w.number(op.is_final); }
};

struct GetAction {
  ByteReader& r;
  void operator()(WriteFilesOp& op) const {
    op.changes = r.list([&] {
      FileChange change{.path = r.text(), .content = {}};
      bool has_content = r.flag();
      std::string content = r.text();
      if (has_content) change.content = std::move(content);
      return change;
    });
    op.second = r.number<std::int64_t>();
  }
  void operator()(TouchOp& op) const {
    op.path = r.text();
    op.second = r.number<std::int64_t>();
  }
  void operator()(ImportOp& op) const { op.modules = get_texts(r); }
  void operator()(PrecompileOp&) const {}
  void operator()(EnableOp& op) const { op.addon = r.text(); }
  void operator()(ReloadOp& op) const { op.addon = r.text(); }
  void operator()(DisableOp& op) const { op.addon = r.text(); }
  void operator()(HostDisableOp& op) const { op.addon = r.text(); }
  void operator()(PythonOp& op) const {
    op.code = r.text();
    op.line = r.number<int>();
  }
  void operator()(ExpectOp& op) const {
    op.expression = r.text();
    op.line = r.number<int>();
  }
  void operator()(SetOp& op) const {
    op.name = r.text();
    op.literal = r.text();
  }
  void operator()(TurnOp&) const {}
  void operator()(LoadDocumentOp& op) const { op.bytes = r.text(); }
  void operator()(LeakCheckOp& op) const { op.is_final = r.flag(); }
};

// A variant travels as its index and then the alternative.
template <typename Variant, typename Put>
void put_variant(ByteWriter& w, const Variant& value, Put&& put_alternative) {
  w.number(static_cast<std::uint8_t>(value.index()));
  std::visit(put_alternative, value);
}
template <typename Variant, std::size_t I = 0>
Variant alternative(std::uint8_t index) {
  if constexpr (I < std::variant_size_v<Variant>) {
    if (index == I) return Variant(std::in_place_index<I>);
    return alternative<Variant, I + 1>(index);
  } else {
    throw DamagedBytes("an unknown alternative");
  }
}
template <typename Variant, typename Get>
Variant get_variant(ByteReader& r, Get&& get_alternative) {
  auto value = alternative<Variant>(r.number<std::uint8_t>());
  std::visit(get_alternative, value);
  return value;
}

struct PutRequest {
  ByteWriter& w;
  void operator()(const Script& s) const {
    put(w, s.addons);
    w.number(s.host);
    w.number(s.taken_names);
    w.number(s.automatic_gc);
    put(w, s.strategy);
    w.list(s.ops, [&](const Op& op) {
      put_variant(w, op.action, PutAction{w});
      w.number(op.step);
      w.number(op.snapshot);
      w.number(op.save_document);
    });
  }
  void operator()(const AdaptRequest& request) const {
    put(w, request.strategy);
    put(w, request.files);
  }
  void operator()(const FactsRequest& request) const { put(w, request.sources); }
  void operator()(const DescribeRequest& request) const { put(w, request.strategy); }
};

struct GetRequest {
  ByteReader& r;
  void operator()(Script& s) const {
    s.addons = get_texts(r);
    s.host = r.bounded(kHostKinds.back());
    s.taken_names = r.bounded(TakenNames::kLenient);
    s.automatic_gc = r.flag();
    s.strategy = get_strategy(r);
    s.ops = r.list([&] {
      Op op;
      op.action = get_variant<OpAction>(r, GetAction{r});
      op.step = r.number<std::int32_t>();
      op.snapshot = r.flag();
      op.save_document = r.flag();
      return op;
    });
  }
  void operator()(AdaptRequest& request) const {
    request.strategy = get_strategy(r);
    request.files = get_map(r);
  }
  void operator()(FactsRequest& request) const { request.sources = get_map(r); }
  void operator()(DescribeRequest& request) const { request.strategy = get_strategy(r); }
};

struct PutEvent {
  ByteWriter& w;
  void operator()(const OpStarted& e) const {
    w.number(e.op);
    w.number(e.at_us);
  }
  void operator()(const OpEnded& e) const {
    w.number(e.op);
    w.number(e.result.outcome);
    w.text(e.result.type);
    w.text(e.result.message);
    w.text(e.result.traceback);
    w.text(e.result.where);
    w.number(e.at_us);
  }
  void operator()(const Snapshot& e) const {
    w.number(e.op);
    put(w, e.graph.strings);
    w.array(e.graph.nodes);
    w.array(e.graph.edges);
    w.array(e.graph.roots);
    w.number(e.graph.opaque);
    put(w, e.libraries);
  }
  void operator()(const LedgerEntry& e) const {
    w.text(e.probe);
    w.number(e.is_removal);
    w.text(e.name);
    w.text(e.owner);
    w.text(e.where);
    w.number(e.op);
  }
  void operator()(const BodyRun& e) const {
    w.text(e.file);
    w.number(e.within);
    w.number(e.op);
  }
  void operator()(const SavedDocument& e) const {
    w.number(e.op);
    w.text(e.bytes);
  }
  void operator()(const LeakCheck& e) const {
    w.number(e.op);
    w.number(e.tagged);
    w.list(e.survivors, [&](const Survivor& survivor) {
      put(w, survivor.object);
      w.number(survivor.owner);
      w.list(survivor.holders, [&](const Link& link) { put(w, link); });
      w.number(survivor.is_cached);
    });
  }
  void operator()(const Handover& e) const {
    w.number(e.op);
    put(w, e.wanted);
    w.number(e.keeps_disk);
    w.number(e.keeps_document);
    w.text(e.document);
    put(w, e.first_enabled);
  }
  void operator()(const StrategyDescription& e) const {
    w.text(e.summary);
    w.number(e.adapts);
    w.number(e.disables);
    w.number(e.installs);
  }
  void operator()(const AdaptedFiles& e) const { put(w, e.files); }
  void operator()(const SourceFacts& e) const {
    w.list(e.files, [&](const auto& file) {
      w.text(file.first);
      w.list(file.second, [&](const BindingFact& fact) {
        w.text(fact.name);
        w.number(fact.kind);
        w.number(fact.line);
        w.text(fact.text);
        w.text(fact.module);
        w.text(fact.original);
        w.list(fact.reads, [&](const std::string& name) { w.text(name); });
      });
    });
    w.list(e.unread, [&](const std::string& path) { w.text(path); });
  }
  void operator()(const RequestFailed& e) const { w.text(e.message); }
  void operator()(const Finished&) const {}
};

struct GetEvent {
  ByteReader& r;
  void operator()(OpStarted& e) const {
    e.op = r.number<std::uint32_t>();
    e.at_us = r.number<std::int64_t>();
  }
  void operator()(OpEnded& e) const {
    e.op = r.number<std::uint32_t>();
    e.result.outcome = r.bounded(OpOutcome::kFailed);
    e.result.type = r.text();
    e.result.message = r.text();
    e.result.traceback = r.text();
    e.result.where = r.text();
    e.at_us = r.number<std::int64_t>();
  }
  void operator()(Snapshot& e) const {
    e.op = r.number<std::uint32_t>();
    e.graph.strings = get_texts(r);
    e.graph.nodes = r.array<Node>();
    e.graph.edges = r.array<Edge>();
    e.graph.roots = r.array<Root>();
    e.graph.opaque = r.number<std::uint32_t>();
    e.libraries = get_texts(r);
    check(e.graph);
  }
  void operator()(LedgerEntry& e) const {
    e.probe = r.text();
    e.is_removal = r.flag();
    e.name = r.text();
    e.owner = r.text();
    e.where = r.text();
    e.op = r.number<std::uint32_t>();
  }
  void operator()(BodyRun& e) const {
    e.file = r.text();
    e.within = r.number<std::int32_t>();
    e.op = r.number<std::uint32_t>();
  }
  void operator()(SavedDocument& e) const {
    e.op = r.number<std::uint32_t>();
    e.bytes = r.text();
  }
  void operator()(LeakCheck& e) const {
    e.op = r.number<std::uint32_t>();
    e.tagged = r.number<std::uint32_t>();
    e.survivors = r.list([&] {
      Survivor survivor;
      survivor.object = get_object(r);
      survivor.owner = r.number<std::int32_t>();
      survivor.holders = r.list([&] { return get_link(r); });
      survivor.is_cached = r.flag();
      return survivor;
    });
  }
  void operator()(Handover& e) const {
    e.op = r.number<std::uint32_t>();
    e.wanted = get_texts(r);
    e.keeps_disk = r.flag();
    e.keeps_document = r.flag();
    e.document = r.text();
    e.first_enabled = get_texts(r);
  }
  void operator()(StrategyDescription& e) const {
    e.summary = r.text();
    e.adapts = r.flag();
    e.disables = r.flag();
    e.installs = r.flag();
  }
  void operator()(AdaptedFiles& e) const { e.files = get_map(r); }
  void operator()(SourceFacts& e) const {
    auto files = r.list([&] {
      std::string path = r.text();
      auto facts = r.list([&] {
        BindingFact fact;
        fact.name = r.text();
        fact.kind = r.bounded(BindingKind::kEffect);
        fact.line = r.number<int>();
        fact.text = r.text();
        fact.module = r.text();
        fact.original = r.text();
        fact.reads = r.list([&] { return r.text(); });
        return fact;
      });
      return std::pair(std::move(path), std::move(facts));
    });
    for (auto& [path, facts] : files) e.files.emplace(std::move(path), std::move(facts));
    e.unread = r.list([&] { return r.text(); });
  }
  void operator()(RequestFailed& e) const { e.message = r.text(); }
  void operator()(Finished&) const {}

  // The oracles index and switch without looking: everything must be in range before they see the
  // graph.
  static void check(const Graph& graph) {
    auto check_string = [&](StringId id) { check_index(id, graph.strings.size()); };
    auto check_target = [&](const bool& is_atom, std::uint32_t target) {
      check_flag(is_atom);
      check_index(target, is_atom ? graph.strings.size() : graph.nodes.size());
    };
    if (graph.strings.empty()) throw DamagedBytes("a snapshot without strings");
    for (const Node& node : graph.nodes) {
      check_last(node.kind, NodeKind::kRegistry);
      check_string(node.type);
      check_string(node.name);
      if (std::uint64_t{node.first_edge} + node.edge_count > graph.edges.size()) {
        throw DamagedBytes("a node with edges past the end");
      }
    }
    for (const Edge& edge : graph.edges) {
      check_last(edge.kind, EdgeKind::kTrait);
      check_last(edge.role, EdgeRole::kNote);
      check_string(edge.label);
      check_target(edge.is_atom, edge.target);
    }
    for (const Root& root : graph.roots) {
      check_last(root.group, RootGroup::kDocument);
      check_string(root.label);
      check_target(root.is_atom, root.target);
    }
  }
  static void check_index(std::size_t index, std::size_t size) {
    if (index >= size) throw DamagedBytes("an index past the end");
  }
  template <typename Enum>
  static void check_last(Enum value, Enum last) {
    if (value > last) throw DamagedBytes("a kind that no writer knows");
  }
  // Looked at as a byte: a `bool` that is neither 0 nor 1 cannot be asked.
  static void check_flag(const bool& flag) {
    unsigned char byte = 0;
    std::memcpy(&byte, &flag, sizeof byte);
    if (byte > 1) throw DamagedBytes("a flag that is neither set nor clear");
  }
};

}  // namespace

std::string encode(const Request& request) {
  ByteWriter w;
  put_variant(w, request, PutRequest{w});
  return w.take();
}

Request decode_request(std::string_view bytes) {
  ByteReader r(bytes);
  return get_variant<Request>(r, GetRequest{r});
}

std::string encode(const Event& event) {
  ByteWriter w;
  put_variant(w, event, PutEvent{w});
  return w.take();
}

std::vector<Event> decode_events(std::string_view bytes) {
  ByteReader r(bytes);
  std::vector<Event> events;
  while (!r.at_end()) events.push_back(get_variant<Event>(r, GetEvent{r}));
  return events;
}

}  // namespace afresh::wire
