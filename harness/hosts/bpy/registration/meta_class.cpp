// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/meta_class.hpp"

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"
#include "harness/hosts/bpy/registration/define.hpp"

namespace afresh::bpy {
namespace {

int meta_setattro(PyObject* cls, PyObject* name, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const std::shared_ptr<StructType> type = own_struct_type(cls);
    const bool is_property = value != nullptr && is_deferred(value);
    if (type && is_property) define_property(type, py::to_string(name), value);
    if (type && value == nullptr) remove_property(*type, py::to_string(name));
    py::check(set_on_type(cls, name, value));
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

/// As of `type`, which does not visit its own type: a metaclass of ours must be seen from its
/// classes.
int meta_traverse(PyObject* cls, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(cls));
  return reinterpret_cast<traverseproc>(PyType_GetSlot(&PyType_Type, Py_tp_traverse))(cls, visit,
                                                                                      arg);
}

int meta_clear(PyObject* cls) {
  return reinterpret_cast<inquiry>(PyType_GetSlot(&PyType_Type, Py_tp_clear))(cls);
}

}  // namespace

py::Ref make_meta_type() {
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_setattro, meta_setattro),
                         hosts::function_slot(Py_tp_traverse, meta_traverse),
                         hosts::function_slot(Py_tp_clear, meta_clear),
                         hosts::table_slot(Py_tp_doc, "Assigning a property defines it."),
                         {0, nullptr}};
  PyType_Spec spec = {"bpy_struct_meta_idprop", 0, 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, slots};
  const py::Ref bases = py::own(PyTuple_Pack(1, reinterpret_cast<PyObject*>(&PyType_Type)));
  return finish_type(spec, bases);
}

}  // namespace afresh::bpy
