// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/objects/rna_definitions.hpp"

#include <array>
#include <map>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/collection.hpp"
#include "harness/hosts/bpy/objects/convert.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"

namespace afresh::bpy {
namespace {

py::Ref text(const std::string& value) { return py::make_str(value); }
py::Ref truth(bool value) { return py::own(PyBool_FromLong(value ? 1 : 0)); }
py::Ref number(double value, const RnaProperty& of) {
  return of.type == PropertyType::kFloat ? py::own(PyFloat_FromDouble(value))
                                         : py::own(PyLong_FromDouble(value));
}
py::Ref type_or_none(const std::shared_ptr<StructType>& type) {
  return type ? make_object(definition_place(type)) : py::borrow(Py_None);
}

py::Ref default_value(const RnaProperty& property) {
  const Stored value = stored_default(property);
  if (property.type == PropertyType::kEnum) {
    const EnumItem* item = find_item(property.items, std::get<int>(value));
    return text(item == nullptr ? std::string() : item->identifier);
  }
  if (const int* whole = std::get_if<int>(&value)) {
    return property.type == PropertyType::kBoolean ? truth(*whole != 0)
                                                   : py::own(PyLong_FromLong(*whole));
  }
  if (const double* real = std::get_if<double>(&value)) return py::own(PyFloat_FromDouble(*real));
  if (const auto* words = std::get_if<std::string>(&value)) return text(*words);
  return py::own(PyLong_FromLong(0));
}

py::Ref default_array(const RnaProperty& property) {
  py::Ref list = py::own(PyList_New(0));
  const Stored value = stored_default(property);
  if (const auto* whole = std::get_if<std::vector<int>>(&value)) {
    for (int each : *whole) {
      const py::Ref element = property.type == PropertyType::kBoolean
                                  ? truth(each != 0)
                                  : py::own(PyLong_FromLong(each));
      py::check(PyList_Append(list.get(), element.get()));
    }
  }
  if (const auto* real = std::get_if<std::vector<double>>(&value)) {
    for (double each : *real) {
      py::check(PyList_Append(list.get(), py::own(PyFloat_FromDouble(each)).get()));
    }
  }
  return py::own(PyList_AsTuple(list.get()));
}

using OfType = py::Ref (*)(const std::shared_ptr<StructType>&);
using OfProperty = py::Ref (*)(const RnaProperty&);
using OfFunction = py::Ref (*)(const RnaFunction&);
using OfItem = py::Ref (*)(const EnumItem&);

const std::map<std::string, OfType>& about_types() {
  static const std::map<std::string, OfType> table{
      {"identifier", [](const auto& type) { return text(type->identifier); }},
      {"name", [](const auto& type) { return text(type->name); }},
      {"description", [](const auto& type) { return text(type->description); }},
      {"base", [](const auto& type) { return type_or_none(type->base); }},
      {"nested", [](const auto&) { return py::borrow(Py_None); }},
  };
  return table;
}

const std::map<std::string, OfProperty>& about_properties() {
  static const std::map<std::string, OfProperty> table{
      {"identifier", [](const RnaProperty& it) { return text(it.identifier); }},
      {"name", [](const RnaProperty& it) { return text(it.name); }},
      {"description", [](const RnaProperty& it) { return text(it.description); }},
      {"type", [](const RnaProperty& it) { return text(name_of(it.type)); }},
      {"subtype", [](const RnaProperty& it) { return text(it.subtype); }},
      {"unit", [](const RnaProperty& it) { return text(it.unit); }},
      {"is_readonly", [](const RnaProperty& it) { return truth(it.is_readonly); }},
      {"is_registered", [](const RnaProperty& it) { return truth(it.is_registered); }},
      // As Blender 3.4 answers: the bit that it asks for is part of the one before.
      {"is_registered_optional", [](const RnaProperty& it) { return truth(it.is_registered); }},
      {"is_never_none", [](const RnaProperty& it) { return truth(it.is_never_none); }},
      {"is_enum_flag", [](const RnaProperty& it) { return truth(it.is_enum_flag); }},
      {"is_hidden", [](const RnaProperty& it) { return truth(it.is_hidden); }},
      {"is_skip_save", [](const RnaProperty& it) { return truth(it.is_skip_save); }},
      {"is_runtime", [](const RnaProperty& it) { return truth(it.is_runtime); }},
      {"is_output", [](const RnaProperty& it) { return truth(it.is_output); }},
      {"is_animatable",
       [](const RnaProperty& it) { return truth(it.options.contains("ANIMATABLE")); }},
      {"array_length",
       [](const RnaProperty& it) { return py::own(PyLong_FromLong(it.array_length)); }},
      {"is_array", [](const RnaProperty& it) { return truth(it.array_length > 0); }},
      {"length_max", [](const RnaProperty& it) { return py::own(PyLong_FromLong(it.text_limit)); }},
      {"hard_min", [](const RnaProperty& it) { return number(it.limits.hard_min, it); }},
      {"hard_max", [](const RnaProperty& it) { return number(it.limits.hard_max, it); }},
      {"soft_min", [](const RnaProperty& it) { return number(it.limits.soft_min, it); }},
      {"soft_max", [](const RnaProperty& it) { return number(it.limits.soft_max, it); }},
      {"default", default_value},
      {"default_array", default_array},
      {"default_flag",
       [](const RnaProperty& it) {
         return set_of_value(it.items, std::get<int>(stored_default(it)));
       }},
      {"fixed_type", [](const RnaProperty& it) { return type_or_none(target_type(it)); }},
      {"srna",
       [](const RnaProperty& it) {
         return type_or_none(runtime().types.find(it.collection_struct));
       }},
  };
  return table;
}

const std::map<std::string, OfFunction>& about_functions() {
  static const std::map<std::string, OfFunction> table{
      {"identifier", [](const RnaFunction& it) { return text(it.identifier); }},
      {"description", [](const RnaFunction&) { return text(""); }},
      {"use_self", [](const RnaFunction& it) { return truth(!it.is_static); }},
      {"is_registered", [](const RnaFunction& it) { return truth(it.is_registered); }},
      {"is_registered_optional",
       [](const RnaFunction& it) { return truth(it.is_registered_optional); }},
  };
  return table;
}

const std::map<std::string, OfItem>& about_items() {
  static const std::map<std::string, OfItem> table{
      {"identifier", [](const EnumItem& it) { return text(it.identifier); }},
      {"name", [](const EnumItem& it) { return text(it.name); }},
      {"description", [](const EnumItem& it) { return text(it.description); }},
      {"icon", [](const EnumItem& it) { return text(it.icon); }},
      {"value", [](const EnumItem& it) { return py::own(PyLong_FromLong(it.value)); }},
  };
  return table;
}

/// The answer of a table, or empty where it has none.
struct Answer {
  const std::string& question;

  py::Ref operator()(std::monostate) const { return {}; }
  py::Ref operator()(const std::shared_ptr<StructType>& type) const {
    const auto found = about_types().find(question);
    return found == about_types().end() ? py::Ref() : found->second(type);
  }
  py::Ref operator()(const std::shared_ptr<RnaProperty>& property) const {
    return from(about_properties(), *property);
  }
  py::Ref operator()(const std::shared_ptr<RnaFunction>& function) const {
    return from(about_functions(), *function);
  }
  py::Ref operator()(const std::shared_ptr<const EnumItem>& item) const {
    return from(about_items(), *item);
  }

 private:
  template <typename Table, typename Of>
  py::Ref from(const Table& table, const Of& of) const {
    const auto found = table.find(question);
    return found == table.end() ? py::Ref() : found->second(of);
  }
};

RnaPlace member(const char* type, RnaDefinition definition) {
  RnaPlace place;
  place.type = runtime().types.built_in(type);
  place.definition = std::move(definition);
  return place;
}

std::vector<RnaPlace> list_parameters(const RnaFunction& function) {
  std::vector<RnaPlace> members;
  for (const Parameter& each : function.parameters) {
    auto property = std::make_shared<RnaProperty>();
    property->identifier = property->name = each.identifier;
    property->is_output = each.is_output;
    members.push_back(definition_place(property));
  }
  return members;
}

}  // namespace

py::Ref get_from_definition(const RnaPlace& place, const std::shared_ptr<RnaProperty>& property) {
  if (property->type == PropertyType::kCollection) return make_collection(place, property);
  if (property->identifier == "rna_type") return make_object(definition_place(place.type));
  if (py::Ref answer = std::visit(Answer{property->identifier}, place.definition)) return answer;
  if (property->type == PropertyType::kPointer) return py::borrow(Py_None);
  if (property->type == PropertyType::kEnum && property->is_enum_flag) {
    return set_of_value(property->items, std::get<int>(stored_default(*property)));
  }
  return default_value(*property);
}

std::vector<RnaPlace> definition_members(const RnaPlace& place, const RnaProperty& collection) {
  std::vector<RnaPlace> members;
  if (const auto* type = std::get_if<std::shared_ptr<StructType>>(&place.definition)) {
    if (collection.identifier == "properties") {
      for (const auto& each : (*type)->all_properties()) members.push_back(definition_place(each));
    } else if (collection.identifier == "functions") {
      for (const StructType* at = type->get(); at != nullptr; at = at->base.get()) {
        for (const auto& each : at->functions) members.push_back(member("Function", each));
      }
    }
  } else if (const auto* property = std::get_if<std::shared_ptr<RnaProperty>>(&place.definition)) {
    const bool is_static = collection.identifier == "enum_items_static";
    if (is_static || collection.identifier == "enum_items") {
      for (const EnumItem& each : is_static ? (*property)->items : items_at({}, **property)) {
        members.push_back(member("EnumPropertyItem", std::make_shared<const EnumItem>(each)));
      }
    }
  } else if (const auto* function = std::get_if<std::shared_ptr<RnaFunction>>(&place.definition)) {
    if (collection.identifier == "parameters") members = list_parameters(**function);
  }
  return members;
}

std::string definition_name(const RnaPlace& member) {
  if (const auto* property = std::get_if<std::shared_ptr<RnaProperty>>(&member.definition)) {
    return (*property)->identifier;
  }
  if (const auto* function = std::get_if<std::shared_ptr<RnaFunction>>(&member.definition)) {
    return (*function)->identifier;
  }
  if (const auto* item = std::get_if<std::shared_ptr<const EnumItem>>(&member.definition)) {
    return (*item)->identifier;
  }
  return {};
}

}  // namespace afresh::bpy
