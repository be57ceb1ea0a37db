// The line that acts on something process-wide, and when none is named.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/effect_lines.hpp"

#include <gmock/gmock.h>

#include "harness/oracles/attribution/cause.hpp"
#include "harness/oracles/graph/object_refs.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

/// A file `demo.py` that ran and has these lines: what each acts on, and its text.
class Ran {
 public:
  struct Line {
    std::string acts_on;
    std::string text;
  };
  Ran(std::initializer_list<Line> lines) {
    std::vector<BindingFact>& facts = sources_[1].files["demo.py"];
    for (const Line& line : lines) {
      int number = static_cast<int>(facts.size()) + 1;
      facts.push_back({line.acts_on, BindingKind::kEffect, number, line.text});
    }
  }
  [[nodiscard]] std::string on(std::string_view path, const FindingSide& actual) const {
    return in_short(find_effect_line(path, actual, evidence()));
  }
  [[nodiscard]] std::string entry(std::string_view key) const {
    return in_short(entry_in_modules(key, evidence()));
  }

 private:
  [[nodiscard]] CauseEvidence evidence() const {
    return {none_, ledger_, ExecutionHistory(runs_, {}, &sources_)};
  }
  SourceFacts none_;
  std::vector<LedgerEntry> ledger_;
  std::vector<BodyRun> runs_{{"demo.py", -1, 1}};
  SourcesByOp sources_;
};

ObjectRef function(std::string name) {
  return {
      .kind = ObjectKind::kFunction, .module = "demo", .name = std::move(name), .file = "demo.py"};
}
const ObjectRef kSink{.kind = ObjectKind::kInstance, .type = "demo.Sink"};
const ObjectRef kTuple{.kind = ObjectKind::kContainer, .type = "builtins.tuple", .size = 4};

TEST(Effect, IsTheOneLineThatActsOnTheRegistry) {
  Ran ran{{"atexit.register", "atexit.register(bye)"}, {"sys.path.append", "sys.path.append(p)"}};
  EXPECT_EQ(ran.on("atexit[0]", function("bye")), "demo.py:1: atexit.register(bye)");
  EXPECT_EQ(ran.on("sys.path[4]", parse_atom("str '/x'")), "demo.py:2: sys.path.append(p)");
  EXPECT_EQ(ran.on("sys.path_hooks[0]", function("f")), "");
}

TEST(Effect, OfSeveralIsTheOneThatMentionsWhatIsThere) {
  Ran ran{{"atexit.register", "atexit.register(one)"},
          {"atexit.register", "atexit.register(two)"},
          {"os.environ['A']", "os.environ['A'] = '1'"},
          {"os.environ['B']", "os.environ[\"B\"] = '2'"}};
  EXPECT_EQ(ran.on("atexit[1]", function("two")), "demo.py:2: atexit.register(two)");
  EXPECT_EQ(ran.on("atexit[1]", function("three")), "");
  EXPECT_EQ(ran.on("environment[B]", parse_atom("str '2'")), "demo.py:4: os.environ[\"B\"] = '2'");
  EXPECT_EQ(ran.on("environment[A]", parse_atom("str '2'")), "")
      << "one line says the name, one the value";
}

TEST(Effect, OnALoggerIsOfTheKindThatWasFound) {
  Ran ran{{"log.addHandler", "log.addHandler(Sink())"}, {"log.setLevel", "log.setLevel(10)"}};
  EXPECT_EQ(ran.on("logging.getLogger('demo').handlers[0]", kSink),
            "demo.py:1: log.addHandler(Sink())");
  EXPECT_EQ(ran.on("logging[getLogger('demo').level]", parse_atom("int 10")),
            "demo.py:2: log.setLevel(10)");
  EXPECT_EQ(ran.on("logging.getLogger('demo').filters[0]", kSink), "");
}

TEST(Effect, OfALibraryFunctionNeedsItsKey) {
  Ran ran{{"shutil.register_archive_format", "shutil.register_archive_format('demo', pack)"},
          {"shutil.rmtree", "shutil.rmtree(folder)"}};
  EXPECT_EQ(ran.on("shutil._ARCHIVE_FORMATS['demo']", kTuple),
            "demo.py:1: shutil.register_archive_format('demo', pack)");
  EXPECT_EQ(ran.on("shutil._ARCHIVE_FORMATS['other']", kTuple), "");
  EXPECT_EQ(ran.on("shutil._LIST[0]", kTuple), "");
}

TEST(Effect, OnARegistryOfTheHostNeedsTheRegistrysName) {
  Ran ran{{"hostapi.state['demo.f']", "hostapi.state['demo.f'] = f"}};
  EXPECT_EQ(ran.on("hostapi.state[demo.f]", function("f")),
            "demo.py:1: hostapi.state['demo.f'] = f");
  EXPECT_EQ(ran.on("hostapi.enabled[demo]", parse_atom("bool True")), "");
}

TEST(Effect, OnModulesIsWhatPutsTheKeyThere) {
  Ran ran{{"sys.modules['api']", "sys.modules['api'] = api"},
          {"sys.modules.get", "sys.modules.get('other')"},
          {"sys.modules['third'].f", "sys.modules['third'].f()"},
          {"sys.modules.setdefault", "sys.modules.setdefault(\"fourth\", api)"}};
  EXPECT_EQ(ran.entry("api"), "demo.py:1: sys.modules['api'] = api");
  EXPECT_EQ(ran.entry("fourth"), "demo.py:4: sys.modules.setdefault(\"fourth\", api)");
  EXPECT_EQ(ran.entry("other"), "");
  EXPECT_EQ(ran.entry("third"), "");
}

}  // namespace
}  // namespace afresh::testing
