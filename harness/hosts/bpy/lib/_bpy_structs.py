"""What the application's own structs can do: context, document, preferences, key maps, editors. A struct
type takes the class of its name from here where `bpy_types` has none.
"""
import _bpy
import _bpy_application as _application
_types = _bpy.library_module("bpy_types")
StructMetaPropGroup, StructRNA = _types.StructMetaPropGroup, _types.StructRNA


class Context(StructRNA):
    """Members that depend on where the user is; in the background he is in no area."""

    __slots__ = ()
    __module__ = _types.__name__

    def copy(self):
        names = {p.identifier for p in self.rna_type.properties} - {"rna_type"}
        names |= {n for n, v in vars(Context).items() if isinstance(v, property)}
        return {name: getattr(self, name) for name in sorted(names)}

    def temp_override(self, **members):
        return _Override(members)

    active_object = property(lambda self: _bpy.link_of(self.view_layer, "objects.active"))
    object = property(lambda self: _bpy.link_of(self.view_layer, "objects.active"))
    edit_object = property(lambda self: None)
    active_operator = property(lambda self: None)
    selected_objects = property(lambda self: [o for o in (self.active_object,) if o is not None])
    visible_objects = property(lambda self: list(self.scene.objects))
    selectable_objects = property(lambda self: list(self.scene.objects))


class _Override:
    def __init__(self, members):
        self.members = members

    def __enter__(self):
        context = _bpy.context()
        self.before = {name: _bpy.link_of(context, name) for name in self.members}
        for name, value in self.members.items():
            _bpy.put(context, name, value)
        return self

    def __exit__(self, *exception):
        for name, value in self.before.items():
            _bpy.put(_bpy.context(), name, value)
        return False


def _copying(collection):
    def copy(self):
        return _bpy.block_copy(self, collection)
    return copy


class Scene(_bpy.find_type("ID")):
    __slots__ = ()
    __module__ = "bpy.types"

    def frame_set(self, frame, *, subframe=0.0):
        _application.run_handlers("frame_change_pre", self, None)
        self.frame_current = frame
        _application.run_handlers("frame_change_post", self, None)

    copy = _copying("scenes")


class Object(_bpy.find_type("ID")):
    __slots__ = ()
    __module__ = _types.__name__

    copy = _copying("objects")

    @property
    def users_scene(self):
        return tuple(s for s in _bpy.data().scenes if self in list(s.objects))

    def select_set(self, state, *, view_layer=None):
        pass


class Mesh(_bpy.find_type("ID")):
    __slots__ = ()
    __module__ = _types.__name__
    copy = _copying("meshes")


class Material(_bpy.find_type("ID")):
    __slots__ = ()
    __module__ = "bpy.types"
    copy = _copying("materials")


class ViewLayer(StructRNA, metaclass=StructMetaPropGroup):
    __slots__ = ()
    __module__ = "bpy.types"

    def update(self):
        _application.run_handlers("depsgraph_update_pre", _bpy.context().scene, None)
        _application.run_handlers("depsgraph_update_post", _bpy.context().scene, None)


class WindowManager(_bpy.find_type("ID")):
    __slots__ = ()
    __module__ = _types.__name__

    def modal_handler_add(self, operator):
        return True

    def event_timer_add(self, time_step, *, window=None):
        return _bpy.struct_new("Timer")

    def event_timer_remove(self, timer):
        pass

    def invoke_props_dialog(self, operator, width=300):
        return {'RUNNING_MODAL'}

    def invoke_props_popup(self, operator, event):
        return {'RUNNING_MODAL'}

    def fileselect_add(self, operator):
        pass

    def operator_properties_last(self, operator):
        return _bpy.operator_arguments(operator)


class Addons(StructRNA):
    __slots__ = ()
    __module__ = "bpy.types"

    def new(self):
        addon = _bpy.struct_new("Addon")
        _bpy.list_append(self, addon)
        return addon

    def remove(self, addon):
        _bpy.list_remove(self, addon)


class Addon(StructRNA):
    __slots__ = ()
    __module__ = "bpy.types"

    @property
    def preferences(self):
        return _bpy.addon_preferences(self)


class KeyMaps(StructRNA):
    __slots__ = ()
    __module__ = "bpy.types"

    def find(self, name, *, space_type='EMPTY', region_type='WINDOW'):
        for keymap in self:
            if (keymap.name, keymap.space_type, keymap.region_type) == (name, space_type, region_type):
                return keymap
        return None

    def new(self, name, *, space_type='EMPTY', region_type='WINDOW', modal=False, tool=False):
        keymap = KeyMaps.find(self, name, space_type=space_type, region_type=region_type)
        if keymap is None:
            keymap = _bpy.struct_new("KeyMap")
            _bpy.put(keymap, "name", name)
            for field, value in (("space_type", space_type), ("region_type", region_type)):
                _bpy.put(keymap, field, keymap.rna_type.properties[field].enum_items[value].value)
            _bpy.list_append(self, keymap)
        return keymap

    def remove(self, keymap):
        _bpy.list_remove(self, keymap)


class KeyMapItems(StructRNA):
    __slots__ = ()
    __module__ = "bpy.types"

    def new(self, idname, type, value, *, any=False, shift=0, ctrl=0, alt=0, oskey=0,
            key_modifier='NONE', direction='ANY', repeat=False, head=False):
        item = _bpy.struct_new("KeyMapItem")
        item.idname = idname
        for number, (field, given) in enumerate((("type", type), ("value", value)), 2):
            try:
                setattr(item, field, given)
            except TypeError as error:
                words = str(error).partition("item.attr = val:")[2]
                raise TypeError('KeyMapItems.new(): error with argument %d, "%s" - %s'
                                % (number, field, words)) from None
        item.shift, item.ctrl, item.alt = int(shift), int(ctrl), int(alt)
        _bpy.list_append(self, item)
        _bpy.put(item, "_owner", _bpy.note("bpy.keymaps", item.idname))
        return item

    def remove(self, item):
        name = item.idname
        _bpy.list_remove(self, item)
        _bpy.note_removed("bpy.keymaps", name)


class KeyMapItem(StructRNA):
    __slots__ = ()
    __module__ = "bpy.types"

    @property
    def properties(self):
        return _bpy.operator_arguments(self.idname, self)


class Space(StructRNA):
    """Editors; what is drawn into them is only remembered."""

    __slots__ = ()
    __module__ = "bpy.types"

    @classmethod
    def draw_handler_add(cls, *args):
        if len(args) != 4:
            raise TypeError("Space.draw_handler_add() takes exactly 5 arguments (%d given)"
                            % (len(args) + 1))
        function, arguments, region, event = args
        if not isinstance(arguments, tuple):
            raise TypeError("Space.draw_handler_add() argument 3 must be tuple, not %s"
                            % type(arguments).__name__)
        _check_region(region)
        handle = _bpy.new_handle()
        _application.draw_handlers.append(_application.DrawHandler(
            cls.__name__, function, arguments, region, event, handle))
        return handle

    @classmethod
    def draw_handler_remove(cls, handle, region):
        _check_region(region)
        for each in _application.draw_handlers:
            if each.handle is handle:
                _application.draw_handlers.remove(each)
                _bpy.note_removed("bpy.draw_handlers", each.function)
                return
        raise ValueError(
            "callback_remove(handler): NULL handler given, invalid or already removed")


def _check_region(name):
    names = [i.identifier for i in
             _bpy.find_type("Panel").bl_rna.properties["bl_region_type"].enum_items_static]
    if name not in names:
        raise ValueError("enum identifier: '%s' not found in (%s)"
                         % (name, ", ".join("'%s'" % n for n in names)))


def _new_in(collection, struct):
    def new(self, name="", *args, **keywords):
        return _bpy.block_add(collection, struct, name or struct)

    def remove(self, block, **keywords):
        _bpy.block_remove(block)

    return {"__slots__": (), "__module__": "bpy.types", "new": new, "remove": remove}


def _new_object(self, name, object_data):
    block = _bpy.block_add("objects", "Object", name)
    if object_data is not None:
        _bpy.put(block, "data", object_data)
    return block


for _collection, _struct, _owner in (
        ("scenes", "Scene", "BlendDataScenes"), ("objects", "Object", "BlendDataObjects"),
        ("materials", "Material", "BlendDataMaterials"), ("meshes", "Mesh", "BlendDataMeshes"),
        ("collections", "Collection", "BlendDataCollections"),
        ("worlds", "World", "BlendDataWorlds"), ("cameras", "Camera", "BlendDataCameras"),
        ("lights", "Light", "BlendDataLights"), ("texts", "Text", "BlendDataTexts"),
        ("images", "Image", "BlendDataImages"), ("actions", "Action", "BlendDataActions"),
        ("armatures", "Armature", "BlendDataArmatures"),
        ("node_groups", "NodeTree", "BlendDataNodeTrees")):
    globals()[_owner] = type(StructRNA)(_owner, (StructRNA,), _new_in(_collection, _struct))
BlendDataObjects.new = _new_object
del _collection, _struct, _owner

# As in Blender, these have their type from the start.
for _name, _class in list(globals().items()):
    if isinstance(_class, type) and issubclass(_class, StructRNA) and _class is not StructRNA:
        _bpy.find_type(_name)
del _name, _class
