// SPDX-License-Identifier: MIT
#include "harness/python/entries.hpp"

namespace afresh::py {

std::vector<PyObject*> borrowed_elements(PyObject* set) {
  std::vector<PyObject*> elements;
  auto note = [](PyObject* element, void* into) {
    static_cast<std::vector<PyObject*>*>(into)->push_back(element);
    return 0;
  };
  auto traverse = reinterpret_cast<traverseproc>(PyType_GetSlot(&PySet_Type, Py_tp_traverse));
  traverse(set, note, &elements);
  return elements;
}

}  // namespace afresh::py
