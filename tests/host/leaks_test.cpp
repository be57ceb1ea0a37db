// No reference of ours leaks: not on success, not on refusal, not with the host itself.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

class Leaks : public PlainHostTest {
 protected:
  Leaks() {
    run(R"(
def attempt(f, *args):
    try: f(*args)
    except Exception as error: return None
    raise AssertionError('expected an exception')
class Stay(H.PropertyGroup): pass
H.register_class(Stay)
def on(): pass
def cycle():
    class Item(H.PropertyGroup):
        x: H.Int(3)
        s: H.String(default='text')
    class Settings(H.PropertyGroup):
        it: H.Pointer(Item)
        many: H.Collection(Item)
    attempt(H.register_class, 5); attempt(H.register_class, Settings); attempt(H.unregister_class, Item)
    attempt(H.Int, 'x'); attempt(H.Pointer, 5); attempt(H.Float, 1, 2)
    H.register_class(Item); H.register_class(Settings)
    attempt(H.register_class, type('Stay', (H.PropertyGroup,), {}))
    H.define_property(H.Scene, 'set', H.Pointer(Settings))
    attempt(H.define_property, H.Scene, 'set', H.Int()); attempt(H.remove_property, H.Scene, 'no')
    H.scene.set.it.x = 10 ** 9; H.scene.set.it.s = 'a' + str(H.scene.set.it.x)
    attempt(setattr, H.scene.set.it, 'x', 'y'); attempt(setattr, H.scene, 'no', 1)
    H.scene.set.many.add().x = 10 ** 9; list(H.scene.set.many); attempt(H.scene.set.many.__getitem__, 7)
    H.scene.set.many.clear()
    H.handlers.append(on); H.handlers.insert(0, on); H.handlers.extend([on]); attempt(H.handlers.extend, 5)
    attempt(H.handlers.remove, Item)
    for i in range(3): H.handlers.remove(on)
    type(H.handlers)().append(on)
    H.add_timer(Item); H.timers(); attempt(H.remove_timer, on); H.remove_timer(Item)
    H.claim('c' + str(10 ** 9)); attempt(H.claim, 'c' + str(10 ** 9)); H.release('c' + str(10 ** 9))
    H.find_class('Item'); H.is_registered(Item); H.draw()
    H.remove_property(H.Scene, 'set'); H.unregister_class(Settings); H.unregister_class(Item)
    return weakref.ref(Item), weakref.ref(Settings)
counted = H.Operator, H.PropertyGroup, H.Property, H.Scene, type(H.scene), type(H.handlers), H.scene, H.handlers, on, None.__class__, H.claim.__self__
def counts(): return [sys.getrefcount(o) for o in counted]
)");
  }

  long blocks() {
    run("gc.collect(); now = sys.getallocatedblocks()");
    return std::stol(eval("now"));
  }
};

TEST_F(Leaks, AClassDiesWhenItIsUnregistered) {
  run("gone = cycle(); gc.collect()");
  EXPECT_EQ(eval("[r() for r in gone]"), "[None, None]");
}

TEST_F(Leaks, NoReferenceCountGrows) {
  run("cycle(); gc.collect()\nbefore = counts()\nfor i in range(50): cycle()\ngc.collect()");
  EXPECT_EQ(eval("[b - a for a, b in zip(before, counts())]"), eval("[0] * len(counted)"));
}

TEST_F(Leaks, NoMemoryOfPythonGrows) {
  auto work = [&] {
    run("for i in range(20): cycle()");
    (void)host_->registries();
    host_->load_document(host_->save_document());
    py::Ref nothing = py::own(PyLong_FromLong(100000));
    for (int i = 0; i < 20; ++i) {
      EXPECT_THROW(host_->set_value("scene.no", nothing.get()), py::PythonError);
      host_->turn();
    }
  };
  // Type caches and interned names fill in jumps; a leak grows in every window.
  constexpr int kWindows = 8;
  constexpr int kRounds = 4;
  long least = std::numeric_limits<long>::max();
  for (int window = 0; window < kWindows; ++window) {
    const long before = blocks();
    for (int i = 0; i < kRounds; ++i) work();
    least = std::min(least, blocks() - before);
  }
  // Eighty cycles in each: half a block a cycle, where the smallest leak is a whole one.
  EXPECT_LT(least, 40);
}

TEST_F(Leaks, AHostThatGoesTakesItsTypesWithIt) {
  run("gone = [weakref.ref(t) for t in (H.Operator, H.PropertyGroup, H.Property, H.Scene, "
      "type(H.handlers))]");
  // A cycle through each type, so that the collector must know of an instance's hold on it.
  run("type(H.handlers).me = type(H.handlers)(); H.Scene.me = H.scene; H.Property.me = H.Int()");
  run("gone.append(weakref.ref(H))\ndel H, counted, Stay, cycle, on");
  host_.reset();
  run("gc.collect()");
  EXPECT_EQ(eval("[r() for r in gone]"), "[None, None, None, None, None, None]");
  host_ = make_host(HostKind::kPlain);
}

TEST_F(Leaks, AClassWhoseEndComesBackIsNoDanger) {
  run(R"(
class Meta(type):
    def __del__(cls): H.claim('again') ; H.find_class('Stay')
class Op(H.Operator, metaclass=Meta): pass
H.register_class(Op)
)");
  lenient();
  run("class Op(H.Operator): pass\nH.register_class(Op)\ngc.collect()");
  EXPECT_EQ(raised_error("H.claim('again')"), "RuntimeError: claim: 'again' is already claimed");
}

}  // namespace
}  // namespace afresh
