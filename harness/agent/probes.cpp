// SPDX-License-Identifier: MIT
#include "harness/agent/probes.hpp"

#include <unistd.h>

#include <array>
#include <climits>
#include <map>

namespace afresh::agent {
namespace {

using Entries = std::vector<ProbeEntry>;

// `module.name`, if the module is loaded; never imports. Borrowed.
PyObject* loaded(const char* module_name, const char* name) {
  PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), module_name);
  if (module == nullptr || !PyModule_Check(module)) return nullptr;
  return PyDict_GetItemString(PyModule_GetDict(module), name);
}

int owner_of_entry(Walk& walk, PyObject* object) {
  if (PyUnicode_CheckExact(object)) {
    return walk.subject().ownership.owner_of_path(py::to_string(object));
  }
  return walk.owner_of(object);
}

Entries list_entries(Walk& walk, PyObject* list) {
  Entries entries;
  if (list == nullptr || !PyList_Check(list)) return entries;
  for (Py_ssize_t i = 0; i < PyList_Size(list); ++i) {
    PyObject* object = PyList_GetItem(list, i);
    entries.push_back({py::borrow(object), "", owner_of_entry(walk, object)});
  }
  return entries;
}

// Labelled entries of a dictionary, keys as they are written.
Entries dict_entries(Walk& walk, PyObject* dict) {
  Entries entries;
  if (dict == nullptr || !PyDict_Check(dict)) return entries;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    std::string label = atom_text(walk.subject().passive, key)
                            .value_or(PyType_Check(key)
                                          ? "class " + walk.subject().passive.module_of_class(key) + "." +
                                                walk.subject().passive.qualname_of_class(key)
                                          : walk.subject().passive.name_of_type(key));
    entries.push_back({py::borrow(value), std::move(label), owner_of_entry(walk, value)});
  }
  return entries;
}

Entries sys_path(Walk& walk) { return list_entries(walk, PySys_GetObject("path")); }
Entries sys_meta_path(Walk& walk) { return list_entries(walk, PySys_GetObject("meta_path")); }
Entries sys_path_hooks(Walk& walk) { return list_entries(walk, PySys_GetObject("path_hooks")); }

Entries sys_hooks(Walk&) {
  Entries entries;
  for (const char* name : {"excepthook", "displayhook", "unraisablehook", "breakpointhook", "stdout", "stderr"}) {
    PyObject* hook = PySys_GetObject(name);
    if (hook != nullptr) entries.push_back({py::borrow(hook), name, -1});
  }
  return entries;
}

Entries gc_callbacks(Walk& walk) { return list_entries(walk, loaded("gc", "callbacks")); }
Entries warning_filters(Walk& walk) { return list_entries(walk, loaded("warnings", "filters")); }
Entries copyreg_table(Walk& walk) { return dict_entries(walk, loaded("copyreg", "dispatch_table")); }

// The C environment is what child processes get, whatever object `os.environ` is.
Entries environment(Walk&) {
  Entries entries;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    std::string text = *variable;
    std::size_t equals = text.find('=');
    entries.push_back({py::make_str(text.substr(equals + 1)), text.substr(0, equals), -1});
  }
  return entries;
}

Entries working_directory(Walk&) {
  std::array<char, PATH_MAX> path{};
  std::string text = getcwd(path.data(), path.size()) != nullptr ? path.data() : "unknown";
  return {{py::make_str(text), "cwd", -1}};
}

Entries signal_handlers(Walk&) {
  Entries entries;
  PyObject* get = loaded("_signal", "getsignal");
  if (get == nullptr) return entries;
  for (int number = 1; number < 32; ++number) {
    py::Ref handler = py::own(PyObject_CallFunction(get, "i", number));
    entries.push_back({std::move(handler), std::to_string(number), -1});
  }
  return entries;
}

Entries threads(Walk& walk) {
  Entries entries;
  PyObject* active = loaded("threading", "_active");
  if (active == nullptr || !PyDict_Check(active)) return entries;
  PyObject* key = nullptr;
  PyObject* thread = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(active, &position, &key, &thread) != 0) {
    py::Ref attributes = walk.subject().passive.instance_dict(thread);
    PyObject* name = attributes ? PyDict_GetItemString(attributes.get(), "_name") : nullptr;
    if (name != nullptr) entries.push_back({py::borrow(name), "", -1});
  }
  return entries;
}

// Loggers by name; one without handler, filter and level is left out: `getLogger(__name__)` cannot
// be undone, and does nothing.
std::map<std::string, PyObject*> loggers(Walk& walk) {
  std::map<std::string, PyObject*> found;
  PyObject* root = loaded("logging", "root");
  if (root == nullptr) return found;
  found.emplace("root", root);
  PyObject* manager = PyDict_GetItemString(
      walk.subject().passive.class_dict(loaded("logging", "Logger")), "manager");
  py::Ref attributes = manager != nullptr ? walk.subject().passive.instance_dict(manager) : py::Ref();
  PyObject* by_name = attributes ? PyDict_GetItemString(attributes.get(), "loggerDict") : nullptr;
  if (by_name == nullptr) return found;
  auto* placeholder = reinterpret_cast<PyTypeObject*>(loaded("logging", "PlaceHolder"));
  PyObject* key = nullptr;
  PyObject* logger = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(by_name, &position, &key, &logger) != 0) {
    if (PyUnicode_CheckExact(key) && Py_TYPE(logger) != placeholder) found.emplace(py::to_string(key), logger);
  }
  return found;
}

Entries logging_state(Walk& walk) {
  Entries entries;
  for (const auto& [name, logger] : loggers(walk)) {
    py::Ref attributes = walk.subject().passive.instance_dict(logger);
    if (!attributes) continue;
    auto field = [&](const char* key) { return PyDict_GetItemString(attributes.get(), key); };
    int owner = walk.subject().ownership.owner_of(name);
    std::string prefix = "getLogger('" + name + "').";
    auto entry = [&](const char* key) {
      if (PyObject* value = field(key)) entries.push_back({py::borrow(value), prefix + key, owner});
    };
    for (const char* key : {"handlers", "filters"}) {
      for (ProbeEntry& element : list_entries(walk, field(key))) {
        entries.push_back({std::move(element.object), "", owner, prefix + key});
      }
    }
    auto differs = [&](const char* key, long usual) {
      PyObject* value = field(key);
      return value != nullptr && PyLong_Check(value) && PyLong_AsLong(value) != usual;
    };
    constexpr long kWarning = 30;
    if (differs("level", name == "root" ? kWarning : 0)) entry("level");
    if (differs("propagate", 1)) entry("propagate");
    if (differs("disabled", 0)) entry("disabled");
  }
  return entries;
}

Entries exit_callbacks(Walk& walk) {
  PyObject* ledger = loaded("_afresh", "exit_callbacks");
  return list_entries(walk, ledger);
}

Entries recursion_limit(Walk&) {
  return {{py::own(PyLong_FromLong(Py_GetRecursionLimit())), "limit", -1}};
}

// Attributes of foreign modules and classes that are not what they were before any add-on, and
// owned classes and functions put into library modules that were imported later.
Entries monkeypatches(Walk& walk) {
  Entries entries;
  for (const NamespaceChange& change : walk.subject().baseline.changes()) {
    py::Ref value = change.value != nullptr ? py::borrow(change.value) : py::make_str("removed");
    int owner = change.value != nullptr ? walk.owner_of(change.value) : -1;
    if (change.is_on_demand && owner < 0) continue;
    entries.push_back({std::move(value), change.path, owner});
  }
  PyObject* key = nullptr;
  PyObject* module = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(PyImport_GetModuleDict(), &position, &key, &module) != 0) {
    if (!PyUnicode_CheckExact(key) || !PyModule_Check(module)) continue;
    std::string name = py::to_string(key);
    if (walk.subject().baseline.has_module(name) || walk.subject().ownership.owner_of(name) >= 0) continue;
    PyObject* attribute = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t at = 0;
    while (PyDict_Next(PyModule_GetDict(module), &at, &attribute, &value) != 0) {
      bool is_definition = PyType_Check(value) || walk.subject().passive.is_function(value);
      int owner = is_definition ? walk.owner_of(value) : -1;
      if (owner >= 0 && PyUnicode_CheckExact(attribute)) {
        entries.push_back({py::borrow(value), name + "." + py::to_string(attribute), owner});
      }
    }
  }
  return entries;
}

constexpr std::array kProbes{
    Probe{"sys.path", "sequence, per owner", false, sys_path},
    Probe{"sys.meta_path", "sequence, per owner", false, sys_meta_path},
    Probe{"sys.path_hooks", "sequence, per owner", false, sys_path_hooks},
    Probe{"sys hooks", "by name", true, sys_hooks},
    Probe{"atexit", "sequence, per owner; as interposed", false, exit_callbacks},
    Probe{"logging", "by logger; those that do nothing left out", true, logging_state},
    Probe{"warnings.filters", "sequence, per owner", false, warning_filters},
    Probe{"signal handlers", "by number", true, signal_handlers},
    Probe{"threads", "sequence of names", false, threads},
    Probe{"gc.callbacks", "sequence, per owner", false, gc_callbacks},
    Probe{"copyreg.dispatch_table", "by class", true, copyreg_table},
    Probe{"environment", "by name", true, environment},
    Probe{"working directory", "value", true, working_directory},
    Probe{"recursion limit", "value", true, recursion_limit},
    Probe{"monkeypatches", "by name, against the baseline", true, monkeypatches},
};

}  // namespace

std::span<const Probe> interpreter_probes() { return kProbes; }

void name_process_wide_objects(Walk& walk) {
  for (const auto& [name, logger] : loggers(walk)) walk.name_object(logger, "logger '" + name + "'");
}

}  // namespace afresh::agent
