// The Blender-like host, behind the interface that the agent knows. Each call goes to the concern
// that it belongs to.
// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/bpy_host.hpp"

#include <algorithm>
#include <optional>

#include "harness/hosts/blender_addons.hpp"
#include "harness/hosts/bpy/api/library.hpp"
#include "harness/hosts/bpy/api/module.hpp"
#include "harness/hosts/bpy/document/document.hpp"
#include "harness/hosts/bpy/embedded/bpy_aging_addon.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/rna_place.hpp"
#include "harness/hosts/bpy/objects/runtime.hpp"
#include "harness/hosts/bpy/probes.hpp"
#include "harness/hosts/bpy/registration/define.hpp"
#include "harness/hosts/bpy/registration/registration.hpp"
#include "harness/hosts/names.hpp"

namespace afresh {
namespace {

using bpy::Runtime;

class BpyHost final : public Host {
 public:
  BpyHost(bpy::BlenderVersion version, const HostOptions& options)
      : runtime_(bpy::schema(), bpy::operator_schema()) {
    runtime_.version = version;
    runtime_.leaks_groups = options.has_own_leaks && version == bpy::BlenderVersion::k34;
    runtime_.user_scripts = options.addons.substr(0, options.addons.find_last_of('/'));
    bpy::set_runtime(&runtime_);
    bpy::install_modules(runtime_);
    addons_.emplace(runtime_.modules.at("addon_utils"), runtime_.ledger);
  }
  ~BpyHost() override {
    addons_.reset();
    bpy::withdraw_modules(runtime_);
    runtime_.types.let_go();
    bpy::set_runtime(nullptr);
  }
  BpyHost(const BpyHost&) = delete;
  BpyHost& operator=(const BpyHost&) = delete;

  std::string name() const override {
    return std::string(name_of(runtime_.version == bpy::BlenderVersion::k42 ? HostKind::kBpy42
                               : runtime_.leaks_groups                      ? HostKind::kBpyLeaking
                                                                            : HostKind::kBpy));
  }
  void configure(TakenNames) override {}

  void enable(const std::string& addon) override { addons_->enable(addon); }
  void disable(const std::string& addon) override { addons_->disable(addon); }
  void call_register(const std::string& addon) override { addons_->call(addon, "register"); }
  void call_unregister(const std::string& addon) override { addons_->call(addon, "unregister"); }
  void settle(const std::string&) override { addons_->complete_info(); }
  void take_back(const std::string& addon) override;
  bool is_registration(PyObject* object) const override;
  std::vector<std::string> enabled() const override { return addons_->enabled(); }

  std::vector<RegistryProbe> registries() override {
    return bpy::read_registries(runtime_, enabled());
  }
  std::vector<py::Ref> kept_for_good() const override { return runtime_.leaked_groups; }
  const std::vector<Registration>& ledger() const override { return runtime_.ledger.entries(); }

  void set_value(const std::string& name, PyObject* value) override;
  std::string save_document() override {
    return bpy::save_document(runtime_.database, bpy::Preferences::kIncluded);
  }
  void load_document(const std::string& bytes) override {
    bpy::load_document(runtime_.database, bytes);
  }
  void turn() override {
    py::own(PyObject_CallMethod(runtime_.modules.at("_bpy_application").get(), "turn", nullptr));
  }

  std::string_view aging_addon() const override {
    return embedded::bpy_aging_addon::aging_addon_py.text;
  }
  py::Ref api_module() const override { return runtime_.modules.at("bpy"); }

 private:
  Runtime runtime_;
  std::optional<hosts::BlenderAddons> addons_;  ///< once the modules are there
};

void BpyHost::take_back(const std::string& addon) {
  py::own(PyObject_CallMethod(runtime_.modules.at("_bpy_application").get(), "take_back", "s",
                              addon.c_str()));
  runtime_.database.remove_addon_keys(addon);
  for (const auto& [name, type] : runtime_.types.public_types()) {
    // Copied: taking one back changes the list.
    const auto properties = type->properties;
    for (const auto& each : properties) {
      if (!each->is_runtime || each->owner != addon || type->is_runtime) continue;
      const py::Ref cls = bpy::python_class_for(type);
      if (PyObject_SetAttrString(cls.get(), each->identifier.c_str(), nullptr) < 0) PyErr_Clear();
    }
  }
  auto types = runtime_.types.registered();
  std::reverse(types.begin(), types.end());
  for (const auto& type : types) {
    if (type->is_freed || type->is_own || type->owner != addon) continue;
    const py::Ref cls = type->registered_class;
    try {
      bpy::unregister_class(cls.get());
    } catch (const py::PythonError&) {
      // Its own unregister() raised: Blender leaves the class registered.
    }
  }
}

bool BpyHost::is_registration(PyObject* object) const {
  if (bpy::is_link_of_class(object)) return true;
  if (!bpy::is_deferred(object)) return false;
  // One that defines nothing is an attribute like any other.
  const auto& types = runtime_.types.public_types();
  return std::any_of(types.begin(), types.end(), [&](const auto& named) {
    const auto& properties = named.second->properties;
    return std::any_of(properties.begin(), properties.end(),
                       [&](const auto& each) { return each->declaration.get() == object; });
  });
}

// `scene.settings.count`, `object.x`, `window_manager.x` of the context; `preferences.ADDON.x`.
void BpyHost::set_value(const std::string& name, PyObject* value) {
  std::string rest = name;
  const auto next = [&rest] {
    const std::string part = hosts::first_part(rest);
    rest.erase(0, std::min(rest.size(), part.size() + 1));
    return part;
  };
  py::Ref place = bpy::make_object(bpy::record_place(runtime_.database.context()));
  if (rest.starts_with("preferences.")) {
    (void)next();
    place = bpy::make_object(bpy::record_place(runtime_.database.preferences()));
    place = py::attribute(place.get(), "addons");
    place = py::own(PyObject_GetItem(place.get(), py::make_str(next()).get()));
    place = py::attribute(place.get(), "preferences");
  }
  std::string last = next();
  while (!rest.empty()) {
    place = py::attribute(place.get(), last.c_str());
    last = next();
  }
  py::check(PyObject_SetAttrString(place.get(), last.c_str(), value));
}

}  // namespace

std::unique_ptr<Host> make_bpy_host(bpy::BlenderVersion version, const HostOptions& options) {
  return std::make_unique<BpyHost>(version, options);
}

}  // namespace afresh
