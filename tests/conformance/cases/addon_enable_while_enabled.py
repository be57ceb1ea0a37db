# title: enabling an add-on that is enabled
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
write("case_one.py", INFO + "STATE = {'boom': False}\ndef register(): print('register')\ndef unregister():\n    print('unregister')\n    if STATE['boom']: raise ValueError('no')\n")
m = addon_utils.enable("case_one")
#= ok
#%% again: unregister then register, no reload
addon_utils.enable("case_one") is m
#= value "True"
#%% when unregister raises, enabling stops
m.STATE['boom'] = True
got = []
addon_utils.enable("case_one", handle_error=got.append)
[(type(e).__name__, str(e)) for e in got]
#= value "[('ValueError', 'no')]"
#%% still marked enabled
(m.__addon_enabled__, addon_utils.check("case_one"))
#= value "(True, (False, True))"
#%% disabling when unregister raises: marked disabled all the same
got = []
addon_utils.disable("case_one", handle_error=got.append)
([(type(e).__name__, str(e)) for e in got], m.__addon_enabled__)
#= value "([('ValueError', 'no')], False)"
#%% enabling after that does not call unregister
addon_utils.enable("case_one") is m
#= value "True"
