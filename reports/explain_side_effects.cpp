// Kinds of finding, third part: what others lose, and what nobody gets rid of.
// SPDX-License-Identifier: MIT
#include <array>

#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kEntries{
    Explanation{.word = word_for(FindingKind::kLostState).name,
                .summary = word_for(FindingKind::kLostState).meaning,
                .meaning = "The document just before the reload had it, a fresh start of the new "
                           "files that loads this document has it too, and here it is gone or "
                           "another.",
                .example = R"(
# demo/__init__.py
import hostapi
def register(): hostapi.define_property(hostapi.Scene, "size", hostapi.Int(1))
def unregister():
    hostapi.scene.size = 1           # it seems tidy, but each reload runs it
    hostapi.remove_property(hostapi.Scene, "size")
# the user has set scene.size = 7; after each reload it is 1, and the add-on is to blame
)",
                .remedies = R"(
give the default to the property, and leave its value to the user
remove the definition in unregister(), not what the user has made with it
before a restart save the document, and load it again afterwards
)",
                .see = {"user_value", "restart-clean"}},
    Explanation{.word = word_for(FindingKind::kCollateral).name,
                .summary = word_for(FindingKind::kCollateral).meaning,
                .meaning = "A module, registration or value of another add-on, of a library or of "
                           "the host is not what it was just before the step.",
                .example = R"(
# a strategy; the add-on is called demo, and another one demo_extras
for key in list(sys.modules):
    if key.startswith("demo"):
        del sys.modules[key]
# demo_extras is running, but the next `import demo_extras` makes a second copy of it
)",
                .remedies = R"(
compare whole names: `key == name or key.startswith(name + ".")`
take out of shared lists what was put in, and nothing else: never `handlers.clear()`
)",
                .see = {"prefix_neighbour", "purge-prefix"}},
    Explanation{.word = word_for(FindingKind::kLeak).name,
                .summary = word_for(FindingKind::kLeak).meaning,
                .meaning =
                    "A module, class or function of an older version could not be collected, "
                    "and the finding shows who holds it; or the number of such objects grows with "
                    "each round of a `repeat`.",
                .example = R"(
# demo/__init__.py
import atexit
def bye(): pass
atexit.register(bye)
# the interpreter holds bye, bye its module's namespace, and that all the rest
)",
                .remedies = R"(
take back what others hold of the add-on: atexit.unregister(bye), removeHandler, remove_timer
give out weak references, or names instead of objects
empty caches whose keys are the add-on's classes or functions
)"},
    Explanation{.word = word_for(FindingKind::kNoRollback).name,
                .summary = word_for(FindingKind::kNoRollback).meaning,
                .meaning =
                    "The new files cannot be loaded (a fresh start fails too), or the strategy "
                    "refused; and the modules or registrations of the old version are no "
                    "longer what they were just before.",
                .example = R"(
# a strategy
host.disable("demo")                # the old version is unregistered ...
purge("demo")                       # ... and forgotten ...
host.enable("demo")                 # ... when the new one raises: now there is none
)",
                .remedies = R"(
compile all files first: what does not compile is not worth a disable
remember the old modules, and on any exception put them back and register them again
refuse before anything was touched, not halfway
)",
                .see = {"syntax_error_repaired", "purge-dotted"}},
    Explanation{.word = word_for(FindingKind::kWrongBehaviour).name,
                .summary = word_for(FindingKind::kWrongBehaviour).meaning,
                .meaning = "The case states what its add-on must do, and it does not. It is said "
                           "beside the differences of structure: either may be there without the "
                           "other.",
                .example = R"(
# demo/__init__.py
if "TABLE" not in globals():
    TABLE = {"v": 1}
def run(): return TABLE["v"]
# edit of demo/__init__.py: {"v": 22}
# the case says: expect demo.run() == 22. importlib.reload keeps the old TABLE: 1
)",
                .remedies = R"(
look at the other findings of the same step: they name the old object and the line that holds it
where there is none, the difference lies in what is not looked into: threads, files, native code
)",
                .see = {"guard_once", "reload-sorted"}},
};

}  // namespace

std::vector<Explanation> explained_kinds_of_side_effects() {
  return {kEntries.begin(), kEntries.end()};
}

}  // namespace afresh
