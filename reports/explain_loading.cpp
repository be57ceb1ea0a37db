// Kinds of finding, first part: what did not run, and what is old.
// SPDX-License-Identifier: MIT
#include <array>

#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kEntries{
    Explanation{.word = word_for(FindingKind::kCrash).name,
                .summary = word_for(FindingKind::kCrash).meaning,
                .meaning = "The process of the trial ended by a signal, or by an exit that nobody "
                           "asked for, before its steps were done. The finding names the signal "
                           "or status and the step.",
                .example = R"(
# demo/__init__.py
import ctypes
native = ctypes.CDLL("libevents.so")
CALLBACK = ctypes.CFUNCTYPE(None)(lambda: print("event"))
def register(): native.on_event(CALLBACK)
def unregister(): pass
# after a purge CALLBACK is freed, and the library calls an address with nothing behind it
)",
                .remedies = R"(
unregister callbacks from native code in unregister(): native.on_event(None)
load native code in a module that is never reloaded, and restart the process when it changed
)"},
    Explanation{.word = word_for(FindingKind::kHang).name,
                .summary = word_for(FindingKind::kHang).meaning,
                .meaning = "A step did not end within the deadline of its trial (`--deadline`), "
                           "and its process was ended. The step that hung is named; what followed "
                           "was never run.",
                .example = R"(
# demo/__init__.py
import threading
STOP = threading.Event()
def work():
    while not STOP.wait(0.1): pass
THREAD = threading.Thread(target=work)
def register(): THREAD.start()
def unregister(): THREAD.join()      # nobody has set STOP: this waits for ever
)",
                .remedies = R"(
tell the thread to stop before waiting for it: STOP.set(), then THREAD.join()
wait with a limit: THREAD.join(timeout=2)
do not import or reload while holding a lock that the add-on's threads take
)"},
    Explanation{.word = word_for(FindingKind::kRegisterError).name,
                .summary = word_for(FindingKind::kRegisterError).meaning,
                .meaning = "The step raised an exception that the same files do not raise in a "
                           "new process. Type, message and the line are in the finding. What an "
                           "edit breaks for everybody is none.",
                .example = R"(
# demo/__init__.py
import hostapi
class DEMO_OT_go(hostapi.Operator): pass
def register(): hostapi.register_class(DEMO_OT_go)
def unregister(): pass
# the second register() raises: a class of this name is already registered,
# until the application is restarted
)",
                .remedies = R"(
undo in unregister() every registration that register() made, in reverse order
let unregister() go on when one of its steps fails, so that one mistake does not leave the rest
register what others refer to before what refers to it
)",
                .see = {"forgotten_unregister", "purge-dotted"}},
    Explanation{.word = word_for(FindingKind::kStaleModule).name,
                .summary = word_for(FindingKind::kStaleModule).meaning,
                .meaning = "A key of `sys.modules` is left of an older version; after disable, "
                           "any of the add-on's. Imports of that name get the old object and run "
                           "no file.",
                .example = R"(
# demo/__init__.py
try:
    from . import extra
    KIND = extra.KIND
except ImportError:
    KIND = "fallback"
# demo/extra.py
KIND = "extra"
# edit: demo/extra.py is deleted. `from . import extra` still finds the old one
)",
                .remedies = R"(
forget the add-on's modules before importing it again, and when it is disabled
forget their other names too: keys whose object is one of the add-on's modules
delete the attribute of the parent package with the key: `from . import extra` looks there first
)",
                .see = {"deleted_module", "toggle"}},
    Explanation{.word = word_for(FindingKind::kStaleCode).name,
                .summary = word_for(FindingKind::kStaleCode).meaning,
                .meaning = "What lies at this path means what the previous version's did: "
                           "other instructions, constants, defaults or bases than a fresh start "
                           "has there. An old object with the new content is no finding.",
                .example = R"(
# demo/__init__.py
from .units import label           # copied when this line runs
def run(): return label(3)
# demo/units.py
def label(n): return f"{n} m"
# edit of demo/units.py
def label(n): return f"{n} cm"
# reloaded in the order of names, demo comes before demo.units: run() gives "3 m"
)",
                .remedies = R"(
look the function up in its module at the time of the call: `units.label(3)`
reload what is imported before what imports it, or forget all modules and import again
let the host call through a name: a handler that it holds is the function of the day it was registered
)",
                .see = {"from_import_function", "reload-sorted"}},
    Explanation{.word = word_for(FindingKind::kStaleValue).name,
                .summary = word_for(FindingKind::kStaleValue).meaning,
                .meaning = "A value of the previous version, or one that was computed or "
                           "copied from a module that ran again afterwards.",
                .example = R"(
# demo/__init__.py
from .settings import LIMIT
def run(): return LIMIT
# demo/settings.py
LIMIT = 1
# edit of demo/settings.py
LIMIT = 22
# demo.settings.LIMIT is 22, and demo.LIMIT still 1
)",
                .remedies = R"(
`from . import settings` and `settings.LIMIT`, instead of a copy
empty caches that hold results of other modules in unregister(): `compute.cache_clear()`
no `if "TABLE" not in globals()`: what must survive belongs to the host
)",
                .see = {"from_import_constant", "reload-sorted"}},
    Explanation{.word = word_for(FindingKind::kStalePlace).name,
                .summary = word_for(FindingKind::kStalePlace).meaning,
                .meaning = "The code does the same, but tracebacks, breakpoints and "
                           "`inspect.getsource` look at lines of the old file.",
                .example = R"(
# demo/__init__.py
def run(): return 1
# edit of demo/__init__.py: a line is put above it
import math
def run(): return 1
# switched off and on, no file runs: run.__code__.co_firstlineno is still 1, not 2
)",
                .remedies = R"(
run the module's file again, even if only its lines have moved
a tool that patches functions in place takes over `__code__` whole, not only its instructions
call linecache.checkcache(), so that tracebacks show the new text
)",
                .see = {"new_module", "toggle"}},
};

}  // namespace

std::vector<Explanation> explained_kinds_of_loading() { return {kEntries.begin(), kEntries.end()}; }

}  // namespace afresh
