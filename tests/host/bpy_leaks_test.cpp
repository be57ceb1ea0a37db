// No reference of ours leaks in the Blender-like host either: not on success, not on refusal.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

class BpyLeaks : public BpyHostTest {
 protected:
  BpyLeaks() {
    run(R"(
import io, contextlib
from bpy.props import *
T, U = H.types, H.utils
def attempt(f, *args, **kw):
    try:
        with contextlib.redirect_stderr(io.StringIO()): f(*args, **kw)
    except Exception as error: return None
    raise AssertionError('expected an exception')
def on(*args): return None
def cycle():
    class Item(T.PropertyGroup):
        x: IntProperty(default=3, update=lambda self, context: None)
        s: StringProperty(default='text')
        e: EnumProperty(items=lambda self, context: [('A', 'a', ''), ('B', 'b', '')])
        v: FloatVectorProperty(size=2)
    class Settings(T.PropertyGroup):
        it: PointerProperty(type=Item)
        many: CollectionProperty(type=Item)
        of: PointerProperty(type=T.Object)
    class DEMO_OT_go(T.Operator):
        bl_idname, bl_label = 'demo.go', 'Go'
        n: IntProperty()
        def execute(self, context): return {'FINISHED'}
    class DEMO_PT_panel(T.Panel):
        bl_label, bl_space_type, bl_region_type = 'x', 'VIEW_3D', 'UI'
        def draw(self, context): pass
    attempt(U.register_class, 5); attempt(U.register_class, int); attempt(U.unregister_class, Item)
    attempt(U.register_class, type('Bad', (T.Operator,), {}))
    for cls in (Item, Settings, DEMO_OT_go, DEMO_PT_panel): U.register_class(cls)
    attempt(U.register_class, Item)
    T.Scene.demo = PointerProperty(type=Settings); T.Scene.many = IntVectorProperty(size=2)
    attempt(setattr, T.Scene, 'bad', IntProperty(nonsense=1)); attempt(setattr, T.Scene, '_x', IntProperty())
    s = H.context.scene
    s.demo.it.x = 10 ** 9; s.demo.it.s = 'a' + str(s.demo.it.x); s.demo.it.e = 'B'; s.demo.it.v = (1, 2)
    s.demo.it.v[0] = 3.5; list(s.demo.it.v); s.many = (1, 2); s.demo.of = H.data.objects[0]
    attempt(setattr, s.demo.it, 'x', 'y'); attempt(setattr, s, 'no', 1); attempt(getattr, s.demo, 'no')
    s.demo.many.add().x = 5; list(s.demo.many); attempt(s.demo.many.__getitem__, 7); s.demo.many.clear()
    s['free'] = {'a': [1, 2], 'b': 'c'}; s['free'].to_dict(); s['free']['a'].to_list(); del s['free']
    attempt(s.__getitem__, 'no'); repr(s.demo.it); hash(s); s == s.demo; s.keys(); s.items(); s.bl_rna.properties.keys()
    [p.name for p in Item.bl_rna.properties]; Item.bl_rna.properties['e'].enum_items.keys()
    H.ops.demo.go(n=1); attempt(H.ops.demo.go, n='x'); attempt(H.ops.demo.no); H.ops.demo.go.get_rna_type()
    H.app.handlers.load_post.append(on); H.app.handlers.load_post.remove(on)
    H.app.timers.register(on); H.app.timers.unregister(on); attempt(H.app.timers.unregister, on)
    T.VIEW3D_MT_object.append(on); T.VIEW3D_MT_object.remove(on)
    H.data.objects.remove(H.data.objects.new('o', None))
    for name in list(s.keys()): del s[name]
    del T.Scene.demo, T.Scene.many
    for cls in (DEMO_PT_panel, DEMO_OT_go, Settings, Item): U.unregister_class(cls)
    return weakref.ref(Item), weakref.ref(Settings), weakref.ref(DEMO_OT_go), weakref.ref(DEMO_PT_panel)
counted = T.Operator, T.PropertyGroup, T.Scene, T.Object, IntProperty, type(IntProperty()), on, None.__class__
def counts(): return [sys.getrefcount(o) for o in counted]
)");
  }

  long blocks() {
    run("gc.collect(); now = sys.getallocatedblocks()");
    return std::stol(eval("now"));
  }
};

TEST_F(BpyLeaks, AClassDiesWhenItIsUnregistered) {
  run("gone = cycle(); gc.collect()");
  EXPECT_EQ(eval("[r() for r in gone]"), "[None, None, None, None]");
}

TEST_F(BpyLeaks, NoReferenceCountGrows) {
  run("cycle(); gc.collect()\nbefore = counts()\nfor i in range(20): cycle()\ngc.collect()");
  EXPECT_EQ(eval("[b - a for a, b in zip(before, counts())]"), eval("[0] * len(counted)"));
}

TEST_F(BpyLeaks, NoMemoryOfPythonGrows) {
  constexpr int kCycles = 20;
  auto work = [&] {
    run("for i in range(20): cycle()");
    for (int i = 0; i < kCycles; ++i) (void)host_->registries();
    host_->load_document(host_->save_document());
  };
  // CPython's cache of attributes keeps names, and fills for long; a leak grows in every window.
  constexpr int kWindows = 24;
  long least = std::numeric_limits<long>::max();
  for (int window = 0; window < kWindows; ++window) {
    const long before = blocks();
    work();
    least = std::min(least, blocks() - before);
  }
  // Half a block a cycle, where the smallest leak is a whole one.
  EXPECT_LT(least, kCycles / 2);
}

TEST_F(BpyLeaks, AHostThatGoesTakesItsTypesWithIt) {
  run("gone = [weakref.ref(t) for t in (T.Operator, T.PropertyGroup, T.Scene, T.bpy_struct, "
      "type(IntProperty()), type(H.data.objects))]\n"
      "for name in [n for n in list(globals()) if n not in ('gone', 'gc', '__name__', "
      "'__builtins__')]: "
      "del globals()[name]");
  host_.reset();
  run("gc.collect()");
  EXPECT_EQ(eval("[r() for r in gone]"), "[None, None, None, None, None, None]");
  host_ = make_host(HostKind::kBpy);
}

TEST(LeakingBpy, SaysWhatItKeepsForGood) {
  for (HostKind kind : {HostKind::kBpy, HostKind::kBpyLeaking}) {
    std::unique_ptr<Host> host = make_host(kind);
    EXPECT_EQ(host->name(), name_of(kind));
    py::Ref names = py::own(PyDict_New());
    py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
    py::Ref code = py::own(Py_CompileString(
        "import bpy\ncls = type('DEMO_PG_a', (bpy.types.PropertyGroup,), {'__module__': 'demo'})\n"
        "bpy.utils.register_class(cls)\nbpy.utils.unregister_class(cls)\n",
        "<test>", Py_file_input));
    py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
    EXPECT_EQ(host->kept_for_good().size(), kind == HostKind::kBpyLeaking ? 1U : 0U);
  }
}

}  // namespace
}  // namespace afresh
