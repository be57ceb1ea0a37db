// SPDX-License-Identifier: MIT
#include "harness/agent/aging_addon.hpp"

#include <fstream>

#include "harness/agent/embedded/agent.hpp"
#include "harness/python/compiled.hpp"
#include "harness/python/ref.hpp"

namespace fs = std::filesystem;

namespace afresh::agent {
namespace {

constexpr const char* kName = "afresh_aging_addon";

}  // namespace

void perturb_heap() {
  // The namespace, and with it what is held, is kept for good.
  PyObject* names = py::own(PyDict_New()).release();
  py::check(PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::code_object(embedded::agent::perturb_heap_py);
  py::own(PyEval_EvalCode(code.get(), names, names));
}

void age(Host& host, const fs::path& folder) {
  fs::create_directories(folder / kName);
  std::ofstream(folder / kName / "__init__.py") << host.aging_addon();
  host.enable(kName);
  host.disable(kName);
  py::check(PyDict_DelItemString(PyImport_GetModuleDict(), kName));
  fs::remove_all(folder / kName);
  py::own(PyObject_CallMethod(py::import("importlib").get(), "invalidate_caches", nullptr));
  py::own(PyObject_CallMethod(py::import("gc").get(), "collect", nullptr));
}

}  // namespace afresh::agent
