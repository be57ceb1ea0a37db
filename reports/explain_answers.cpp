// Who is to blame, and the answers for an aspect.
// SPDX-License-Identifier: MIT
#include <array>

#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kAttributionEntries{
    Explanation{.word = word_for(Attribution::kStrategy).name,
                .summary = word_for(Attribution::kStrategy).meaning,
                .meaning = "What is left when add-on, host and interpreter are not to blame. Only "
                           "this makes an aspect fail, *process-state* apart.",
                .example = R"(
# a strategy
for name in sorted(modules_of("demo")):        # parents before their children
    importlib.reload(sys.modules[name])
# a package that copies a name from its submodule copies the old one
)",
                .remedies = R"(
choose another strategy: `afresh compare --case FILE` shows which one passes
write add-ons so that it does not matter: `afresh explain fresh`
)"},
    Explanation{.word = word_for(Attribution::kAddon).name,
                .summary = word_for(Attribution::kAddon).meaning,
                .meaning =
                    "In a new process the add-on was enabled and switched off, and this was "
                    "still there; or it is found again after a reload in which everything "
                    "was done that can be done from outside: add-on and importers switched "
                    "off, all modules, bytecode and garbage gone, all switched on again. No "
                    "strategy can be blamed for it. It counts in *process-state* alone, which "
                    "asks who sweeps up nevertheless.",
                .example = R"(
# demo/__init__.py
import hostapi
def on_load(): pass
def register(): hostapi.handlers.append(on_load)
def unregister(): pass              # and who takes on_load out of the list?
)",
                .remedies = R"(
write unregister() as the mirror of register(): each line undone, in reverse order
what the body of a module does at import must be undone too, or moved into register()
)"},
    Explanation{.word = word_for(Attribution::kHost).name,
                .summary = word_for(Attribution::kHost).meaning,
                .meaning = "The same steps with an add-on that does nothing at all leave the same "
                           "difference, or the host keeps it for good. It fails no aspect.",
                .example = R"(
# an empty add-on, which the application enables
def register(): pass
def unregister(): pass
# Blender itself writes on its module: demo.__addon_enabled__, demo.__time__
)",
                .remedies = R"(
nothing in the add-on or the strategy; report it to the author of the host
)"},
    Explanation{.word = word_for(Attribution::kInterpreter).name,
                .summary = word_for(Attribution::kInterpreter).meaning,
                .meaning = "The old object is alive only because a cache of the standard library "
                           "(typing, re, linecache, ctypes) holds it. It was gone once these "
                           "were emptied, as CPython's own tests do. It fails no aspect.",
                .example = R"(
# demo/__init__.py
import typing
class Panel: pass
MaybePanel = typing.Optional[Panel]
# typing remembers Optional[Panel], and with it the Panel of each version
)",
                .remedies = R"(
nothing needs to be done: these caches are small or have a limit
to see the memory again at once: `for clear in typing._cleanups: clear()`
)"},
};

constexpr std::array kOutcomeEntries{
    Explanation{.word = word_for(Outcome::kPass).name,
                .summary = word_for(Outcome::kPass).meaning,
                .meaning = "The aspect was judged, the edit had arrived, and nothing differs for "
                           "which the strategy is to blame. An aspect that could not be judged is "
                           "absent: never a pass.",
                .example = R"(
# demo/__init__.py
import hostapi
from . import events
def register(): hostapi.handlers.append(events.on_save)
def unregister(): hostapi.handlers.remove(events.on_save)
# unregistered first, then forgotten, then imported again: as after a fresh start
)",
                .remedies = R"(
nothing; `afresh explain fresh` says what was compared
)"},
    Explanation{.word = word_for(Outcome::kFail).name,
                .summary = word_for(Outcome::kFail).meaning,
                .meaning = "At least one finding counts against the aspect. In tables `2 behave` "
                           "counts those failures in which all that the case expects holds: "
                           "structure differs, behaviour does not.",
                .example = R"(
# demo/settings.py
LIMIT = 10
# edit of demo/settings.py
LIMIT = 20
# switched off and on, no file runs again: a fresh start has 20, here is 10
)",
                .remedies = R"(
`afresh replay CASE --strategy NAME` tells all findings of one case
`afresh explain KIND` says what helps against each
)"},
    Explanation{.word = word_for(Outcome::kUnknown).name,
                .summary = word_for(Outcome::kUnknown).meaning,
                .meaning =
                    "Mostly the yardstick itself is not firm: three fresh starts of the same files "
                    "come out differently, or too much had to be masked because they differ. Or a "
                    "step of the case raised, a failure did not show again in another process, the "
                    "edit cannot be seen, or afresh could not run the case. The record says which.",
                .example = R"(
# demo/__init__.py
import hostapi
class Base(hostapi.Operator): pass
class Tool(hostapi.Operator): needs = Base
def register():
    for cls in {Base, Tool}:        # ordered by address: in some starts Tool comes first
        if cls is Tool and not hostapi.is_registered(Tool.needs): raise ValueError(cls)
        hostapi.register_class(cls)
)",
                .remedies = R"(
use an order that does not change: a tuple or a list, or sort the set by name
do not let what is compared depend on time, process number or random numbers
)"},
    Explanation{.word = word_for(Outcome::kRefused).name,
                .summary = word_for(Outcome::kRefused).meaning,
                .meaning = "A strategy that knows that it cannot do this says so with "
                           "`host.refuse(reason)`. That is better than a wrong result, and no "
                           "pass. The old version must be untouched then, else it is "
                           "no-rollback.",
                .example = R"(
# a strategy
def reload(host, addon):
    if any(path.endswith(".so") for path in host.files(addon.name)):
        host.refuse("native code cannot be loaded twice")
    purge(host, addon)
)",
                .remedies = R"(
restart the application for this edit
refuse before anything is undone
)"},
};

}  // namespace

std::vector<Explanation> explained_attributions() {
  return {kAttributionEntries.begin(), kAttributionEntries.end()};
}

std::vector<Explanation> explained_outcomes() {
  return {kOutcomeEntries.begin(), kOutcomeEntries.end()};
}

}  // namespace afresh
