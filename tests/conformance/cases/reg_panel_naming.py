# title: class names that do not follow the CATEGORY_PT_name pattern
#%%
import bpy
def reg(name, base, **kw):
    kw["__module__"] = __name__
    kw.setdefault("bl_label", "x")
    if base not in (bpy.types.UIList, bpy.types.PropertyGroup):
        kw.setdefault("draw", lambda self, context: None)
    bpy.utils.register_class(type(name, (base,), kw))
V = dict(bl_space_type='VIEW_3D', bl_region_type='UI')
#= ok
#%% panel without _PT_
reg("MyPanel", bpy.types.Panel, **V)
#= ok
#%% panel bl_idname without _PT_
reg("P2", bpy.types.Panel, bl_idname="my_panel_2", **V)
#= ok
#%% panel bl_idname with lower case before _PT_
reg("P3", bpy.types.Panel, bl_idname="case_PT_x", **V)
#= ok
#%% panel bl_idname with a dot
reg("P4", bpy.types.Panel, bl_idname="case.panel", **V)
#= ok
#%% menu without _MT_
reg("MyMenu", bpy.types.Menu)
#= ok
#%% menu bl_idname with wrong middle
reg("M2", bpy.types.Menu, bl_idname="CASE_PT_menu")
#= ok
#%% ui list without _UL_
reg("MyList", bpy.types.UIList)
#= ok
#%% header without _HT_
reg("MyHeader", bpy.types.Header, bl_space_type='VIEW_3D')
#= ok
#%% group without _PG_
reg("MyGroup", bpy.types.PropertyGroup)
#= ok
#%% panel whose bl_idname ends in _PT_
reg("P5", bpy.types.Panel, bl_idname="CASE_PT_", **V)
#= ok
#%% panel with a non-ascii name
reg("CASE_PT_ä", bpy.types.Panel, **V)
#= ok
#%% empty bl_idname panel
reg("P6", bpy.types.Panel, bl_idname="", **V)
#= ok
#%% where they are
[hasattr(bpy.types, n) for n in ("MyPanel", "my_panel_2", "case_PT_x", "case.panel", "MyMenu", "CASE_PT_menu", "MyList", "MyHeader", "MyGroup", "CASE_PT_", "P6")]
#= value "[True, True, True, True, True, True, True, True, False, True, False]"
