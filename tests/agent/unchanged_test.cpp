// A snapshot changes nothing that it looks at. What it may do: give classes, functions and modules
// a weak reference (the tag of their load), and make an instance's dictionary out of the
// interpreter's own compact form.
// SPDX-License-Identifier: MIT
#include "tests/agent/graph_reader.hpp"
#include "tests/agent/in_process.hpp"
#include "tests/wire/members.hpp"

namespace afresh {
namespace {

using testing::born;

constexpr const char* kAddon = R"(
import enum, functools, weakref
class K: pass
class Base:
    size: int = 3
class Colour(enum.Enum): RED = 1
def plain(a: int, b: str = 'x') -> float: return 1.0
def outer():
    kept = [1]
    def inner(): return kept
    return inner
inner = outer()
@functools.lru_cache
def cached(n): return [n]
cached(1)
def generate():
    yield 1
    yield 2
running = generate(); next(running)
iterator = iter([1, 2, 3]); next(iterator)
table, members, items = {'a': [1]}, {1, 2, 3}, [K(), Base()]
weak = weakref.ref(K)
)";

class Unchanged : public testing::InProcess {
 protected:
  /// Evaluates before and after a snapshot and expects the same.
  void expect_same(const std::string& expression) {
    std::string before = eval(expression);
    static_cast<void>(snapshot());
    EXPECT_EQ(eval(expression), before) << expression;
  }
};

TEST_F(Unchanged, SnapshotsInARowAreEqualMemberByMember) {
  load({{"demo/__init__.py", kAddon}, {"demo/sub.py", "from . import table\n"}});
  Snapshot first = snapshot();
  ASSERT_GT(first.graph.nodes.size(), 10U);
  // Not as bytes: what lies between the members of a node means nothing.
  EXPECT_TRUE(testing::equal(snapshot(), first));
  EXPECT_TRUE(testing::equal(snapshot(), first));
}

TEST_F(Unchanged, AnObjectKeepsTheNumberOfTheSnapshotThatFirstSawIt) {
  load({{"demo/__init__.py", kAddon}});
  static_cast<void>(snapshot());
  run("def late(): pass\nlate.__module__ = 'demo'\ndemo.late = late");
  Snapshot second = snapshot();
  EXPECT_EQ(born(second, {"demo"}), 1U);
  EXPECT_EQ(born(second, {"demo", ".K"}), 1U);
  EXPECT_EQ(born(second, {"demo", ".late"}), 2U);
}

TEST_F(Unchanged, AnObjectAtTheAddressOfADeadOneIsNew) {
  load({{"demo/__init__.py", "def f(): pass\n"}});
  // Until the allocator gives the freed block of a function to another one.
  for (int round = 0; round < 20; ++round) {
    std::uint32_t before = born(snapshot(), {"demo", ".f"});
    run("del demo.f\ngc.collect()\nexec('def f(): pass', vars(demo))");
    EXPECT_GT(born(snapshot(), {"demo", ".f"}), before);
  }
}

TEST_F(Unchanged, AClassWithoutAnnotationsGetsNone) {
  load({{"demo/__init__.py", kAddon}});
  expect_same("'__annotations__' in vars(demo.K), list(vars(demo.K))");
  EXPECT_EQ(eval("'__annotations__' in vars(demo.K)"), "False");
}

TEST_F(Unchanged, AFunctionsDictionaryAndAnnotationsAreNotMade) {
  load({{"demo/__init__.py", kAddon}});
  expect_same("[(type(o), id(o)) for o in gc.get_referents(demo.plain)]");
  expect_same("[(type(o), id(o)) for o in gc.get_referents(demo.inner)]");
}

TEST_F(Unchanged, ReferenceCountsAreWhatTheyWere) {
  load({{"demo/__init__.py", kAddon}});
  // A tag is CPython's one plain weak reference to an object, which the add-on's own `weak` is too.
  static_cast<void>(snapshot());
  expect_same(
      "[(name, sys.getrefcount(value)) for name, value in sorted(vars(demo).items())"
      " if type(value) not in (str, int) and not name.startswith('__')]");
  expect_same("sys.getrefcount(demo), sys.getrefcount(vars(demo)), sys.getrefcount(sys.modules)");
}

TEST_F(Unchanged, IteratorsAndGeneratorsStayWhereTheyAre) {
  load({{"demo/__init__.py", kAddon}});
  static_cast<void>(snapshot());
  EXPECT_EQ(eval("next(demo.running), next(demo.iterator)"), "(2, 2)");
}

TEST_F(Unchanged, CachesAreNotAsked) {
  load({{"demo/__init__.py", kAddon}});
  expect_same("demo.cached.cache_info()");
}

TEST_F(Unchanged, ModulesPathsAndFilesAreWhatTheyWere) {
  load({{"demo/__init__.py", kAddon}});
  expect_same("list(sys.modules), sys.path, sys.meta_path, sorted(sys.path_importer_cache)");
  expect_same("sorted(str(p) for p in __import__('pathlib').Path(demo.__path__[0]).rglob('*'))");
}

TEST_F(Unchanged, ObjectsThatTheCollectorKnowsAreNoMoreThanBefore) {
  load({{"demo/__init__.py", kAddon}});
  static_cast<void>(snapshot());
  expect_same("len(gc.get_objects())");
}

TEST_F(Unchanged, NothingIsCollectedMeanwhile) {
  load({{"demo/__init__.py", kAddon}});
  run(R"(
begun = []
def watch(phase, info): begun.append(phase)
limits = gc.get_threshold()
gc.callbacks.append(watch); gc.set_threshold(1); gc.enable()
)");
  Py_ssize_t before = PyList_Size(object("begun").get());
  static_cast<void>(snapshot());
  Py_ssize_t after = PyList_Size(object("begun").get());
  run("enabled = gc.isenabled(); gc.disable(); gc.set_threshold(*limits); "
      "gc.callbacks.remove(watch)");
  EXPECT_EQ(after, before);
  EXPECT_EQ(eval("enabled"), "True");
}

TEST_F(Unchanged, ACollectorThatIsOffStaysOff) {
  load({{"demo/__init__.py", kAddon}});
  run("gc.disable()");
  expect_same("gc.isenabled()");
}

}  // namespace
}  // namespace afresh
