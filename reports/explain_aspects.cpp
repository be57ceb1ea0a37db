// SPDX-License-Identifier: MIT
#include <array>

#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kAspectEntries{
    Explanation{.word = word_for(Aspect::kFresh).name,
                .summary = word_for(Aspect::kFresh).meaning,
                .meaning = "After each reload, all that the add-on's modules and its "
                           "registrations reach, and all that other add-ons hold of it, is "
                           "compared with a new process that has only ever seen the new files. It "
                           "fails too where the edit did not arrive at all.",
                .example = R"(
# demo/__init__.py
from .settings import LIMIT       # a copy, made when this line runs
def run(): return LIMIT
# demo/settings.py
LIMIT = 10
# edit of demo/settings.py
LIMIT = 20
# reloading the modules in the order of their names: run() still gives 10
)",
                .remedies = R"(
ask the module when the value is needed: `from . import settings`, then `settings.LIMIT`
forget the add-on's modules and import them again (purge-dotted), instead of reloading each in place
whoever reloads in place: what is imported comes before what imports it
)",
                .see = {"from_import_constant", "reload-sorted"}},
    Explanation{
        .word = word_for(Aspect::kProcessState).name,
        .summary = word_for(Aspect::kProcessState).meaning,
        .meaning =
            "What outlives a module is compared after each reload: log handlers, exit callbacks, "
            "import paths and hooks, codecs, patched functions of libraries. It asks whether a "
            "strategy sweeps up even after a careless add-on, so what the add-on itself forgets "
            "counts here, and nowhere else.",
        .example = R"(
# demo/__init__.py
import logging
logging.getLogger("demo").addHandler(logging.StreamHandler())
# after three reloads the logger has four handlers, and each message appears four times
)",
        .remedies = R"(
do it in register() and undo it in unregister(): addHandler and removeHandler with the same object
keep what was registered in a name of the module, so that unregister() finds that very object
a host can note who registered what, and undo it when the add-on goes (host.ledger)
)",
        .see = {"second_log_handler", "purge-dotted"}},
    Explanation{.word = word_for(Aspect::kClean).name,
                .summary = word_for(Aspect::kClean).meaning,
                .meaning = "After each disable the whole process is compared with one that never "
                           "enabled the add-on but imported the same libraries in the same order. "
                           "Modules that are left in `sys.modules` count: the next enable would "
                           "run none of their files again.",
                .example = R"(
# demo/__init__.py
from . import tools
def register(): tools.start()
def unregister(): tools.stop()
# after unregister() alone, "demo" and "demo.tools" are still in sys.modules,
# and `import demo` gives the old objects whatever the files say now
)",
                .remedies = R"(
after unregister(), forget the add-on's own modules: the key equal to its name and those below it at a dot
undo in unregister() all that register() and the module bodies did, in reverse order
)",
                .see = {"one_file", "reload-top"}},
    Explanation{.word = word_for(Aspect::kRollback).name,
                .summary = word_for(Aspect::kRollback).meaning,
                .meaning = "After a reload of files that a fresh start cannot load either, the "
                           "add-on's modules and the host's registries are compared with what "
                           "they were just before the step. Only asked of strategies that do "
                           "reload: whoever does nothing keeps everything.",
                .example = R"(
# demo/score.py
def points(): return 1
# edit of demo/score.py, saved with a typing mistake
#     def points(: return 2
# a strategy that disables and forgets first, and imports then:
# SyntaxError, and the add-on that worked a moment ago is gone
)",
                .remedies = R"(
compile every file before anything is undone: a typing mistake then costs nothing
keep the old modules until the new ones are registered, and put them back where something raises
modules back first, registrations second: an old register() needs its modules
)",
                .see = {"syntax_error_repaired", "purge-dotted"}},
    Explanation{.word = word_for(Aspect::kRecovery).name,
                .summary = word_for(Aspect::kRecovery).meaning,
                .meaning = "The reload that follows a failed one is compared with a fresh start "
                           "of the repaired files. What the failed load left behind, half a "
                           "package in `sys.modules` or a class that is already registered, must "
                           "not stand in its way.",
                .example = R"(
# demo/__init__.py
from . import score
def run(): return score.points()
# demo/score.py is saved broken, reloaded, mended and reloaded again.
# importlib.reload(demo) runs `from . import score`, which finds the old module and never
# looks at the mended file: run() gives what it gave before both edits
)",
                .remedies = R"(
after a load that failed, forget what it imported: not only the module that raised
reload every module of the add-on, not the package alone
let register() undo its own first steps when a later one raises
)",
                .see = {"syntax_error_repaired", "reload-top"}},
    Explanation{.word = word_for(Aspect::kIsolation).name,
                .summary = word_for(Aspect::kIsolation).meaning,
                .meaning = "What does not belong to the reloaded add-on is compared, content and "
                           "identity, with what it was just before the step. Add-ons that hold "
                           "objects of the reloaded one are not asked: they may have to change.",
                .example = R"(
# a strategy
for key in list(sys.modules):
    if key.startswith("demo"):          # also demo_extras, which is another add-on
        del sys.modules[key]
)",
                .remedies = R"(
ask for a whole name: `key == name or key.startswith(name + ".")`
unregister what the add-on registered, one by one: never clear a list or registry that others share
)",
                .see = {"prefix_neighbour", "purge-prefix"}},
    Explanation{.word = word_for(Aspect::kLiveObjects).name,
                .summary = word_for(Aspect::kLiveObjects).meaning,
                .meaning = "A fresh start has no history, so nothing can be compared: what must "
                           "hold of an object from before the reload is said by the `expect` "
                           "steps of the case.",
                .example = R"(
# demo/brush.py
class Brush:
    def size(self): return 1
# the host keeps one:  held = demo.brush.Brush()
# edit of demo/brush.py
class Brush:
    def size(self): return 2
# after a purge: held.size() == 1, and isinstance(held, demo.brush.Brush) is False
)",
                .remedies = R"(
let hosts keep names, and look the object up each time that they need it
hand out functions that ask their module: `lambda: brush.size()`, not `brush.size`
move instances over: `held.__class__ = demo.brush.Brush`, where the layout has not changed
)",
                .see = {"live_method", "purge-dotted"}},
    Explanation{.word = word_for(Aspect::kUserData).name,
                .summary = word_for(Aspect::kUserData).meaning,
                .meaning = "After a reload the user's document is compared with the one of just "
                           "before it, loaded into a fresh start of the new files. What that "
                           "loses too (a property that the edit removed) is not the strategy's "
                           "loss.",
                .example = R"(
# demo/__init__.py
import hostapi
def register(): hostapi.define_property(hostapi.Scene, "size", hostapi.Int(1))
def unregister(): hostapi.remove_property(hostapi.Scene, "size")
# the user sets scene.size = 7; a restart that does not save the document first: 1
)",
                .remedies = R"(
before a restart save the document, and load it again afterwards
keep what belongs to the user in the host's document, not in variables of a module
do not reset values in unregister(): a reload runs it too
)",
                .see = {"user_value", "restart-clean"}},
    Explanation{.word = word_for(Aspect::kLeaks).name,
                .summary = word_for(Aspect::kLeaks).meaning,
                .meaning = "At the end of a trial, and after each round of a `repeat`, everything "
                           "is collected until nothing more goes away. Modules, classes and "
                           "functions of an old version that are then alive are reported with "
                           "the shortest chain of references that holds them.",
                .example = R"(
# demo/__init__.py
import atexit
BIG = bytearray(10_000_000)
def bye(): print(len(BIG))
atexit.register(bye)      # holds bye, and bye this module's namespace:
                          # 10 MB more each time that it is forgotten and imported
)",
                .remedies = R"(
take back in unregister() whatever others were given: atexit.unregister(bye)
give others a weak reference, or a function of a module that stays
)"},
};

}  // namespace

std::vector<Explanation> explained_aspects() {
  return {kAspectEntries.begin(), kAspectEntries.end()};
}

}  // namespace afresh
