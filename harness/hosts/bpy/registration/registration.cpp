// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/registration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"
#include "harness/hosts/bpy/registration/define.hpp"
#include "harness/hosts/bpy/registration/report.hpp"
#include "harness/hosts/bpy/registration/rules.hpp"
#include "harness/hosts/bpy/registration/validate.hpp"
#include "harness/hosts/bpy/registration/warnings.hpp"

namespace afresh::bpy {
namespace {

using TypeRef = std::shared_ptr<StructType>;
using Values = std::map<std::string, Stored>;

std::string text_value(const Values& values, const char* name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : std::get<std::string>(found->second);
}

/// An enumeration's identifier, from the struct that declares it.
std::string choice_value(const StructType& type, const Values& values, const char* name) {
  const auto found = values.find(name);
  if (found == values.end()) return {};
  const EnumItem* item = find_item(type.find_property(name)->items, std::get<int>(found->second));
  return item == nullptr ? std::string() : item->identifier;
}

ClassFacts make_class_facts(const RegistrableKind& kind, const StructType& built_in,
                            const Values& values, const std::string& class_name) {
  ClassFacts facts;
  facts.id_name = text_value(values, "bl_idname");
  if (kind.is_named_by_class && facts.id_name.empty()) facts.id_name = class_name;
  facts.label = text_value(values, "bl_label");
  facts.description = text_value(values, "bl_description");
  facts.space_type = choice_value(built_in, values, "bl_space_type");
  facts.region_type = choice_value(built_in, values, "bl_region_type");
  facts.parent_id = text_value(values, "bl_parent_id");
  if (const auto found = values.find("bl_options"); found != values.end()) {
    for (const EnumItem& each : built_in.find_property("bl_options")->items) {
      if ((each.value & std::get<int>(found->second)) != 0) facts.options.insert(each.identifier);
    }
  }
  return facts;
}

std::string identifier_for(const RegistrableKind& kind, const ClassFacts& facts,
                           const std::string& class_name) {
  if (kind.is_named_by_class) return class_name;
  return is_operator(kind) ? operator_identifier(facts.id_name) : facts.id_name;
}

/// The type that a new class of this kind and id takes the place of.
TypeRef taken_by(const RegistrableKind& kind, const ClassFacts& facts) {
  if (!kind.is_pushed_out) return nullptr;
  for (const TypeRef& each : runtime().types.registered()) {
    if (each->facts.id_name != facts.id_name) continue;
    if (each->kind != &kind && !(is_operator(kind) && is_operator(*each->kind))) continue;
    if (is_panel(kind) && (each->facts.space_type != facts.space_type ||
                           each->facts.region_type != facts.region_type)) {
      continue;
    }
    return each;
  }
  return nullptr;
}

void free_type(const TypeRef& type) {
  const py::Ref registered = type->registered_class;
  const py::Ref linked = type->python_class;
  if (registered) unlink_class(registered.get());
  if (linked && linked.get() != registered.get()) unlink_class(linked.get());
  if (runtime().leaks_groups && registered && type->is_a("PropertyGroup")) {
    runtime().leaked_groups.push_back(registered);
  }
  runtime().types.remove(type);
}

/// From 4.2 on whoever is pushed out is told of, and an operator of Blender's own is not.
void tell_of_earlier(const RegistrableKind& kind, const ClassFacts& facts,
                     const std::string& class_name, bool is_there) {
  if (!is_newer()) return;
  const bool is_built_in =
      !is_there && is_operator(kind) && runtime().types.has_operator(facts.id_name);
  if (!is_there && !is_built_in) return;
  const std::string which =
      fmt::format("Registering {}: '{}', bl_idname '{}'", kind.words, class_name, facts.id_name);
  print_line(fmt::format("Info: {} has been registered before, unregistering previous", which));
  if (is_built_in) report_error(which + " is built-in");
  runtime().ledger.note("bpy.pushed_out", facts.id_name, runtime().ledger.origin());
}

TypeRef built_in_base(TypeRef type) {
  while (type->is_runtime) type = type->base;
  return type;
}

void define_properties(const RegistrableKind& kind, const TypeRef& type, PyObject* cls) {
  if (kind.on_error == AnnotationErrors::kNeverLookedAt) return;
  if (kind.keeps_properties_apart) {
    type->arguments = std::make_shared<StructType>();
    type->arguments->identifier = type->identifier;
    type->arguments->name = type->name;
    type->arguments->description = type->description;
    type->arguments->base = runtime().types.built_in("OperatorProperties");
    type->arguments->is_runtime = true;
  }
  const TypeRef target = type->arguments ? type->arguments : type;
  try {
    define_annotated(target, cls);
  } catch (const py::PythonError& error) {
    if (kind.on_error == AnnotationErrors::kRaised) throw;
    error.restore();
    PyErr_Print();
    if (kind.on_error == AnnotationErrors::kPrintedAndRaised) throw;
  }
}

/// Most classes have none: that is told without an exception.
void call_class_function(PyObject* cls, const char* name) {
  const py::Ref key = py::own(PyUnicode_InternFromString(name));
  const py::Ref mro = runtime().passive.class_mro(cls);
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* dict = runtime().passive.class_dict(PyTuple_GetItem(mro.get(), i));
    if (PyDict_GetItemWithError(dict, key.get()) == nullptr) continue;
    const py::Ref function = py::own(PyObject_GetAttr(cls, key.get()));
    (void)py::own(PyObject_CallNoArgs(function.get()));
    return;
  }
}

/// Whether it is a class of Blender's own menus, panels and headers.
bool is_of_interface(PyObject* cls) {
  const auto types = runtime().modules.find("bpy.types");
  if (types == runtime().modules.end()) return false;
  PyObject* own = PyDict_GetItemString(PyModule_GetDict(types->second.get()), "_own_classes");
  const std::string name = runtime().passive.name_of_class(cls);
  return own != nullptr && PyDict_GetItemString(own, name.c_str()) == cls;
}

bool has_own_link(PyObject* cls) {
  return PyDict_GetItemString(runtime().passive.class_dict(cls), "bl_rna") != nullptr;
}

}  // namespace

void register_class(PyObject* cls) {
  check_is_class(cls);
  const std::string class_name = runtime().passive.name_of_class(cls);
  if (has_own_link(cls)) {
    py::raise(
        PyExc_ValueError,
        fmt::format("register_class(...): already registered as a subclass '{}'", class_name));
  }
  const TypeRef parent = require_struct_type(cls, "register_class(...):");
  if (is_newer() && runtime().debugs_python) warn_of_practice(parent, cls);
  const RegistrableKind* kind = find_kind(*parent);
  if (kind == nullptr) {
    py::raise(
        PyExc_ValueError,
        fmt::format("register_class(...): expected a subclass of a registerable RNA type ({} does "
                    "not support registration)",
                    parent->identifier));
  }
  const TypeRef built_in = built_in_base(parent);
  std::set<std::string> functions;
  const Values values = validate_class(parent, *kind, cls, functions);
  ClassFacts facts = make_class_facts(*kind, *built_in, values, class_name);
  facts.functions = std::move(functions);

  // From here on the class is right for its kind: what follows is about ids.
  if (is_operator(*kind)) check_operator_id(class_name, facts.id_name);
  check_name(*kind, class_name);
  if (is_panel(*kind)) check_region(facts);
  // Blender has its own from the start, whether or not somebody has asked for it here.
  if (!is_of_interface(cls) && runtime().types.interface().contains(facts.id_name)) {
    const py::Ref own = py::steal(
        PyObject_GetAttrString(runtime().modules.at("bpy.types").get(), facts.id_name.c_str()));
    if (!own) PyErr_Clear();
  }
  const TypeRef earlier = taken_by(*kind, facts);
  tell_of_earlier(*kind, facts, class_name, earlier != nullptr);
  if (earlier) free_type(earlier);
  const std::string identifier = identifier_for(*kind, facts, class_name);
  if (kind->is_public) check_available(identifier);
  if (kind->infix != nullptr) warn_of_name(*kind, identifier);
  check_parent(*kind, facts);

  auto type = std::make_shared<StructType>();
  type->identifier = identifier;
  type->name = facts.label.empty() ? identifier : facts.label;
  type->description = facts.description;
  type->base = built_in;
  type->kind = kind;
  type->is_runtime = true;
  type->is_public = kind->is_public;
  type->takes_properties = built_in->takes_properties;
  type->facts = std::move(facts);
  const hosts::Origin origin = runtime().ledger.origin();
  // Whoever registers one of those again, they stay Blender's.
  type->is_own = is_of_interface(cls);
  if (!type->is_own) type->owner = origin.owner;
  runtime().types.add(type);
  type->registered_class = py::borrow(cls);
  link_class(type, type->registered_class);
  runtime().ledger.note(kClasses, class_name, origin);
  // Blender keeps one class for a type, and gives it to the class that was registered last.
  if (parent->is_runtime) parent->python_class = {};
  define_properties(*kind, type, cls);
  call_class_function(cls, "register");
}

void unregister_class(PyObject* cls) {
  check_is_class(cls);
  if (!has_own_link(cls)) {
    py::raise(
        PyExc_RuntimeError,
        fmt::format("unregister_class(...):{} missing bl_rna attribute from '{}' instance (may "
                    "not be registered)",
                    is_newer() ? "" : ",", type_name(cls)));
  }
  const TypeRef type = require_struct_type(cls, "unregister_class(...):");
  if (is_newer() && !type->is_runtime) {
    py::raise(PyExc_RuntimeError,
              fmt::format("unregister_class(...): can't unregister a built-in class '{}'",
                          runtime().passive.name_of_class(cls)));
  }
  if (find_kind(*type) == nullptr) {
    py::raise(PyExc_ValueError,
              "unregister_class(...): expected a Type subclassed from a registerable RNA type (no "
              "unregister supported)");
  }
  if (!type->is_runtime) {
    runtime().ledger.note(
        kViolation,
        fmt::format(
            "'{}' itself was unregistered; Blender 3.4 registers no class of its kind any more",
            type->identifier),
        runtime().ledger.origin());
    return;
  }
  if (runtime().debugs_python) check_use(*type);
  call_class_function(cls, "unregister");
  // It may have unregistered itself there.
  if (type->is_freed) return;
  free_type(type);
  const std::string name = runtime().passive.name_of_class(cls);
  runtime().ledger.note_removed(kClasses, name);
  if (is_of_interface(cls)) runtime().ledger.note(kInterface, name, runtime().ledger.origin());
}

TypeRef operator_type(const std::string& id) {
  for (const TypeRef& each : runtime().types.registered()) {
    if (each->facts.id_name == id && (each->is_a("Operator") || each->is_a("Macro"))) return each;
  }
  return nullptr;
}

std::string operator_identifier(const std::string& id) {
  const std::size_t dot = id.find('.');
  std::string module = id.substr(0, dot);
  std::transform(module.begin(), module.end(), module.begin(),
                 [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
  return module + "_OT_" + (dot == std::string::npos ? std::string() : id.substr(dot + 1));
}

}  // namespace afresh::bpy
