"""The classes that add-ons derive from, with the methods that Blender writes in Python. A struct
type takes the class of its name from here; other types get one without methods of their own.
"""
import _bpy
import _bpy_application as _application

StructRNA = _bpy.bpy_struct
StructMetaPropGroup = _bpy.bpy_struct_meta_idprop


class RNAMeta(type):
    """Metaclass of what can be registered."""

    @property
    def is_registered(cls):
        return "bl_rna" in cls.__dict__


class RNAMetaPropGroup(StructMetaPropGroup, RNAMeta):
    pass


if _bpy.version() >= (4, 2, 0):
    for _meta in (RNAMeta, RNAMetaPropGroup):
        _meta.__name__ = _meta.__qualname__ = "_" + _meta.__name__
    del _meta


class _GenericUI:
    """Others can append what they draw to a menu, panel or header."""

    __slots__ = ()

    @classmethod
    def _dyn_ui_initialize(cls):
        """The list of draw functions; the class's own comes first."""
        functions = getattr(cls.draw, "_draw_funcs", None)
        if functions is None:
            own = cls.draw
            functions = [own]

            def draw_ls(self, context):
                for function in functions:
                    try:
                        function(self, context)
                    except Exception:
                        _application.print_exception()

            draw_ls._draw_funcs, draw_ls._own_draw = functions, own
            cls.draw = draw_ls
        return functions

    @staticmethod
    def _dyn_owner_apply(function):
        owner = _application.owner_id
        if owner is not None:
            function._owner = owner

    @classmethod
    def is_extended(cls):
        return hasattr(cls.draw, "_draw_funcs")

    @classmethod
    def append(cls, draw_func):
        cls._dyn_owner_apply(draw_func)
        cls._dyn_ui_initialize().append(draw_func)
        _bpy.note("bpy.types." + cls.__name__, draw_func)

    @classmethod
    def prepend(cls, draw_func):
        cls._dyn_owner_apply(draw_func)
        cls._dyn_ui_initialize().insert(0, draw_func)
        _bpy.note("bpy.types." + cls.__name__, draw_func)

    @classmethod
    def remove(cls, draw_func):
        functions = cls._dyn_ui_initialize()
        if draw_func in functions:
            functions.remove(draw_func)
            _bpy.note_removed("bpy.types." + cls.__name__, draw_func)


class Operator(StructRNA, metaclass=RNAMeta):
    __slots__ = ()

    def as_keywords(self, *, ignore=()):
        return {name: getattr(self, name) for name in self.properties.rna_type.properties.keys()
                if name != "rna_type" and name not in ignore}

    def report(self, type, message):
        _bpy.report(type, message)

    def is_repeat(self):
        return False

    @staticmethod
    def poll_message_set(message, *args):
        pass


class Macro(StructRNA):
    __slots__ = ()

    @classmethod
    def define(cls, opname):
        pass


class Panel(StructRNA, _GenericUI, metaclass=RNAMeta):
    __slots__ = ()


class UIList(StructRNA, _GenericUI, metaclass=RNAMeta):
    __slots__ = ()


class Header(StructRNA, _GenericUI, metaclass=RNAMeta):
    __slots__ = ()


class Menu(StructRNA, _GenericUI, metaclass=RNAMeta):
    __slots__ = ()


class PropertyGroup(StructRNA, metaclass=RNAMetaPropGroup):
    __slots__ = ()


class AddonPreferences(StructRNA, metaclass=RNAMeta):
    __slots__ = ()


class KeyingSetInfo(StructRNA, metaclass=RNAMeta):
    __slots__ = ()


class RenderEngine(StructRNA, metaclass=RNAMeta):
    __slots__ = ()


class Gizmo(StructRNA):
    __slots__ = ()


class GizmoGroup(StructRNA):
    __slots__ = ()


def _class_of(name):
    return _bpy.find_type(name)


class NodeTree(_class_of("ID"), metaclass=RNAMetaPropGroup):
    __slots__ = ()


class Node(StructRNA, metaclass=RNAMetaPropGroup):
    __slots__ = ()

    @classmethod
    def poll(cls, ntree):
        return True


class NodeInternal(Node):
    __slots__ = ()


class NodeSocket(StructRNA, metaclass=RNAMetaPropGroup):
    __slots__ = ()


class NodeSocketInterface(StructRNA, metaclass=RNAMetaPropGroup):
    __slots__ = ()


# As in Blender, these have their type from the start.
for _name, _class in list(globals().items()):
    if isinstance(_class, type) and issubclass(_class, StructRNA) and _class is not StructRNA:
        _bpy.find_type(_name)
del _name, _class
