// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/attribution.hpp"

#include <utility>

#include "harness/hosts/blender/readers.hpp"
#include "harness/hosts/names.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

/// Whether a callback or type that a property was declared with says where it comes from.
std::string module_of_declaration(const py::PassiveReader& passive, PyObject* declaration) {
  const py::Ref keywords = attribute_if_any(declaration, "keywords");
  std::string module;
  if (!keywords) return module;
  py::for_each_item(keywords.get(), [&](PyObject*, PyObject* value) {
    const bool may_tell = PyType_Check(value) || passive.is_function(value);
    if (module.empty() && may_tell) module = module_behind(passive, value);
  });
  return module;
}

}  // namespace

std::string owner_of(const Runtime& runtime, const Registry& registry, const Entry& entry) {
  if (registry.is_document) return {};
  const std::string owner = runtime.owners.owner_of(registry, entry);
  if (!owner.empty()) return owner;
  PyObject* object = entry.object.get();
  const std::string module = runtime.built_in.is_declaration(object)
                                 ? module_of_declaration(runtime.passive, object)
                                 : module_behind(runtime.passive, object);
  if (runtime.modules.contains(hosts::first_part(module))) return {};
  return hosts::addon_of_module(module);
}

bool is_blenders_code(const Runtime& runtime, const Entry& entry) {
  PyObject* object = entry.object.get();
  const bool says_so_itself = PyType_Check(object) != 0 || runtime.passive.is_function(object);
  return says_so_itself &&
         runtime.modules.contains(hosts::first_part(module_behind(runtime.passive, object)));
}

Attribution::Attribution(Look look, std::string addon)
    : look_(std::move(look)), addon_(std::move(addon)) {
  look_({});
}

Attribution::~Attribution() {
  // An exception is on its way perhaps, and must not be lost.
  PyObject *type = nullptr, *value = nullptr, *trace = nullptr;
  PyErr_Fetch(&type, &value, &trace);
  try {
    look_(addon_);
  } catch (const py::PythonError&) {
    PyErr_Clear();
  }
  PyErr_Restore(type, value, trace);
}

}  // namespace afresh::blender
