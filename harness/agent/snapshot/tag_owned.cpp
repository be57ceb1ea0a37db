// SPDX-License-Identifier: MIT
#include "harness/agent/snapshot/tag_owned.hpp"

#include "harness/agent/recording/interposers.hpp"
#include "harness/agent/snapshot/snapshot.hpp"

namespace afresh::agent {
namespace {

// `gc.get_objects`, borrowed; null where calling it would run Python code: it is an audit event,
// and anyone may put another function in its place. A walk takes longer, and does not come to all.
PyObject* collectors_own_list() {
  PyObject* gc = py::loaded_module("gc");
  if (gc == nullptr || has_audit_hook()) return nullptr;
  PyObject* function = PyDict_GetItemString(PyModule_GetDict(gc), "get_objects");
  return function != nullptr && PyCFunction_Check(function) != 0 ? function : nullptr;
}

}  // namespace

void tag_owned_objects(const SnapshotContext& context) {
  PyObject* list_objects = collectors_own_list();
  if (list_objects == nullptr) {
    static_cast<void>(take_snapshot(context));
    return;
  }
  // The names under which vendored modules are known, before any object is asked whose it is.
  static_cast<void>(context.ownership.owned_modules());
  py::Ref all = py::own(PyObject_CallNoArgs(list_objects));
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i) {
    PyObject* object = PyList_GetItem(all.get(), i);
    int owner = owner_of_tagged(context.passive, context.ownership, object);
    if (owner >= 0) context.loads.tag(object);
  }
}

}  // namespace afresh::agent
