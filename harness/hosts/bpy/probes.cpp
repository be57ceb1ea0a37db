// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/probes.hpp"

#include <fmt/format.h>

#include "harness/hosts/names.hpp"
#include "harness/python/collector.hpp"
#include "harness/python/entries.hpp"

namespace afresh::bpy {
namespace {

/// Looks at one runtime: what C++ keeps, and the plain lists and dictionaries of the Python part.
class Probes {
 public:
  explicit Probes(Runtime& runtime) : runtime_(runtime) {}

  std::vector<RegistryProbe> all(const std::vector<std::string>& enabled) {
    py::GcPause guard;
    add_enabled(enabled);
    add_classes();
    add_properties();
    add_handlers();
    add_objects("bpy.app.timers", "timers", "function");
    add_objects("bpy.msgbus", "subscriptions", "notify");
    add_objects("bpy.draw_handlers", "draw_handlers", "function");
    add_dictionary("bpy.app.translations", application("translations"));
    add_dictionary("bpy.app.driver_namespace", application("driver_namespace"));
    add_dictionary("nodeitems_utils.categories", member("nodeitems_utils", "_node_categories"));
    add_manuals();
    add_menus();
    add_changes_of_interface();
    add_violations();
    add_keymaps();
    add_document();
    return std::move(probes_);
  }

 private:
  /// Borrowed; null where there is none.
  PyObject* member(const char* module, const char* name) const {
    const auto found = runtime_.modules.find(module);
    if (found == runtime_.modules.end()) return nullptr;
    return PyDict_GetItemString(PyModule_GetDict(found->second.get()), name);
  }
  PyObject* application(const char* name) const { return member("_bpy_application", name); }

  /// The noted owner, else the add-on that the object says it comes from.
  std::string owner_of(PyObject* object, const std::string& noted = {}) const {
    if (!noted.empty()) return noted;
    const std::string module = hosts::top_module_name(runtime_.passive, object);
    return runtime_.modules.contains(module) || module == "bl_ui" ? std::string() : module;
  }

  RegistryProbe& add(std::string name, bool is_ordered = true) {
    return probes_.emplace_back(RegistryProbe{.name = std::move(name), .is_ordered = is_ordered});
  }

  void add_enabled(const std::vector<std::string>& enabled) {
    RegistryProbe& probe = add("bpy.addons", false);
    for (const std::string& addon : enabled) {
      probe.entries.push_back({py::borrow(Py_True), addon, addon});
    }
    RegistryProbe& preferences = add("bpy.preferences.addons", false);
    for (const StructRef& each : runtime_.database.preferences()->lists["addons"]) {
      const std::string name = text_in(*each, "module");
      preferences.entries.push_back({py::borrow(Py_True), name, name});
    }
  }

  void add_classes() {
    RegistryProbe& probe = add(kClasses);
    for (const auto& type : runtime_.types.registered()) {
      if (type->is_own || !type->registered_class) continue;
      probe.entries.push_back(
          {type->registered_class, "", owner_of(type->registered_class.get(), type->owner)});
    }
  }

  void add_properties() {
    RegistryProbe& probe = add(kProperties, false);
    for (const auto& [name, type] : runtime_.types.public_types()) {
      if (type->is_runtime) continue;
      for (const auto& property : type->properties) {
        if (!property->is_runtime || !property->declaration) continue;
        probe.entries.push_back(
            {property->declaration, name + "." + property->identifier, property->owner});
      }
    }
  }

  void add_handlers() {
    py::for_each_item(application("handlers"), [&](PyObject* event, PyObject* functions) {
      RegistryProbe& probe = add("bpy.app.handlers." + py::to_string(event));
      for (Py_ssize_t i = 0; i < PyList_Size(functions); ++i) {
        PyObject* function = PyList_GetItem(functions, i);
        probe.entries.push_back({py::borrow(function), "", owner_of(function)});
      }
    });
  }

  /// A slot of one of the Python part's own small objects.
  py::Ref slot(PyObject* object, const char* name) const {
    PyObject* descriptor = PyDict_GetItemString(
        runtime_.passive.class_dict(reinterpret_cast<PyObject*>(Py_TYPE(object))), name);
    return descriptor == nullptr ? py::Ref() : runtime_.passive.read_slot(descriptor, object);
  }

  void add_objects(const char* name, const char* list_name, const char* attribute) {
    RegistryProbe& probe = add(name);
    PyObject* list = application(list_name);
    for (Py_ssize_t i = 0; i < PyList_Size(list); ++i) {
      PyObject* entry = PyList_GetItem(list, i);
      py::Ref object = slot(entry, attribute);
      const py::Ref owner = slot(entry, "owner");
      if (!object) continue;
      const std::string noted =
          owner && PyUnicode_Check(owner.get()) ? py::to_string(owner.get()) : "";
      std::string found = owner_of(object.get(), noted);
      probe.entries.push_back({std::move(object), "", std::move(found)});
    }
  }

  void add_dictionary(const char* name, PyObject* dictionary) {
    RegistryProbe& probe = add(name, false);
    py::for_each_item(dictionary, [&](PyObject* key, PyObject* value) {
      if (!PyUnicode_Check(key)) return;
      const std::string label = py::to_string(key);
      if (label == "__builtins__" || label == "bpy") return;
      probe.entries.push_back({py::borrow(value), label, owner_of(value)});
    });
  }

  void add_manuals() {
    RegistryProbe& probe = add("bpy.utils.manual_map");
    PyObject* list = member("bpy.utils", "_manual_map");
    for (Py_ssize_t i = 0; i < PyList_Size(list); ++i) {
      PyObject* function = PyList_GetItem(list, i);
      probe.entries.push_back({py::borrow(function), "", owner_of(function)});
    }
  }

  /// What was appended to menus, panels and headers: to Blender's own and to those of add-ons. What
  /// the class itself draws is no registration.
  void add_menus() {
    py::for_each_item(member("bpy.types", "_own_classes"),
                      [&](PyObject* name, PyObject* cls) { add_menu(py::to_string(name), cls); });
    for (const auto& type : runtime_.types.registered()) {
      if (!type->is_own && type->registered_class) {
        add_menu(type->identifier, type->registered_class.get());
      }
    }
  }

  void add_menu(const std::string& name, PyObject* cls) {
    PyObject* draw = PyDict_GetItemString(runtime_.passive.class_dict(cls), "draw");
    if (draw == nullptr || !runtime_.passive.is_function(draw)) return;
    PyObject* dict = runtime_.passive.function_fields(draw).dict;
    PyObject* functions = dict == nullptr ? nullptr : PyDict_GetItemString(dict, "_draw_funcs");
    // A menu that was extended once and has nothing any more is as it was.
    if (functions == nullptr || !PyList_Check(functions) || PyList_Size(functions) < 2) return;
    PyObject* own = PyDict_GetItemString(dict, "_own_draw");
    RegistryProbe& probe = add("bpy.types." + name);
    for (Py_ssize_t i = 0; i < PyList_Size(functions); ++i) {
      PyObject* function = PyList_GetItem(functions, i);
      if (function != own) probe.entries.push_back({py::borrow(function), "", owner_of(function)});
    }
  }

  /// What is otherwise in the classes of Blender's own interface than as they were made: nothing,
  /// as long as nobody takes one away, draws another way or moves a panel.
  void add_changes_of_interface() {
    RegistryProbe& probe = add(kInterface, false);
    PyObject* classes = member("bpy.types", "_own_classes");
    PyObject* namespaces = member("bpy.types", "_own_namespaces");
    py::for_each_item(namespaces, [&](PyObject* name, PyObject* as_made) {
      PyObject* now = runtime_.passive.class_dict(PyDict_GetItem(classes, name));
      add_changes(probe, py::to_string(name), as_made, now);
    });
  }

  void add_changes(RegistryProbe& probe, const std::string& cls, PyObject* as_made, PyObject* now) {
    if (PyDict_GetItemString(now, "bl_rna") == nullptr) {
      probe.entries.push_back({py::make_str(cls + ", unregistered"), cls, ""});
    }
    py::for_each_item(now, [&](PyObject* key, PyObject* value) {
      const std::string word = py::to_string(key);
      PyObject* before = PyDict_GetItem(as_made, key);
      if (word == "bl_rna" || value == before || is_extended(value, before)) return;
      probe.entries.push_back({py::borrow(value), cls + "." + word, owner_of(value)});
    });
    py::for_each_item(as_made, [&](PyObject* key, PyObject*) {
      if (PyDict_GetItem(now, key) != nullptr) return;
      probe.entries.push_back({py::make_str("deleted"), cls + "." + py::to_string(key), ""});
    });
  }

  /// Whether it is what `append` makes of a class's own `draw`.
  bool is_extended(PyObject* draw, PyObject* before) const {
    if (!runtime_.passive.is_function(draw)) return false;
    PyObject* dict = runtime_.passive.function_fields(draw).dict;
    return dict != nullptr && before != nullptr &&
           PyDict_GetItemString(dict, "_own_draw") == before;
  }

  /// What is undefined behaviour in Blender cannot be taken back.
  void add_violations() {
    RegistryProbe& probe = add(kViolation);
    for (const Registration& each : runtime_.ledger.entries()) {
      if (each.probe == kViolation)
        probe.entries.push_back({py::make_str(each.name), "", each.owner});
    }
  }

  void add_keymaps() {
    RegistryProbe& probe = add("bpy.keymaps");
    for (const StructRef& keymap : runtime_.database.addon_key_configuration()->lists["keymaps"]) {
      for (const StructRef& item : keymap->lists["keymap_items"]) {
        const std::string text = keymap->name() + ": " + text_in(*item, "idname");
        probe.entries.push_back({py::make_str(text), "", text_in(*item, kItemOwner)});
      }
    }
  }

  static std::string text_in(const StructInstance& record, const char* name) {
    const Stored* stored = record.built_in->find(name);
    return stored == nullptr ? std::string() : std::get<std::string>(*stored);
  }

  void add_document() {
    RegistryProbe& probe = add("bpy.document", false);
    probe.is_document = true;
    for (const auto& [collection, blocks] : runtime_.database.data()->lists) {
      for (const StructRef& block : blocks) add_group(probe, block->path, *block->custom);
    }
    for (const StructRef& each : runtime_.database.preferences()->lists["addons"]) {
      add_group(probe, "preferences." + text_in(*each, "module"), *each->custom);
    }
  }

  void add_group(RegistryProbe& probe, const std::string& path, const Group& group) {
    for (const auto& [name, value] : group.entries) add_value(probe, path + "." + name, value);
  }

  void add_value(RegistryProbe& probe, const std::string& path, const Stored& stored) {
    struct Add {
      Probes& probes;
      RegistryProbe& probe;
      const std::string& path;

      void atom(py::Ref value) const { probe.entries.push_back({std::move(value), path, ""}); }
      void operator()(int value) const { atom(py::own(PyLong_FromLong(value))); }
      void operator()(double value) const { atom(py::own(PyFloat_FromDouble(value))); }
      void operator()(const std::string& value) const { atom(py::make_str(value)); }
      void operator()(const std::vector<int>& values) const {
        atom(py::make_str(fmt::format("{}", fmt::join(values, ", "))));
      }
      void operator()(const std::vector<double>& values) const {
        atom(py::make_str(fmt::format("{}", fmt::join(values, ", "))));
      }
      void operator()(const std::shared_ptr<Group>& group) const {
        probes.add_group(probe, path, *group);
      }
      void operator()(const std::shared_ptr<GroupList>& list) const {
        atom(py::own(PyLong_FromSize_t(list->size())));
        for (std::size_t i = 0; i < list->size(); ++i) {
          probes.add_group(probe, fmt::format("{}[{}]", path, i), *(*list)[i]);
        }
      }
      void operator()(const StructLink& link) const {
        const StructRef record = link.lock();
        if (record) atom(py::make_str(record->path));
      }
    };
    std::visit(Add{*this, probe, path}, stored);
  }

  Runtime& runtime_;
  std::vector<RegistryProbe> probes_;
};

}  // namespace

std::vector<RegistryProbe> read_registries(Runtime& runtime,
                                           const std::vector<std::string>& enabled) {
  return Probes(runtime).all(enabled);
}

}  // namespace afresh::bpy
