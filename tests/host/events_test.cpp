// Timers and claims.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Timers : public PlainHostTest {};

TEST_F(Timers, RunInOrderOnceATurn) {
  run(R"(
seen = []
def a(): seen.append('a')
def b(): seen.append('b')
H.add_timer(b); H.add_timer(a); H.add_timer(b)
)");
  host_->turn();
  EXPECT_EQ(eval("seen"), "['b', 'a', 'b']");
  EXPECT_THAT(registry("hostapi.timers"),
              ElementsAre("b owner=case", "a owner=case", "b owner=case"));
}

TEST_F(Timers, AreRemovedByIdentity) {
  run(R"(
class Same:
    def __eq__(self, other): return True
    def __call__(self): pass
one, two = Same(), Same()
H.add_timer(one)
)");
  EXPECT_THAT(raised_error("H.remove_timer(two)"), StartsWith("ValueError"));
  run("H.remove_timer(one)");
  EXPECT_THAT(raised_error("H.remove_timer(one)"), StartsWith("ValueError"));
  EXPECT_EQ(eval("H.timers()"), "[]");
}

TEST_F(Timers, RefuseWhatCannotBeCalled) {
  EXPECT_EQ(raised_error("H.add_timer(5)"),
            "TypeError: add_timer(): expected something to call, not int");
}

TEST_F(Timers, AreListedAsACopy) {
  run("H.add_timer(print); H.timers().clear()");
  EXPECT_EQ(eval("H.timers() == [print]"), "True");
}

TEST_F(Timers, AllRunBeforeTheFirstExceptionPasses) {
  run(R"(
seen = []
def bad(): raise KeyError('first')
def worse(): raise ValueError('second')
def good(): seen.append(1)
for f in bad, worse, good: H.add_timer(f)
)");
  try {
    host_->turn();
    FAIL() << "swallowed";
  } catch (const py::PythonError& error) {
    EXPECT_EQ(error.type(), "KeyError");
  }
  EXPECT_EQ(eval("seen"), "[1]");
}

TEST_F(Timers, RemovedDuringATurnStillRunInIt) {
  run(R"(
seen = []
def b(): seen.append('b')
def a(): H.remove_timer(b); H.add_timer(a); seen.append('a')
H.add_timer(a); H.add_timer(b)
)");
  host_->turn();
  EXPECT_EQ(eval("seen, H.timers() == [a, a]"), "(['a', 'b'], True)");
}

class Claims : public PlainHostTest {};

TEST_F(Claims, HoldANameUntilItIsReleased) {
  run("H.claim('port:8080'); H.claim('lock')");
  EXPECT_EQ(raised_error("H.claim('port:8080')"),
            "RuntimeError: claim: 'port:8080' is already claimed");
  EXPECT_THAT(registry("hostapi.claims"),
              ElementsAre("port:8080 'port:8080' owner=case", "lock 'lock' owner=case"));
  run("H.release('port:8080'); H.release('lock')");
  EXPECT_THAT(registry("hostapi.claims"), IsEmpty());
  EXPECT_EQ(raised_error("H.release('lock')"), "KeyError: 'lock'");
  run("H.claim('port:8080')");
}

TEST_F(Claims, AreNamedByAText) {
  EXPECT_EQ(raised_error("H.claim(8080)"), "TypeError: claim(): expected a str");
  EXPECT_EQ(raised_error("H.release(None)"), "TypeError: release(): expected a str");
}

}  // namespace
}  // namespace afresh
