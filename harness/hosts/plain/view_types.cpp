// The types of views: life of an instance, attribute access, and the collection's own methods.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "harness/hosts/plain/parts.hpp"
#include "harness/hosts/plain/view.hpp"
#include "harness/hosts/type_spec.hpp"

namespace afresh::plain {
namespace {

ViewObject* as_self(PyObject* object) { return reinterpret_cast<ViewObject*>(object); }

int traverse(PyObject* object, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(object));
  Py_VISIT(as_self(object)->host);
  Py_VISIT(as_self(object)->path);
  Py_VISIT(as_self(object)->group);
  return 0;
}

int clear(PyObject* object) {
  Py_CLEAR(as_self(object)->host);
  Py_CLEAR(as_self(object)->path);
  Py_CLEAR(as_self(object)->group);
  return 0;
}

void dealloc(PyObject* object) {
  PyObject_GC_UnTrack(object);
  clear(object);
  hosts::free_instance(object);
}

PyObject* getattro(PyObject* object, PyObject* name) {
  return py::guarded([&] { return get_attribute(object, name); });
}

int setattro(PyObject* object, PyObject* name, PyObject* value) {
  py::Ref done = py::steal(py::guarded([&] {
    set_attribute(object, name, value);
    return py::borrow(Py_None);
  }));
  return done ? 0 : -1;
}

constexpr unsigned int kFlags =
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION;

py::Ref make_attribute_view_type(const char* name, const char* doc) {
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse),
                         hosts::function_slot(Py_tp_clear, clear),
                         hosts::function_slot(Py_tp_dealloc, dealloc),
                         hosts::function_slot(Py_tp_getattro, getattro),
                         hosts::function_slot(Py_tp_setattro, setattro),
                         hosts::table_slot(Py_tp_doc, doc),
                         {0, nullptr}};
  PyType_Spec spec = {name, sizeof(ViewObject), 0, kFlags, slots};
  return py::own(PyType_FromSpec(&spec));
}

// From here on: the collection. Its length is a value of the document like any other.

Py_ssize_t collection_length(PyObject* collection) {
  const Document& document = get_host_parts(as_self(collection)->host).document;
  py::Ref length =
      document.get(py::to_string(as_self(collection)->path), HostPropertyKind::kCollection);
  return length ? PyLong_AsSsize_t(length.get()) : 0;
}

py::Ref item_at(PyObject* collection, Py_ssize_t index) {
  const HostParts& parts = get_host_parts(as_self(collection)->host);
  const std::string path = py::to_string(as_self(collection)->path);
  if (index < 0 || index >= collection_length(collection)) {
    py::raise(PyExc_IndexError, fmt::format("{} has no item {}", path, index));
  }
  return make_view(parts, parts.types.group_view, fmt::format("{}[{}]", path, index),
                   as_self(collection)->group);
}

void set_length(PyObject* collection, Py_ssize_t length) {
  get_host_parts(as_self(collection)->host)
      .document.set(py::to_string(as_self(collection)->path), HostPropertyKind::kCollection,
                    py::own(PyLong_FromSsize_t(length)));
}

Py_ssize_t sequence_length(PyObject* object) {
  Py_ssize_t length = -1;
  py::Ref done = py::steal(py::guarded([&] {
    length = collection_length(object);
    return py::borrow(Py_None);
  }));
  return length;
}

PyObject* sequence_item(PyObject* object, Py_ssize_t index) {
  return py::guarded([&] { return item_at(object, index); });
}

PyObject* add(PyObject* object, PyObject*) {
  return py::guarded([&] {
    const Py_ssize_t index = collection_length(object);
    set_length(object, index + 1);
    return item_at(object, index);
  });
}

PyObject* clear_items(PyObject* object, PyObject*) {
  return py::guarded([&] {
    set_length(object, 0);
    get_host_parts(as_self(object)->host)
        .document.erase_items(py::to_string(as_self(object)->path));
    return py::borrow(Py_None);
  });
}

}  // namespace

py::Ref make_block_type(const char* name) {
  return make_attribute_view_type(name, "A data-block of the document.");
}

py::Ref make_group_view_type() {
  return make_attribute_view_type("hostapi.GroupView", "A group of properties in the document.");
}

py::Ref make_collection_view_type() {
  static const PyMethodDef methods[] = {{"add", add, METH_NOARGS, "Add an item and give its view."},
                                        {"clear", clear_items, METH_NOARGS, "Remove all items."},
                                        {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse),
                         hosts::function_slot(Py_tp_clear, clear),
                         hosts::function_slot(Py_tp_dealloc, dealloc),
                         hosts::table_slot(Py_tp_methods, methods),
                         hosts::function_slot(Py_sq_length, sequence_length),
                         hosts::function_slot(Py_sq_item, sequence_item),
                         {0, nullptr}};
  PyType_Spec spec = {"hostapi.CollectionView", sizeof(ViewObject), 0, kFlags, slots};
  return py::own(PyType_FromSpec(&spec));
}

}  // namespace afresh::plain
