// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/objects/runtime.hpp"
#include "harness/hosts/bpy/registration/report.hpp"

namespace afresh::bpy {
namespace {

using TypeRef = std::shared_ptr<StructType>;

constexpr std::size_t kNameLimit = 64;
constexpr std::size_t kOperatorIdLimit = 61;

}  // namespace

void check_operator_id(const std::string& class_name, const std::string& id) {
  const auto refuse = [&](const std::string& why) {
    report_error(fmt::format("Registering operator class: '{}', invalid bl_idname '{}', {}",
                             class_name, id, why));
  };
  for (std::size_t at = 0; at < id.size(); ++at) {
    const auto character = static_cast<unsigned char>(id[at]);
    const bool is_allowed = (character >= 'a' && character <= 'z') ||
                            (character >= '0' && character <= '9') || character == '_' ||
                            character == '.';
    if (!is_allowed) refuse(fmt::format("at position {}", at));
  }
  if (id.size() >= kOperatorIdLimit) {
    refuse(fmt::format("is too long, maximum length is {}", kOperatorIdLimit - 1));
  }
  if (std::count(id.begin(), id.end(), '.') != 1) refuse("must contain 1 '.' character");
}

void check_name(const RegistrableKind& kind, const std::string& class_name) {
  if (is_operator(kind) || class_name.size() < kNameLimit) return;
  report_error(fmt::format("Registering {}: '{}' is too long, maximum length is {}", kind.words,
                           class_name, kNameLimit));
}

void check_region(const ClassFacts& facts) {
  const auto found = runtime().types.regions().find(facts.space_type);
  const bool has = found != runtime().types.regions().end() &&
                   std::find(found->second.begin(), found->second.end(), facts.region_type) !=
                       found->second.end();
  if (!has) report_error("Region not found in space type");
}

void check_available(const std::string& identifier) {
  const TypeRef present = runtime().types.find(identifier);
  if (!present) return;
  report_error(fmt::format("Type identifier '{}' is already in use: '{}({})'.", identifier,
                           identifier,
                           present->base ? present->base->identifier : present->identifier));
}

void check_parent(const RegistrableKind& kind, const ClassFacts& facts) {
  if (!is_panel(kind) || facts.parent_id.empty()) return;
  const auto& registered = runtime().types.registered();
  const bool is_there = std::any_of(registered.begin(), registered.end(), [&](const TypeRef& each) {
    return each->facts.id_name == facts.parent_id && each->is_a("Panel") &&
           each->facts.space_type == facts.space_type &&
           each->facts.region_type == facts.region_type;
  });
  if (!is_there) {
    report_error(fmt::format("Registering panel class: parent '{}' for '{}' not found",
                             facts.parent_id, facts.id_name));
  }
}

void check_use(const StructType& type) {
  for (const auto& each : type.properties) {
    if (each->type == PropertyType::kPointer && each->target.lock().get() == &type) {
      py::raise(PyExc_RuntimeError,
                fmt::format("unregister_class(...): can't unregister {} because Struct.{} pointer "
                            "property is using this",
                            type.identifier, each->identifier));
    }
  }
}

void check_is_class(PyObject* cls) {
  if (PyType_Check(cls)) return;
  py::raise(
      PyExc_ValueError,
      fmt::format("register_class(...): expected a class argument, not '{}'", type_name(cls)));
}

}  // namespace afresh::bpy
