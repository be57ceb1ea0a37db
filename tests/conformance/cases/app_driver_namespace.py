# title: bpy.app.driver_namespace
#%%
import bpy
ns = bpy.app.driver_namespace
#= ok
#%% a dict
(type(ns).__name__, len(ns) > 20, "sin" in ns, "bpy" in ns)
#= value "('dict', True, True, True)"
#%% own entries
ns["case_fn"] = lambda: 4
"case_fn" in bpy.app.driver_namespace
#= value "True"
#%% the module attribute gives the same dict
bpy.app.driver_namespace is ns
#= value "True"
#%% used by a driver
o = bpy.data.objects[0]
d = o.driver_add("location", 0).driver
d.expression = "case_fn()"
bpy.context.view_layer.update()
(round(o.location[0], 3), d.is_valid)
#= value "(4.0, True)"
#%% removed: the driver fails once its expression is evaluated anew
del ns["case_fn"]
bpy.context.scene.frame_set(8)
d.is_valid
#= value "False"
#%% a new file resets the namespace
ns["case_fn2"] = 1
bpy.ops.wm.read_homefile()
("case_fn2" in bpy.app.driver_namespace, bpy.app.driver_namespace is ns)
#= value "(False, False)"
