// SPDX-License-Identifier: MIT
#include "harness/agent/probes/library_probes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "harness/agent/facts/abc_registry.hpp"
#include "harness/agent/probes/held_owner.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

using Entries = std::vector<ProbeEntry>;

// A namespace of the library that the baseline does not know.
struct LateNamespace {
  std::string name;
  PyObject* dict;
  PyObject* cls;  ///< null for a module
};

bool is_late_class(const SnapshotContext& context, PyObject* object) {
  if (!PyType_Check(object)) return false;
  auto* type = reinterpret_cast<PyTypeObject*>(object);
  bool is_changeable = (PyType_GetFlags(type) & Py_TPFLAGS_HEAPTYPE) != 0;
  return is_changeable && !context.baseline.contains(object) && context.owner_of(object) < 0;
}

// Library modules imported since the baseline, each followed by the classes in it.
std::vector<LateNamespace> late_namespaces(const SnapshotContext& context) {
  const py::PassiveReader& passive = context.passive;
  std::vector<LateNamespace> spaces;
  std::unordered_set<PyObject*> seen;
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject* module) {
    // By address first, which tells most of them.
    if (context.baseline.contains(module) || !PyModule_Check(module) || !PyUnicode_CheckExact(key))
      return;
    std::string name = py::to_string(key);
    if (context.baseline.has_module(name) || owner_of_held(context, module) >= 0) return;
    if (context.ownership.owner_of(name) >= 0 || !seen.insert(module).second) return;
    PyObject* dict = PyModule_GetDict(module);
    spaces.push_back({name, dict, nullptr});
    py::for_each_item(dict, [&](PyObject*, PyObject* value) {
      if (!is_late_class(context, value) || !seen.insert(value).second) return;
      spaces.push_back({passive.full_name(value), passive.class_dict(value), value});
    });
  });
  return spaces;
}

std::string name_to_sort_by(const py::PassiveReader& passive, PyObject* object) {
  if (PyType_Check(object)) return passive.full_name(object);
  if (!passive.is_function(object)) return passive.name_of_type(object);
  py::FunctionFields fields = passive.function_fields(object);
  return PyUnicode_CheckExact(fields.qualname) ? py::to_string(fields.qualname) : "";
}

// Whether its module has it now, and not one made anew since.
bool is_current(const py::PassiveReader& passive, PyObject* object) {
  if (!PyType_Check(object)) return false;
  PyObject* module = py::loaded_module(passive.module_of_class(object).c_str());
  if (module == nullptr) return false;
  // Not looked up by name: a key that only derives from `str` would be asked whether it is equal.
  return !py::for_each_item(PyModule_GetDict(module),
                            [&](PyObject*, PyObject* value) { return value != object; });
}

// What has no order of its own: by name, and of equal names the older first. Both may have come
// since the last snapshot: then the one that its module no longer has is the older.
void sort_by_name(const SnapshotContext& context, Entries::iterator begin, Entries::iterator end) {
  std::stable_sort(begin, end, [&](const ProbeEntry& a, const ProbeEntry& b) {
    auto rank = [&](const ProbeEntry& entry) {
      return std::tuple(name_to_sort_by(context.passive, entry.object.get()),
                        context.loads.born(entry.object.get()),
                        is_current(context.passive, entry.object.get()));
    };
    return rank(a) < rank(b);
  });
}

// Whether the name is what the module's own code defines under it.
bool is_definition_of(const py::PassiveReader& passive, const LateNamespace& space,
                      const std::string& name, PyObject* value) {
  if (PyType_Check(value)) return passive.full_name(value) == space.name + "." + name;
  if (!passive.is_function(value)) return false;
  py::FunctionFields fields = passive.function_fields(value);
  bool has_name = PyUnicode_CheckExact(fields.qualname) &&
                  PyUnicode_CompareWithASCIIString(fields.qualname, name.c_str()) == 0;
  return has_name && fields.globals == space.dict;
}

// Names that a module of the standard library gives to another of its functions when it is used.
constexpr std::array<std::string_view, 2> kGivenAgain{"cgi.log", "pydoc.pager"};

// All but what it defines itself. Of what is no function or class only that it is there: a library
// fills in its own flags and caches when it is used.
void add_names(const SnapshotContext& context, const LateNamespace& space,
               const py::Ref& some_value, Entries& entries) {
  const py::PassiveReader& passive = context.passive;
  // As for the baseline: it makes attributes when they are asked for.
  if (PyDict_GetItemString(space.dict, "__getattr__") != nullptr) return;
  py::for_each_item(space.dict, [&](PyObject* key, PyObject* value) {
    if (!PyUnicode_CheckExact(key)) return;
    std::string name = py::to_string(key);
    if (name.starts_with("__") || is_definition_of(passive, space, name, value)) return;
    std::string path = space.name + "." + name;
    // A submodule imported later becomes an attribute of its package.
    if (PyModule_Check(value) && py::loaded_module(path.c_str()) == value) return;
    if (std::ranges::find(kGivenAgain, path) != kGivenAgain.end()) return;
    bool is_code =
        (PyType_Check(value) || passive.is_function(value)) && context.owner_of(value) < 0;
    entries.push_back({.object = is_code ? py::borrow(value) : some_value,
                       .label = path,
                       .text = is_code ? "" : "a value"});
  });
}

void add_owned_in(const SnapshotContext& context, const HeldContainer& held, Entries& entries) {
  const py::PassiveReader& passive = context.passive;
  auto first = static_cast<Entries::difference_type>(entries.size());
  py::for_each_entry(held.object, [&](PyObject* key, PyObject* value) {
    int owner_of_key = key != nullptr ? owner_of_held(context, key) : -1;
    int owner = owner_of_held(context, value);
    if (owner_of_key >= 0) {
      // A key made anew is another key with the same name: as an entry of a list it can be counted.
      entries.push_back({py::borrow(key), "", owner_of_key, held.name + " keys"});
      if (owner >= 0) entries.push_back({py::borrow(value), "", owner, held.name + " values"});
    } else if (owner >= 0) {
      entries.push_back(
          {py::borrow(value), key != nullptr ? key_text(passive, key) : "", owner, held.name});
    }
  });
  if (Py_TYPE(held.object) == &PySet_Type)
    sort_by_name(context, entries.begin() + first, entries.end());
}

void add_registered(const SnapshotContext& context, PyObject* abc,
                    const std::vector<PyObject*>* before, Entries& entries) {
  auto first = static_cast<Entries::difference_type>(entries.size());
  const py::PassiveReader& passive = context.passive;
  std::string name = passive.full_name(abc) + " registry";
  for (py::Ref& cls : abc_registry(passive, abc)) {
    int owner = context.owner_of(cls.get());
    // What a library does with its own classes, or with its own ABCs, is its own business.
    bool is_libraries = before == nullptr || !context.baseline.contains(cls.get()) ||
                        std::ranges::find(*before, cls.get()) != before->end();
    if (owner < 0 && is_libraries) continue;
    entries.push_back({std::move(cls), "", owner, name});
  }
  sort_by_name(context, entries.begin() + first, entries.end());
}

}  // namespace

Entries monkeypatches(const SnapshotContext& context) {
  Entries entries;
  for (const NamespaceChange& change : context.baseline.changes()) {
    // What the host's own probes show is not shown twice.
    if (change.value != nullptr && context.host.is_registration(change.value)) continue;
    py::Ref value = change.value != nullptr ? py::borrow(change.value) : py::make_str("removed");
    int owner = change.value != nullptr ? context.owner_of(change.value) : -1;
    // What a module makes itself is no one's patch; that its code ran again is shown as such.
    bool is_its_own = change.is_on_demand || change.is_run_again;
    if (is_its_own && owner < 0) continue;
    entries.push_back({std::move(value), change.path, owner});
  }
  for (const LateNamespace& space : late_namespaces(context)) {
    py::for_each_item(space.dict, [&](PyObject* key, PyObject* value) {
      // A module is where another has imported it; containers have a probe of their own.
      bool is_elsewhere = PyModule_Check(value) || is_container(value);
      int owner = is_elsewhere ? -1 : owner_of_held(context, value);
      if (owner >= 0 && PyUnicode_CheckExact(key)) {
        entries.push_back({py::borrow(value), space.name + "." + py::to_string(key), owner});
      }
    });
  }
  return entries;
}

Entries library_names(const SnapshotContext& context) {
  Entries entries;
  py::Ref some_value = py::own(PyList_New(0));
  for (const LateNamespace& space : late_namespaces(context)) {
    if (space.cls == nullptr) add_names(context, space, some_value, entries);
  }
  return entries;
}

Entries library_containers(const SnapshotContext& context) {
  Entries entries;
  const Baseline& baseline = context.baseline;
  for (const HeldContainer& held : baseline.changed_containers())
    add_owned_in(context, held, entries);
  std::unordered_set<PyObject*> seen;
  for (const LateNamespace& space : late_namespaces(context)) {
    for (const HeldContainer& held : containers_in(space.name, space.dict)) {
      if (baseline.holds_container(held.object) || !seen.insert(held.object).second) continue;
      add_owned_in(context, held, entries);
    }
  }
  return entries;
}

Entries abc_registries(const SnapshotContext& context) {
  Entries entries;
  for (const HeldAbc& abc : context.baseline.changed_abcs()) {
    add_registered(context, abc.cls, &abc.registered, entries);
  }
  for (const LateNamespace& space : late_namespaces(context)) {
    bool is_late_abc = space.cls != nullptr && is_abc(context.passive, space.cls);
    if (is_late_abc) add_registered(context, space.cls, nullptr, entries);
  }
  return entries;
}

}  // namespace afresh::agent
