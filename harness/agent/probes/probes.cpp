// SPDX-License-Identifier: MIT
#include "harness/agent/probes/probes.hpp"

#include <unistd.h>

#include <array>
#include <climits>
#include <map>

#include "harness/agent/probes/held_owner.hpp"
#include "harness/agent/probes/library_probes.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

using Entries = std::vector<ProbeEntry>;

// `module.name`, if the module is loaded; never imports. Borrowed.
PyObject* loaded(const char* module_name, const char* name) {
  PyObject* module = py::loaded_module(module_name);
  return module != nullptr ? PyDict_GetItemString(PyModule_GetDict(module), name) : nullptr;
}

int owner_of_entry(const SnapshotContext& context, PyObject* object) {
  if (PyUnicode_CheckExact(object)) {
    return context.ownership.owner_of_path(py::to_string(object));
  }
  return context.owner_of(object);
}

Entries list_entries(const SnapshotContext& context, PyObject* list) {
  Entries entries;
  if (list == nullptr || !PyList_Check(list)) return entries;
  for (Py_ssize_t i = 0; i < PyList_Size(list); ++i) {
    PyObject* object = PyList_GetItem(list, i);
    entries.push_back({py::borrow(object), "", owner_of_entry(context, object)});
  }
  return entries;
}

// The same with whoever owns what is only wrapped: a bound method, a `partial`.
Entries held_entries(const SnapshotContext& context, PyObject* list) {
  Entries entries = list_entries(context, list);
  for (ProbeEntry& entry : entries) entry.owner = owner_of_held(context, entry.object.get());
  return entries;
}

// Labelled entries of a dictionary, keys as they are written.
Entries dict_entries(const SnapshotContext& context, PyObject* dict) {
  Entries entries;
  if (dict == nullptr || !PyDict_Check(dict)) return entries;
  py::for_each_item(dict, [&](PyObject* key, PyObject* value) {
    entries.push_back(
        {py::borrow(value), key_text(context.passive, key), owner_of_held(context, value)});
  });
  return entries;
}

Entries sys_path(const SnapshotContext& context) {
  return list_entries(context, PySys_GetObject("path"));
}
Entries sys_meta_path(const SnapshotContext& context) {
  return list_entries(context, PySys_GetObject("meta_path"));
}
Entries sys_path_hooks(const SnapshotContext& context) {
  return list_entries(context, PySys_GetObject("path_hooks"));
}

Entries sys_hooks(const SnapshotContext&) {
  Entries entries;
  for (const char* name :
       {"excepthook", "displayhook", "unraisablehook", "breakpointhook", "stdout", "stderr"}) {
    PyObject* hook = PySys_GetObject(name);
    if (hook != nullptr) entries.push_back({py::borrow(hook), name, -1});
  }
  return entries;
}

Entries gc_callbacks(const SnapshotContext& context) {
  return list_entries(context, loaded("gc", "callbacks"));
}
Entries warning_filters(const SnapshotContext& context) {
  return list_entries(context, loaded("warnings", "filters"));
}
Entries copyreg_table(const SnapshotContext& context) {
  return dict_entries(context, loaded("copyreg", "dispatch_table"));
}

// The C environment is what child processes get, whatever object `os.environ` is.
Entries environment(const SnapshotContext&) {
  Entries entries;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    std::string text = *variable;
    std::size_t equals = text.find('=');
    entries.push_back({py::make_str(text.substr(equals + 1)), text.substr(0, equals), -1});
  }
  return entries;
}

Entries working_directory(const SnapshotContext&) {
  std::array<char, PATH_MAX> path{};
  std::string text = getcwd(path.data(), path.size()) != nullptr ? path.data() : "unknown";
  return {{py::make_str(text), "cwd", -1}};
}

Entries signal_handlers(const SnapshotContext&) {
  Entries entries;
  PyObject* get = loaded("_signal", "getsignal");
  if (get == nullptr) return entries;
  for (int number = 1; number < 32; ++number) {
    py::Ref handler = py::own(PyObject_CallFunction(get, "i", number));
    entries.push_back({std::move(handler), std::to_string(number), -1});
  }
  return entries;
}

Entries threads(const SnapshotContext& context) {
  Entries entries;
  PyObject* active = loaded("threading", "_active");
  if (active == nullptr || !PyDict_Check(active)) return entries;
  py::for_each_item(active, [&](PyObject*, PyObject* thread) {
    py::Ref attributes = context.passive.instance_dict(thread);
    PyObject* name = attributes ? PyDict_GetItemString(attributes.get(), "_name") : nullptr;
    if (name != nullptr) entries.push_back({py::borrow(name), "", -1});
  });
  return entries;
}

// Loggers by name; one without handler, filter and level is left out: `getLogger(__name__)` cannot
// be undone, and does nothing.
std::map<std::string, PyObject*> loggers(const SnapshotContext& context) {
  std::map<std::string, PyObject*> found;
  PyObject* root = loaded("logging", "root");
  if (root == nullptr) return found;
  found.emplace("root", root);
  PyObject* cls = loaded("logging", "Logger");
  if (cls == nullptr || !PyType_Check(cls)) return found;
  PyObject* manager = PyDict_GetItemString(context.passive.class_dict(cls), "manager");
  py::Ref attributes = manager != nullptr ? context.passive.instance_dict(manager) : py::Ref();
  PyObject* by_name = attributes ? PyDict_GetItemString(attributes.get(), "loggerDict") : nullptr;
  if (by_name == nullptr || !PyDict_Check(by_name)) return found;
  auto* placeholder = reinterpret_cast<PyTypeObject*>(loaded("logging", "PlaceHolder"));
  py::for_each_item(by_name, [&](PyObject* key, PyObject* logger) {
    if (PyUnicode_CheckExact(key) && Py_TYPE(logger) != placeholder)
      found.emplace(py::to_string(key), logger);
  });
  return found;
}

Entries logging_state(const SnapshotContext& context) {
  Entries entries;
  for (const auto& [name, logger] : loggers(context)) {
    py::Ref attributes = context.passive.instance_dict(logger);
    if (!attributes) continue;
    auto field = [&](const char* key) { return PyDict_GetItemString(attributes.get(), key); };
    int owner = context.ownership.owner_of(name);
    std::string prefix = "getLogger('" + name + "').";
    auto entry = [&](const char* key) {
      if (PyObject* value = field(key)) entries.push_back({py::borrow(value), prefix + key, owner});
    };
    for (const char* key : {"handlers", "filters"}) {
      for (ProbeEntry& element : list_entries(context, field(key))) {
        entries.push_back({std::move(element.object), "", owner, "logging." + prefix + key});
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
  // `logging.getLevelName` looks into both, whichever way it is asked.
  for (const char* table : {"_levelToName", "_nameToLevel"}) {
    for (const HeldEntry& level : context.baseline.new_entries(loaded("logging", table))) {
      std::string asked = key_text(context.passive, level.key);
      entries.push_back({py::borrow(level.value), "getLevelName(" + asked + ")", -1});
    }
  }
  return entries;
}

Entries exit_callbacks(const SnapshotContext& context) {
  return held_entries(context, loaded("_afresh", "exit_callbacks"));
}
Entries codec_searches(const SnapshotContext& context) {
  return held_entries(context, loaded("_afresh", "codec_searches"));
}
Entries audit_hooks(const SnapshotContext& context) {
  return held_entries(context, loaded("_afresh", "audit_hooks"));
}

// Owned ones: a name cannot be taken back, only be given to a handler of the interpreter again.
Entries codec_errors(const SnapshotContext& context) {
  Entries entries = dict_entries(context, loaded("_afresh", "codec_errors"));
  std::erase_if(entries, [](const ProbeEntry& entry) { return entry.owner < 0; });
  return entries;
}

Entries fork_hooks(const SnapshotContext& context) {
  Entries entries;
  PyObject* ledger = loaded("_afresh", "fork_hooks");
  if (ledger == nullptr || !PyDict_Check(ledger)) return entries;
  py::for_each_item(ledger, [&](PyObject* moment, PyObject* hooks) {
    for (ProbeEntry& entry : held_entries(context, hooks)) {
      entry.list = "os.register_at_fork." + py::to_string(moment);
      entries.push_back(std::move(entry));
    }
  });
  return entries;
}

// `weakref.finalize._registry` is in the order of `info.index`: both grow with each new finalizer.
Entries finalizers(const SnapshotContext& context) {
  Entries entries;
  const py::PassiveReader& passive = context.passive;
  PyObject* finalize = loaded("weakref", "finalize");
  if (finalize == nullptr || !PyType_Check(finalize)) return entries;
  PyObject* names = passive.class_dict(finalize);
  PyObject* registry = PyDict_GetItemString(names, "_registry");
  PyObject* record = PyDict_GetItemString(names, "_Info");
  if (registry == nullptr || !PyDict_CheckExact(registry) || record == nullptr ||
      !PyType_Check(record))
    return entries;
  PyObject* callback = PyDict_GetItemString(passive.class_dict(record), "func");
  if (callback == nullptr || !passive.is_slot(callback)) return entries;
  py::for_each_item(registry, [&](PyObject*, PyObject* info) {
    if (reinterpret_cast<PyObject*>(Py_TYPE(info)) != record) return;
    py::Ref function = passive.read_slot(callback, info);
    int owner = function ? owner_of_held(context, function.get()) : -1;
    if (owner >= 0) entries.push_back({std::move(function), "", owner});
  });
  return entries;
}

Entries recursion_limit(const SnapshotContext&) {
  return {{py::own(PyLong_FromLong(Py_GetRecursionLimit())), "limit", -1}};
}

// A row for each `ProbeId`, in its order, which is that of findings.
constexpr std::array kProbes{
    Probe{ProbeId::kSysPath, "sequence, per owner", false, sys_path},
    Probe{ProbeId::kMetaPath, "sequence, per owner", false, sys_meta_path},
    Probe{ProbeId::kPathHooks, "sequence, per owner", false, sys_path_hooks},
    Probe{ProbeId::kSysHooks, "by name", true, sys_hooks},
    Probe{ProbeId::kAtexit, "sequence, per owner; as interposed", false, exit_callbacks},
    Probe{ProbeId::kFinalizers, "owned callbacks in sequence, per owner", false, finalizers},
    Probe{ProbeId::kCodecSearches, "sequence, per owner; as interposed", false, codec_searches},
    Probe{ProbeId::kCodecErrors, "owned handlers by name; as interposed", true, codec_errors},
    Probe{ProbeId::kForkHooks, "sequence by moment, per owner; as interposed", false, fork_hooks},
    Probe{ProbeId::kAuditHooks, "sequence, per owner; as interposed", false, audit_hooks},
    Probe{ProbeId::kLogging, "by logger; those that do nothing left out; level names by value",
          true, logging_state},
    Probe{ProbeId::kWarningFilters, "sequence, per owner", false, warning_filters},
    Probe{ProbeId::kSignalHandlers, "by number", true, signal_handlers},
    Probe{ProbeId::kThreads, "sequence of names", false, threads},
    Probe{ProbeId::kGcCallbacks, "sequence, per owner", false, gc_callbacks},
    Probe{ProbeId::kCopyregTable, "by class", true, copyreg_table},
    Probe{ProbeId::kEnvironment, "by name", true, environment},
    Probe{ProbeId::kWorkingDirectory, "value", true, working_directory},
    Probe{ProbeId::kRecursionLimit, "value", true, recursion_limit},
    Probe{ProbeId::kMonkeypatches, "by name, against the baseline", true, monkeypatches},
    Probe{ProbeId::kLibraryNames, "names in modules imported later, beside a library twin", true,
          library_names},
    Probe{ProbeId::kLibraryContainers, "owned objects by key or in sequence, per owner", false,
          library_containers},
    Probe{ProbeId::kAbcRegistries, "of foreign classes: by name, per owner", false, abc_registries},
};
static_assert(std::ranges::equal(kProbes, kProbeIds, {}, &Probe::id));

}  // namespace

std::span<const Probe> interpreter_probes() { return kProbes; }

std::vector<ProcessWideObject> process_wide_objects(const SnapshotContext& context) {
  std::vector<ProcessWideObject> objects;
  for (const auto& [name, logger] : loggers(context))
    objects.push_back({logger, "logger '" + name + "'"});
  return objects;
}

}  // namespace afresh::agent
