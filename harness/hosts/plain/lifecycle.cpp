// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/lifecycle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh::plain {
namespace {

py::Ref loaded_module(const std::string& addon) {
  py::Ref name = py::make_str(addon);
  return py::own(PyObject_GetItem(PyImport_GetModuleDict(), name.get()));
}

}  // namespace

void Lifecycle::call(const std::string& addon, const char* function) {
  py::Ref module = loaded_module(addon);
  hosts::CurrentOwner owner(ledger_, addon);
  py::own(PyObject_CallNoArgs(py::attribute(module.get(), function).get()));
}

void Lifecycle::enable(const std::string& addon) {
  if (enabled_.contains(addon)) return;
  py::Ref importlib = py::import("importlib");
  py::Ref module =
      py::own(PyObject_CallMethod(importlib.get(), "import_module", "s", addon.c_str()));
  {
    hosts::CurrentOwner owner(ledger_, addon);
    py::own(PyObject_CallNoArgs(py::attribute(module.get(), "register").get()));
  }
  enabled_.insert(addon);
  if (std::find(by_first_enabling_.begin(), by_first_enabling_.end(), addon) ==
      by_first_enabling_.end()) {
    by_first_enabling_.push_back(addon);
  }
}

void Lifecycle::disable(const std::string& addon) {
  if (enabled_.erase(addon) == 0) return;
  py::Ref module = loaded_module(addon);
  hosts::CurrentOwner owner(ledger_, addon);
  try {
    py::own(PyObject_CallNoArgs(py::attribute(module.get(), "unregister").get()));
  } catch (const py::PythonError& error) {
    // SystemExit and KeyboardInterrupt are not errors of the add-on.
    if (PyErr_GivenExceptionMatches(error.exception().get(), PyExc_Exception) == 0) throw;
    ledger_.note("unregister-error", fmt::format("{}: {}", error.type(), error.message()),
                 {.owner = addon, .where = hosts::raised_at(error)});
  }
}

std::vector<std::string> Lifecycle::enabled() const {
  std::vector<std::string> names;
  std::copy_if(by_first_enabling_.begin(), by_first_enabling_.end(), std::back_inserter(names),
               [&](const std::string& each) { return enabled_.contains(each); });
  return names;
}

}  // namespace afresh::plain
