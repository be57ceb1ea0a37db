// SPDX-License-Identifier: MIT
#include "harness/agent/ballast.hpp"

#include <fstream>

#include "harness/python/ref.hpp"

namespace fs = std::filesystem;

namespace afresh::agent {
namespace {

constexpr const char* kName = "afresh_ballast";

constexpr const char* kAddon = R"(
import collections.abc, concurrent.futures, enum, functools, itertools, threading
import hostapi as H

class Colour(enum.Enum):
    RED = 1

class Group(H.PropertyGroup):
    size: H.Int(default=1)

class Work(H.Operator):
    pass

@functools.singledispatch
def show(value): return 'any'

@show.register
def _(value: Colour): return 'colour'

WORKERS = [threading.Thread(target=print) for _ in range(3)]
POOLS = [concurrent.futures.ThreadPoolExecutor() for _ in range(2)]
CLASSES = (Group, Work)
# Counted, and part of what every dispatcher with an ABC remembers.
collections.abc.Sized.register(Work)

def tick(): return None

def register():
    for cls in CLASSES: H.register_class(cls)
    H.handlers.append(tick)
    H.add_timer(tick)

def unregister():
    H.remove_timer(tick)
    H.handlers.remove(tick)
    for cls in reversed(CLASSES): H.unregister_class(cls)
)";

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
  std::ofstream(folder / kName / "__init__.py") << kAddon;
  host.enable(kName);
  host.disable(kName);
  py::check(PyDict_DelItemString(PyImport_GetModuleDict(), kName));
  fs::remove_all(folder / kName);
  py::own(PyObject_CallMethod(py::import("importlib").get(), "invalidate_caches", nullptr));
  py::own(PyObject_CallMethod(py::import("gc").get(), "collect", nullptr));
}

}  // namespace afresh::agent
