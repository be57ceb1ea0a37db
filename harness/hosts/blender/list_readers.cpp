// SPDX-License-Identifier: MIT
#include <algorithm>

#include "harness/hosts/blender/notes.hpp"
#include "harness/hosts/blender/readers.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

Entry entry_for(PyObject* object, std::string label = {}, std::string owner = {}) {
  return {py::borrow(object), std::move(label), std::move(owner), identity_of(object)};
}

Entry recorded_entry(const Recorded& record, std::string label = {}) {
  Entry entry = entry_for(record.object.get(), std::move(label), record.owner);
  entry.record = &record;
  return entry;
}

Entry text_entry(const std::string& text, std::string label, std::string owner = {}) {
  return {py::make_str(text), std::move(label), std::move(owner), identity_of(text)};
}

void read_handlers(Runtime& runtime, Registries& into) {
  for (const HandlerList& event : runtime.handlers) {
    Registry& registry =
        into.emplace_back(Registry{.name = kHandlers + event.name, .is_ordered = true});
    for (Py_ssize_t i = 0; i < PyList_Size(event.list.get()); ++i)
      registry.entries.push_back(entry_for(PyList_GetItem(event.list.get(), i)));
  }
}

/// Blender drops those that are not persistent when it opens a file.
void read_timers(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kTimers, .is_ordered = true});
  for (const Recorded& each : runtime.timer_list) {
    const py::Ref is_there =
        py::own(PyObject_CallMethod(runtime.timers.get(), "is_registered", "O", each.object.get()));
    if (is_there.get() == Py_True) registry.entries.push_back(recorded_entry(each));
  }
}

void read_subscriptions(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kSubscriptions, .is_ordered = true});
  const bool has_all = has_kept_subscriptions(runtime);
  for (const Recorded& each : runtime.subscriptions) {
    if (each.is_persistent || has_all) registry.entries.push_back(recorded_entry(each));
  }
}

void read_recorded(const char* name, const std::vector<Recorded>& list, bool is_ordered,
                   Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = name, .is_ordered = is_ordered});
  for (const Recorded& each : list) {
    registry.entries.push_back(recorded_entry(each, is_ordered ? "" : each.place));
  }
}

/// The names that a collection of previews has. Pictures themselves are not looked at.
std::string preview_names(PyObject* collection) {
  std::vector<std::string> names;
  py::for_each_item(collection, [&](PyObject* name, PyObject*) {
    if (PyUnicode_Check(name)) names.push_back(py::to_string(name));
  });
  std::ranges::sort(names);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void read_previews(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kPreviews, .is_ordered = true});
  PyObject* open = PyDict_GetItemString(PyModule_GetDict(runtime.previews.get()), "_uuid_open");
  if (open == nullptr || !PyAnySet_Check(open)) return;
  for (const Recorded& each : runtime.collections_of_previews) {
    const py::Ref collection = py::referent(each.object.get());
    const py::Ref names = collection ? runtime.passive.instance_dict(collection.get()) : py::Ref();
    PyObject* number = names ? PyDict_GetItemString(names.get(), "_uuid") : nullptr;
    if (number == nullptr || !PyUnicode_CheckExact(number)) continue;
    if (py::check(PySet_Contains(open, number)) != 1) continue;
    Entry entry = text_entry(preview_names(collection.get()), "", each.owner);
    entry.identity = identity_of(collection.get());
    entry.record = &each;
    registry.entries.push_back(std::move(entry));
  }
}

void read_driver_names(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = "bpy.app.driver_namespace"});
  // Made anew when Blender has opened a file, by reading it.
  const py::Ref names = attribute_if_any(runtime.app.get(), "driver_namespace");
  if (!names || !PyDict_Check(names.get())) return;
  py::for_each_item(names.get(), [&](PyObject* key, PyObject* value) {
    if (!PyUnicode_CheckExact(key)) return;
    const std::string name = py::to_string(key);
    if (!runtime.driver_names.contains(name)) registry.entries.push_back(entry_for(value, name));
  });
}

/// A name of a module that is loaded; null where there is none.
PyObject* loaded(const char* module, const char* name) {
  PyObject* found = py::loaded_module(module);
  return found == nullptr ? nullptr : PyDict_GetItemString(PyModule_GetDict(found), name);
}

void read_python_lists(Registries& into) {
  Registry& categories = into.emplace_back(Registry{.name = "nodeitems_utils.categories"});
  if (PyObject* all = loaded("nodeitems_utils", "_node_categories")) {
    py::for_each_item(all, [&](PyObject* name, PyObject* value) {
      if (PyUnicode_CheckExact(name))
        categories.entries.push_back(entry_for(value, py::to_string(name)));
    });
  }
  Registry& manuals =
      into.emplace_back(Registry{.name = "bpy.utils.manual_map", .is_ordered = true});
  PyObject* maps = loaded("bpy.utils", "_manual_map");
  for (Py_ssize_t i = 0; maps != nullptr && PyList_Check(maps) && i < PyList_Size(maps); ++i)
    manuals.entries.push_back(entry_for(PyList_GetItem(maps, i)));
  Registry& presets = into.emplace_back(Registry{.name = "bpy.utils.preset_paths"});
  PyObject* paths = loaded("bpy.utils", "_preset_path_registry");
  if (paths == nullptr || !PyAnySet_Check(paths)) return;
  for (PyObject* path : py::borrowed_elements(paths)) {
    if (PyUnicode_CheckExact(path))
      presets.entries.push_back(text_entry("registered", py::to_string(path)));
  }
}

}  // namespace

void read_lists(Runtime& runtime, Registries& into) {
  read_handlers(runtime, into);
  read_timers(runtime, into);
  read_subscriptions(runtime, into);
  read_recorded(kDrawHandlers, runtime.draw_handlers, true, into);
  read_recorded(kCommands, runtime.commands, false, into);
  read_previews(runtime, into);
  read_driver_names(runtime, into);
  read_python_lists(into);
}

std::string module_behind(const py::PassiveReader& passive, PyObject* object) {
  if (passive.is_method(object) && !passive.referents(object).empty())
    object = passive.referents(object).front();
  PyObject* module = nullptr;
  if (passive.is_function(object)) {
    module = passive.function_fields(object).module;
  } else if (PyType_Check(object)) {
    module = PyDict_GetItemString(passive.class_dict(object), "__module__");
  } else if (passive.name_of_class(reinterpret_cast<PyObject*>(Py_TYPE(object))) == "partial") {
    for (PyObject* part : passive.referents(object)) {
      if (passive.is_function(part)) return module_behind(passive, part);
    }
  } else if (!PyUnicode_Check(object)) {
    return passive.module_of_class(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  }
  return module != nullptr && PyUnicode_Check(module) ? py::to_string(module) : std::string();
}

void read_addons(Runtime& runtime, const std::vector<std::string>& enabled, Registries& into) {
  Registry& switched_on = into.emplace_back(Registry{.name = "bpy.addons"});
  for (const std::string& addon : enabled)
    switched_on.entries.push_back(entry_for(Py_True, addon, addon));
  const py::Ref preferences = py::attribute(runtime.context.get(), "preferences");
  const py::Ref addons = py::attribute(preferences.get(), "addons");
  Registry& listed = into.emplace_back(Registry{.name = "bpy.preferences.addons"});
  for_each_in(addons.get(), [&](PyObject* addon) {
    const std::string name = text_attribute(addon, "module");
    listed.entries.push_back(entry_for(Py_True, name, name));
  });
}

}  // namespace afresh::blender
