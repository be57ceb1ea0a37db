// SPDX-License-Identifier: MIT
#include "tests/agent/features.hpp"

#include <array>

namespace afresh::testing {
namespace {

constexpr std::array kFeatures{
    Feature{"Enum", R"(
import enum
class Colour(enum.Enum):
    RED = $
    GREEN = 'g'
    SCARLET = RED
    @property
    def shown(self): return self.name.lower()
class Number(enum.IntEnum):
    ONE = enum.auto()
    TWO = enum.auto()
chosen = {Colour.RED: Number.ONE, Colour.GREEN: Number.TWO}
by_value = Colour('g'))"},
    Feature{"Flag", R"(
import enum
class Access(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    BOTH = READ | WRITE
class Bits(enum.IntFlag):
    A = 1
    B = 2
limit = $
mixed = [Access.READ | Access.WRITE, ~Access.READ, Bits.A | Bits.B, Bits(limit)])"},
    Feature{"Dataclass", R"(
import dataclasses
@dataclasses.dataclass(order=True)
class Item:
    name: str = 'item'
    count: int = $
    tags: list = dataclasses.field(default_factory=list)
@dataclasses.dataclass(frozen=True, slots=True)
class Fixed(Item if False else object):
    x: float = 1.5
items = [Item('a'), Item(tags=[1]), Fixed()]
more = dataclasses.replace(items[0], name='b'))"},
    Feature{"AbstractBaseClassWithWarmCaches", R"(
import abc, collections.abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
class Square(Shape):
    def area(self): return $
class Duck: pass
Shape.register(Duck)
class Sized:
    def __len__(self): return 0
checked = (isinstance(Square(), Shape), isinstance(Duck(), Shape), isinstance(3, Shape),
           issubclass(Sized, collections.abc.Sized), isinstance(Sized(), collections.abc.Hashable))
@collections.abc.Sequence.register
class Row: pass
class Table(collections.abc.MutableMapping):
    def __init__(self): self.data = {}
    def __getitem__(self, key): return self.data[key]
    def __setitem__(self, key, value): self.data[key] = value
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)
table = Table(); table['a'] = Square())"},
    Feature{"NamedTuple", R"(
import collections, typing
class Point(typing.NamedTuple):
    x: int
    y: int = $
Pair = collections.namedtuple('Pair', 'left right', defaults=[0])
origin = Point(0)
pairs = [Pair(origin, Point), Pair(1)])"},
    Feature{"CalledLruCache", R"(
import functools
step = $
@functools.lru_cache(maxsize=4)
def grow(n): return [n + step]
@functools.cache
def shrink(n, *, by=step): return {n: by}
results = [grow(i) for i in range(6)] + [shrink(1), shrink(1, by=2)]
class Calculator:
    @functools.lru_cache
    def total(self, n): return n + step
calculator = Calculator(); calculator.total(3))"},
    Feature{"CachedProperty", R"(
import functools
class Lazy:
    @functools.cached_property
    def big(self): return [$]
    @property
    def small(self): return 1
    @small.setter
    def small(self, value): pass
warm, cold = Lazy(), Lazy()
seen = warm.big)"},
    Feature{"Singledispatch", R"(
import functools
class Own: pass
@functools.singledispatch
def show(value): return 'any'
@show.register
def _(value: int): return $
@show.register(Own)
def _(value): return 'own'
class Viewer:
    @functools.singledispatchmethod
    def view(self, value): return value
    @view.register
    def _(self, value: Own): return 'own'
shown = [show(1), show(Own()), show('x'), Viewer().view(Own())])"},
    Feature{"SingledispatchByAnAbc", R"(
import collections.abc, functools
@functools.singledispatch
def show(value): return 'any'
@show.register
def _(value: collections.abc.Mapping): return $
shown = [show({}), show(1)]
import decimal, fractions, random
class Pair: pass
collections.abc.Sized.register(Pair)
def forget():
    import gc
    global Pair
    del Pair
    gc.collect())"},
    Feature{"WeakContainers", R"(
import weakref
class Node:
    size = $
    def ping(self): pass
nodes = [Node() for _ in range(3)]
by_key = weakref.WeakKeyDictionary({n: i for i, n in enumerate(nodes)})
by_name = weakref.WeakValueDictionary({'first': nodes[0], 'gone': Node()})
members = weakref.WeakSet(nodes)
method = weakref.WeakMethod(nodes[0].ping)
proxy, reference, dead = weakref.proxy(nodes[1]), weakref.ref(nodes[2]), weakref.ref(Node())
finalizer = weakref.finalize(nodes[0], print, 'bye'); finalizer.atexit = False
finalizer.detach())"},
    Feature{"Partial", R"(
import functools, operator
def scale(value, *, by): return value * by
double = functools.partial(scale, by=$)
class Button:
    press = functools.partialmethod(print, 'pressed')
getters = operator.itemgetter(1), operator.attrgetter('a.b'), operator.methodcaller('m', 1)
bound = double.func, Button().press)"},
    Feature{"Descriptors", R"(
class Checked:
    def __init__(self, limit): self.limit = limit
    def __set_name__(self, owner, name): self.name, self.owner = name, owner
    def __get__(self, instance, owner): return self if instance is None else instance.__dict__.get(self.name, self.limit)
    def __set__(self, instance, value): instance.__dict__[self.name] = value
class Model:
    width = Checked($)
    height = Checked(5)
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def helper(): return 1
    def __init_subclass__(cls, **options): cls.options = options
    def __class_getitem__(cls, key): return (cls, key)
class Special(Model, deep=True): pass
model = Model(); model.width = 7
key = Model[int], Model.make, Special.make)"},
    Feature{"Slots", R"(
class Vector:
    __slots__ = ('x', 'y', '__weakref__')
    def __init__(self, x, y=None):
        self.x = x
        if y is not None: self.y = y
class Named(Vector):
    __slots__ = ['name']
class Open(Vector): pass
vectors = [Vector($), Vector(1, 2), Named(3), Open(4)]
vectors[3].extra = vectors)"},
    Feature{"SuspendedGenerators", R"(
limit = $
def count(n):
    kept = [n]
    while True:
        got = yield kept
        kept.append(got)
def relay(): yield from count(limit)
running, started, delegating = count(limit), count(2), relay()
next(started); started.send(3); next(delegating)
async def later(): return limit
async def stream(): yield limit
waiting, streaming = later(), stream()
waiting.close()
squares = (i * i for i in range(limit)))"},
    Feature{"Iterators", R"(
import collections, itertools
numbers = [1, 2, $]
position = iter(numbers); next(position)
backwards = reversed(numbers)
pairs = enumerate(numbers, 5); next(pairs)
joined = zip(numbers, 'abc'); next(joined)
mapped = map(str, numbers)
some = filter(None, numbers)
chain, counting = itertools.chain(numbers, numbers), itertools.count(4, 2)
cycle, repeat, steps = itertools.cycle(numbers), itertools.repeat(7), itertools.islice(numbers, 1)
views = {'a': 1}.keys(), range(2, 9, 3), slice(1, 2), memoryview(b'xy')
queue = collections.deque(numbers, 5)
counter, chained = collections.Counter('abca'), collections.ChainMap({'a': 1}, {'b': 2})
default, ordered = collections.defaultdict(list, a=[1]), collections.OrderedDict(a=1, b=numbers))"},
    Feature{"TypingGenerics", R"(
import typing, collections.abc
from typing import Pattern, Match
T = typing.TypeVar('T', bound='Box')
P = typing.ParamSpec('P')
class Box(typing.Generic[T]):
    content: T
    size: int = $
class IntBox(Box[int]): pass
Maybe = typing.Optional[Box]
Many = typing.Union[Box, typing.List[Box], dict[str, Box], None]
Function = typing.Callable[[Box], T]
Other = collections.abc.Callable[[Box], int]
New = typing.NewType('New', int)
Choice = typing.Literal['a', 1]
union = Box | None
alias = list[Box]
patterns = Pattern[str], Match
class Movie(typing.TypedDict, total=False):
    name: str
    box: Box
@typing.overload
def get(x: int) -> int: ...
@typing.overload
def get(x: str) -> str: ...
def get(x): return x
hints = typing.get_type_hints(IntBox))"},
    Feature{"Protocols", R"(
import typing
@typing.runtime_checkable
class Closable(typing.Protocol):
    def close(self) -> None: ...
class Sized(Closable, typing.Protocol):
    size: int
class File:
    size = $
    def close(self): pass
checks = isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable))"},
    Feature{"CtypesStructures", R"(
import ctypes
class Point(ctypes.Structure):
    _fields_ = [('x', ctypes.c_int), ('y', ctypes.c_double)]
class Line(ctypes.Structure):
    _fields_ = [('start', Point), ('next', ctypes.POINTER(Point)), ('name', ctypes.c_char * 8)]
class Either(ctypes.Union):
    _fields_ = [('i', ctypes.c_int), ('f', ctypes.c_float)]
Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Point))
@Callback
def called(point): return $
point = Point(1, 2.5)
line = Line(point)
line.next = ctypes.pointer(point)
array = (Point * 3)()
number = ctypes.c_int(3))"},
    Feature{"MetaclassRegistry", R"(
class Registered(type):
    registry = {}
    order = []
    def __new__(meta, name, bases, namespace, **options):
        cls = super().__new__(meta, name, bases, namespace)
        meta.registry[name] = cls
        meta.order.append(cls)
        return cls
    def __prepare__(name, bases, **options): return {'prepared': [name]}
    def __call__(cls, *args):
        made = super().__call__(*args)
        cls.made = getattr(cls, 'made', []) + [made]
        return made
class Plugin(metaclass=Registered): pass
class Brush(Plugin, kind='x'):
    size = $
brush = Brush())"},
    Feature{"Copyreg", R"(
import copyreg
class Handle:
    number = $
def reduce_handle(handle): return Handle, ()
copyreg.pickle(Handle, reduce_handle)
def forget(): copyreg.dispatch_table.pop(Handle, None))"},
    Feature{"SuperCells", R"(
class Base:
    def __init__(self, *args): self.args = args
    def grow(self): return $
class Child(Base):
    def __init__(self): super().__init__(1, 2)
    def grow(self): return super().grow() + 1
    def me(self): return __class__
def decorate(cls):
    class Wrapped(cls):
        def grow(self): return super().grow() * 2
    return Wrapped
Decorated = decorate(Child)
child = Decorated())"},
    Feature{"ModuleAnnotations", R"(
count: int = $
names: 'list[str]' = []
later: float
class Typed:
    a: int
    b: 'Typed' = None
def typed(x: Typed, *rest: int, key: 'Typed' = None) -> 'list[Typed]': return []
asked = typed.__annotations__)"},
    Feature{"PostponedAnnotations", R"(from __future__ import annotations
import dataclasses, typing
@dataclasses.dataclass
class Tree:
    left: Tree | None = None
    size: int = $
    kind: typing.ClassVar[str] = 'tree'
def graft(tree: Tree, *trees: Tree) -> list[Tree]: return []
hints = typing.get_type_hints(graft)
root: Tree = Tree(Tree()))"},
    Feature{"RegularExpressions", R"(
import re
word = re.compile(r'\w+')
limit = $
found = word.match('abc')
split = re.split(',', 'a,b'))"},
    Feature{"ExceptionsAndContexts", R"(
import contextlib
class Failure(Exception):
    code = $
try: raise Failure('first')
except Failure as error: caught = error.args
plain = Failure('kept', [1])
@contextlib.contextmanager
def opened():
    yield [1]
stack = contextlib.ExitStack(); stack.callback(print, 1); stack.pop_all()
quiet = contextlib.suppress(Failure))"},
    Feature{"LoggersAndWarnings", R"(
import logging, warnings
log = logging.getLogger(__name__)
adapter = logging.LoggerAdapter(log, {'level': $})
warnings.warn('once', stacklevel=1))"},
    Feature{"LocalClassesAndClosures", R"(
def make(number):
    class Local:
        first, second, third = 1, 2, 3
        def set(self): self.p = self.q = self.r = number
    def use(): return Local, number
    return Local, use
Local, use = make($)
local = Local(); local.set()
table = [lambda i=i: i for i in range(3)])"},
    Feature{"SetsAndFrozensets", R"(
class A: pass
class B: pass
limit = $
names = {'x', 'y', 'z', 'long name'}
mixed = frozenset({A, B, 1, 'x'})
nested = {frozenset({1, 2}), frozenset({'a'}), (1, frozenset({A}))}
keyed = {A: 1, B: [2], (A, B): names, None: 3}
listed = list(names)
def test(x): return x in {'x', 'y', 'z', 'long name'})"},
    Feature{"ThreadPool", R"(
import concurrent.futures
limit = $
pool = concurrent.futures.ThreadPoolExecutor()
answer = pool.submit(int, '7').result()
pool.shutdown())"},
    Feature{"TemporaryFolder", R"(
import tempfile
limit = $
folder = tempfile.mkdtemp())"},
    Feature{"Finalizer", R"(
import weakref
class Held: limit = $
held = Held()
finalizer = weakref.finalize(held, print, 'bye')
def forget(): finalizer.detach())"},
    Feature{"ModuleLevelGetattr", R"(
limit = $
def __getattr__(name):
    if name == 'lazy':
        globals()['lazy'] = [limit]
        return globals()['lazy']
    raise AttributeError(name)
def __dir__(): return ['lazy', 'limit'])"},
};

}  // namespace

std::span<const Feature> features() { return kFeatures; }

}  // namespace afresh::testing
