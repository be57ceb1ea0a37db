// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/array.hpp"

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/convert.hpp"
#include "harness/hosts/bpy/objects/python_object.hpp"

namespace afresh::bpy {
namespace {

struct ArrayView {
  RnaPlace place;
  std::shared_ptr<RnaProperty> property;
};

ArrayView& as_view(PyObject* object) { return value_in<ArrayView>(object); }

Stored stored_elements(const ArrayView& view) {
  check_is_there(view.place);
  Group& values = value_group(view.place, *view.property);
  if (const Stored* stored = values.find(view.property->identifier)) {
    if (fits(*view.property, *stored)) return *stored;
    values.erase(view.property->identifier);
  }
  return stored_default(*view.property);
}

py::Ref element(const ArrayView& view, std::size_t index) {
  const Stored elements = stored_elements(view);
  if (const auto* floats = std::get_if<std::vector<double>>(&elements)) {
    return py::own(PyFloat_FromDouble(floats->at(index)));
  }
  const int value = std::get<std::vector<int>>(elements).at(index);
  return py::own(view.property->type == PropertyType::kBoolean ? PyBool_FromLong(value)
                                                               : PyLong_FromLong(value));
}

py::Ref as_tuple(const ArrayView& view) {
  const auto size = static_cast<Py_ssize_t>(view.property->array_length);
  py::Ref tuple = py::own(PyTuple_New(size));
  for (Py_ssize_t index = 0; index < size; ++index) {
    py::check(PyTuple_SetItem(tuple.get(), index,
                              element(view, static_cast<std::size_t>(index)).release()));
  }
  return tuple;
}

Py_ssize_t length(PyObject* self) { return as_view(self).property->array_length; }

/// As of a tuple, slices included.
PyObject* subscript(PyObject* self, PyObject* key) {
  return py::guarded([&] {
    const py::Ref tuple = as_tuple(as_view(self));
    py::Ref item = py::steal(PyObject_GetItem(tuple.get(), key));
    if (!item && PyErr_ExceptionMatches(PyExc_IndexError) != 0) {
      PyErr_Clear();
      py::raise(PyExc_IndexError, "bpy_prop_array[index]: index out of range");
    }
    return py::own(item.release());
  });
}

int set_subscript(PyObject* self, PyObject* key, PyObject* value) {
  const py::Ref done = py::steal(py::guarded([&] {
    const ArrayView& view = as_view(self);
    if (value == nullptr) py::raise(PyExc_TypeError, "del bpy_prop_array[key]: not supported");
    const py::Ref list = py::own(PySequence_List(as_tuple(view).get()));
    py::check(PyObject_SetItem(list.get(), key, value));
    set_property(view.place, *view.property, list.get());
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

PyObject* iterate(PyObject* self) {
  return py::guarded([&] { return py::own(PyObject_GetIter(as_tuple(as_view(self)).get())); });
}

int contains(PyObject* self, PyObject* value) {
  const py::Ref tuple = py::steal(py::guarded([&] { return as_tuple(as_view(self)); }));
  return tuple ? PySequence_Contains(tuple.get(), value) : -1;
}

PyObject* compare(PyObject* self, PyObject* other, int operation) {
  return py::guarded([&] {
    const py::Ref mine = as_tuple(as_view(self));
    py::Ref theirs = py::borrow(other);
    if (Py_TYPE(other) == Py_TYPE(self)) theirs = as_tuple(as_view(other));
    return py::own(PyObject_RichCompare(mine.get(), theirs.get(), operation));
  });
}

PyObject* represent(PyObject* self) {
  return py::guarded([&] {
    const ArrayView& view = as_view(self);
    if (!view.place.path.empty()) {
      return py::make_str(view.place.path + "." + view.property->identifier);
    }
    return py::own(PyObject_Repr(as_tuple(view).get()));
  });
}

PyObject* to_list(PyObject* self, PyObject*) {
  return py::guarded([&] { return py::own(PySequence_List(as_tuple(as_view(self)).get())); });
}

PyObject* typecode(PyObject* self, void*) {
  return py::guarded([&] {
    return py::make_str(as_view(self).property->type == PropertyType::kFloat ? "d" : "i");
  });
}

py::Ref make_type(const char* name, const PyMethodDef* methods, const PyGetSetDef* attributes) {
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse_object<ArrayView>),
                         hosts::function_slot(Py_tp_dealloc, dealloc_object<ArrayView>),
                         hosts::table_slot(Py_tp_methods, methods),
                         hosts::table_slot(Py_tp_getset, attributes),
                         hosts::function_slot(Py_mp_length, length),
                         hosts::function_slot(Py_mp_subscript, subscript),
                         hosts::function_slot(Py_mp_ass_subscript, set_subscript),
                         hosts::function_slot(Py_sq_contains, contains),
                         hosts::function_slot(Py_tp_iter, iterate),
                         hosts::function_slot(Py_tp_richcompare, compare),
                         hosts::function_slot(Py_tp_repr, represent),
                         {0, nullptr}};
  PyType_Spec spec = {name, sizeof(PythonObject<ArrayView>), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                      slots};
  return finish_type(spec);
}

}  // namespace

py::Ref make_array_type() {
  static const PyMethodDef methods[] = {{}};
  static const PyGetSetDef attributes[] = {{}};
  return make_type("bpy_prop_array", methods, attributes);
}

py::Ref make_id_array_type() {
  static const PyMethodDef methods[] = {{"to_list", to_list, METH_NOARGS, "A list of numbers."},
                                        {}};
  static const PyGetSetDef attributes[] = {
      {"typecode", typecode, nullptr, "`i` or `d`, as module `array` has it.", nullptr}, {}};
  return make_type("IDPropertyArray", methods, attributes);
}

py::Ref make_array(const RnaPlace& place, const std::shared_ptr<RnaProperty>& property) {
  return new_object(runtime().python.array, ArrayView{place, property});
}

py::Ref make_id_array(const RnaPlace& place, const std::shared_ptr<RnaProperty>& property) {
  return new_object(runtime().python.id_array, ArrayView{place, property});
}

}  // namespace afresh::bpy
