// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <functional>

#include "harness/hosts/blender/readers.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

/// Never `properties`: of an operator that is gone, reading it ends Blender 4.5 and 5.0.
void add_key_item(const std::string& keymap, PyObject* item, Registry& registry) {
  const py::Ref pointer = py::own(PyObject_CallMethod(item, "as_pointer", nullptr));
  const py::Ref keys = py::own(PyObject_CallMethod(item, "to_string", nullptr));
  std::string text = keymap + ": " + text_attribute(item, "idname");
  text += " (" + py::to_string(keys.get()) + ")";
  registry.entries.push_back(
      {py::make_str(text), "", "",
       static_cast<std::uintptr_t>(PyLong_AsUnsignedLongLong(pointer.get()))});
}

/// An add-on's key map stays when its last item goes. Under the name of one of Blender's own it
/// does nothing then, and every add-on that follows Blender's templates leaves it; it is shown
/// under a name that Blender does not have.
void read_keymaps(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kKeymaps, .is_ordered = true});
  const py::Ref manager = py::attribute(runtime.context.get(), "window_manager");
  const py::Ref configurations = py::attribute(manager.get(), "keyconfigs");
  const py::Ref addon = py::attribute(configurations.get(), "addon");
  if (addon.get() == Py_None) return;
  for_each_in(py::attribute(addon.get(), "keymaps").get(), [&](PyObject* keymap) {
    const std::string name = text_attribute(keymap, "name");
    // Made with a tool, and gone with it: the tool is shown.
    if (name.find(" Tool: ") != std::string::npos) return;
    const py::Ref items = py::attribute(keymap, "keymap_items");
    if (py::check(static_cast<int>(PySequence_Size(items.get()))) > 0) {
      for_each_in(items.get(), [&](PyObject* item) { add_key_item(name, item, registry); });
    } else if (!runtime.keymap_names.contains(name)) {
      const std::string text = name + ": no keys";
      registry.entries.push_back({py::make_str(text), "", "", identity_of(text)});
    }
  });
}

void for_each_tool(PyObject* tools, const std::function<void(PyObject*)>& see) {
  // A tool is a named tuple, which is a subclass; tools in a group are in a plain one.
  if (PyList_Check(tools)) {
    for (Py_ssize_t i = 0; i < PyList_Size(tools); ++i)
      for_each_tool(PyList_GetItem(tools, i), see);
  } else if (PyTuple_CheckExact(tools)) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(tools); ++i)
      for_each_tool(PyTuple_GetItem(tools, i), see);
  } else if (PyTuple_Check(tools) && PyTuple_Size(tools) > 0) {
    see(tools);
  }
}

std::string tool_name(PyObject* tool) {
  PyObject* name = PyTuple_GetItem(tool, 0);
  return PyUnicode_Check(name) ? py::to_string(name) : std::string();
}

/// Tools of toolbars that Blender itself does not have.
void read_tools(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = "bpy.utils.tools", .is_ordered = true});
  for (const auto& [toolbar, modes] : runtime.tool_lists) {
    py::for_each_item(modes.get(), [&](PyObject* mode, PyObject* tools) {
      const std::string where =
          toolbar + " " + (PyUnicode_Check(mode) ? py::to_string(mode) : std::string("all modes"));
      for_each_tool(tools, [&](PyObject* tool) {
        if (runtime.own_tools.contains(tool)) return;
        registry.entries.push_back(
            {py::make_str(where + ": " + tool_name(tool)), "", "", identity_of(tool)});
      });
    });
  }
}

void read_modal_operators(Runtime& runtime, Registries& into) {
  Registry& registry =
      into.emplace_back(Registry{.name = "bpy.modal_operators", .is_ordered = true});
  const py::Ref manager = py::attribute(runtime.context.get(), "window_manager");
  for_each_in(py::attribute(manager.get(), "windows").get(), [&](PyObject* window) {
    const py::Ref running = attribute_if_any(window, "modal_operators");
    if (!running) return;
    for_each_in(running.get(), [&](PyObject* each) {
      const std::string name = text_attribute(each, "bl_idname");
      registry.entries.push_back({py::make_str(name), "", "", identity_of(name)});
    });
  });
}

struct PreferenceList {
  const char* probe;
  std::array<const char*, 2> path;  ///< below the preferences
  const char* label;
  const char* value;
};
constexpr std::array kPreferenceLists{
    PreferenceList{
        "bpy.preferences.extension_repositories", {"extensions", "repos"}, "module", "directory"},
    PreferenceList{
        "bpy.preferences.asset_libraries", {"filepaths", "asset_libraries"}, "name", "path"},
    PreferenceList{"bpy.preferences.script_directories",
                   {"filepaths", "script_directories"},
                   "name",
                   "directory"}};

void read_preferences(Runtime& runtime, Registries& into) {
  const py::Ref preferences = py::attribute(runtime.context.get(), "preferences");
  for (const PreferenceList& each : kPreferenceLists) {
    py::Ref list = preferences;
    for (const char* name : each.path) {
      if (list) list = attribute_if_any(list.get(), name);
    }
    if (!list) continue;
    Registry& registry = into.emplace_back(Registry{.name = each.probe});
    for_each_in(list.get(), [&](PyObject* entry) {
      const std::string value = text_attribute(entry, each.value);
      registry.entries.push_back(
          {py::make_str(value), text_attribute(entry, each.label), "", identity_of(value)});
    });
  }
}

}  // namespace

void read_interface(Runtime& runtime, Registries& into) {
  read_keymaps(runtime, into);
  read_tools(runtime, into);
  read_modal_operators(runtime, into);
  read_preferences(runtime, into);
}

void remember_tools(Runtime& runtime) {
  for (const auto& [toolbar, modes] : runtime.tool_lists) {
    py::for_each_item(modes.get(), [&](PyObject*, PyObject* tools) {
      for_each_tool(tools, [&](PyObject* tool) { runtime.own_tools.insert(tool); });
    });
  }
}

std::string text_attribute(PyObject* structure, const char* name) {
  const py::Ref value = attribute_if_any(structure, name);
  return value && PyUnicode_Check(value.get()) ? py::to_string(value.get()) : std::string();
}

py::Ref attribute_if_any(PyObject* object, const char* name) {
  py::Ref value = py::steal(PyObject_GetAttrString(object, name));
  if (!value) PyErr_Clear();
  return value;
}

py::Ref plain_attribute(const Runtime& runtime, PyObject* structure, const char* name) {
  auto* type = reinterpret_cast<PyTypeObject*>(runtime.structure.get());
  auto look_up = reinterpret_cast<getattrofunc>(PyType_GetSlot(type, Py_tp_getattro));
  py::Ref value = py::steal(look_up(structure, py::make_str(name).get()));
  if (!value) PyErr_Clear();
  return value;
}

std::uintptr_t identity_of(const std::string& text) { return std::hash<std::string>{}(text); }

Registries read_all(Runtime& runtime, const std::vector<std::string>& enabled) {
  Registries all;
  read_addons(runtime, enabled, all);
  read_classes(runtime, all);
  read_lists(runtime, all);
  read_interface(runtime, all);
  read_document(runtime, all);
  return all;
}

}  // namespace afresh::blender
