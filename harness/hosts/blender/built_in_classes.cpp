// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/built_in_classes.hpp"

#include <array>
#include <unordered_set>

#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

constexpr std::array kDrawnBases{"Menu", "Panel", "Header", "UIList"};

bool is_drawn_class(PyObject* cls, PyObject* types) {
  for (const char* base : kDrawnBases) {
    const py::Ref parent = py::attribute(types, base);
    if (PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(cls),
                         reinterpret_cast<PyTypeObject*>(parent.get())) != 0)
      return true;
  }
  return false;
}

/// The metaclass of types that keep properties of add-ons, and the one that Blender's Python part
/// derives from it.
bool takes_properties(const py::PassiveReader& passive, PyObject* cls) {
  const py::Ref mro = passive.class_mro(reinterpret_cast<PyObject*>(Py_TYPE(cls)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    if (passive.name_of_class(PyTuple_GetItem(mro.get(), i)) == "bpy_struct_meta_idprop")
      return true;
  }
  return false;
}

}  // namespace

BuiltInClasses::BuiltInClasses(const py::PassiveReader& passive, PyObject* types) {
  const py::Ref props = py::import("bpy.props");
  const py::Ref declaration = py::attribute(props.get(), "_PropertyDeferred");
  declaration_type_ = reinterpret_cast<PyTypeObject*>(declaration.get());
  kept_.push_back(declaration);
  std::vector<py::Ref> to_visit{py::attribute(types, "bpy_struct")};
  std::unordered_set<PyObject*> seen;
  while (!to_visit.empty()) {
    const py::Ref cls = std::move(to_visit.back());
    to_visit.pop_back();
    if (!seen.insert(cls.get()).second) continue;
    add(passive, cls.get(), types);
    const py::Ref below = py::own(PyObject_CallMethod(reinterpret_cast<PyObject*>(&PyType_Type),
                                                      "__subclasses__", "O", cls.get()));
    for (Py_ssize_t i = 0; i < PyList_Size(below.get()); ++i)
      to_visit.push_back(py::borrow(PyList_GetItem(below.get(), i)));
  }
}

void BuiltInClasses::add(const py::PassiveReader& passive, PyObject* cls, PyObject* types) {
  kept_.push_back(py::borrow(cls));
  PyObject* dict = passive.class_dict(cls);
  PyObject* engines = PyDict_GetItemString(dict, "COMPAT_ENGINES");
  if (engines != nullptr && !PyAnySet_Check(engines)) engines = nullptr;
  const bool is_drawn = is_drawn_class(cls, types);
  BuiltInClass& known = all_.emplace_back(
      BuiltInClass{.cls = cls,
                   .dict = dict,
                   .size = PyDict_Size(dict),
                   .takes_properties = takes_properties(passive, cls),
                   .is_drawn = is_drawn,
                   .draw = is_drawn ? PyDict_GetItemString(dict, "draw") : nullptr,
                   .engines = engines});
  py::for_each_item(dict, [&](PyObject*, PyObject* value) {
    if (!is_declaration(value)) return;
    own_declarations_.insert(value);
    kept_.push_back(py::borrow(value));
  });
  if (known.draw != nullptr) kept_.push_back(py::borrow(known.draw));
  if (engines == nullptr) return;
  kept_.push_back(py::borrow(engines));
  for (PyObject* engine : py::borrowed_elements(engines)) {
    if (PyUnicode_Check(engine)) known.engine_names.push_back(py::to_string(engine));
  }
}

void BuiltInClasses::each_property(const std::function<void(const Defined&)>& see) const {
  for (const BuiltInClass& each : all_) {
    if (!each.takes_properties || PyDict_Size(each.dict) == each.size) continue;
    // Kept: asking Blender for a property makes objects, and a class may get another attribute.
    std::vector<std::pair<py::Ref, py::Ref>> found;
    py::for_each_item(each.dict, [&](PyObject* name, PyObject* value) {
      if (is_declaration(value) && !own_declarations_.contains(value))
        found.emplace_back(py::borrow(name), py::borrow(value));
    });
    for (const auto& [name, value] : found) {
      if (has_property(each.dict, name.get())) see({each, name.get(), value.get()});
    }
  }
}

bool has_property(PyObject* class_dict, PyObject* name) {
  PyObject* rna = PyDict_GetItemString(class_dict, "bl_rna");
  if (rna == nullptr) return false;
  const py::Ref properties = py::attribute(rna, "properties");
  return py::check(PySequence_Contains(properties.get(), name)) == 1;
}

}  // namespace afresh::blender
