// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/runtime.hpp"

namespace afresh::bpy {
namespace {

Runtime*& current() {
  static Runtime* pointer = nullptr;
  return pointer;
}

}  // namespace

Runtime& runtime() {
  if (current() == nullptr) py::raise(PyExc_RuntimeError, "bpy: the host is gone");
  return *current();
}

bool is_newer() { return runtime().version != BlenderVersion::k34; }

std::string type_name(PyObject* object) {
  return runtime().passive.name_of_class(reinterpret_cast<PyObject*>(Py_TYPE(object)));
}

void set_runtime(Runtime* pointer) { current() = pointer; }

}  // namespace afresh::bpy
