// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

#include <fmt/format.h>

namespace afresh {

HostTest::HostTest(std::unique_ptr<Host> host, const std::string& module) : host_(std::move(host)) {
  names_ = py::own(PyDict_New());
  py::Ref name = py::make_str("case");
  py::check(PyDict_SetItemString(names_.get(), "__name__", name.get()));
  py::check(PyDict_SetItemString(names_.get(), "__builtins__", py::import("builtins").get()));
  execute("import sys, gc, weakref, " + module + " as H", "case.py", names_.get());
}

HostTest::~HostTest() {
  for (const std::string& each : modules_) {
    PyDict_DelItemString(PyImport_GetModuleDict(), each.c_str());
    PyErr_Clear();
  }
  PyDict_Clear(names_.get());
  host_.reset();
  PyGC_Collect();
}

void HostTest::execute(const std::string& code, const std::string& file, PyObject* names) {
  py::Ref compiled = py::own(Py_CompileString(code.c_str(), file.c_str(), Py_file_input));
  py::own(PyEval_EvalCode(compiled.get(), names, names));
}

void HostTest::run(const std::string& code) { execute(code, "case.py", names_.get()); }

std::string HostTest::eval(const std::string& expression) {
  py::Ref code = py::own(Py_CompileString(expression.c_str(), "case.py", Py_eval_input));
  py::Ref value = py::own(PyEval_EvalCode(code.get(), names_.get(), names_.get()));
  return py::to_string(py::own(PyObject_Repr(value.get())).get());
}

std::string HostTest::raised_error(const std::string& code) {
  try {
    run(code);
  } catch (const py::PythonError& error) {
    return error.type() + ": " + error.message();
  }
  return {};
}

void HostTest::load(const std::string& name, const std::string& source) {
  py::Ref module = py::own(PyModule_New(name.c_str()));
  py::check(PyModule_AddObjectRef(module.get(), "H", host_->api_module().get()));
  py::check(PyModule_AddObjectRef(module.get(), "__builtins__", py::import("builtins").get()));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), name.c_str(), module.get()));
  modules_.push_back(name);
  execute(source, "/addons/" + name + ".py", PyModule_GetDict(module.get()));
}

std::string HostTest::describe(PyObject* object) {
  py::Ref name = py::steal(PyObject_GetAttrString(object, "__name__"));
  if (name) return py::to_string(name.get());
  PyErr_Clear();
  return py::to_string(py::own(PyObject_Repr(object)).get());
}

std::vector<std::string> HostTest::registry(const std::string& probe) {
  std::vector<std::string> lines;
  for (const RegistryProbe& each : host_->registries()) {
    if (each.name != probe) continue;
    for (const RegistryEntry& entry : each.entries) {
      lines.push_back(fmt::format("{}{}{} owner={}", entry.label, entry.label.empty() ? "" : " ",
                                  describe(entry.object.get()), entry.owner));
    }
  }
  return lines;
}

std::vector<std::string> HostTest::ledger() {
  std::vector<std::string> lines;
  for (const Registration& each : host_->ledger()) {
    lines.push_back(fmt::format("{}{}: {} owner={} at {}", each.probe,
                                each.is_removal ? " removed" : "", each.name, each.owner,
                                each.where));
  }
  return lines;
}

}  // namespace afresh
