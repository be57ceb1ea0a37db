# title: a class dropped from the text between enabling and a reload that does not unregister first
#%%
import bpy, addon_utils, os, sys, tempfile, textwrap
ROOT = tempfile.mkdtemp(); ADDONS = os.path.join(ROOT, "addons"); os.mkdir(ADDONS)
bpy.context.preferences.filepaths.script_directory = ROOT
bpy.utils.refresh_script_paths()
sys.dont_write_bytecode = True
clock = [1000000000]
def write(path, text):
    p = os.path.join(ADDONS, path); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, "w") as f: f.write(textwrap.dedent(text))
    clock[0] += 10; os.utime(p, (clock[0], clock[0]))
INFO = 'bl_info = {"name": "Case", "blender": (3, 0, 0), "category": "Test", "version": (1, 0)}\n'
def loaded(name): return sorted(m for m in sys.modules if m == name or m.startswith(name + "."))
def text(classes):
    return INFO + "import bpy\n" + "".join("class %s(bpy.types.Operator):\n    bl_idname = 'case.%s'\n    bl_label = 'x'\n" % (c, c[-1].lower()) for c in classes) + "classes = (%s,)\ndef register():\n    for c in classes: bpy.utils.register_class(c)\ndef unregister():\n    for c in reversed(classes): bpy.utils.unregister_class(c)\n" % ", ".join(classes)
write("case_one.py", text(["CASE_OT_a", "CASE_OT_b"]))
addon_utils.enable("case_one")
#= value "<module 'case_one' from '<TMP>/*/addons/case_one.py'>"
#%% edit out class b, then disable with the old code: all goes
write("case_one.py", text(["CASE_OT_a"]))
addon_utils.disable("case_one")
(hasattr(bpy.types, "CASE_OT_a"), hasattr(bpy.types, "CASE_OT_b"))
#= value "(False, False)"
#%% enable the edited one
addon_utils.enable("case_one") and None
(hasattr(bpy.types, "CASE_OT_a"), hasattr(bpy.types, "CASE_OT_b"))
#= value "(True, False)"
#%% the other order: edit, purge without unregistering, enable
addon_utils.disable("case_one")
write("case_one.py", text(["CASE_OT_a", "CASE_OT_b"]))
addon_utils.enable("case_one")
write("case_one.py", text(["CASE_OT_a"]))
del sys.modules["case_one"]
addon_utils.enable("case_one")
addon_utils.disable("case_one")
(hasattr(bpy.types, "CASE_OT_a"), hasattr(bpy.types, "CASE_OT_b"))
#= value "(False, True)"
