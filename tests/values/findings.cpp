// SPDX-License-Identifier: MIT
#include "tests/values/findings.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace afresh {

void showValue(const Finding& finding, std::ostream& out) {
  out << name_of(finding.kind) << " of " << name_of(finding.aspect) << " with sides "
      << finding.fresh.index() << " and " << finding.actual.index() << ", cause '"
      << finding.cause.file << "':" << finding.cause.line << '\n';
}

}  // namespace afresh

namespace afresh::testing {
namespace {

using rc::Gen;
namespace gen = rc::gen;

constexpr std::array kEndings{Ending::kCompleted, Ending::kSignal, Ending::kExit,
                              Ending::kDeadline};

template <typename T>
Gen<FindingSide> side(Gen<T> of) {
  return gen::cast<FindingSide>(std::move(of));
}

template <typename T>
Gen<std::vector<T>> few(const Gen<T>& one) {
  return gen::resize(4, gen::container<std::vector<T>>(one));
}

Gen<SourceLine> gen_line(const Gen<std::string>& text) {
  auto known = gen::build<SourceLine>(gen::set(&SourceLine::file, gen::nonEmpty(text)),
                                      gen::set(&SourceLine::line, gen::inRange(0, 5000)),
                                      gen::set(&SourceLine::text, text));
  return gen::oneOf(gen::just(SourceLine{}), known);
}

ObjectRef item(std::uint32_t load) {
  return {.kind = ObjectKind::kClass, .module = "demo.item", .name = "Item", .load = load};
}

}  // namespace

Gen<ObjectRef> gen_object(const Gen<std::string>& text) {
  return gen::build<ObjectRef>(gen::set(&ObjectRef::kind, gen::elementOf(kObjectKinds)),
                               gen::set(&ObjectRef::type, text), gen::set(&ObjectRef::module, text),
                               gen::set(&ObjectRef::name, text), gen::set(&ObjectRef::value, text),
                               gen::set(&ObjectRef::file, text), gen::set(&ObjectRef::load),
                               gen::set(&ObjectRef::size));
}

Gen<Link> gen_link(const Gen<std::string>& text) {
  return gen::build<Link>(gen::set(&Link::kind, gen::elementOf(kLinkKinds)),
                          gen::set(&Link::label, text), gen::set(&Link::steps, text));
}

Gen<FindingSide> gen_side(const Gen<std::string>& text) {
  auto object = gen_object(text);
  auto moment = gen::elementOf(kMoments);
  return gen::oneOf(
      side(gen::just(Nothing{})), side(object),
      side(gen::build<SameObjectAs>(gen::set(&SameObjectAs::path, text))),
      side(gen::build<OverOldNamespace>(gen::set(&OverOldNamespace::function, object))),
      side(gen::build<EntryOrder>(gen::set(&EntryOrder::entries, few(object)))),
      side(gen::build<PythonError>(gen::set(&PythonError::type, text),
                                   gen::set(&PythonError::message, text))),
      side(gen::build<ProcessEnd>(gen::set(&ProcessEnd::ending, gen::elementOf(kEndings)),
                                  gen::set(&ProcessEnd::status))),
      side(gen::build<HeldObject>(gen::set(&HeldObject::object, object),
                                  gen::set(&HeldObject::holders, few(gen_link(text))),
                                  gen::set(&HeldObject::others))),
      side(gen::build<Growth>(gen::set(&Growth::first), gen::set(&Growth::last),
                              gen::set(&Growth::cycles))),
      side(gen::build<ChangedModule>(
          gen::set(&ChangedModule::module, text),
          gen::set(&ChangedModule::change, gen::elementOf(kModuleChanges)))),
      side(gen::build<NamedValue>(gen::set(&NamedValue::name, text),
                                  gen::set(&NamedValue::moment, moment),
                                  gen::set(&NamedValue::is_derived))),
      side(gen::build<SourceState>(gen::set(&SourceState::place, gen_line(text)),
                                   gen::set(&SourceState::moment, moment))));
}

Gen<Finding> gen_finding(const Gen<std::string>& text) {
  auto paths = gen::resize(3, gen::nonEmpty(gen::container<std::vector<std::string>>(text)));
  return gen::build<Finding>(
      gen::set(&Finding::kind, gen::elementOf(kFindingKinds)),
      gen::set(&Finding::aspect, gen::elementOf(kAspects)),
      gen::set(&Finding::step, gen::inRange(0, 1000)), gen::set(&Finding::step_text, text),
      gen::set(&Finding::paths, paths), gen::set(&Finding::fresh, gen_side(text)),
      gen::set(&Finding::actual, gen_side(text)), gen::set(&Finding::overtaken_by, text),
      gen::set(&Finding::cause, gen_line(text)),
      gen::set(&Finding::attribution, gen::elementOf(kAttributions)));
}

Gen<std::string> gen_ascii() {
  // Without the end of a range that `inRange` shrinks with its size.
  auto character = gen::map(gen::arbitrary<std::uint8_t>(),
                            [](std::uint8_t byte) { return static_cast<char>(1 + byte % 126); });
  return gen::resize(12, gen::nonEmpty(gen::container<std::string>(character)));
}

std::vector<FindingSide> every_side() {
  const Link handlers{.kind = LinkKind::kPlace, .label = "hostapi.handlers", .steps = "[1]"};
  const Link emit{.kind = LinkKind::kMethod, .label = "emit"};
  const SourceLine place{.file = "demo/item.py", .line = 4};
  return {Nothing{},
          item(1),
          SameObjectAs{"demo.Item"},
          OverOldNamespace{{.kind = ObjectKind::kFunction,
                            .module = "demo.item",
                            .name = "unit",
                            .file = "demo/item.py",
                            .load = 1}},
          EntryOrder{{{.kind = ObjectKind::kKey, .value = "['a']"}, item(2)}},
          PythonError{"ValueError", "already registered"},
          ProcessEnd{Ending::kSignal, 11},
          HeldObject{item(1), {handlers, emit}, 2},
          Growth{.first = 40, .last = 66, .cycles = 13},
          ChangedModule{"colorsys", ModuleChange::kLoadedAgain},
          NamedValue{"demo.item.LIMIT", Moment::kBefore, true},
          SourceState{place, Moment::kBefore}};
}

std::vector<Finding> every_finding() {
  std::vector<Finding> all;
  for (FindingKind kind : kFindingKinds) {
    for (const FindingSide& actual : every_side()) {
      const std::size_t turn = all.size();
      all.push_back({.kind = kind,
                     .aspect = kAspects[turn % kAspects.size()],
                     .step = static_cast<int>(turn % 3),
                     .step_text = "reload demo",
                     .paths = {"demo.Item", "demo.item.Item"},
                     .fresh = turn % 2 == 0 ? FindingSide(Nothing{}) : FindingSide(item(2)),
                     .actual = actual,
                     .overtaken_by = turn % 5 == 0 ? "demo/item.py" : "",
                     .cause = {.file = "demo/__init__.py", .line = 1, .text = "import item"},
                     .attribution = kAttributions[turn % kAttributions.size()]});
    }
  }
  return all;
}

}  // namespace afresh::testing
