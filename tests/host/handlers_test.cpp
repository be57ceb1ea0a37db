// The handler list: a list to Python, and noted in the ledger.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Handlers : public PlainHostTest {
 protected:
  Handlers() { run("def a(): pass\ndef b(): pass\ndef c(): pass"); }
};

TEST_F(Handlers, AreAListInOrder) {
  run("H.handlers.append(b); H.handlers.insert(0, a); H.handlers.extend(x for x in (c, b))");
  EXPECT_EQ(
      eval("isinstance(H.handlers, list), type(H.handlers).__name__, H.handlers == [a, b, c, b]"),
      "(True, 'HandlerList', True)");
  EXPECT_THAT(registry("hostapi.handlers"),
              ElementsAre("a owner=case", "b owner=case", "c owner=case", "b owner=case"));
}

TEST_F(Handlers, RemoveAsListsDoTheFirstEqual) {
  run("class K:\n  def m(self): pass\nk = K()");
  run("H.handlers.extend([k.m, a, k.m]); H.handlers.remove(k.m)");
  EXPECT_EQ(eval("H.handlers == [a, k.m]"), "True");
  EXPECT_EQ(raised_error("H.handlers.remove(b)"), "ValueError: list.remove(x): x not in list");
}

TEST_F(Handlers, NoteWhatWasDoneAndNothingThatFailed) {
  run("H.handlers.append(a)\nH.handlers.insert(-1, b)\nH.handlers.extend([c, "
      "c])\nH.handlers.remove(b)");
  EXPECT_THAT(raised_error("H.handlers.extend(5)"), StartsWith("TypeError"));
  EXPECT_THAT(raised_error("H.handlers.insert('x', a)"), StartsWith("TypeError"));
  EXPECT_THAT(raised_error("H.handlers.remove(b)"), StartsWith("ValueError"));
  EXPECT_THAT(ledger(), ElementsAre("hostapi.handlers: a owner=case at case.py:1",
                                    "hostapi.handlers: b owner=case at case.py:2",
                                    "hostapi.handlers: c owner=case at case.py:3",
                                    "hostapi.handlers: c owner=case at case.py:3",
                                    "hostapi.handlers removed: b owner=case at case.py:4"));
}

TEST_F(Handlers, CanBeChangedLikeAnyList) {
  run("H.handlers += [a, b, c]; del H.handlers[1]; H.handlers[0] = c; H.handlers.pop()");
  EXPECT_EQ(eval("H.handlers == [c]"), "True");
  run("H.handlers.clear()");
  EXPECT_THAT(registry("hostapi.handlers"), IsEmpty());
}

TEST_F(Handlers, KeepNoHandlerAliveThatIsInTheListNoMore) {
  run(R"(
def dead(): pass
H.handlers.append(dead)
gone = weakref.ref(dead)
del H.handlers[0], dead
)");
  EXPECT_EQ(eval("gone()"), "None");
}

TEST_F(Handlers, OwnerIsThatOfTheRegistrationElseOfTheModule) {
  load("lib", "def on(): pass\ndef off(): pass");
  load("demo", "import lib\ndef register(): H.handlers.append(lib.on)");
  host_->enable("demo");
  run("list.append(H.handlers, sys.modules['lib'].off); list.append(H.handlers, 5)");
  EXPECT_THAT(registry("hostapi.handlers"),
              ElementsAre("on owner=demo", "off owner=lib", "5 owner="));
}

TEST_F(Handlers, AnotherListOfTheTypeNotesNothing) {
  run("other = type(H.handlers)(); other.append(a); other.remove(a)");
  EXPECT_THAT(ledger(), IsEmpty());
}

TEST_F(Handlers, TakePartInCollection) {
  run(R"(
class K: pass
k = K(); k.list = type(H.handlers)(); k.list.append(k)
gone = weakref.ref(k)
del k
gc.collect()
)");
  EXPECT_EQ(eval("gone()"), "None");
}

}  // namespace
}  // namespace afresh
