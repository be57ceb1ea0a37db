// SPDX-License-Identifier: MIT
#include "harness/agent/baseline/foreign_containers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

// Read by other probes, caches that the interpreter's own clean-up empties, and weak references to
// whatever handler is alive, closed ones included.
constexpr std::array<std::string_view, 22> kLeftOut{"_warnings.filters",
                                                    "copyreg.dispatch_table",
                                                    "ctypes._c_functype_cache",
                                                    "ctypes._pointer_type_cache",
                                                    "_ctypes._pointer_type_cache",
                                                    "gc.callbacks",
                                                    "linecache.cache",
                                                    "logging._handlerList",
                                                    "re._cache",
                                                    "re._cache2",
                                                    "sys.meta_path",
                                                    "sys.modules",
                                                    "sys.path",
                                                    "sys.path_hooks",
                                                    "sys.path_importer_cache",
                                                    "threading._active",
                                                    "threading._limbo",
                                                    "typing._cleanups",
                                                    "_warnings._onceregistry",
                                                    "warnings.filters",
                                                    "warnings.onceregistry",
                                                    "weakref.finalize._registry"};

// What the host and strategies hold has probes of its own, or is no one else's business.
constexpr std::array<std::string_view, 3> kOurs{"hostapi", "_afresh", "afresh_strategy_"};

}  // namespace

bool is_container(PyObject* object) {
  return PyDict_CheckExact(object) || PyList_CheckExact(object) || Py_TYPE(object) == &PySet_Type;
}

std::vector<HeldContainer> containers_in(const std::string& space, PyObject* dict) {
  std::vector<HeldContainer> found;
  auto is_start = [&](std::string_view name) { return space.starts_with(name); };
  if (std::ranges::any_of(kOurs, is_start)) return found;
  py::for_each_item(dict, [&](PyObject* key, PyObject* value) {
    if (!is_container(value) || !PyUnicode_CheckExact(key)) return;
    std::string name = py::to_string(key);
    // `__all__`, `__annotations__`, `__warningregistry__`: written by the interpreter or at import.
    if (name.starts_with("__")) return;
    name = space + "." + name;
    if (std::ranges::find(kLeftOut, name) == kLeftOut.end())
      found.push_back({std::move(name), value});
  });
  return found;
}

}  // namespace afresh::agent
