// What an add-on registers for the whole process is seen where it is there twice or too long, and
// nothing is told of one that undoes it, nor of a library that does the same at its own import.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

struct Registration {
  std::string_view name;
  std::string_view code;  ///< runs at import; `$` is the load
  /// Whether load 2 no longer does it: what would replace the old entry cannot be there
  /// twice.
  bool is_dropped;
  std::string_view undo;  ///< what `unregister()` does about it; empty where nobody can
  std::string_view path;  ///< of the finding

  friend void PrintTo(const Registration& row, std::ostream* out) { *out << row.code; }
};

constexpr std::array kRegistrations{
    Registration{"AbcRegistry", R"(
import collections.abc
class Row: pass
collections.abc.Sequence.register(Row))",
                 false, "import gc; del globals()['Row']; gc.collect()",
                 "collections.abc.Sequence registry[0]"},
    Registration{"RegistryOfALaterAbc", R"(
import numbers
class Money: pass
numbers.Number.register(Money))",
                 false, "import gc; del globals()['Money']; gc.collect()",
                 "numbers.Number registry[0]"},
    Registration{"MethodOfALaterClass", R"(
import json
def shout(self): return $
json.JSONDecoder.shout = shout)",
                 true,
                 "json.JSONDecoder.__dict__.get('shout') and delattr(json.JSONDecoder, 'shout')",
                 "monkeypatches[json.decoder.JSONDecoder.shout]"},
    Registration{"PropertyOfALaterClass", R"(
import json
json.JSONDecoder.size = property(lambda self: $))",
                 true, "hasattr(json.JSONDecoder, 'size') and delattr(json.JSONDecoder, 'size')",
                 "monkeypatches[json.decoder.JSONDecoder.size]"},
    Registration{"DictionaryOfALaterModule", R"(
import mimetypes
class Kind: limit = $
mimetypes.types_map['.x'] = Kind())",
                 true, "mimetypes.types_map.pop('.x', None)", "mimetypes.types_map['.x']"},
    Registration{"PartialInALaterModule", R"(
import functools, mimetypes
class Kind: limit = $
mimetypes.types_map['.x'] = functools.partial(print, end=Kind))",
                 true, "mimetypes.types_map.pop('.x', None)", "mimetypes.types_map['.x']"},
    Registration{"ListOfALaterModule", R"(
import mimetypes
class Kind: limit = $
kind = Kind()
mimetypes.knownfiles.append(kind))",
                 false, "mimetypes.knownfiles.remove(kind)", "mimetypes.knownfiles[0]"},
    Registration{"DictionaryWithTuples", R"(
import shutil
def pack(*names): return $
shutil.register_archive_format('x', pack))",
                 true, "'x' in shutil._ARCHIVE_FORMATS and shutil.unregister_archive_format('x')",
                 "shutil._ARCHIVE_FORMATS['x']"},
    Registration{"DictionaryByClass", R"(
import copy
class Row: pass
copy._deepcopy_dispatch[Row] = lambda row, memory: row)",
                 false, "del copy._deepcopy_dispatch[Row]", "copy._deepcopy_dispatch keys[0]"},
    Registration{"SetOfALaterModule", R"(
import multiprocessing.process
class Task: pass
multiprocessing.process._children.add(Task))",
                 false, "multiprocessing.process._children.discard(Task)",
                 "multiprocessing.process._children[0]"},
    Registration{"NameOfALevel", R"(
import logging
logging.addLevelName(25, 'LOUD$'))",
                 false,
                 "[table.pop(key, None) for table, key in ((logging._levelToName, 25), "
                 "(logging._nameToLevel, 'LOUD$'))]",
                 "logging[getLevelName('LOUD1')]"},
    Registration{"Codec", R"(
import codecs
def search(name): return None
codecs.register(search))",
                 false, "codecs.unregister(search)", "codecs.register[0]"},
    Registration{"CodecErrorHandler", R"(
import codecs
def mend(error): return ('$', error.end)
codecs.register_error('mend', mend))",
                 true, "codecs.register_error('mend', codecs.strict_errors)",
                 "codecs.register_error['mend']"},
    Registration{"ForkHook", R"(
import os
def start(): return $
os.register_at_fork(before=start))",
                 false, "", "os.register_at_fork.before[0]"},
    Registration{"AuditHook", R"(
import sys
def listen(event, arguments): pass
sys.addaudithook(listen))",
                 false, "", "sys.addaudithook[0]"},
    Registration{"ExitCallback", R"(
import atexit
def bye(): return $
atexit.register(bye))",
                 false, "atexit.unregister(bye)", "atexit[0]"},
    Registration{"Finalizer", R"(
import weakref
class Held: pass
def bye(): return $
held = Held()
finalizer = weakref.finalize(held, bye))",
                 false, "finalizer.detach()", "weakref.finalize[0]"},
};

// Uses the library in ways that leave something of the add-on in its caches and books.
constexpr std::string_view kHeavyUse = R"(
import asyncio, ctypes, unittest, unittest.mock, typing, logging, threading, argparse, json
import email, http.client, decimal, fractions, numbers, xml.etree.ElementTree
import concurrent.futures, subprocess, contextvars, random, multiprocessing, pickle, copy
import inspect, warnings, weakref, queue, csv, locale, abc, enum, selectors, socket
import unittest.case, pprint, linecache, importlib.resources
limit = $
class S(ctypes.Structure): _fields_ = [('a', ctypes.c_int)]
P = ctypes.POINTER(S); CB = ctypes.CFUNCTYPE(None, P)
class H(logging.StreamHandler): pass
h = H(); h.close()
class T(threading.Thread):
    def run(self): pass
t = T(); t.start(); t.join()
class Test(unittest.TestCase):
    def test(self): self.assertEqual(1, 1)
tests = unittest.defaultTestLoader.loadTestsFromTestCase(Test)
unittest.TextTestRunner(stream=open('/dev/null', 'w')).run(tests)
async def main(): return limit
asyncio.run(main())
@typing.overload
def f(a: int) -> int: ...
@typing.overload
def f(a: str) -> str: ...
def f(a): return a
class E(json.JSONEncoder): pass
json.dumps({'a': 1}, cls=E)
class W(UserWarning): pass
warnings.warn('x', W, stacklevel=2)
class D(decimal.Decimal): pass
pickle.loads(pickle.dumps(limit)); copy.deepcopy([E()])
class C(enum.Enum): A = 1
inspect.getsource(main); inspect.getmodule(main); inspect.signature(E)
pprint.pformat({C.A: [E()]})
var = contextvars.ContextVar('v'); var.set(E())
with concurrent.futures.ThreadPoolExecutor(1) as pool: pool.submit(main.__class__)
class M(unittest.mock.Mock): pass
M().x()
class L(csv.Dialect): delimiter=','; quoting=csv.QUOTE_NONE; lineterminator='\n')";

std::string with_number(std::string_view text, std::string_view number) {
  std::string result(text);
  for (std::size_t at = result.find('$'); at != std::string::npos; at = result.find('$')) {
    result.replace(at, 1, number);
  }
  return result;
}

std::string addon(std::string_view code, std::string_view undo, std::string_view number) {
  return with_number(std::string(code) + "\nlimit = $\ndef register(): pass\ndef unregister(): " +
                         (undo.empty() ? "pass" : std::string(undo)),
                     number);
}

class Surface : public ::testing::TestWithParam<Registration> {
 protected:
  Record judged(const testing::CaseParts& parts, const std::string& strategy) {
    return testing::run_once(testing::shared_worker_pool(),
                             testing::case_from_text(testing::case_text(parts)),
                             testing::shipped(strategy));
  }

  static std::vector<std::string> paths(const Record& record, std::string_view step) {
    std::vector<std::string> found;
    for (const Finding& finding : record.findings) {
      if (finding.step_text == step)
        found.insert(found.end(), finding.paths.begin(), finding.paths.end());
    }
    return found;
  }
};

class SurfaceOfWhatCanBeUndone : public Surface {};

std::vector<Registration> what_can_be_undone() {
  std::vector<Registration> rows(kRegistrations.begin(), kRegistrations.end());
  std::erase_if(rows, [](const Registration& row) { return row.undo.empty(); });
  return rows;
}

TEST_P(Surface, FailsWhereAnAddonDoesNotUndoIt) {
  const Registration& row = GetParam();
  std::string later = addon(row.is_dropped ? "" : row.code, "", "22");
  Record record = judged(
      {.steps = "enable demo; edit demo 2; reload demo",
       .files = {{"1/demo/__init__.py", addon(row.code, "", "1")}, {"2/demo/__init__.py", later}}},
      "purge-dotted");
  EXPECT_EQ(record.verdicts[Aspect::kProcessState].outcome, Outcome::kFail)
      << testing::record_text(record);
  EXPECT_THAT(paths(record, "reload demo"), Contains(std::string(row.path)));
}

TEST_P(Surface, IsTheAddonsDoingAfterADisable) {
  const Registration& row = GetParam();
  Record record = judged({.steps = "enable demo; disable demo",
                          .files = {{"1/demo/__init__.py", addon(row.code, "", "1")}}},
                         "purge-dotted");
  EXPECT_EQ(record.verdicts[Aspect::kClean].outcome, Outcome::kPass)
      << testing::record_text(record);
  ASSERT_THAT(record.findings, Not(IsEmpty()));
  for (const Finding& finding : record.findings) {
    EXPECT_EQ(finding.attribution, Attribution::kAddon) << testing::record_text(record);
  }
}

TEST_P(SurfaceOfWhatCanBeUndone, IsSilentAboutAnAddonThatUndoesIt) {
  const Registration& row = GetParam();
  Record record =
      judged({.steps = "enable demo; edit demo 2; reload demo; disable demo; enable demo",
              .files = {{"1/demo/__init__.py", addon(row.code, row.undo, "1")},
                        {"2/demo/__init__.py", addon(row.code, row.undo, "22")}}},
             "purge-dotted-collect");
  EXPECT_EQ(testing::verdict_text(record), "fresh=pass process-state=pass clean=pass leaks=pass")
      << testing::record_text(record);
}

// A library of which the add-on's files say nothing: made in memory, once.
TEST_P(Surface, IsSilentAboutALibraryThatDoesItAtImport) {
  std::string code =
      "import sys, types\nif 'somelib' not in sys.modules:\n"
      "    somelib = sys.modules['somelib'] = types.ModuleType('somelib')\n"
      "    exec(r'''" +
      with_number(GetParam().code, "1") +
      "''', vars(somelib))\n"
      "somelib = sys.modules['somelib']";
  Record record = judged({.steps = "enable demo; edit demo 2; reload demo",
                          .files = {{"1/demo/__init__.py", addon(code, "", "1")},
                                    {"2/demo/__init__.py", addon(code, "", "22")}}},
                         "purge-dotted");
  EXPECT_EQ(testing::verdict_text(record), "fresh=pass process-state=pass leaks=pass")
      << testing::record_text(record);
}

// Without `functools.wraps`, so that it says of itself that it is local to the decorator.
constexpr std::string_view kLibraryWithACache = R"(
def memo(f):
    cache = {}
    def inner(x):
        if x not in cache: cache[x] = f(x)
        return cache[x]
    return inner
@memo
def compute(x): return [x]
import functools
@functools.lru_cache
def adapter(cls): return cls.__name__
)";

TEST(DecoratedFunctionOfALibrary, IsTheLibrarysWithAllThatItKeeps) {
  std::string code =
      "import sys, types\nif 'somelib' not in sys.modules:\n"
      "    somelib = sys.modules['somelib'] = types.ModuleType('somelib')\n"
      "    exec(r'''" +
      std::string(kLibraryWithACache) +
      "''', vars(somelib))\nsomelib = sys.modules['somelib']\ncompute = "
      "somelib.compute\ncompute($)\nclass Own: pass\nsomelib.adapter(Own)";
  Case a_case = testing::case_from_text(
      testing::case_text({.steps = "enable demo; edit demo 2; reload demo",
                          .files = {{"1/demo/__init__.py", addon(code, "", "1")},
                                    {"2/demo/__init__.py", addon(code, "", "22")}}}));
  Record record =
      testing::run_once(testing::shared_worker_pool(), a_case, testing::shipped("purge-dotted"));
  // What the library was asked for keeps the class, whatever the add-on undoes.
  EXPECT_EQ(testing::verdict_text(record), "fresh=pass process-state=pass leaks=pass(leak)")
      << testing::record_text(record);
}

TEST(HeavyUseOfTheLibrary, IsNoRegistration) {
  Case a_case = testing::case_from_text(testing::case_text(
      {.steps = "enable demo; edit demo 2; reload demo; disable demo; enable demo",
       .files = {{"1/demo/__init__.py", addon(kHeavyUse, "", "1")},
                 {"2/demo/__init__.py", addon(kHeavyUse, "", "22")}}}));
  for (const char* strategy : {"purge-dotted", "purge-dotted-collect", "restart-clean"}) {
    Record record =
        testing::run_once(testing::shared_worker_pool(), a_case, testing::shipped(strategy));
    // Caches and the context of the process keep classes; only a new process has none.
    bool is_new = strategy == std::string_view("restart-clean");
    EXPECT_EQ(testing::verdict_text(record),
              std::string("fresh=pass process-state=pass clean=pass leaks=pass") +
                  (is_new ? "" : "(leak)"))
        << testing::record_text(record);
  }
}

std::string name_of_row(const ::testing::TestParamInfo<Registration>& row) {
  return std::string(row.param.name);
}

INSTANTIATE_TEST_SUITE_P(Registrations, Surface, ::testing::ValuesIn(kRegistrations), name_of_row);
INSTANTIATE_TEST_SUITE_P(Registrations, SurfaceOfWhatCanBeUndone,
                         ::testing::ValuesIn(what_can_be_undone()), name_of_row);

}  // namespace
}  // namespace afresh
