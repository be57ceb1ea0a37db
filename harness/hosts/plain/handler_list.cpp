// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/handler_list.hpp"

#include "harness/hosts/plain/parts.hpp"
#include "harness/hosts/type_spec.hpp"

namespace afresh::plain {
namespace {

constexpr const char* kProbe = "hostapi.handlers";

// The layout of a list is not in the limited API; our one field lies behind it.
Py_ssize_t size_of_list() {
  py::Ref size = py::attribute(reinterpret_cast<PyObject*>(&PyList_Type), "__basicsize__");
  return PyLong_AsSsize_t(size.get());
}

HostParts*& host_slot(PyObject* list) {
  return *reinterpret_cast<HostParts**>(reinterpret_cast<char*>(list) + size_of_list());
}

void note_added(PyObject* list, PyObject* handler) {
  HostParts* host = host_slot(list);
  if (host == nullptr) return;
  const hosts::Origin origin = host->ledger.origin();
  host->handler_owners.note(handler, origin.owner);
  host->ledger.note(kProbe, hosts::name_of(host->passive, handler), origin);
}

PyObject* append(PyObject* list, PyObject* handler) {
  return py::guarded([&] {
    py::check(PyList_Append(list, handler));
    note_added(list, handler);
    return py::borrow(Py_None);
  });
}

PyObject* insert(PyObject* list, PyObject* args) {
  return py::guarded([&] {
    Py_ssize_t index = 0;
    PyObject* handler = nullptr;
    if (PyArg_ParseTuple(args, "nO:insert", &index, &handler) == 0) py::throw_current();
    py::check(PyList_Insert(list, index, handler));
    note_added(list, handler);
    return py::borrow(Py_None);
  });
}

PyObject* extend(PyObject* list, PyObject* handlers) {
  return py::guarded([&] {
    py::Ref added = py::own(PySequence_List(handlers));
    const Py_ssize_t end = PyList_Size(list);
    py::check(PyList_SetSlice(list, end, end, added.get()));
    for (Py_ssize_t i = 0; i < PyList_Size(added.get()); ++i) {
      note_added(list, PyList_GetItem(added.get(), i));
    }
    return py::borrow(Py_None);
  });
}

PyObject* remove(PyObject* list, PyObject* handler) {
  return py::guarded([&] {
    // As a list does it, so by equality; what it refuses is refused with its own words.
    py::own(PyObject_CallMethod(reinterpret_cast<PyObject*>(&PyList_Type), "remove", "OO", list,
                                handler));
    if (HostParts* host = host_slot(list)) {
      host->ledger.note_removed(kProbe, hosts::name_of(host->passive, handler));
    }
    return py::borrow(Py_None);
  });
}

// The list's own functions know nothing of the type's being on the heap.
int traverse(PyObject* list, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(list));
  return reinterpret_cast<traverseproc>(PyType_GetSlot(&PyList_Type, Py_tp_traverse))(list, visit,
                                                                                      arg);
}

int clear(PyObject* list) {
  return reinterpret_cast<inquiry>(PyType_GetSlot(&PyList_Type, Py_tp_clear))(list);
}

}  // namespace

py::Ref make_handler_list_type() {
  static const PyMethodDef methods[] = {
      {"append", append, METH_O, "Add a handler at the end."},
      {"insert", insert, METH_VARARGS, "Insert a handler before the index."},
      {"extend", extend, METH_O, "Add handlers at the end."},
      {"remove", remove, METH_O, "Remove the first equal handler."},
      {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse),
                         hosts::function_slot(Py_tp_clear, clear),
                         hosts::table_slot(Py_tp_methods, methods),
                         {0, nullptr}};
  PyType_Spec spec = {"hostapi.HandlerList",
                      static_cast<int>(size_of_list() + Py_ssize_t{sizeof(HostParts*)}), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};
  py::Ref bases = py::own(PyTuple_Pack(1, &PyList_Type));
  return py::own(PyType_FromSpecWithBases(&spec, bases.get()));
}

void bind_handler_list(PyObject* list, HostParts* host) { host_slot(list) = host; }

}  // namespace afresh::plain
