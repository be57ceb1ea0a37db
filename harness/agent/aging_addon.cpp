// SPDX-License-Identifier: MIT
#include "harness/agent/aging_addon.hpp"

#include <fstream>

#include "harness/python/ref.hpp"

namespace fs = std::filesystem;

namespace afresh::agent {
namespace {

constexpr const char* kName = "afresh_ballast";

// Sizes and what is freed follow a fixed pattern: the same in every process.
constexpr const char* kPerturb = R"(
held = []
for i in range(4000):
    size = (i * 7919) % 1021 + 1
    held.append((b'x' * size, [None] * (size % 61), {size: i}, type('T%d' % i, (), {}) if i % 16 == 0 else None))
del held[::3]
del held[1::5]
)";

void run(const char* program, PyObject* names) {
  py::check(PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::own(Py_CompileString(program, "<afresh>", Py_file_input));
  py::own(PyEval_EvalCode(code.get(), names, names));
}

}  // namespace

void perturb_heap() {
  // The namespace, and with it what is held, is kept for good.
  run(kPerturb, py::own(PyDict_New()).release());
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
