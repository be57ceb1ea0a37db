"""`bpy.ops`: operators by module and name. Registered ones run; of Blender's own only those that
concern add-ons, files and the scene act, all others say that they are not there.
"""
import _bpy
import _bpy_application as _application

_own = set(_bpy.own_operators())
_acting = {}  # id -> function(**keywords), returns a set


def acts_as(id):
    """Makes a function act as one of Blender's own operators."""
    def keep(function):
        _acting[id] = function
        return function
    return keep


class _BPyOpsSubModOp:
    """One operator, whether or not there is one of this id."""

    __slots__ = ("_module", "_func")

    def __init__(self, module, func):
        self._module, self._func = module, func

    @property
    def _id(self):
        return self._module + "." + self._func

    def idname(self):
        return self._module.upper() + "_OT_" + self._func

    def idname_py(self):
        return self._id

    def poll(self, *args):
        if _bpy.operator_rna(self._id) is None:
            return self._id in _acting
        return _bpy.poll(self._id)

    def get_rna_type(self):
        rna = _bpy.operator_rna(self._id) or _bpy.own_operator_rna(self._id)
        if rna is None:
            raise KeyError("get_rna_type(\"%s\") not found" % self.idname())
        return rna

    @property
    def bl_options(self):
        return _bpy.operator_options(self._id)

    def __call__(self, *args, **keywords):
        contexts = [a for a in args if isinstance(a, str)]
        if _bpy.operator_rna(self._id) is None and self._id in _own:
            return _call_own(self._id, keywords)
        return _bpy.call(self._id, keywords, bool(contexts) and contexts[0].startswith("INVOKE"))

    def __repr__(self):
        return "<function bpy.ops.%s at 0x%x>" % (self._id, id(self))


def _call_own(id, keywords):
    function = _acting.get(id)
    if function is None:
        raise RuntimeError("bpy.ops.%s: the embedded bpy has no such operator; it acts as %s only"
                           % (id, ", ".join(sorted(_acting))))
    return function(**keywords)


class _BPyOpsSubMod:
    __slots__ = ("_module",)

    def __init__(self, module):
        self._module = module

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _BPyOpsSubModOp(self._module, name)

    def __dir__(self):
        prefix = self._module + "."
        return sorted({id[len(prefix):] for id in _own.union(_bpy.operators())
                       if id.startswith(prefix)})

    def __repr__(self):
        return "<module like class 'bpy.ops.%s'>" % self._module


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _BPyOpsSubMod(name)


def __dir__():
    return sorted({id.split(".")[0] for id in _own.union(_bpy.operators())})
