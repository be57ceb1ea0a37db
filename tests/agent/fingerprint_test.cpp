// Code is written by meaning and by place, values by type and value.
// SPDX-License-Identifier: MIT
#include "harness/agent/facts/fingerprint.hpp"

#include <tuple>

#include "tests/agent/in_process.hpp"

namespace afresh::agent {
namespace {

class Fingerprints : public testing::InProcess {
 protected:
  /// Of the function `f` that the text defines.
  CodeFingerprint of(const std::string& text) {
    run("names = {'__name__': 'demo'}\nexec(compile(" + agent::quoted(text) +
        ", 'demo.py', 'exec'), names)\ncode = names['f'].__code__");
    return fingerprint(agent_.passive(), ownership_, object("code").get());
  }
  /// Expects that the texts mean different things.
  void expect_other_meaning(const std::string& one, const std::string& other) {
    EXPECT_NE(of(one).meaning, of(other).meaning) << one << " against " << other;
  }
  std::string atom(const std::string& expression) {
    run("value = " + expression);
    return atom_text(agent_.passive(), object("value").get()).value_or("none");
  }
};

TEST_F(Fingerprints, AnotherPlaceIsNotAnotherMeaning) {
  CodeFingerprint before = of("def f(a): return a + 1\n");
  CodeFingerprint after = of("# a comment\n\ndef f(a): return a + 1\n");
  EXPECT_EQ(after.meaning, before.meaning);
  EXPECT_NE(after.place, before.place);
}

TEST_F(Fingerprints, ALineWithinTheFunctionIsPlace) {
  CodeFingerprint before = of("def f(a):\n  b = a\n  return b\n");
  CodeFingerprint after = of("def f(a):\n  b = a\n  # here\n  return b\n");
  EXPECT_EQ(after.meaning, before.meaning);
  EXPECT_NE(after.place, before.place);
}

// From 3.13 on the body of a class stores its own first line.
TEST_F(Fingerprints, ThePlaceOfALocalClassIsNoMeaning) {
  const std::string local =
      "def f():\n  class Local:\n    def g(self): self.a = self.b = self.c = 1\n  return Local\n";
  EXPECT_EQ(of("\n\n" + local).meaning, of(local).meaning);
}

TEST_F(Fingerprints, WhatALocalClassDoesIsMeaning) {
  expect_other_meaning("def f():\n  class Local:\n    x = 5\n",
                       "def f():\n  class Local:\n    x = 6\n");
  expect_other_meaning("def f():\n  class Local:\n    def g(self): self.a = 1\n",
                       "def f():\n  class Local:\n    def g(self): self.b = 1\n");
}

TEST_F(Fingerprints, TheOrderOfASetOfConstantsIsNoMeaning) {
  EXPECT_EQ(of("def f(a): return a in {'x', 'y', 'z', 'w'}\n").meaning,
            of("def f(a): return a in {'w', 'z', 'y', 'x'}\n").meaning);
}

TEST_F(Fingerprints, TheTypeOfAConstantIsMeaning) {
  for (const char* other : {"True", "1.0", "1+0j", "'1'", "b'1'", "(1,)", "2", "None"}) {
    expect_other_meaning("def f(): return 1\n", std::string("def f(): return ") + other + "\n");
  }
  expect_other_meaning("def f(): return 0.0\n", "def f(): return -0.0\n");
  expect_other_meaning("def f(): return (1, 2)\n", "def f(): return (True, 2)\n");
}

TEST_F(Fingerprints, WhatIsDoneIsMeaning) {
  const std::vector<std::pair<std::string, std::string>> edits = {
      {"def f(a): return a + 1\n", "def f(a): return a - 1\n"},
      {"def f(a): return g(a)\n", "def f(a): return h(a)\n"},
      {"def f(a): return a.x\n", "def f(a): return a.y\n"},
      {"def f(a): pass\n", "def f(b): pass\n"},
      {"def f(a): pass\n", "def f(*a): pass\n"},
      {"def f(a, b): pass\n", "def f(a, *, b): pass\n"},
      {"def f(a): pass\n", "def f(a, /): pass\n"},
      {"def f(): return 1\n", "async def f(): return 1\n"},
      {"def f(): return 1\n", "def f(): yield 1\n"},
      {"def f(): return lambda: 1\n", "def f(): return lambda: 2\n"},
      {"def f():\n  try: g()\n  except ValueError: pass\n", "def f():\n  g()\n"},
      {"def m(x):\n  def f(): return x\n  return f\nf = m(1)\n", "def f(): return x\n"}};
  for (const auto& [one, other] : edits) expect_other_meaning(one, other);
}

// From 3.11 on a function that ran often enough has other bytecode in memory.
TEST_F(Fingerprints, ARunningFunctionStaysWhatItWas) {
  const std::string text = "def f(a): return a + 1\n";
  CodeFingerprint cold = of(text);
  of(text);
  run("for i in range(5000): names['f'](i)");
  CodeFingerprint warm = fingerprint(agent_.passive(), ownership_, object("code").get());
  EXPECT_EQ(warm.meaning, cold.meaning);
  EXPECT_EQ(warm.place, cold.place);
}

TEST_F(Fingerprints, CodeFromBytecodeIsTheSame) {
  const std::string text =
      "def f(a, *b, c='d', **e):\n"
      "  class Local:\n    x, y = 1, 2\n    def g(self): self.p = self.q = self.r = 0\n"
      "  return [i for i in a if i in {'k', 'l', 'm'}], (lambda: c), Local, 1e9, (1, (2, b'3'))\n";
  CodeFingerprint compiled = of(text);
  run("import marshal\ncode = marshal.loads(marshal.dumps(code))");
  CodeFingerprint read = fingerprint(agent_.passive(), ownership_, object("code").get());
  EXPECT_EQ(std::tie(read.meaning, read.place), std::tie(compiled.meaning, compiled.place));
}

TEST_F(Fingerprints, AFileInTheAddonIsShownRelativeToTheFolderOfAddons) {
  load({{"demo/__init__.py", "\n\ndef f(): pass\n"}});
  run("code = demo.f.__code__");
  CodeFingerprint found = fingerprint(agent_.passive(), ownership_, object("code").get());
  EXPECT_TRUE(found.place.starts_with("demo/__init__.py:3 ")) << found.place;
}

TEST_F(Fingerprints, ValuesAreToldApartByType) {
  EXPECT_EQ(atom("1"), "int 1");
  EXPECT_EQ(atom("True"), "bool True");
  EXPECT_EQ(atom("1.0"), "float 1.0");
  EXPECT_EQ(atom("1+0j"), "complex (1+0j)");
  EXPECT_EQ(atom("'1'"), "str '1'");
  EXPECT_EQ(atom("b'1'"), "bytes b'1'");
  EXPECT_EQ(atom("(1, 'a', (None, ...))"), "tuple (int 1, str 'a', tuple (None, Ellipsis))");
  EXPECT_EQ(atom("frozenset('ba')"), atom("frozenset('ab')"));
}

TEST_F(Fingerprints, NotANumberEqualsItself) {
  EXPECT_EQ(atom("float('nan')"), atom("0 * float('inf')"));
}

TEST_F(Fingerprints, ALongTextIsToldFromAnotherThatBeginsLikeIt) {
  EXPECT_NE(atom("'x' * 9999 + 'a'"), atom("'x' * 9999 + 'b'"));
  EXPECT_LT(atom("'x' * 9999").size(), 600U);
  EXPECT_NE(atom("10 ** 9999"), atom("10 ** 9999 + 1"));
}

TEST_F(Fingerprints, WhatHoldsAnObjectIsNoAtom) {
  EXPECT_EQ(atom("(1, [])"), "none");
  EXPECT_EQ(atom("frozenset({int})"), "none");
  EXPECT_EQ(atom("type('I', (int,), {})(3)"), "none");
}

}  // namespace
}  // namespace afresh::agent
