// SPDX-License-Identifier: MIT
#include "harness/agent/strategy_host.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string_view>

#include "harness/python/entries.hpp"
#include "harness/values/case.hpp"

namespace afresh::agent {
namespace {

constexpr const char* kCapsule = "afresh.strategy_requests";

StrategyRequests& get_requests(PyObject* self) {
  return *static_cast<StrategyRequests*>(PyCapsule_GetPointer(self, kCapsule));
}

std::string name_argument(PyObject* name) {
  if (!PyUnicode_Check(name))
    py::raise(PyExc_TypeError, "an add-on's name is expected, as in addon.name");
  return py::to_string(name);
}

py::Ref none() { return py::borrow(Py_None); }

py::Ref make_str_list(const std::vector<std::string>& texts) {
  py::Ref list = py::own(PyList_New(0));
  for (const std::string& text : texts)
    py::check(PyList_Append(list.get(), py::make_str(text).get()));
  return list;
}

int addon_index(StrategyRequests& requests, const std::string& name) {
  auto found = std::ranges::find(requests.addons, name);
  if (found == requests.addons.end())
    py::raise(PyExc_KeyError, "no add-on '" + name + "' in this case");
  return static_cast<int>(found - requests.addons.begin());
}

PyObject* enable(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    get_requests(self).host.enable(name_argument(name));
    return none();
  });
}

PyObject* disable(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    get_requests(self).host.disable(name_argument(name));
    return none();
  });
}

PyObject* call_register(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    get_requests(self).host.call_register(name_argument(name));
    return none();
  });
}

PyObject* call_unregister(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    get_requests(self).host.call_unregister(name_argument(name));
    return none();
  });
}

PyObject* is_enabled(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    std::vector<std::string> enabled = get_requests(self).host.enabled();
    bool is = std::ranges::find(enabled, name_argument(name)) != enabled.end();
    return py::borrow(is ? Py_True : Py_False);
  });
}

PyObject* enabled(PyObject* self, PyObject*) {
  return py::guarded([&] { return make_str_list(get_requests(self).host.enabled()); });
}

PyObject* owned_modules(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&] {
    const char* name = nullptr;
    const char* by = "name";
    std::array<char*, 3> keywords{const_cast<char*>("name"), const_cast<char*>("by"), nullptr};
    if (PyArg_ParseTupleAndKeywords(args, kwargs, "s|s:owned_modules", keywords.data(), &name,
                                    &by) == 0) {
      py::throw_current();
    }
    std::string_view how = by;
    if (how != "name" && how != "file" && how != "identity") {
      py::raise(PyExc_ValueError,
                "owned_modules: by='" + std::string(how) + "'; expected name, file or identity");
    }
    StrategyRequests& requests = get_requests(self);
    int addon = addon_index(requests, name);
    std::vector<std::string> keys;
    for (const OwnedModule& module : requests.ownership.owned_modules()) {
      // Each way includes what the narrower one before it finds.
      bool is_asked_for = module.by == OwnedBy::kName ||
                          (module.by == OwnedBy::kFile && how != "name") ||
                          (module.by == OwnedBy::kIdentity && how == "identity");
      if (module.addon == addon && is_asked_for) keys.push_back(module.key);
    }
    return make_str_list(keys);
  });
}

PyObject* files(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    namespace fs = std::filesystem;
    fs::path folder = get_requests(self).folder;
    std::string addon = addon_path(name_argument(name));
    std::vector<std::string> paths;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(folder / addon, ignored)) {
      bool is_bytecode = entry.path().parent_path().filename() == "__pycache__";
      if (entry.is_regular_file() && !is_bytecode) paths.push_back(entry.path().string());
    }
    if (fs::exists(folder / (addon + ".py"))) paths.push_back((folder / (addon + ".py")).string());
    std::ranges::sort(paths);
    return make_str_list(paths);
  });
}

// Other add-ons one of whose modules holds a module, class or function of this one.
PyObject* dependants(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    StrategyRequests& requests = get_requests(self);
    int addon = addon_index(requests, name_argument(name));
    auto is_of_addon = [&](PyObject* object) {
      py::Ref module = py::steal(
          PyObject_GetAttrString(object, PyModule_Check(object) ? "__name__" : "__module__"));
      PyErr_Clear();
      return module && PyUnicode_Check(module.get()) &&
             requests.ownership.owner_of(py::to_string(module.get())) == addon;
    };
    std::set<std::string> found;
    for (const OwnedModule& owned : requests.ownership.owned_modules()) {
      if (owned.addon == addon || !PyModule_Check(owned.module)) continue;
      // A copy: to ask an object for an attribute may run code of an add-on.
      py::Ref names = py::own(PyDict_Copy(PyModule_GetDict(owned.module)));
      py::for_each_item(names.get(), [&](PyObject*, PyObject* value) {
        if (is_of_addon(value))
          found.insert(requests.addons[static_cast<std::size_t>(owned.addon)]);
      });
    }
    return make_str_list({found.begin(), found.end()});
  });
}

PyObject* ledger(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    std::string addon = name_argument(name);
    py::Ref entries = py::own(PyList_New(0));
    for (const Registration& entry : get_requests(self).host.ledger()) {
      if (entry.owner != addon) continue;
      py::Ref row = py::own(PyDict_New());
      auto set = [&](const char* key, const std::string& text) {
        py::check(PyDict_SetItemString(row.get(), key, py::make_str(text).get()));
      };
      set("registry", entry.probe);
      set("name", entry.name);
      py::check(
          PyDict_SetItemString(row.get(), "is_removal", entry.is_removal ? Py_True : Py_False));
      set("owner", entry.owner);
      set("where", entry.where);
      py::check(PyList_Append(entries.get(), row.get()));
    }
    return entries;
  });
}

PyObject* take_back(PyObject* self, PyObject* name) {
  return py::guarded([&] {
    get_requests(self).host.take_back(name_argument(name));
    return none();
  });
}

PyObject* refuse(PyObject* self, PyObject* reason) {
  return py::guarded(
      [&]() -> py::Ref { py::raise(get_requests(self).refused, name_argument(reason)); });
}

PyObject* restart(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&]() -> py::Ref {
    PyObject* keep = nullptr;
    std::array<char*, 2> keywords{const_cast<char*>("keep"), nullptr};
    if (PyArg_ParseTupleAndKeywords(args, kwargs, "|O:restart", keywords.data(), &keep) == 0)
      py::throw_current();
    bool keeps_disk = false;
    bool keeps_document = false;
    if (keep != nullptr) {
      keeps_disk = py::check(PySequence_Contains(keep, py::make_str("disk").get())) == 1;
      keeps_document = py::check(PySequence_Contains(keep, py::make_str("document").get())) == 1;
    }
    get_requests(self).hand_over(keeps_disk, keeps_document);
    throw std::logic_error("host.restart() came back");
  });
}

PyCFunction with_keywords(PyObject* (*function)(PyObject*, PyObject*, PyObject*)) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

// CPython keeps pointers to these for as long as the functions live.
std::array<PyMethodDef, 13> methods{
    PyMethodDef{"enable", &enable, METH_O, nullptr},
    PyMethodDef{"disable", &disable, METH_O, nullptr},
    PyMethodDef{"register", &call_register, METH_O, nullptr},
    PyMethodDef{"unregister", &call_unregister, METH_O, nullptr},
    PyMethodDef{"is_enabled", &is_enabled, METH_O, nullptr},
    PyMethodDef{"enabled", &enabled, METH_NOARGS, nullptr},
    PyMethodDef{"owned_modules", with_keywords(&owned_modules), METH_VARARGS | METH_KEYWORDS,
                nullptr},
    PyMethodDef{"files", &files, METH_O, nullptr},
    PyMethodDef{"dependants", &dependants, METH_O, nullptr},
    PyMethodDef{"ledger", &ledger, METH_O, nullptr},
    PyMethodDef{"take_back", &take_back, METH_O, nullptr},
    PyMethodDef{"refuse", &refuse, METH_O, nullptr},
    PyMethodDef{"restart", with_keywords(&restart), METH_VARARGS | METH_KEYWORDS, nullptr}};

}  // namespace

py::Ref make_strategy_host(StrategyRequests& requests) {
  py::Ref capsule = py::own(PyCapsule_New(&requests, kCapsule, nullptr));
  py::Ref fields = py::own(PyDict_New());
  for (PyMethodDef& method : methods) {
    py::Ref function = py::own(PyCFunction_NewEx(&method, capsule.get(), nullptr));
    py::check(PyDict_SetItemString(fields.get(), method.ml_name, function.get()));
  }
  py::Ref make = py::attribute(py::import("types").get(), "SimpleNamespace");
  py::Ref arguments = py::own(PyTuple_New(0));
  return py::own(PyObject_Call(make.get(), arguments.get(), fields.get()));
}

}  // namespace afresh::agent
