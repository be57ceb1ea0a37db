// What the syntax tree says of a source: which line binds, imports and acts on what.
// SPDX-License-Identifier: MIT
#include "harness/agent/source_facts.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/agent/in_process.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Facts : public testing::InProcess {
 protected:
  /// `LINE NAME` of a binding, with ` <- MODULE ORIGINAL` of an import and ` of NAMES` of what it
  /// reads; `LINE ! NAME` of an effect.
  static std::vector<std::string> of(const std::string& text) {
    std::vector<std::string> words;
    SourceFacts facts = agent::source_facts({{"a.py", text}});
    for (const BindingFact& fact : facts.files.at("a.py")) {
      words.push_back(fmt::format("{} {}{}", fact.line,
                                  fact.kind == BindingKind::kEffect ? "! " : "", fact.name));
      if (!fact.module.empty())
        words.back() += fmt::format(" <- {} {}", fact.module, fact.original);
      if (!fact.reads.empty()) words.back() += fmt::format(" of {}", fmt::join(fact.reads, ", "));
    }
    return words;
  }
};

TEST_F(Facts, SayWhatAnImportCopiesFromWhere) {
  EXPECT_THAT(
      of("import a.b.c\nimport a.b as d\nfrom .x.y import z as w\nfrom .. import u\n"
         "from e import *\n"),
      ElementsAre("1 a <- a.b.c ", "2 d <- a.b ", "3 w <- .x.y z", "4 u <- .. u", "5 * <- e *"));
}

TEST_F(Facts, KnowAnImportInAFunctionByItsModuleAlone) {
  EXPECT_THAT(of("def f():\n  from .x import y\n  global z\n  import z\n"),
              ElementsAre("1 f", "2  <- .x y", "4 z <- z "));
}

TEST_F(Facts, WriteOutTheNamesOfWhatIsActedOn) {
  EXPECT_THAT(of("import sys as s\nfrom atexit import register as r\ndef f():\n  r(1)\n"
                 "  s.modules['x'] = 1\n  g().h[k].i(2)\n"),
              ElementsAre("1 s <- sys ", "2 r <- atexit register", "3 f", "5 ! sys.modules['x']",
                          "4 ! atexit.register", "6 ! g().h[].i", "6 ! g"));
}

TEST_F(Facts, TakeADecoratorForACall) {
  EXPECT_THAT(of("import atexit\n@atexit.register\ndef f(): pass\n"),
              ElementsAre("1 atexit <- atexit ", "3 f", "2 ! atexit.register"));
}

TEST_F(Facts, SayOfWhichImportedNamesAValueIsMade) {
  EXPECT_THAT(
      of("from . import s, t as u\nimport a.b\nX = [s.N * 2, (u.f(a.b.c).d, other.n)]\n"
         "class K:\n  y: int = s.N\ndef g(p=s.N, *, q=u.M): return s.N\n"
         "z = lambda r=s.N: u.M\ns = s\n"),
      ElementsAre("1 s <- . s", "1 u <- . t", "2 a <- a.b ", "3 X of s.N, u.f, a.b.c", "4 K",
                  "5 K.y of s.N", "6 g of s.N, u.M", "7 z of s.N", "8 s", "3 ! u.f"));
}

TEST_F(Facts, KnowAllThatBindsAName) {
  EXPECT_THAT(
      of("from . import s\nA, B = s.A, 3\n[C, *D] = s.x\nE = [s.q for s in ()]\nwith s.o() as F: "
         "pass\nfor i in s.l: G = 1\nif (w := s.W): pass\ndef h():\n  global V\n  V += 1\n"
         "try: pass\nexcept X as e: H = 1\nL = lambda: (q := 3)\n[k := s.m for _ in ()]\n"
         "match s.x:\n  case [P, *Q]: R = 1\n  case {'a': S, **T}: pass\ndel A\n"),
      ElementsAre("1 s <- . s", "2 A of s.A", "2 B", "3 C of s.x", "3 D of s.x", "4 E",
                  "5 F of s.o", "6 i of s.l", "6 G", "7 w of s.W", "8 h", "10 V", "12 e", "12 H",
                  "13 L", "14 k of s.m", "16 P of s.x", "16 Q of s.x", "17 T of s.x", "17 S of s.x",
                  "16 R", "18 A", "5 ! s.o"));
}

TEST_F(Facts, AreThereOfDeepExpressionsAndLongChains) {
  std::string sum = "X = 'a'";
  std::string choice = "if x: pass\n";
  for (int i = 0; i < 1200; ++i) {
    sum += " + 'a'";
    choice += "elif y: Z = 1\n";
  }
  EXPECT_THAT(of(sum), ElementsAre("1 X"));
  EXPECT_THAT(of(choice).size(), 1200U);
}

TEST_F(Facts, AreUnreadWhereTheParserGivesUp) {
  std::string deep = "X = " + std::string(5000, '(') + std::string(5000, ')');
  SourceFacts facts = agent::source_facts({{"deep.py", deep}, {"a.py", "A = 1"}});
  EXPECT_THAT(facts.files.at("a.py").size(), 1U);
  EXPECT_EQ(facts.files.count("deep.py") + facts.unread.size(), 1U);
}

TEST_F(Facts, AreNoneOfWhatDoesNotCompile) { EXPECT_THAT(of("def f(:"), IsEmpty()); }

}  // namespace
}  // namespace afresh
