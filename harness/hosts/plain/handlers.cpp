// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/handlers.hpp"

namespace afresh::plain {
namespace {

// Calling a weak reference is the one way to its referent that no version has deprecated.
py::Ref call_weak_reference(const py::Ref& weak) {
  return py::own(PyObject_CallNoArgs(weak.get()));
}

}  // namespace

void HandlerOwners::note(PyObject* handler, const std::string& owner) {
  std::erase_if(noted_, [&](const Noted& each) {
    py::Ref referent = call_weak_reference(each.weak);
    return referent.get() == handler || referent.get() == Py_None;
  });
  py::Ref weak = py::steal(PyWeakref_NewRef(handler, nullptr));
  if (!weak) {
    PyErr_Clear();
    return;
  }
  noted_.push_back({std::move(weak), owner});
}

std::string HandlerOwners::owner_of(PyObject* handler) const {
  for (const Noted& each : noted_) {
    if (call_weak_reference(each.weak).get() == handler) return each.owner;
  }
  return {};
}

}  // namespace afresh::plain
