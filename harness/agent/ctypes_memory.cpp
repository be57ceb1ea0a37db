// SPDX-License-Identifier: MIT
#include "harness/agent/ctypes_memory.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace afresh::agent {
namespace {

// From 3.12 on a Python class can give out a buffer of its own making.
bool has_python_buffer(const py::Passive& passive, PyObject* object) {
  py::Ref mro = passive.mro_of(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* cls = PyTuple_GetItem(mro.get(), i);
    if (!passive.is_python_class(cls)) continue;
    for (const char* name : {"__buffer__", "__release_buffer__"}) {
      if (PyDict_GetItemString(passive.class_dict(cls), name) != nullptr) return true;
    }
  }
  return false;
}

py::Ref member_of(const py::Passive& passive, PyObject* object, const char* name) {
  py::Ref mro = passive.mro_of(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* cls = PyTuple_GetItem(mro.get(), i);
    PyObject* found = passive.is_python_class(cls)
                          ? nullptr
                          : PyDict_GetItemString(passive.class_dict(cls), name);
    if (found != nullptr && passive.is_slot(found)) return passive.read_slot(found, object);
  }
  return {};
}

// What `from_address()` or a pointer leads to may be gone: only memory that ctypes itself frees is
// there as long as the object is. A part of another object (`_b_base_`) lies in that one's memory.
bool has_own_memory(const py::Passive& passive, PyObject* object) {
  py::Ref owner = py::borrow(object);
  for (py::Ref base = owner; base && base.get() != Py_None;) {
    owner = base;
    base = member_of(passive, owner.get(), "_b_base_");
  }
  py::Ref frees = member_of(passive, owner.get(), "_b_needsfree_");
  return frees && PyLong_Check(frees.get()) && PyLong_AsLong(frees.get()) == 1;
}

// What the library reference of ctypes calls an incomplete type has no size.
Py_ssize_t size_of(PyObject* type) {
  PyObject* module = py::loaded_module("_ctypes");
  PyObject* sizeof_function =
      module == nullptr ? nullptr : PyDict_GetItemString(PyModule_GetDict(module), "sizeof");
  if (sizeof_function == nullptr || PyCFunction_Check(sizeof_function) == 0) return 0;
  py::Ref size = py::steal(PyObject_CallFunctionObjArgs(sizeof_function, type, nullptr));
  PyErr_Clear();
  return size && PyLong_Check(size.get()) ? PyLong_AsSsize_t(size.get()) : 0;
}

// Follows a type as the library reference describes it: `_fields_`, `_type_`, `_length_`.
class Pointers {
 public:
  Pointers(const py::Passive& passive, std::string& bytes) : passive_(passive), bytes_(bytes) {}

  void hide(PyObject* type, std::size_t at) {
    if (!PyType_Check(type)) return;
    py::Ref mro = passive_.mro_of(type);
    for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
      PyObject* cls = PyTuple_GetItem(mro.get(), i);
      if (!passive_.is_python_class(cls)) {
        std::string name = passive_.name_of_class(cls);
        bool is_pointer = name == "_Pointer" || name == "CFuncPtr";
        if (is_pointer) hide_one(at);
        continue;
      }
      PyObject* names = passive_.class_dict(cls);
      if (PyObject* fields = PyDict_GetItemString(names, "_fields_"))
        hide_in_fields(names, fields, at);
      PyObject* of = PyDict_GetItemString(names, "_type_");
      PyObject* length = PyDict_GetItemString(names, "_length_");
      if (of == nullptr) continue;
      if (PyUnicode_Check(of)) {
        if (is_pointer_code(py::to_string(of))) hide_one(at);
        return;
      }
      if (length == nullptr || !PyLong_Check(length)) continue;
      auto size = static_cast<std::size_t>(size_of(of));
      long count = PyLong_AsLong(length);
      for (long k = 0; k < count && size > 0 && at + size <= bytes_.size(); ++k, at += size)
        hide(of, at);
      return;
    }
  }

 private:
  static constexpr std::size_t kSize = sizeof(void*);

  // `c_void_p`, `c_char_p`, `c_wchar_p`, `py_object`.
  static bool is_pointer_code(std::string_view code) {
    return code.size() == 1 && std::string_view("PzZO").find(code[0]) != std::string_view::npos;
  }

  void hide_one(std::size_t at) {
    if (at + kSize > bytes_.size()) return;
    auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(at);
    bool is_null = std::all_of(begin, begin + kSize, [](char c) { return c == '\0'; });
    if (!is_null) std::fill(begin, begin + kSize, '\xFF');
  }

  void hide_in_fields(PyObject* names, PyObject* fields, std::size_t at) {
    // What is neither may be a class of the add-on's, with an iterator in Python.
    if (!PyTuple_CheckExact(fields) && !PyList_CheckExact(fields)) return;
    py::Ref all = py::own(PySequence_Tuple(fields));
    for (Py_ssize_t i = 0; i < PyTuple_Size(all.get()); ++i) {
      PyObject* field = PyTuple_GetItem(all.get(), i);
      if (!PyTuple_CheckExact(field) || PyTuple_Size(field) < 2) continue;
      PyObject* name = PyTuple_GetItem(field, 0);
      if (!PyUnicode_CheckExact(name)) continue;
      PyObject* descriptor = PyDict_GetItem(names, name);
      if (descriptor == nullptr || passive_.name_of_type(descriptor) != "_ctypes.CField") continue;
      py::Ref offset = py::steal(PyObject_GetAttrString(descriptor, "offset"));
      PyErr_Clear();
      if (offset && PyLong_Check(offset.get()))
        hide(PyTuple_GetItem(field, 1), at + static_cast<std::size_t>(PyLong_AsLong(offset.get())));
    }
  }

  const py::Passive& passive_;
  std::string& bytes_;
};

}  // namespace

py::Ref ctypes_memory(const py::Passive& passive, PyObject* object) {
  if (has_python_buffer(passive, object) || !has_own_memory(passive, object)) return {};
  py::Ref view = py::steal(PyMemoryView_FromObject(object));
  py::Ref memory =
      view ? py::steal(PyObject_CallMethod(view.get(), "tobytes", nullptr)) : py::Ref();
  PyErr_Clear();
  if (!memory) return {};
  std::string bytes(PyBytes_AsString(memory.get()),
                    static_cast<std::size_t>(PyBytes_Size(memory.get())));
  Pointers(passive, bytes).hide(reinterpret_cast<PyObject*>(Py_TYPE(object)), 0);
  return py::steal(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
}

}  // namespace afresh::agent
