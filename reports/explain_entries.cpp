// Kinds of finding, second part: entries of registries and names that are too many, too few or
// another's. SPDX-License-Identifier: MIT
#include <array>

#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kEntries{
    Explanation{.word = word_for(FindingKind::kDuplicateRegistration).name,
                .summary = word_for(FindingKind::kDuplicateRegistration).meaning,
                .meaning = "A list that others go through, of the host or of the interpreter, has "
                           "the add-on's entry twice or more: handlers run twice, messages appear "
                           "twice.",
                .example = R"(
# demo/__init__.py
import logging
logging.getLogger("demo").addHandler(logging.NullHandler())
# each time the file runs there is one more; nothing ever takes one away
)",
                .remedies = R"(
register in register(), not in the body of the module, and undo it in unregister()
unregister before the module is reloaded: afterwards unregister() looks for the new object, which was never registered
)",
                .see = {"second_log_handler", "purge-dotted"}},
    Explanation{.word = word_for(FindingKind::kLeftoverRegistration).name,
                .summary = word_for(FindingKind::kLeftoverRegistration).meaning,
                .meaning = "Something that was registered is still there: after disable, or after "
                           "an edit that no longer registers it.",
                .example = R"(
# demo/__init__.py
import logging
logging.addLevelName(25, "LOUD")
# edit of demo/__init__.py
logging.addLevelName(25, "NOTICE")
# logging.getLevelName("LOUD") still gives 25, whatever was reloaded
)",
                .remedies = R"(
let unregister() undo each thing that was registered, by the object that was registered
choose registries that can be undone; what cannot belongs into a library that stays
)",
                .see = {"log_level_renamed", "purge-dotted"}},
    Explanation{.word = word_for(FindingKind::kIdentitySplit).name,
                .summary = word_for(FindingKind::kIdentitySplit).meaning,
                .meaning = "Two places that share one class, module or list after a fresh start "
                           "have one each. `isinstance`, `except`, `is`, enum members and pickle "
                           "then say no.",
                .example = R"(
# demo/errors.py
class Refused(Exception): pass
# demo/work.py
from .errors import Refused
def go(): raise Refused()
# demo/__init__.py
from .work import go
from .errors import Refused
# when one of the two copies is old, `try: go()` does not reach `except Refused`
)",
                .remedies = R"(
refresh all who hold the class in one go: forget every module of the add-on, and enable its dependants again
name the class through its module: `except errors.Refused`
keep classes that others hold in a module that is not reloaded
)",
                .see = {"exception_identity", "reload-sorted"}},
    Explanation{.word = word_for(FindingKind::kMissingName).name,
                .summary = word_for(FindingKind::kMissingName).meaning,
                .meaning = "The new files define it, a fresh start has it, and here it is not: "
                           "the line that would make it did not run, or ran before there was "
                           "anything to copy.",
                .example = R"(
# demo/__init__.py
from .nodes import *
# demo/nodes.py
node_mix = 1
# edit of demo/nodes.py
node_mix = 1
node_noise = 3
# demo was reloaded before demo.nodes: demo.node_noise does not exist
)",
                .remedies = R"(
reload what is imported before what imports it, or forget all modules and import again
after a file was added: importlib.invalidate_caches() before the import
)",
                .see = {"star_import", "reload-sorted"}},
    Explanation{.word = word_for(FindingKind::kGhostName).name,
                .summary = word_for(FindingKind::kGhostName).meaning,
                .meaning = "`importlib.reload` runs a file in the namespace that is there, and a "
                           "name which the file no longer defines stays. `hasattr` and "
                           "`globals()` find it.",
                .example = R"(
# demo/backend.py
legacy = "old"
# edit of demo/backend.py
modern = 1
# demo/__init__.py
from . import backend
def run(): return hasattr(backend, "legacy")       # True after importlib.reload(backend)
)",
                .remedies = R"(
import into a new namespace: forget the module, then import it
whoever reloads in place: delete the names that the new file does not bind
)",
                .see = {"deleted_name", "reload-sorted"}},
    Explanation{.word = word_for(FindingKind::kRenamedModule).name,
                .summary = word_for(FindingKind::kRenamedModule).meaning,
                .meaning = "A module runs under a name that a fresh start does not give it. The "
                           "rest is compared as if it had its own, but whoever goes by the name "
                           "notices: pickle, absolute imports of the add-on by itself, loggers, "
                           "other add-ons.",
                .example = R"(
# a strategy that gives each version a name of its own
spec = importlib.util.spec_from_file_location("demo_2", path)
module = importlib.util.module_from_spec(spec)
sys.modules["demo_2"] = module
spec.loader.exec_module(module)
# module.Panel.__module__ is "demo_2", and `import demo` still gives the old version
)",
                .remedies = R"(
load the new version under the old name, after the old one was forgotten
within an add-on import relatively: `from . import tools`, not `import demo.tools`
)"},
};

}  // namespace

std::vector<Explanation> explained_kinds_of_entries() { return {kEntries.begin(), kEntries.end()}; }

}  // namespace afresh
