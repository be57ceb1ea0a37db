// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "harness/hosts/bpy/objects/convert.hpp"

namespace afresh::bpy {
namespace {

constexpr const char* kValidating = "validating class:";
constexpr std::size_t kTextLimit = 64;

/// One class that is looked at: its own dictionary and its bases', in order.
class ClassLookup {
 public:
  explicit ClassLookup(PyObject* cls) : cls_(cls), mro_(runtime().passive.class_mro(cls)) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(mro_.get()); ++i) {
      dicts_.push_back(runtime().passive.class_dict(PyTuple_GetItem(mro_.get(), i)));
    }
  }

  [[nodiscard]] PyObject* cls() const { return cls_; }

  /// Empty where there is none; what else the lookup raises is forgotten, as in Blender. Most of
  /// what a kind knows its classes do not have: that is told without an exception.
  [[nodiscard]] py::Ref attribute(const py::Ref& name) const {
    const bool is_there = std::any_of(dicts_.begin(), dicts_.end(), [&](PyObject* dict) {
      return PyDict_GetItemWithError(dict, name.get()) != nullptr;
    });
    if (!is_there) return {};
    py::Ref value = py::steal(PyObject_GetAttr(cls_, name.get()));
    if (!value) PyErr_Clear();
    return value;
  }

 private:
  PyObject* cls_;
  py::Ref mro_;
  std::vector<PyObject*> dicts_;  ///< borrowed from the classes
};

std::string class_words(const StructType& type, PyObject* cls) {
  return fmt::format("expected {}, {} class", type.identifier,
                     runtime().passive.name_of_class(cls));
}

[[noreturn]] void miss(const StructType& type, PyObject* cls, const std::string& name) {
  py::raise(PyExc_AttributeError,
            fmt::format("{} to have an \"{}\" attribute", class_words(type, cls), name));
}

void check_function(const StructType& type, const RnaFunction& function, const ClassLookup& looked,
                    std::set<std::string>& functions) {
  const py::PassiveReader& passive = runtime().passive;
  PyObject* cls = looked.cls();
  py::Ref item = looked.attribute(function.name_object);
  if (!item) {
    if (!function.is_registered_optional) miss(type, cls, function.identifier);
    return;
  }
  functions.insert(function.identifier);
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
  const py::FunctionFields fields = passive.function_fields(item.get());
  const long count = PyLong_AsLong(py::attribute(fields.code, "co_argcount").get());
  const int most = function.argument_count();
  const int least = function.least_argument_count();
  if (count >= least && count <= most) return;
  // Blender names the greater number first.
  const std::string wanted =
      least == most ? fmt::format("{}", most) : fmt::format("between {} and {}", most, least);
  py::raise(PyExc_ValueError,
            fmt::format("{} \"{}\" function to have {} args, found {}", class_words(type, cls),
                        function.identifier, wanted, count));
}

/// What stands in for an attribute that the class does not have.
py::Ref substitute(const ClassLookup& looked, const std::string& name) {
  if (name == "bl_idname") return py::make_str(runtime().passive.name_of_class(looked.cls()));
  if (name != "bl_description") return {};
  py::Ref doc = py::steal(PyObject_GetAttrString(looked.cls(), "__doc__"));
  if (!doc) PyErr_Clear();
  return doc && PyUnicode_Check(doc.get()) ? doc : py::Ref();
}

/// Ids and labels are cut to what Blender's structs hold; descriptions have no such limit here.
Stored cut(Stored value, const std::string& name) {
  auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && name != "bl_description" && text->size() >= kTextLimit) {
    text->resize(kTextLimit - 1);
  }
  return value;
}

void check_property(const std::shared_ptr<StructType>& type, const RegistrableKind& kind,
                    const RnaProperty& property, const ClassLookup& looked,
                    std::map<std::string, Stored>& values) {
  py::Ref item = looked.attribute(property.name_object);
  if (!item) item = substitute(looked, property.identifier);
  if (!item) {
    const bool is_needed =
        std::any_of(kind.must_have.begin(), kind.must_have.end(),
                    [&](const char* each) { return property.identifier == each; });
    if (is_needed) miss(*type, looked.cls(), property.identifier);
    return;
  }
  RnaPlace place;
  place.type = type;
  values[property.identifier] =
      cut(to_stored(place, property, item.get(), kValidating), property.identifier);
}

void validate_at(const std::shared_ptr<StructType>& type, const RegistrableKind& kind,
                 const ClassLookup& looked, std::map<std::string, Stored>& values,
                 std::set<std::string>& functions) {
  if (type->base) validate_at(type->base, kind, looked, values, functions);
  for (const auto& each : type->functions) {
    if (each->is_registered) check_function(*type, *each, looked, functions);
  }
  for (const auto& each : type->properties) {
    if (each->is_registered) check_property(type, kind, *each, looked, values);
  }
}

}  // namespace

std::map<std::string, Stored> validate_class(const std::shared_ptr<StructType>& type,
                                             const RegistrableKind& kind, PyObject* cls,
                                             std::set<std::string>& functions) {
  std::map<std::string, Stored> values;
  validate_at(type, kind, ClassLookup(cls), values, functions);
  return values;
}

}  // namespace afresh::bpy
