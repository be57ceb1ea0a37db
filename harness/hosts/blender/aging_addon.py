# SPDX-License-Identifier: MIT
# The add-on by which the host of the real Blender ages a process: it registers one of everything and
# takes it back.

bl_info = {'name': 'aging', 'blender': (3, 0, 0)}
import collections.abc, concurrent.futures, enum, functools, itertools, threading
import bpy
import bpy.utils.previews

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

class AGING_MT_menu(bpy.types.Menu):
    bl_label = 'Menu'
    def draw(self, context): pass

class AGING_preferences(bpy.types.AddonPreferences):
    bl_idname = __name__
    size: bpy.props.IntProperty(default=1)

class AGING_tree(bpy.types.NodeTree):
    bl_idname, bl_label, bl_icon = 'AGING_tree', 'Tree', 'NODETREE'

class AGING_node(bpy.types.Node):
    bl_idname, bl_label = 'AGING_node', 'Node'

WORKERS = [threading.Thread(target=print) for _ in range(3)]
POOLS = [concurrent.futures.ThreadPoolExecutor() for _ in range(2)]
CLASSES = (AGING_PG_group, AGING_OT_work, AGING_PT_panel, AGING_MT_menu, AGING_preferences,
           AGING_tree, AGING_node)
# Counted, and part of what every dispatcher with an ABC remembers.
collections.abc.Sized.register(AGING_OT_work)

def tick(*_): return 1.0
def draw(self, context): pass

owner = object()
held = {}

def register():
    for cls in CLASSES: bpy.utils.register_class(cls)
    bpy.types.Scene.aging = bpy.props.PointerProperty(type=AGING_PG_group)
    bpy.app.handlers.load_post.append(tick)
    bpy.app.timers.register(tick)
    bpy.types.VIEW3D_MT_object.append(draw)
    bpy.types.AGING_MT_menu.append(draw)
    keymap = bpy.context.window_manager.keyconfigs.addon.keymaps.new(name='Window')
    held['keymap'] = keymap, keymap.keymap_items.new('aging.work', 'A', 'PRESS')
    bpy.msgbus.subscribe_rna(key=(bpy.types.Object, 'name'), owner=owner, args=(), notify=draw)
    held['paint'] = bpy.types.SpaceView3D.draw_handler_add(tick, (), 'WINDOW', 'POST_VIEW')
    bpy.app.driver_namespace['aging'] = tick
    held['pictures'] = bpy.utils.previews.new()

def unregister():
    bpy.utils.previews.remove(held.pop('pictures'))
    del bpy.app.driver_namespace['aging']
    bpy.types.SpaceView3D.draw_handler_remove(held.pop('paint'), 'WINDOW')
    bpy.msgbus.clear_by_owner(owner)
    keymap, item = held.pop('keymap')
    keymap.keymap_items.remove(item)
    bpy.types.AGING_MT_menu.remove(draw)
    bpy.types.VIEW3D_MT_object.remove(draw)
    bpy.app.timers.unregister(tick)
    bpy.app.handlers.load_post.remove(tick)
    del bpy.types.Scene.aging
    for cls in reversed(CLASSES): bpy.utils.unregister_class(cls)
