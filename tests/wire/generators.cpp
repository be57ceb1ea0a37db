// SPDX-License-Identifier: MIT
#include "tests/wire/generators.hpp"

#include "tests/values/findings.hpp"

namespace afresh::testing {
namespace {

using rc::Gen;
namespace gen = rc::gen;

// Any byte, NUL included: source texts are bytes.
Gen<std::string> text() { return gen::container<std::string>(gen::arbitrary<char>()); }
Gen<std::vector<std::string>> texts() { return gen::container<std::vector<std::string>>(text()); }
Gen<std::map<std::string, std::string>> text_map() {
  return gen::container<std::map<std::string, std::string>>(text(), text());
}

Gen<StrategySource> strategy() {
  return gen::build<StrategySource>(gen::set(&StrategySource::name, text()),
                                    gen::set(&StrategySource::source, text()),
                                    gen::set(&StrategySource::file, text()));
}

Gen<FileChange> file_change() {
  return gen::apply(
      [](std::string path, bool is_deleted, std::string content) {
        return FileChange{.path = std::move(path),
                          .content = is_deleted ? std::nullopt : std::optional(std::move(content))};
      },
      text(), gen::arbitrary<bool>(), text());
}

template <typename T>
Gen<OpAction> action(Gen<T> of) {
  return gen::cast<OpAction>(std::move(of));
}
template <typename T>
Gen<OpAction> on_addon() {
  return action(gen::build<T>(gen::set(&T::addon, text())));
}

Gen<OpAction> op_action() {
  return gen::oneOf(
      action(gen::build<WriteFilesOp>(
          gen::set(&WriteFilesOp::changes, gen::container<std::vector<FileChange>>(file_change())),
          gen::set(&WriteFilesOp::second))),
      action(gen::build<TouchOp>(gen::set(&TouchOp::path, text()), gen::set(&TouchOp::second))),
      action(gen::build<ImportOp>(gen::set(&ImportOp::modules, texts()))),
      action(gen::just(PrecompileOp{})), on_addon<EnableOp>(), on_addon<ReloadOp>(),
      on_addon<DisableOp>(), on_addon<HostDisableOp>(),
      action(gen::build<PythonOp>(gen::set(&PythonOp::code, text()), gen::set(&PythonOp::line))),
      action(
          gen::build<ExpectOp>(gen::set(&ExpectOp::expression, text()), gen::set(&ExpectOp::line))),
      action(gen::build<SetOp>(gen::set(&SetOp::name, text()), gen::set(&SetOp::literal, text()))),
      action(gen::just(TurnOp{})),
      action(gen::build<LoadDocumentOp>(gen::set(&LoadDocumentOp::bytes, text()))),
      action(gen::build<LeakCheckOp>(gen::set(&LeakCheckOp::is_final))));
}

Gen<Script> script() {
  auto op = gen::build<Op>(gen::set(&Op::action, op_action()), gen::set(&Op::step),
                           gen::set(&Op::snapshot), gen::set(&Op::save_document));
  return gen::build<Script>(
      gen::set(&Script::addons, texts()),
      gen::set(&Script::taken_names, gen::element(TakenNames::kStrict, TakenNames::kLenient)),
      gen::set(&Script::automatic_gc), gen::set(&Script::strategy, strategy()),
      gen::set(&Script::ops, gen::container<std::vector<Op>>(op)));
}

Gen<OpResult> op_result() {
  return gen::build<OpResult>(
      gen::set(&OpResult::outcome,
               gen::element(OpOutcome::kNotReached, OpOutcome::kOk, OpOutcome::kRaised,
                            OpOutcome::kRefused, OpOutcome::kFailed)),
      gen::set(&OpResult::type, text()), gen::set(&OpResult::message, text()),
      gen::set(&OpResult::traceback, text()), gen::set(&OpResult::where, text()));
}

Gen<LeakCheck> leak_check() {
  auto survivor = gen::build<Survivor>(
      gen::set(&Survivor::object, gen_object(text())), gen::set(&Survivor::owner),
      gen::set(&Survivor::holders, gen::container<std::vector<Link>>(gen_link(text()))),
      gen::set(&Survivor::is_cached));
  return gen::build<LeakCheck>(
      gen::set(&LeakCheck::op), gen::set(&LeakCheck::tagged),
      gen::set(&LeakCheck::survivors, gen::container<std::vector<Survivor>>(survivor)));
}

Gen<SourceFacts> facts() {
  auto fact = gen::build<BindingFact>(
      gen::set(&BindingFact::name, text()),
      gen::set(&BindingFact::kind, gen::element(BindingKind::kImport, BindingKind::kFromImport,
                                                BindingKind::kStarImport, BindingKind::kDefinition,
                                                BindingKind::kAssignment, BindingKind::kEffect)),
      gen::set(&BindingFact::line), gen::set(&BindingFact::text, text()),
      gen::set(&BindingFact::module, text()), gen::set(&BindingFact::original, text()),
      gen::set(&BindingFact::reads, gen::element(std::vector<std::string>{},
                                                 std::vector<std::string>{"", "settings.STEP"})));
  return gen::build<SourceFacts>(
      gen::set(&SourceFacts::files, gen::container<std::map<std::string, std::vector<BindingFact>>>(
                                        text(), gen::container<std::vector<BindingFact>>(fact))),
      gen::set(&SourceFacts::unread,
               gen::element(std::vector<std::string>{}, std::vector<std::string>{"a.py"})));
}

// Drawn from one stream of numbers, so that sizes and indexes fit together.
class Draw {
 public:
  explicit Draw(const std::vector<std::uint32_t>& numbers) : numbers_(numbers) {}
  std::uint32_t below(std::size_t bound) {
    std::uint32_t number = numbers_.empty() ? 0 : numbers_[next_++ % numbers_.size()];
    return number % static_cast<std::uint32_t>(bound);
  }

 private:
  const std::vector<std::uint32_t>& numbers_;
  std::size_t next_ = 0;
};

Graph make_graph(std::vector<std::string> strings, std::size_t nodes,
                 const std::vector<std::uint32_t>& numbers) {
  Draw draw(numbers);
  strings.insert(strings.begin(), "");
  Graph graph{.strings = std::move(strings)};
  auto string = [&] { return draw.below(graph.strings.size()); };
  for (std::size_t i = 0; i < nodes; ++i) {
    Node node{.kind = static_cast<NodeKind>(
                  draw.below(static_cast<std::size_t>(NodeKind::kRegistry) + 1)),
              .type = string(),
              .name = string(),
              .owner = static_cast<std::int32_t>(draw.below(3)) - 1,
              .born = draw.below(5),
              .first_edge = static_cast<std::uint32_t>(graph.edges.size()),
              .edge_count = draw.below(4)};
    for (std::uint32_t edge = 0; edge < node.edge_count; ++edge) {
      bool is_atom = draw.below(2) == 1;
      graph.edges.push_back({.label = string(),
                             .kind = static_cast<EdgeKind>(
                                 draw.below(static_cast<std::size_t>(EdgeKind::kTrait) + 1)),
                             .role = static_cast<EdgeRole>(draw.below(3)),
                             .is_atom = is_atom,
                             .target = is_atom ? string() : draw.below(nodes)});
    }
    graph.nodes.push_back(node);
  }
  for (std::uint32_t i = draw.below(nodes + 1); i > 0; --i) {
    graph.roots.push_back({.group = static_cast<RootGroup>(draw.below(4)),
                           .label = string(),
                           .owner = static_cast<std::int32_t>(draw.below(3)) - 1,
                           .is_atom = false,
                           .target = draw.below(nodes)});
  }
  graph.opaque = draw.below(9);
  return graph;
}

}  // namespace

Gen<Snapshot> gen_snapshot() {
  auto graph =
      gen::apply(make_graph, texts(), gen::inRange<std::size_t>(0, 12),
                 gen::container<std::vector<std::uint32_t>>(gen::arbitrary<std::uint32_t>()));
  return gen::build<Snapshot>(gen::set(&Snapshot::op), gen::set(&Snapshot::graph, graph),
                              gen::set(&Snapshot::libraries, texts()));
}

Gen<wire::Request> gen_request() {
  using wire::AdaptRequest;
  using wire::DescribeRequest;
  using wire::FactsRequest;
  using wire::Request;
  return gen::oneOf(
      gen::cast<Request>(script()),
      gen::cast<Request>(gen::build<AdaptRequest>(gen::set(&AdaptRequest::strategy, strategy()),
                                                  gen::set(&AdaptRequest::files, text_map()))),
      gen::cast<Request>(gen::build<FactsRequest>(gen::set(&FactsRequest::sources, text_map()))),
      gen::cast<Request>(
          gen::build<DescribeRequest>(gen::set(&DescribeRequest::strategy, strategy()))));
}

Gen<wire::Event> gen_event() {
  using namespace wire;
  return gen::oneOf(
      gen::cast<Event>(
          gen::build<OpStarted>(gen::set(&OpStarted::op), gen::set(&OpStarted::at_us))),
      gen::cast<Event>(gen::build<OpEnded>(gen::set(&OpEnded::op),
                                           gen::set(&OpEnded::result, op_result()),
                                           gen::set(&OpEnded::at_us))),
      gen::cast<Event>(gen_snapshot()),
      gen::cast<Event>(gen::build<LedgerEntry>(
          gen::set(&LedgerEntry::probe, text()), gen::set(&LedgerEntry::is_removal),
          gen::set(&LedgerEntry::name, text()), gen::set(&LedgerEntry::owner, text()),
          gen::set(&LedgerEntry::where, text()), gen::set(&LedgerEntry::op))),
      gen::cast<Event>(gen::build<BodyRun>(gen::set(&BodyRun::file, text()),
                                           gen::set(&BodyRun::within), gen::set(&BodyRun::op))),
      gen::cast<Event>(gen::build<SavedDocument>(gen::set(&SavedDocument::op),
                                                 gen::set(&SavedDocument::bytes, text()))),
      gen::cast<Event>(leak_check()),
      gen::cast<Event>(gen::build<Handover>(
          gen::set(&Handover::op), gen::set(&Handover::wanted, texts()),
          gen::set(&Handover::keeps_disk), gen::set(&Handover::keeps_document),
          gen::set(&Handover::document, text()), gen::set(&Handover::first_enabled, texts()))),
      gen::cast<Event>(gen::build<StrategyDescription>(
          gen::set(&StrategyDescription::summary, text()), gen::set(&StrategyDescription::adapts),
          gen::set(&StrategyDescription::disables), gen::set(&StrategyDescription::installs))),
      gen::cast<Event>(gen::build<AdaptedFiles>(gen::set(&AdaptedFiles::files, text_map()))),
      gen::cast<Event>(facts()),
      gen::cast<Event>(gen::build<RequestFailed>(gen::set(&RequestFailed::message, text()))),
      gen::cast<Event>(gen::just(Finished{})));
}

}  // namespace afresh::testing
