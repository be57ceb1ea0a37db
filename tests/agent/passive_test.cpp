// A snapshot runs no Python code, whatever the objects are that it looks at.
// SPDX-License-Identifier: MIT
#include "tests/agent/graph_reader.hpp"
#include "tests/agent/in_process.hpp"

namespace afresh {
namespace {

using testing::at;

// Everything in it writes down that it was asked.
constexpr const char* kLoudAddon = R"(
import ctypes, functools, types, weakref, witness
def note(what): witness.asked.append(what)

class Meta(type):
    def __getattribute__(cls, name): note('meta ' + name); return type.__getattribute__(cls, name)
    def __repr__(cls): note('meta repr'); return ''
    def __eq__(cls, other): note('meta eq'); return cls is other
    def __hash__(cls): note('meta hash'); return 1
    def __instancecheck__(cls, other): note('instancecheck'); return True
    def __subclasscheck__(cls, other): note('subclasscheck'); return True
    def __iter__(cls): note('meta iter'); return iter(())
    def __len__(cls): note('meta len'); return 0
    @property
    def __doc__(cls): note('meta doc')

class Asked:
    __slots__ = ()
    def __getattribute__(self, name): note(name); return object.__getattribute__(self, name)
    def __getattr__(self, name): note(name); raise AttributeError(name)
    def __repr__(self): note('repr'); return ''
    def __str__(self): note('str'); return ''
    def __hash__(self): note('hash'); return 1
    def __eq__(self, other): note('eq'); return self is other
    def __bool__(self): note('bool'); return False
    def __len__(self): note('len'); return 0
    def __iter__(self): note('iter'); return iter(())
    def __contains__(self, value): note('contains'); return False
    def __getitem__(self, key): note('getitem'); raise KeyError(key)
    def __call__(self, *rest): note('call')
    def __index__(self): note('index'); return 0
    def __int__(self): note('int'); return 0
    def __float__(self): note('float'); return 0.0
    def __get__(self, *rest): note('get'); return self
    def __sizeof__(self): note('sizeof'); return 8
    def __reduce_ex__(self, protocol): note('reduce'); return (int, ())
    def __dir__(self): note('dir'); return []
    @property
    def __class__(self): note('class'); return int
    @property
    def shown(self): note('property'); return 1

class Loud(Asked, metaclass=Meta):
    __slots__ = ('slot', '__dict__', '__weakref__')
class Empty(Asked, metaclass=Meta): pass
class Int(Asked, int): pass
class Float(Asked, float): pass
class Str(Asked, str): pass
class Bytes(Asked, bytes): pass
class Tuple(Asked, tuple): pass
class List(Asked, list): pass
class Set(Asked, set): pass
class Frozen(Asked, frozenset): pass
class Dict(Asked, dict):
    def keys(self): note('keys'); return ()
    def items(self): note('items'); return ()
class Module(Asked, types.ModuleType): pass

class Memory(Asked, ctypes.Structure):
    _fields_ = [('n', ctypes.c_int)]
    def __buffer__(self, flags): note('buffer')
class Released(Asked, ctypes.Structure):
    _fields_ = [('n', ctypes.c_int)]
    def __release_buffer__(self, view): note('release buffer')
memories = [Memory(1), Released(2)]

loud = Loud()
loud.slot = Loud()
loud.attribute = loud
values = [Int(3), Float(2.5), Str('text'), Bytes(b'x'), Tuple((1, loud)), List([loud]), Set({1}),
          Frozen({2}), Dict(a=loud), Module('demo.inner'), Empty(), object.__new__(Empty)]
keys = {loud: 1, Int(7): 2, Str('k'): 3, Loud: 4, Empty(): 5}
members = {loud, Empty(), Loud}
frozen = frozenset(members)
held = weakref.ref(loud), weakref.WeakSet({loud}), weakref.WeakKeyDictionary({loud: 1})
bound = functools.partial(loud, loud, key=loud), loud.__str__, types.MethodType(loud, loud)
def takes(a=loud, *, b: Loud = Loud()) -> loud: return b
takes.mark = loud
def closing(): return lambda: (loud, held)
closed = closing()
def generate(value): yield value; yield loud
running = generate(loud); next(running)
class Holder:
    described = loud
    listed = classmethod(loud), staticmethod(loud), property(loud)
    @functools.cached_property
    def cached(self): note('cached'); return 1
holder = Holder()
def __getattr__(name): note('module ' + name); raise AttributeError(name)
)";

constexpr const char* kWitness = R"(
witness = sys.modules['witness'] = types.ModuleType('witness')
witness.asked, witness.events = [], []
def watch(frame, event, argument): witness.events.append(event)
)";

class PassiveSnapshot : public testing::InProcess {
 protected:
  PassiveSnapshot() { run(kWitness); }

  /// How many entries a list of the witness has, read without running anything.
  Py_ssize_t noted(const char* list) {
    return PyList_Size(py::attribute(object("witness").get(), list).get());
  }
  /// Loads the add-on, and gives the names that a snapshot of it called for.
  std::string asked_by_snapshot(const std::string& source) {
    load({{"demo/__init__.py", source}});
    run("witness.asked.clear()");
    static_cast<void>(snapshot());
    return eval("witness.asked");
  }
};

TEST_F(PassiveSnapshot, AsksNothingOfObjectsThatWriteDownWhatTheyAreAsked) {
  EXPECT_EQ(asked_by_snapshot(kLoudAddon), "[]");
}

TEST_F(PassiveSnapshot, AsksNothingOfKeysThatLookLikeNamesOfTheInterpreter) {
  EXPECT_EQ(asked_by_snapshot(R"(
import witness
class Name(str):
    def __eq__(self, other): witness.asked.append(str(self)); return str.__eq__(self, other)
    __hash__ = str.__hash__
table = {Name(name): 1 for name in ('__name__', '__spec__', '__module__', '__file__', 'name')}
)"),
            "[]");
}

TEST_F(PassiveSnapshot, AsksNothingOfWhatProcessWideRegistriesHold) {
  load({{"demo/__init__.py", kLoudAddon}});
  run(R"(
import atexit, codecs, collections.abc, copyreg, logging, mimetypes, shutil, warnings
saved = sys.displayhook, sys.path[:], list(warnings.filters)
sys.displayhook = demo.loud
sys.path.append(demo.Str('/nowhere'))
sys.path_hooks.append(demo.Empty())
sys.meta_path.append(demo.Empty())
gc.callbacks.append(demo.Empty())
logger = logging.getLogger('demo'); logger.handlers.append(demo.loud); logger.level = demo.Int(10)
warnings.filters.append(('ignore', demo.Str('m'), demo.Loud, demo.Str('n'), demo.Int(0)))
atexit.register(demo.loud)
copyreg.dispatch_table[demo.Loud] = demo.loud
sys.modules['demo_alias'] = demo.loud
logging.marked = demo.loud
collections.abc.Sequence.register(demo.Holder)
codecs.register(demo.loud); codecs.register_error('loud', demo.loud)
logging._handlerList.append(demo.loud)
shutil._ARCHIVE_FORMATS['loud'] = demo.loud, [], demo.keys
mimetypes.types_map[demo.Empty] = mimetypes.knownfiles.append(demo.members)
mimetypes.MimeTypes.loud = property(demo.loud)
finalizer = weakref.finalize(demo.takes, demo.loud, demo.loud)
)");
  run("witness.asked.clear()");
  static_cast<void>(snapshot());
  Py_ssize_t asked = noted("asked");
  run(R"(
finalizer.detach()
del mimetypes.types_map[demo.Empty], mimetypes.knownfiles[-1], mimetypes.MimeTypes.loud
del shutil._ARCHIVE_FORMATS['loud'], logging._handlerList[-1]
codecs.unregister(demo.loud)
del logging.marked, sys.modules['demo_alias'], logger.handlers[:]
logger.level = 0
copyreg.dispatch_table.popitem()
atexit.unregister(demo.loud)
gc.callbacks.pop(); sys.meta_path.pop(); sys.path_hooks.pop()
sys.displayhook, sys.path[:], warnings.filters[:] = saved
)");
  EXPECT_EQ(asked, 0) << eval("witness.asked");
}

TEST_F(PassiveSnapshot, IsNotSeenByAProfileFunction) {
  load({{"demo/__init__.py", kLoudAddon}});
  run("sys.setprofile(watch)");
  Py_ssize_t before = noted("events");
  static_cast<void>(snapshot());
  EXPECT_EQ(noted("events"), before);
  EXPECT_GT(before, 0);
}

TEST_F(PassiveSnapshot, IsNotSeenByATraceFunction) {
  load({{"demo/__init__.py", kLoudAddon}});
  run("sys.settrace(watch)");
  Py_ssize_t before = noted("events");
  static_cast<void>(snapshot());
  EXPECT_EQ(noted("events"), before);
  run("(lambda: 0)()");
  EXPECT_GT(noted("events"), before);
}

TEST_F(PassiveSnapshot, IsNotSeenByAnAuditHook) {
  load({{"demo/__init__.py", kLoudAddon}});
  // A hook cannot be taken out again, only told to be silent.
  run(R"(
def listen(event, arguments, state=witness):
    if state.listening: state.events.append(event)
witness.listening = False
sys.addaudithook(listen)
witness.listening = True
)");
  Py_ssize_t before = noted("events");
  static_cast<void>(snapshot());
  Py_ssize_t after = noted("events");
  run("takes = demo.takes.__code__");
  Py_ssize_t later = noted("events");
  run("witness.listening = False");
  EXPECT_EQ(after, before) << eval("witness.events");
  EXPECT_GT(later, after);
}

TEST_F(PassiveSnapshot, LeavesALazyModuleUnexecuted) {
  load({{"demo/__init__.py", R"(
import importlib.util, sys
spec = importlib.util.find_spec('demo.slow')
spec.loader = importlib.util.LazyLoader(spec.loader)
slow = importlib.util.module_from_spec(spec)
sys.modules['demo.slow'] = slow
spec.loader.exec_module(slow)
)"},
        {"demo/slow.py", "import witness\nwitness.asked.append('executed')\nvalue = 1\n"}});
  Snapshot taken = snapshot();
  EXPECT_EQ(eval("witness.asked"), "[]");
  EXPECT_EQ(at(taken, {"demo.slow", ".__name__"}), "str 'demo.slow'");
  EXPECT_EQ(eval("demo.slow.value, witness.asked"), "(1, ['executed'])");
}

TEST_F(PassiveSnapshot, LeavesAnExceptionUnderWayAsItWas) {
  load({{"demo/__init__.py", kLoudAddon}});
  PyErr_SetString(PyExc_LookupError, "under way");
  static_cast<void>(PyErr_Occurred());
  PyErr_Clear();
  static_cast<void>(snapshot());
  EXPECT_EQ(PyErr_Occurred(), nullptr);
}

}  // namespace
}  // namespace afresh
