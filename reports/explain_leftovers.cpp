// Codes of `check`, first part: what stays in the application.
// SPDX-License-Identifier: MIT
#include <array>

#include "harness/diagnosis/code.hpp"
#include "reports/explain.hpp"

namespace afresh {
namespace {

constexpr std::array kEntries{
    Explanation{
        .word = word_for(DiagnosticCode::kLeftoverPatch).name,
        .summary = word_for(DiagnosticCode::kLeftoverPatch).meaning,
        .meaning = "The add-on put a function or class of its own in the place of one of a library "
                   "or of the application, and unregister() does not put the old one back. "
                   "Everybody gets the add-on's, and with each reload one more lies over it.",
        .example = R"(
# demo/__init__.py
import json
def register():
    old = json.dumps
    json.dumps = lambda *values, **names: old(*values, **names)
def unregister(): pass
# after the add-on is switched off everybody's json.dumps is still the lambda
)",
        .remedies = R"(
keep what was there before under a name of the module, and put it back in unregister()
call the library from your own function instead of changing it for everybody
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverHandler).name,
                .summary = word_for(DiagnosticCode::kLeftoverHandler).meaning,
                .meaning =
                    "A handler that register() adds is still in the application's list when the "
                    "add-on is off. It runs the code of its own load, and each reload adds one "
                    "more.",
                .example = R"(
# demo/__init__.py
import bpy
def on_save(*_): print("saved")
def register(): bpy.app.handlers.save_post.append(on_save)
def unregister(): pass
# after three reloads `saved` comes out four times
)",
                .remedies = R"(
in unregister(): bpy.app.handlers.save_post.remove(on_save)
remove the very function that was added: unregister() must run before the module is loaded again
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverTimer).name,
                .summary = word_for(DiagnosticCode::kLeftoverTimer).meaning,
                .meaning =
                    "A timer that register() starts goes on when the add-on is off, with the code "
                    "of its own load.",
                .example = R"(
# demo/__init__.py
import bpy
def tick(): return 1.0
def register(): bpy.app.timers.register(tick)
def unregister(): pass
)",
                .remedies = R"(
in unregister(): bpy.app.timers.unregister(tick), if bpy.app.timers.is_registered(tick)
)"},
    Explanation{
        .word = word_for(DiagnosticCode::kLeftoverCallback).name,
        .summary = word_for(DiagnosticCode::kLeftoverCallback).meaning,
        .meaning = "Something that is to be called later (at exit, at a change, when something is "
                   "drawn or collected) still has a function of the add-on when the add-on is off.",
        .example = R"(
# demo/__init__.py
import atexit
def bye(): pass
def register(): atexit.register(bye)
def unregister(): pass
)",
        .remedies = R"(
take it back in unregister(): atexit.unregister(bye), draw_handler_remove(handle, 'WINDOW')
what gives a handle when it is registered wants that handle back: keep it under a name of the module
what can never be taken back (sys.addaudithook, os.register_at_fork) belongs into a library that stays
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverThread).name,
                .summary = word_for(DiagnosticCode::kLeftoverThread).meaning,
                .meaning =
                    "A thread that the add-on started is alive when the add-on is off, and keeps "
                    "its version of the code.",
                .example = R"(
# demo/__init__.py
import threading
stop = threading.Event()
def work(): stop.wait()
def register(): threading.Thread(target=work, daemon=True).start()
def unregister(): pass
)",
                .remedies = R"(
in unregister(): stop.set(), then join() the thread
let the work of a thread be short, and start it again when there is more
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverClass).name,
                .summary = word_for(DiagnosticCode::kLeftoverClass).meaning,
                .meaning =
                    "A class that register() registers is still registered when the add-on is off. "
                    "The next load then pushes it out or is told that it is already registered.",
                .example = R"(
# demo/__init__.py
import bpy
class DEMO_OT_go(bpy.types.Operator):
    bl_idname = "demo.go"
    bl_label = "Go"
def register(): bpy.utils.register_class(DEMO_OT_go)
def unregister(): pass
)",
                .remedies = R"(
in unregister(): bpy.utils.unregister_class(DEMO_OT_go)
give both functions one tuple of classes, and go through it in reverse to unregister
)"},
    Explanation{
        .word = word_for(DiagnosticCode::kLeftoverMenuEntry).name,
        .summary = word_for(DiagnosticCode::kLeftoverMenuEntry).meaning,
        .meaning = "A function that draws into a menu, panel or header of the application is still "
                   "there when the add-on is off.",
        .example = R"(
# demo/__init__.py
import bpy
def draw(self, context): self.layout.label(text="demo")
def register(): bpy.types.VIEW3D_MT_object.append(draw)
def unregister(): pass
)",
        .remedies = R"(
in unregister(): bpy.types.VIEW3D_MT_object.remove(draw)
remove the function that was appended, not the class or operator that it shows
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverKeymap).name,
                .summary = word_for(DiagnosticCode::kLeftoverKeymap).meaning,
                .meaning = "A key that register() binds is still bound when the add-on is off.",
                .example = R"(
# demo/__init__.py
import bpy
def register():
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    keymap = keymaps.new(name="Object Mode")
    keymap.keymap_items.new("demo.go", "A", "PRESS")
def unregister(): pass
)",
                .remedies = R"(
keep each (keymap, item) in a list; in unregister(): keymap.keymap_items.remove(item)
)"},
    Explanation{.word = word_for(DiagnosticCode::kLeftoverProperty).name,
                .summary = word_for(DiagnosticCode::kLeftoverProperty).meaning,
                .meaning =
                    "A property that register() puts on a type of the application is still defined "
                    "when the add-on is off. Where the application refuses a second one of the "
                    "name, the add-on cannot be switched on again.",
                .example = R"(
# demo/__init__.py
import bpy
def register(): bpy.types.Scene.demo_size = bpy.props.IntProperty()
def unregister(): pass
)",
                .remedies = R"(
in unregister(): del bpy.types.Scene.demo_size
delete properties before the classes that they are made of
)"},
};

}  // namespace

std::vector<Explanation> explained_leftovers() { return {kEntries.begin(), kEntries.end()}; }

}  // namespace afresh
