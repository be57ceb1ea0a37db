// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/validate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/convert.hpp"

namespace afresh::bpy {
namespace {

constexpr const char* kValidating = "validating class:";
constexpr int kTextLimit = 64;

/// Empty where there is none; what else the lookup raises is forgotten, as in Blender.
py::Ref attribute_or_none(PyObject* cls, const std::string& name) {
  py::Ref value = py::steal(PyObject_GetAttrString(cls, name.c_str()));
  if (!value) PyErr_Clear();
  return value;
}

std::string class_words(const StructType& type, PyObject* cls) {
  return fmt::format("expected {}, {} class", type.identifier, runtime().passive.name_of_class(cls));
}

[[noreturn]] void miss(const StructType& type, PyObject* cls, const std::string& name) {
  py::raise(PyExc_AttributeError,
            fmt::format("{} to have an \"{}\" attribute", class_words(type, cls), name));
}

void check_function(const StructType& type, const Function& function, PyObject* cls) {
  const py::Passive& passive = runtime().passive;
  py::Ref item = attribute_or_none(cls, function.identifier);
  if (!item) {
    if (!function.is_registered_optional) miss(type, cls, function.identifier);
    return;
  }
  const auto refuse = [&](const char* expected) {
    py::raise(PyExc_TypeError,
              fmt::format("{} \"{}\" attribute to be a {}, not a {}", class_words(type, cls),
                          function.identifier, expected, type_name(item.get())));
  };
  if (function.is_static) {
    if (!passive.is_method(item.get())) refuse("static/class method");
    item = py::attribute(item.get(), "__func__");
  }
  if (!passive.is_function(item.get())) refuse("function");
  const py::FunctionFields fields = passive.fields_of(item.get());
  const long count = PyLong_AsLong(py::attribute(fields.code, "co_argcount").get());
  if (count != function.argument_count()) {
    py::raise(PyExc_ValueError,
              fmt::format("{} \"{}\" function to have {} args, found {}", class_words(type, cls),
                          function.identifier, function.argument_count(), count));
  }
}

/// What stands in for an attribute that the class does not have.
py::Ref substitute(PyObject* cls, const std::string& name) {
  if (name == "bl_idname") return py::make_str(runtime().passive.name_of_class(cls));
  if (name != "bl_description") return {};
  py::Ref doc = attribute_or_none(cls, "__doc__");
  return doc && PyUnicode_Check(doc.get()) ? doc : py::Ref();
}

void check_property(const std::shared_ptr<StructType>& type, const Kind& kind,
                    const Property& property, PyObject* cls,
                    std::map<std::string, Stored>& values) {
  py::Ref item = attribute_or_none(cls, property.identifier);
  if (!item) item = substitute(cls, property.identifier);
  if (!item) {
    const bool is_needed = std::any_of(
        kind.must_have.begin(), kind.must_have.end(),
        [&](const char* each) { return property.identifier == each; });
    if (is_needed) miss(*type, cls, property.identifier);
    return;
  }
  Place place;
  place.type = type;
  Property limited = property;
  // Ids and labels are cut to what Blender's structs hold; descriptions have no such limit here.
  if (property.identifier != "bl_description") limited.text_limit = kTextLimit;
  values[property.identifier] = to_stored(place, limited, item.get(), kValidating);
}

void validate_at(const std::shared_ptr<StructType>& type, const Kind& kind, PyObject* cls,
                 std::map<std::string, Stored>& values) {
  if (type->base) validate_at(type->base, kind, cls, values);
  for (const auto& each : type->functions) {
    if (each->is_registered) check_function(*type, *each, cls);
  }
  for (const auto& each : type->properties) {
    if (each->is_registered) check_property(type, kind, *each, cls, values);
  }
}

}  // namespace

std::map<std::string, Stored> validate_class(const std::shared_ptr<StructType>& type,
                                             const Kind& kind, PyObject* cls) {
  std::map<std::string, Stored> values;
  validate_at(type, kind, cls, values);
  return values;
}

}  // namespace afresh::bpy
