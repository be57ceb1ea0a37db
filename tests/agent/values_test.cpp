// Values whose content neither the collector nor a dictionary shows. One in a submodule that is not
// reloaded is seen to be old; after a correct purge nothing differs.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using ::testing::StartsWith;

/// A module's text; `$` is what the edit changes, from 1 to 2.
struct Value {
  std::string_view name;
  std::string_view text;

  friend void PrintTo(const Value& value, std::ostream* out) { *out << value.text; }
};

constexpr std::array kValues{
    Value{"Date", "import datetime\nx = datetime.date(2020, 1, $)"},
    Value{"DateTime", "import datetime\nx = datetime.datetime(2020, 1, 3, 4, 5, 6, $)"},
    Value{"DateTimeInAZone",
          "import datetime\nx = datetime.datetime(2020, 1, 3, "
          "tzinfo=datetime.timezone(datetime.timedelta(hours=$)))"},
    Value{"TimeOfDay", "import datetime\nx = datetime.time($, 30)"},
    Value{"TimeDelta", "import datetime\nx = datetime.timedelta(seconds=$)"},
    Value{"SubclassOfDate", "import datetime\nclass Day(datetime.date): pass\nx = Day(2020, 1, $)"},
    Value{"TimeZoneByKey",
          "import zoneinfo\nx = zoneinfo.ZoneInfo(('UTC', 'Europe/Paris')[$ - 1]) if "
          "zoneinfo.available_timezones() else ('UTC', $)"},
    Value{"Decimal", "import decimal\nx = decimal.Decimal('1.$')"},
    Value{"DecimalContext", "import decimal\nx = decimal.Context(prec=$)"},
    Value{"DecimalOfAThread",
          "import decimal, threading\nfound = []\nt = threading.Thread(target=lambda: "
          "found.append(decimal.Decimal('1.$')))\nt.start()\nt.join()\ndel t"},
    Value{"Fraction", "import fractions\nx = fractions.Fraction($, 3)"},
    Value{"Array", "import array\nx = array.array('i', [1, $])"},
    Value{"ArrayTypecode", "import array\nx = array.array('bh'[$ - 1])"},
    Value{"Range", "x = range(3, 10, $)"},
    Value{"Slice", "x = slice(0, $)"},
    Value{"MemoryView", "x = memoryview(bytes([$]))"},
    Value{"ByteArray", "x = bytearray([$])"},
    Value{"Pattern", "import re\nx = re.compile('a', (0, re.I)[$ - 1])"},
    Value{"Match", "import re\nx = re.match('(a*)(a)', 'aaa'[$:])"},
    Value{"StringIO", "import io\nx = io.StringIO('text $')"},
    Value{"BytesIOPosition", "import io\nx = io.BytesIO(b'text')\nx.seek($)"},
    Value{"Random", "import random\nx = random.Random($)"},
    Value{"Digest", "import hashlib\nx = hashlib.sha256(b'$')"},
    Value{"Blake", "import hashlib\nx = hashlib.blake2b(b'$')"},
    Value{"Struct", "import struct\nx = struct.Struct('$i')"},
    Value{"CInt", "import ctypes\nx = ctypes.c_int($)"},
    Value{"CStructure",
          "import ctypes\nclass Point(ctypes.Structure):\n    _fields_ = [('x', ctypes.c_int)]\nx "
          "= Point($)"},
    Value{
        "PartOfACStructure",
        "import ctypes\nclass Point(ctypes.Structure):\n    _fields_ = [('x', ctypes.c_int * 2)]\n"
        "x = Point((0, $)).x"},
    Value{"CMemoryOfAnother", "import ctypes\nx = ctypes.c_int.from_address(0)\ny = $"},
    Value{"CArray", "import ctypes\nx = (ctypes.c_int * 3)(0, $)"},
    Value{"Counting", "import itertools\nx = itertools.count($)"},
    Value{"Repeating", "import itertools\nx = itertools.repeat(None, $)"},
    Value{"Enumerating", "x = enumerate('ab', $)"},
    Value{"PositionOfAnIterator", "x = iter([5, 5, 5])\nfor _ in range($): next(x)"},
    Value{"ItemGetter", "import operator\nx = operator.itemgetter($)"},
    Value{"AttributeGetter", "import operator\nx = operator.attrgetter('a$')"},
    Value{"MethodCaller", "import operator\nx = operator.methodcaller('f', $)"},
    Value{"DequeLength", "import collections\nx = collections.deque([1], $)"},
    Value{"DefaultFactory", "import collections\nx = collections.defaultdict((int, str)[$ - 1])"},
    Value{
        "OrderOfAnOrderedDict",
        "import collections\nx = collections.OrderedDict(a=1, b=1)\nif $ == 2: x.move_to_end('a')"},
    Value{
        "OrderedDictWithAGap",
        "import collections\nx = collections.OrderedDict(a=1, b=2, c=$)\ndict.__delitem__(x, 'b')"},
    Value{"SlotsWithOneObject",
          "class K: __slots__ = ('a', 'b')\nx = K()\nx.a = []\nif $ == 1: x.b = x.a"},
    Value{"OrderOfACounter",
          "import collections\nx = collections.Counter(a=1, b=1) if $ == 1 else "
          "collections.Counter(b=1, a=1)"},
    Value{"CounterByClass",
          "import collections\nclass A: n = $\nx = collections.Counter({A: 1})\ndel A"},
    Value{"DefaultDictByClass",
          "import collections\nclass A: n = $\nx = collections.defaultdict(int, {A: 1})\ndel A"},
    Value{"SubclassOfSet", "class Names(set): pass\nx = Names(['a$'])"},
    Value{"WeakSet", "import weakref\nclass A: n = $\nkept = [A]\nx = weakref.WeakSet(kept)"},
    Value{"WeakMethod",
          "import weakref\nclass A:\n    def f(self): return $\na = A()\nx = "
          "weakref.WeakMethod(a.f)"},
    Value{"ThreadLocal", "import threading\nx = threading.local()\nx.value = $"},
    Value{"ExitStack", "import contextlib\nx = contextlib.ExitStack()\nx.callback(print, $)"},
    Value{"ClosureOfALibrary",
          "import operator, functools\nx = functools.cmp_to_key(lambda a, b: $)"},
    Value{"NewClass",
          "import types\nx = types.new_class('X', (), {}, lambda names: names.update(n=$))"},
    Value{"MadeDataclass",
          "import dataclasses\nx = dataclasses.make_dataclass('X', [('n', int, $)])"},
    Value{"ClassMadeByAMetaclass", "import abc\nx = abc.ABCMeta('X', (), {'n': $})"},
    Value{"ClassThatDeniesItsModule", "class x:\n    __module__ = 'json'\n    n = $"},
    Value{"FunctionThatDeniesItsModule", "def x(): return $\nx.__module__ = 'json'"},
    Value{"FunctionWithoutNamesModule",
          "names = {}\nexec('def x(): return $', names)\nx = names.pop('x')\ndel names"},
    Value{"EvaluatedLambda", "x = eval('lambda: $')"},
    Value{"EvaluatedLambdaAlone", "x = eval('lambda: $', {})"},
    Value{"ClassOfTheModule",
          "import sys, types\nclass M(types.ModuleType):\n    @property\n    def n(self): return "
          "$\nsys.modules[__name__].__class__ = M\ndel M"},
    Value{"MethodOfAStr", "x = 'text $'.upper"},
    Value{"LoneSurrogate", "x = '\\udc8$'"},
    Value{"RegistryOfAnAbc",
          "import abc\nclass S(abc.ABC): pass\nclass A: n = $\nS.register(A)\nkept = lambda a=A: "
          "a\ndel A"},
    Value{"DeleterOfAProperty",
          "class K:\n    @property\n    def p(self): return 1\n    @p.deleter\n    def p(self): "
          "return $"},
    Value{"SimpleNamespace", "import types\nx = types.SimpleNamespace(n=$)"},
    Value{"ErrorWithANumber", "x = OSError($, 'no')"},
    Value{"GenericAlias", "x = list[(int, str)[$ - 1]]"},
    Value{"ContextVariable", "import contextvars\nx = contextvars.ContextVar('v$')"},
    Value{"TimeTuple", "import time\nx = time.gmtime($ * 86400)"},
    Value{"Uuid", "import uuid\nx = uuid.UUID(int=$)"},
    Value{"Path", "import pathlib\nx = pathlib.PurePosixPath('/a$')"},
    Value{"Network", "import ipaddress\nx = ipaddress.ip_address($)"},
};

std::string with_number(std::string_view text, std::string_view number) {
  std::string result;
  for (char c : text) result += c == '$' ? std::string(number) : std::string(1, c);
  return result;
}

using ValueInASubmodule = ::testing::TestWithParam<Value>;

TEST_P(ValueInASubmodule, IsSeenToBeOldOnlyWhereItIs) {
  constexpr std::string_view kPackage =
      "from . import part\nnumber = $\ndef register(): pass\ndef unregister(): pass\n";
  std::string_view text = GetParam().text;
  Case context = testing::case_from_text(
      testing::case_text({.steps = "enable demo; edit demo 2; reload demo; disable demo",
                          .files = {{"1/demo/__init__.py", with_number(kPackage, "1")},
                                    {"1/demo/part.py", with_number(text, "1") + "\n"},
                                    {"2/demo/__init__.py", with_number(kPackage, "2")},
                                    {"2/demo/part.py", with_number(text, "2") + "\n"}}}));

  std::vector<Record> records =
      testing::run_all(testing::shared_worker_pool(), context,
                       {testing::shipped("reload-top"), testing::shipped("purge-dotted-collect")});

  EXPECT_THAT(testing::verdict_text(records[0]), StartsWith("fresh=fail"))
      << testing::record_text(records[0]);
  EXPECT_EQ(testing::verdict_text(records[1]),
            "fresh=pass process-state=pass clean=pass leaks=pass")
      << testing::record_text(records[1]);
}

INSTANTIATE_TEST_SUITE_P(Values, ValueInASubmodule, ::testing::ValuesIn(kValues),
                         [](const auto& value) { return std::string(value.param.name); });

}  // namespace
}  // namespace afresh
