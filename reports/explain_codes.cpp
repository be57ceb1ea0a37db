// Codes of `check`, second part: what stays in Python itself, and what goes wrong otherwise.
// SPDX-License-Identifier: MIT
#include <array>

#include "harness/diagnosis/code.hpp"
#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kEntries{
    Explanation{.word = word_for(DiagnosticCode::kLeftoverImportHook).name,
                .summary = word_for(DiagnosticCode::kLeftoverImportHook).meaning,
                .meaning =
                    "The add-on changed how Python finds modules (sys.path, sys.meta_path, "
                    "sys.path_hooks), and it stays so. A folder in sys.path also lets its modules "
                    "hide those of others.",
                .example = R"(
# demo/__init__.py
import os
import sys
def register(): sys.path.append(os.path.dirname(__file__))
def unregister(): pass
)",
                .remedies = R"(
take the very object out again in unregister()
import what is in your own folder relatively: `from . import part`, which needs no path
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverModule).name,
                .summary = word_for(DiagnosticCode::kLeftoverModule).meaning,
                .meaning =
                    "The add-on put a module into sys.modules itself, under another name than its "
                    "own, and it stays when the add-on is off.",
                .example = R"(
# demo/__init__.py
import sys
from . import part
sys.modules["part"] = part
def register(): pass
def unregister(): pass
)",
                .remedies = R"(
import it by its own name everywhere, so that no second one is needed
take the name out of sys.modules in unregister()
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverLogging).name,
                .summary = word_for(DiagnosticCode::kLeftoverLogging).meaning,
                .meaning =
                    "A log handler, filter or level that the add-on set on a logger stays when the "
                    "add-on is off. Each reload adds one more handler, and each message comes out "
                    "once more.",
                .example = R"(
# demo/__init__.py
import logging
def register(): logging.getLogger("demo").addHandler(logging.StreamHandler())
def unregister(): pass
)",
                .remedies = R"(
keep the handler under a name of the module; in unregister(): logger.removeHandler(handler)
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverSetting).name,
                .summary = word_for(DiagnosticCode::kLeftoverSetting).meaning,
                .meaning =
                    "The add-on changed something that all of the process shares (environment, "
                    "working directory, recursion limit, warnings, signal handlers), and it stays "
                    "so.",
                .example = R"(
# demo/__init__.py
import os
def register(): os.environ["DEMO_HOME"] = "/tmp"
def unregister(): pass
)",
                .remedies = R"(
put the old value back in unregister()
hand the setting to whom it is for (subprocess: `env=`, `cwd=`) instead of changing it for everybody
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverEntry).name,
                .summary = word_for(DiagnosticCode::kLeftoverEntry).meaning,
                .meaning =
                    "Something that the add-on put into another registry of the application, of "
                    "Python or of a library is still there when the add-on is off.",
                .example = R"(
# demo/__init__.py
import bpy
def register(): bpy.app.translations.register(__name__, {"de_DE": {("*", "Go"): "Los"}})
def unregister(): pass
)",
                .remedies = R"(
let unregister() undo each thing that register() does, the last one first
)"},
    Explanation{
        .word = word_for(DiagnosticCode::kLostRegistration).name,
        .summary = word_for(DiagnosticCode::kLostRegistration).meaning,
        .meaning = "A fresh start has the entry, and after switching off and on or a reload it is "
                   "gone: mostly because the body of a module registers it, which runs once, while "
                   "unregister() takes it out each time.",
        .example = R"(
# demo/__init__.py
import hostapi
def handle(event): pass
hostapi.handlers.append(handle)
def register(): pass
def unregister(): hostapi.handlers.remove(handle)
# switched off and on again nobody appends it
)",
        .remedies = R"(
register in register(), not in the body of a module
)"},
    Explanation{.word = word_for(DiagnosticCode::kStaleImport).name,
                .summary = word_for(DiagnosticCode::kStaleImport).meaning,
                .meaning =
                    "`from module import name` copies what the name is at that moment. Where the "
                    "other module runs again later, as with importlib.reload in some order, the "
                    "copy is old.",
                .example = R"(
# demo/ui.py
from .settings import LIMIT
def draw(): return LIMIT
# edit of demo/settings.py
LIMIT = 20
# modules reloaded by name: ui before settings; draw() gives the old LIMIT
)",
                .remedies = R"(
ask the module when the value is needed: `from . import settings`, then `settings.LIMIT`
or use a way of reloading that forgets the modules and imports them anew
)"},
    Explanation{.word = word_for(DiagnosticCode::kAcceptWithoutReason).name,
                .summary = word_for(DiagnosticCode::kAcceptWithoutReason).meaning,
                .meaning =
                    "A comment accepts what check says of a line, but gives no reason. It accepts "
                    "nothing until it does.",
                .example = R"(
# demo/__init__.py
import atexit
def bye(): pass
# afresh: accept[leftover-callback]
atexit.register(bye)
)",
                .remedies = R"(
write behind the bracket why it is right as it is
)"},
    Explanation{.word = word_for(DiagnosticCode::kUnusedAccept).name,
                .summary = word_for(DiagnosticCode::kUnusedAccept).meaning,
                .meaning =
                    "A comment accepts a diagnostic that is not there: it was mended, the line "
                    "moved away from the comment, or the code is another.",
                .example = R"(
# demo/__init__.py
# afresh: accept[leftover-handler] the host empties its list itself
LIMIT = 3
)",
                .remedies = R"(
remove the comment, or put it on the line (or alone above it) that check names
)"},
};

}  // namespace

std::vector<Explanation> explained_codes() {
  std::vector<Explanation> codes = explained_leftovers();
  codes.insert(codes.end(), kEntries.begin(), kEntries.end());
  return codes;
}

}  // namespace afresh
