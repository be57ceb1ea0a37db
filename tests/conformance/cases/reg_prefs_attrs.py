# title: add-on preferences: bl_idname missing or wrong
#%%
import bpy
#= ok
#%% no bl_idname
class PrefsA(bpy.types.AddonPreferences): pass
bpy.utils.register_class(PrefsA)
#= ok
#%% bl_idname int
class PrefsB(bpy.types.AddonPreferences):
    bl_idname = 3
bpy.utils.register_class(PrefsB)
#= raises TypeError "validating class: AddonPreferences.bl_idname expected a string type, not int"
#%% bl_idname of nothing known
class PrefsC(bpy.types.AddonPreferences):
    bl_idname = "no_such_addon"
    x: bpy.props.IntProperty(default=4)
bpy.utils.register_class(PrefsC)
#= ok
#%% no entry appears by itself
"no_such_addon" in bpy.context.preferences.addons
#= value "False"
#%% an entry shows the class's properties
a = bpy.context.preferences.addons.new()
a.module = "no_such_addon"
(type(a.preferences).__name__, a.preferences.x)
#= value "('PrefsC', 4)"
#%% after unregister
bpy.utils.unregister_class(PrefsC)
a.preferences is None
#= value "True"
