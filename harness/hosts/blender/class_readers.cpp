// SPDX-License-Identifier: MIT
#include <algorithm>

#include "harness/hosts/blender/notes.hpp"
#include "harness/hosts/blender/readers.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

/// What it draws itself: its own function of before, else the one that it inherits.
PyObject* own_draw(const py::PassiveReader& passive, PyObject* cls, PyObject* draw_before,
                   PyObject* key) {
  if (draw_before != nullptr) {
    PyObject* functions = draw_functions(passive, draw_before);
    if (functions == nullptr) return draw_before;
  }
  const py::Ref mro = passive.class_mro(cls);
  for (Py_ssize_t i = 1; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* inherited =
        PyDict_GetItemWithError(passive.class_dict(PyTuple_GetItem(mro.get(), i)), key);
    if (inherited != nullptr) return inherited;
  }
  return nullptr;
}

/// Whether a function is what the class statement itself defines.
bool is_defined_in(const py::PassiveReader& passive, PyObject* function, PyObject* cls) {
  if (!passive.is_function(function)) return false;
  PyObject* name = passive.function_fields(function).qualname;
  return name != nullptr && PyUnicode_Check(name) &&
         py::to_string(name) == passive.qualname_of_class(cls) + ".draw";
}

void add_drawn(const Runtime& runtime, PyObject* cls, PyObject* dict, PyObject* draw,
               PyObject* draw_before, PyObject* key, Registries& into) {
  const py::PassiveReader& passive = runtime.passive;
  PyObject* functions = draw_functions(passive, draw);
  // One that was extended once and has nothing any more is as it was.
  if (functions == nullptr || PyList_Size(functions) < 2) return;
  PyObject* own = own_draw(passive, cls, draw_before, key);
  PyObject* rna = PyDict_GetItemString(dict, "bl_rna");
  const std::string name =
      rna != nullptr ? text_attribute(rna, "identifier") : passive.name_of_class(cls);
  Registry& registry = into.emplace_back(Registry{.name = "bpy.types." + name, .is_ordered = true});
  for (Py_ssize_t i = 0; i < PyList_Size(functions); ++i) {
    PyObject* function = PyList_GetItem(functions, i);
    if (function == own || is_defined_in(passive, function, cls)) continue;
    registry.entries.push_back({py::borrow(function), "", "", identity_of(function)});
  }
}

void read_registered(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kClasses, .is_ordered = true});
  for (const Recorded& each : runtime.classes) {
    const py::Ref cls = py::referent(each.object.get());
    if (!cls || !is_registered(runtime, cls.get())) continue;
    registry.entries.push_back({cls, "", each.owner, identity_of(cls.get())});
  }
}

void read_properties(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = kProperties});
  runtime.built_in.each_property([&](const BuiltInClasses::Defined& defined) {
    registry.entries.push_back(
        {py::borrow(defined.declaration),
         runtime.passive.name_of_class(defined.on.cls) + "." + py::to_string(defined.name), "",
         identity_of(defined.declaration)});
  });
}

void read_drawn(Runtime& runtime, Registries& into) {
  const py::Ref key = py::make_str("draw");
  for (const BuiltInClass& each : runtime.built_in.all()) {
    if (!each.is_drawn) continue;
    PyObject* draw = PyDict_GetItemWithError(each.dict, key.get());
    if (draw != nullptr && (draw != each.draw || draw_functions(runtime.passive, draw) != nullptr))
      add_drawn(runtime, each.cls, each.dict, draw, each.draw, key.get(), into);
  }
  for (const Recorded& each : runtime.classes) {
    const py::Ref cls = py::referent(each.object.get());
    if (!cls || !is_registered(runtime, cls.get())) continue;
    PyObject* dict = runtime.passive.class_dict(cls.get());
    PyObject* draw = PyDict_GetItemWithError(dict, key.get());
    if (draw != nullptr) add_drawn(runtime, cls.get(), dict, draw, nullptr, key.get(), into);
  }
}

void add_engines(const BuiltInClass& panel, const std::string& name, PyObject* engines,
                 Registry& registry) {
  std::vector<std::string> now;
  for (PyObject* engine : py::borrowed_elements(engines)) {
    if (PyUnicode_Check(engine)) now.push_back(py::to_string(engine));
  }
  const auto add = [&](const std::string& engine, const char* what) {
    registry.entries.push_back(
        {py::make_str(what), name + ": " + engine, "", identity_of(std::string(what))});
  };
  for (const std::string& engine : now) {
    if (std::ranges::find(panel.engine_names, engine) == panel.engine_names.end())
      add(engine, "added");
  }
  for (const std::string& engine : panel.engine_names) {
    if (std::ranges::find(now, engine) == now.end()) add(engine, "removed");
  }
}

/// Render engines that add-ons put into sets of Blender's panels, or took out of them.
void read_engines(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = "bpy.panels.COMPAT_ENGINES"});
  for (const BuiltInClass& each : runtime.built_in.all()) {
    if (each.engines == nullptr) continue;
    const auto size = static_cast<Py_ssize_t>(each.engine_names.size());
    if (PySet_Size(each.engines) != size)
      add_engines(each, runtime.passive.name_of_class(each.cls), each.engines, registry);
  }
}

}  // namespace

PyObject* draw_functions(const py::PassiveReader& passive, PyObject* draw) {
  if (draw == nullptr || !passive.is_function(draw)) return nullptr;
  PyObject* dict = passive.function_fields(draw).dict;
  PyObject* functions = dict == nullptr ? nullptr : PyDict_GetItemString(dict, "_draw_funcs");
  return functions != nullptr && PyList_Check(functions) ? functions : nullptr;
}

bool is_made_by_blender(const Runtime& runtime, PyObject* object) {
  if (draw_functions(runtime.passive, object) != nullptr) return true;
  auto* structure = reinterpret_cast<PyTypeObject*>(runtime.structure.get());
  if (PyObject_TypeCheck(object, structure) != 0) {
    const py::Ref type = plain_attribute(runtime, object, "rna_type");
    return type && text_attribute(type.get(), "identifier") == "Struct";
  }
  // Made anew whenever an add-on is switched.
  PyObject* names = PyModule_GetDict(runtime.addon_utils.get());
  if (PyDict_GetItemString(names, "_extensions_incompatible") == object) return true;
  PyObject* cls = reinterpret_cast<PyObject*>(Py_TYPE(object));
  return runtime.passive.name_of_class(cls) == "bpy_func";
}

void read_classes(Runtime& runtime, Registries& into) {
  read_registered(runtime, into);
  read_properties(runtime, into);
  read_drawn(runtime, into);
  read_engines(runtime, into);
}

}  // namespace afresh::blender
