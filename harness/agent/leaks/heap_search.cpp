// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/heap_search.hpp"

#include <algorithm>

namespace afresh::agent {
namespace {

int append(PyObject* object, void* into) {
  static_cast<std::vector<PyObject*>*>(into)->push_back(object);
  return 0;
}

bool is_made_by_c(PyObject* cls) {
  return (PyType_GetFlags(reinterpret_cast<PyTypeObject*>(cls)) & Py_TPFLAGS_HEAPTYPE) == 0;
}

}  // namespace

void add_referents(const py::PassiveReader& passive, PyObject* object,
                   std::vector<PyObject*>& into) {
  // The collector never asks a static type, and asking one ends the process.
  if (PyType_Check(object) && is_made_by_c(object)) {
    into.push_back(passive.class_dict(object));
    return;
  }
  // What is not tracked may be half made, or holds nothing that is.
  if (PyObject_GC_IsTracked(object) == 0) return;
  auto traverse = reinterpret_cast<traverseproc>(PyType_GetSlot(Py_TYPE(object), Py_tp_traverse));
  if (traverse != nullptr) traverse(object, append, &into);
}

std::vector<PyObject*> HeapSearch::path_to(PyObject* object) const {
  std::vector<PyObject*> path;
  for (; object != nullptr; object = holders_.at(object)) path.push_back(object);
  std::ranges::reverse(path);
  return path;
}

}  // namespace afresh::agent
