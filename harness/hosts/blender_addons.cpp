// SPDX-License-Identifier: MIT
#include "harness/hosts/blender_addons.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace afresh::hosts {
namespace {

/// Whether its module is there and says that it is enabled.
bool is_marked(const std::string& addon) {
  PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), addon.c_str());
  if (module == nullptr || !PyModule_Check(module)) return false;
  return PyDict_GetItemString(PyModule_GetDict(module), "__addon_enabled__") == Py_True;
}

}  // namespace

BlenderAddons::BlenderAddons(py::Ref addon_utils, Ledger& ledger)
    : addon_utils_(std::move(addon_utils)), ledger_(ledger) {}

py::Ref BlenderAddons::switch_addon(const char* function, const std::string& addon) {
  const py::Ref errors = py::own(PyList_New(0));
  const py::Ref callable = py::attribute(addon_utils_.get(), function);
  const py::Ref arguments = py::own(Py_BuildValue("(s)", addon.c_str()));
  const py::Ref keywords = py::own(PyDict_New());
  py::check(PyDict_SetItemString(keywords.get(), "default_set", Py_True));
  py::check(PyDict_SetItemString(keywords.get(), "handle_error",
                                 py::attribute(errors.get(), "append").get()));
  (void)py::own(PyObject_Call(callable.get(), arguments.get(), keywords.get()));
  return PyList_Size(errors.get()) == 0 ? py::Ref() : py::borrow(PyList_GetItem(errors.get(), 0));
}

void BlenderAddons::enable(const std::string& addon) {
  // Blender tells the user what was raised; to the agent it is an exception.
  if (const py::Ref raised = switch_addon("enable", addon)) throw py::PythonError(raised);
  // It also refuses without an exception: an add-on for a Blender before 2.80, a namespace package,
  // in 4.2 one that raises SystemExit.
  if (!is_marked(addon)) {
    py::raise(PyExc_RuntimeError, "addon_utils.enable: '" + addon + "' was not enabled");
  }
  if (std::ranges::find(by_first_enabling_, addon) == by_first_enabling_.end())
    by_first_enabling_.push_back(addon);
}

void BlenderAddons::disable(const std::string& addon) {
  const CurrentOwner owner(ledger_, addon);
  const py::Ref raised = switch_addon("disable", addon);
  if (!raised) return;
  const py::PythonError error(raised);
  ledger_.note("unregister-error", error.type() + ": " + error.message(),
               {.owner = addon, .where = raised_at(error)});
}

void BlenderAddons::call(const std::string& addon, const char* function) {
  const py::Ref name = py::make_str(addon);
  const py::Ref module = py::own(PyObject_GetItem(PyImport_GetModuleDict(), name.get()));
  const CurrentOwner owner(ledger_, addon);
  (void)py::own(PyObject_CallNoArgs(py::attribute(module.get(), function).get()));
}

void BlenderAddons::complete_info() const {
  for (const std::string& name : enabled()) {
    PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), name.c_str());
    const py::Ref done =
        py::steal(PyObject_CallMethod(addon_utils_.get(), "module_bl_info", "O", module));
    if (!done) PyErr_Clear();
  }
}

std::vector<std::string> BlenderAddons::enabled() const {
  std::vector<std::string> names;
  std::ranges::copy_if(by_first_enabling_, std::back_inserter(names), is_marked);
  return names;
}

}  // namespace afresh::hosts
