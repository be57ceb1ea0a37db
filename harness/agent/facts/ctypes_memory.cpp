// SPDX-License-Identifier: MIT
#include "harness/agent/facts/ctypes_memory.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace afresh::agent {
namespace {

// From 3.12 on a Python class can give out a buffer of its own making.
bool has_python_buffer(const py::PassiveReader& passive, PyObject* object) {
  py::Ref mro = passive.class_mro(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* cls = PyTuple_GetItem(mro.get(), i);
    if (!passive.is_python_class(cls)) continue;
    for (const char* name : {"__buffer__", "__release_buffer__"}) {
      if (PyDict_GetItemString(passive.class_dict(cls), name) != nullptr) return true;
    }
  }
  return false;
}

py::Ref read_member(const py::PassiveReader& passive, PyObject* object, const char* name) {
  py::Ref mro = passive.class_mro(reinterpret_cast<PyObject*>(Py_TYPE(object)));
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
bool has_own_memory(const py::PassiveReader& passive, PyObject* object) {
  py::Ref owner = py::borrow(object);
  for (py::Ref base = owner; base && base.get() != Py_None;) {
    owner = base;
    base = read_member(passive, owner.get(), "_b_base_");
  }
  py::Ref frees = read_member(passive, owner.get(), "_b_needsfree_");
  return frees && PyLong_Check(frees.get()) && PyLong_AsLong(frees.get()) == 1;
}

// What the library reference of ctypes calls an incomplete type has no size.
Py_ssize_t type_size(PyObject* type) {
  PyObject* module = py::loaded_module("_ctypes");
  PyObject* sizeof_function =
      module == nullptr ? nullptr : PyDict_GetItemString(PyModule_GetDict(module), "sizeof");
  if (sizeof_function == nullptr || PyCFunction_Check(sizeof_function) == 0) return 0;
  py::Ref size = py::steal(PyObject_CallFunctionObjArgs(sizeof_function, type, nullptr));
  PyErr_Clear();
  return size && PyLong_Check(size.get()) ? PyLong_AsSsize_t(size.get()) : 0;
}

constexpr std::size_t kPointer = sizeof(void*);

// Where the pointers lie in an instance, found once for each type and not for each element. Follows
// a type as the library reference describes it: `_fields_`, `_type_`, `_length_`. All three can be
// set to something else later: neither depth nor length is believed.
class Pointers {
 public:
  using Offsets = std::vector<std::size_t>;

  explicit Pointers(const py::PassiveReader& passive) : passive_(passive) {}

  /// In an instance of so many bytes.
  [[nodiscard]] Offsets in(PyObject* type, std::size_t size, int depth = 0) const {
    constexpr int kDeepest = 32;
    Offsets found;
    if (!PyType_Check(type) || depth > kDeepest) return found;
    py::Ref mro = passive_.class_mro(type);
    for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
      PyObject* cls = PyTuple_GetItem(mro.get(), i);
      if (!passive_.is_python_class(cls)) {
        std::string name = passive_.name_of_class(cls);
        if (name == "_Pointer" || name == "CFuncPtr") found.push_back(0);
        continue;
      }
      PyObject* names = passive_.class_dict(cls);
      if (PyObject* fields = PyDict_GetItemString(names, "_fields_"))
        add_fields(names, fields, size, depth, found);
      PyObject* of = PyDict_GetItemString(names, "_type_");
      PyObject* length = PyDict_GetItemString(names, "_length_");
      if (of != nullptr && PyUnicode_Check(of)) {
        if (is_pointer_code(py::to_string(of))) found.push_back(0);
        return found;
      }
      if (of == nullptr || length == nullptr) continue;
      add_elements(of, size, depth, found);
      return found;
    }
    return found;
  }

 private:
  // `c_void_p`, `c_char_p`, `c_wchar_p`, `py_object`.
  static bool is_pointer_code(std::string_view code) {
    return code.size() == 1 && std::string_view("PzZO").find(code[0]) != std::string_view::npos;
  }

  // As many as there is room for: a pointer too many hides a byte, one too few would show one.
  void add_elements(PyObject* of, std::size_t size, int depth, Offsets& found) const {
    auto each = static_cast<std::size_t>(type_size(of));
    if (each < kPointer) return;
    Offsets in_one = in(of, each, depth + 1);
    if (in_one.empty()) return;
    for (std::size_t at = 0; at + each <= size; at += each) {
      for (std::size_t offset : in_one) found.push_back(at + offset);
    }
  }

  void add_fields(PyObject* names, PyObject* fields, std::size_t size, int depth,
                  Offsets& found) const {
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
      std::size_t begin = read_number(descriptor, "offset");
      if (begin >= size) continue;
      std::size_t room = std::min(read_number(descriptor, "size"), size - begin);
      for (std::size_t offset : in(PyTuple_GetItem(field, 1), room, depth + 1))
        found.push_back(begin + offset);
    }
  }

  static std::size_t read_number(PyObject* field, const char* attribute) {
    py::Ref number = py::steal(PyObject_GetAttrString(field, attribute));
    PyErr_Clear();
    return number && PyLong_Check(number.get()) ? PyLong_AsSize_t(number.get()) : 0;
  }

  const py::PassiveReader& passive_;
};

void hide_pointers(const Pointers::Offsets& offsets, std::string& bytes) {
  for (std::size_t at : offsets) {
    if (at + kPointer > bytes.size()) continue;
    auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    bool is_null = std::all_of(begin, begin + kPointer, [](char c) { return c == '\0'; });
    if (!is_null) std::fill(begin, begin + kPointer, '\xFF');
  }
}

}  // namespace

py::Ref ctypes_memory(const py::PassiveReader& passive, PyObject* object) {
  if (has_python_buffer(passive, object) || !has_own_memory(passive, object)) return {};
  py::Ref view = py::steal(PyMemoryView_FromObject(object));
  py::Ref memory =
      view ? py::steal(PyObject_CallMethod(view.get(), "tobytes", nullptr)) : py::Ref();
  PyErr_Clear();
  if (!memory) return {};
  std::string bytes(PyBytes_AsString(memory.get()),
                    static_cast<std::size_t>(PyBytes_Size(memory.get())));
  auto* type = reinterpret_cast<PyObject*>(Py_TYPE(object));
  hide_pointers(Pointers(passive).in(type, bytes.size()), bytes);
  return py::steal(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
}

}  // namespace afresh::agent
