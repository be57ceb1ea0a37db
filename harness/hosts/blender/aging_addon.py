# SPDX-License-Identifier: MIT
# The add-on by which the bpy host ages a process: it registers one of everything and takes it back.

bl_info = {'name': 'aging', 'blender': (3, 0, 0)}
import collections.abc, concurrent.futures, enum, functools, itertools, threading
import bpy

class Colour(enum.Enum):
    RED = 1

class AGING_PG_group(bpy.types.PropertyGroup):
    size: bpy.props.IntProperty(default=1)

class AGING_OT_work(bpy.types.Operator):
    bl_idname = 'aging.work'
    bl_label = 'Work'
    size: bpy.props.IntProperty(default=1)
    def execute(self, context): return {'FINISHED'}

class AGING_PT_panel(bpy.types.Panel):
    bl_label, bl_space_type, bl_region_type = 'Panel', 'VIEW_3D', 'UI'
    def draw(self, context): pass

@functools.singledispatch
def show(value): return 'any'

@show.register
def _(value: Colour): return 'colour'

WORKERS = [threading.Thread(target=print) for _ in range(3)]
POOLS = [concurrent.futures.ThreadPoolExecutor() for _ in range(2)]
CLASSES = (AGING_PG_group, AGING_OT_work, AGING_PT_panel)
# Counted, and part of what every dispatcher with an ABC remembers.
collections.abc.Sized.register(AGING_OT_work)

def tick(*_): return 1.0

def register():
    for cls in CLASSES: bpy.utils.register_class(cls)
    bpy.types.Scene.aging = bpy.props.PointerProperty(type=AGING_PG_group)
    bpy.app.handlers.load_post.append(tick)
    bpy.app.timers.register(tick)

def unregister():
    bpy.app.timers.unregister(tick)
    bpy.app.handlers.load_post.remove(tick)
    del bpy.types.Scene.aging
    for cls in reversed(CLASSES): bpy.utils.unregister_class(cls)
