# title: length limits of the names of panels, menus, lists, headers, groups, preferences
#%%
import bpy
def reg(base, name, **kw):
    kw.setdefault("bl_label", "x")
    kw["__module__"] = __name__
    if base not in (bpy.types.UIList, bpy.types.PropertyGroup, bpy.types.AddonPreferences):
        kw.setdefault("draw", lambda self, context: None)
    c = type(name, (base,), kw)
    bpy.utils.register_class(c)
    return len(c.bl_rna.identifier)
V = dict(bl_space_type='VIEW_3D', bl_region_type='UI')
T = bpy.types
#= ok
#%% panel class name 63
reg(T.Panel, "A_PT_" + "a" * 58, **V)
#= value "63"
#%% panel class name 64
reg(T.Panel, "A_PT_" + "b" * 59, **V)
#= raises RuntimeError "Error: Registering panel class: 'A_PT_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is too long, maximum length is 64\n"
#%% panel bl_idname 64 with a short class name
reg(T.Panel, "Short", bl_idname="A_PT_" + "c" * 59, **V)
#= value "63"
#%% menu 63
reg(T.Menu, "A_MT_" + "a" * 58)
#= value "63"
#%% menu 64
reg(T.Menu, "A_MT_" + "b" * 59)
#= raises RuntimeError "Error: Registering menu class: 'A_MT_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is too long, maximum length is 64\n"
#%% ui list 63
reg(T.UIList, "A_UL_" + "a" * 58)
#= value "63"
#%% ui list 64
reg(T.UIList, "A_UL_" + "b" * 59)
#= raises RuntimeError "Error: Registering uilist class: 'A_UL_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is too long, maximum length is 64\n"
#%% header 63
reg(T.Header, "A_HT_" + "a" * 58, bl_space_type='VIEW_3D')
#= value "63"
#%% header 64
reg(T.Header, "A_HT_" + "b" * 59, bl_space_type='VIEW_3D')
#= raises RuntimeError "Error: Registering header class: 'A_HT_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is too long, maximum length is 64\n"
#%% group 63
reg(T.PropertyGroup, "A_PG_" + "a" * 58)
#= value "63"
#%% group 64
reg(T.PropertyGroup, "A_PG_" + "b" * 59)
#= raises RuntimeError "Error: Registering id property class: 'A_PG_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is too long, maximum length is 64\n"
#%% group 200
reg(T.PropertyGroup, "A_PG_" + "c" * 195)
#= raises RuntimeError "Error: Registering id property class: 'A_PG_ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc' is too long, maximum length is 64\n"
#%% preferences bl_idname 63
reg(T.AddonPreferences, "Prefs1", bl_idname="a" * 63)
#= value "6"
#%% preferences bl_idname 64
reg(T.AddonPreferences, "Prefs2", bl_idname="b" * 64)
#= value "6"
#%% preferences class name 64
reg(T.AddonPreferences, "P" * 64, bl_idname="c")
#= raises RuntimeError "Error: Registering add-on preferences class: 'PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP' is too long, maximum length is 64\n"
