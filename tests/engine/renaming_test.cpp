// Strategies that load an add-on's files by hand, under names of their own: that is one finding,
// and whatever else is wrong is found beside it under its own kind.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/engine/run_cases.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_from_text;
using afresh::testing::run_once;
using afresh::testing::verdict_text;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Loads the package as `_hot_1_demo`, `_hot_2_demo`, …; `fault` runs in between, with `module`.
StrategySource private_names(const std::string& fault = "pass") {
  std::string source = R"(
import importlib.util, os, sys
API = 1
loaded = {}
loads = [0]
def purge(name):
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            del sys.modules[key]
def load(addon):
    number = loads[0] = loads[0] + 1
    name = loaded[addon.name] = f"_hot_{number}_{addon.name}"
    spec = importlib.util.spec_from_file_location(
        name, os.path.join(addon.directory, "__init__.py"), submodule_search_locations=[addon.directory])
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
def reload(host, addon):
    before = loaded.get(addon.name, addon.name)
    old = sys.modules[before]
    old.unregister()
    purge(before)
    module = load(addon)
    )" + fault + R"(
    module.register()
def disable(host, addon):
    name = loaded.get(addon.name, addon.name)
    sys.modules[addon.name] = sys.modules[name]
    host.disable(addon.name)
    purge(addon.name)
    purge(name)
)";
  return {.name = "private-names", .source = source, .file = "private_names.py"};
}

constexpr std::string_view kCase = R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  disable demo

-- 1/demo/__init__.py --
import abc, copyreg, dataclasses, enum, functools, hostapi, logging, typing
from .settings import LIMIT, Kind
from .sub import deep
log = logging.getLogger(__name__)
NAME = "demo"
@dataclasses.dataclass
class Item:
    kind: Kind = Kind.A
    size: typing.List[int] = dataclasses.field(default_factory=list)
ITEMS = [Item(), Item()]
class Op(hostapi.Operator):
    label = "op"
    def run(self): return super().__repr__()
class Base(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
class Derived(Base):
    def f(self): return deep.g()
class Odd(dict): pass
ODD = Odd(a=Derived())
class Failed(Exception): pass
@functools.lru_cache
def cached(n): return Item()
cached(1)
BOUND = Derived().f
PARTIAL = functools.partial(cached, 2)
def on_load(): return LIMIT
def register():
    hostapi.register_class(Op)
    hostapi.handlers.append(on_load)
    copyreg.pickle(Item, cached)
    log.setLevel(10)
def unregister():
    log.setLevel(0)
    del copyreg.dispatch_table[Item]
    hostapi.handlers.remove(on_load)
    hostapi.unregister_class(Op)
-- 1/demo/settings.py --
import enum
class Kind(enum.Enum):
    A = 1
LIMIT = 1
-- 1/demo/sub/deep.py --
from ..settings import LIMIT
def g(): return LIMIT
-- 2/demo/settings.py --
import enum
class Kind(enum.Enum):
    A = 1
    B = 2
LIMIT = 22
)";

std::vector<std::string> found(const Record& record) {
  std::vector<std::string> words;
  for (const Finding& finding : record.findings) {
    words.push_back(std::string(name_of(finding.aspect)) + " " +
                    std::string(name_of(finding.kind)) + ": " + finding.paths.front());
  }
  return words;
}

class Renaming : public ::testing::Test {
 protected:
  Record run(const StrategySource& strategy, std::string_view text = kCase) {
    return run_once(testing::shared_worker_pool(), case_from_text(text), strategy);
  }
};

TEST_F(Renaming, IsTheOnlyFindingWhereAllElseIsRight) {
  Record record = run(private_names());
  EXPECT_THAT(found(record), ElementsAre("fresh renamed-module: _hot_1_demo"));
  EXPECT_EQ(verdict_text(record),
            "fresh=fail(renamed-module) process-state=pass clean=pass leaks=pass");
  const Finding& finding = record.findings.front();
  EXPECT_EQ(testing::in_short(finding.fresh), "module demo");
  EXPECT_EQ(testing::in_short(finding.actual), "module _hot_1_demo");
  EXPECT_THAT(finding.paths, ElementsAre("_hot_1_demo", "_hot_1_demo.settings", "_hot_1_demo.sub",
                                         "_hot_1_demo.sub.deep"));
}

TEST_F(Renaming, HidesNoStaleValueAndNoStaleCode) {
  Record record = run(private_names("module.LIMIT = 1; module.Op = old.Op"));
  EXPECT_THAT(found(record),
              ElementsAre("fresh stale-code: demo.Op.run", "fresh stale-value: demo.LIMIT",
                          "fresh renamed-module: _hot_1_demo"));
}

TEST_F(Renaming, HidesNoMissingName) {
  EXPECT_THAT(found(run(private_names("del module.NAME"))),
              ElementsAre("fresh missing-name: demo.NAME", "fresh renamed-module: _hot_1_demo"));
}

TEST_F(Renaming, ChangesNoTextOfTheAddOns) {
  Record record = run(private_names("module.NAME = module.__name__"));
  EXPECT_THAT(found(record),
              ElementsAre("fresh stale-value: demo.NAME", "fresh renamed-module: _hot_1_demo"));
  EXPECT_EQ(testing::in_short(record.findings[0].actual), "str '_hot_1_demo'");
}

TEST_F(Renaming, IsNoneWhereTheOldModuleIsStillThere) {
  Record record = run(private_names("sys.modules['demo'] = old"));
  EXPECT_THAT(verdict_text(record), HasSubstr("stale-module"));
  EXPECT_THAT(verdict_text(record), Not(HasSubstr("fresh=fail(renamed-module)")));
}

TEST_F(Renaming, OfTwoLoadsIsTheLaterOne) {
  Record record = run(private_names("module = load(addon)"));
  std::erase_if(record.findings, [](const Finding& f) { return f.aspect != Aspect::kFresh; });
  EXPECT_THAT(
      found(record),
      ElementsAre("fresh stale-module: _hot_1_demo", "fresh stale-module: _hot_1_demo.settings",
                  "fresh stale-module: _hot_1_demo.sub", "fresh stale-module: _hot_1_demo.sub.deep",
                  "fresh renamed-module: _hot_2_demo"));
}

TEST_F(Renaming, IsToldOfEachReload) {
  std::string twice(kCase);
  twice.replace(twice.find("  disable"), 0, "  edit demo 1\n  reload demo\n");
  Record record = run(private_names(), twice);
  EXPECT_THAT(found(record), ElementsAre("fresh renamed-module: _hot_1_demo",
                                         "fresh renamed-module: _hot_2_demo"));
}

}  // namespace
}  // namespace afresh::engine
