// The real Blender, behind the interface that the agent knows. Each call goes to the concern that
// it belongs to.
// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/blender_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "harness/hosts/blender/application.hpp"
#include "harness/hosts/blender/attribution.hpp"
#include "harness/hosts/blender/embedded/blender_aging_addon.hpp"
#include "harness/hosts/blender/interposers.hpp"
#include "harness/hosts/blender/readers.hpp"
#include "harness/hosts/blender_addons.hpp"
#include "harness/hosts/names.hpp"
#include "harness/python/collector.hpp"
#include "harness/python/entries.hpp"

namespace afresh {
namespace {

using blender::Entry;
using blender::Recorded;
using blender::Registries;
using blender::Registry;
using blender::Runtime;

/// (5, 0) of `blender-5.0`.
std::pair<int, int> version_of(HostKind kind) {
  const std::string_view name = name_of(kind);
  const std::size_t dash = name.find('-');
  const std::size_t point = name.find('.');
  std::pair<int, int> version;
  std::from_chars(name.data() + dash + 1, name.data() + point, version.first);
  std::from_chars(name.data() + point + 1, name.data() + name.size(), version.second);
  return version;
}

class BlenderHost final : public Host {
 public:
  BlenderHost(HostKind kind, const HostOptions& options)
      : kind_(kind),
        runtime_(blender::start_blender(version_of(kind), options.addons)),
        addons_(runtime_->addon_utils, runtime_->ledger) {
    // What Blender makes when it is first asked is made now, and the first look makes the rest.
    look({});
    (void)registries();
    blender::look_like_a_window(*runtime_);
  }

  std::string name() const override { return std::string(name_of(kind_)); }
  void configure(TakenNames) override { change("ensure_folders"); }

  void enable(const std::string& addon) override {
    const blender::Attribution guard = attribution(addon);
    addons_.enable(addon);
  }
  void disable(const std::string& addon) override {
    const blender::Attribution guard = attribution(addon);
    addons_.disable(addon);
  }
  void call_register(const std::string& addon) override { call(addon, "register"); }
  void call_unregister(const std::string& addon) override { call(addon, "unregister"); }
  void settle(const std::string& addon) override;
  void take_back(const std::string& addon) override;
  bool is_registration(PyObject* object) const override;
  std::vector<std::string> enabled() const override { return addons_.enabled(); }

  std::vector<RegistryProbe> registries() override;
  std::vector<py::Ref> kept_for_good() const override { return runtime_->leaked_groups; }
  const std::vector<Registration>& ledger() const override { return runtime_->ledger.entries(); }

  void set_value(const std::string& name, PyObject* value) override {
    change("set_value", "sO", name.c_str(), value);
  }
  std::string save_document() override;
  void load_document(const std::string& bytes) override {
    const py::Ref document =
        py::own(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
    change("load_document", "O", document.get());
  }
  void turn() override;

  std::string_view aging_addon() const override {
    return embedded::blender_aging_addon::aging_addon_py.text;
  }
  py::Ref api_module() const override { return runtime_->bpy; }

 private:
  /// Calls a function of our Python part.
  template <typename... Arguments>
  py::Ref change(const char* function, const char* format = nullptr, Arguments... arguments) {
    return py::own(PyObject_CallFunction(PyDict_GetItemString(runtime_->changes.get(), function),
                                         format, arguments...));
  }
  blender::Attribution attribution(const std::string& addon) {
    return {[this](const std::string& name) { look(name); }, addon};
  }
  void call(const std::string& addon, const char* function) {
    const blender::Attribution guard = attribution(addon);
    addons_.call(addon, function);
  }
  /// What is new in the registries since the last look is this add-on's.
  void look(const std::string& addon) { runtime_->owners.look(read(), addon); }
  Registries read() {
    const py::GcPause guard;
    return blender::read_all(*runtime_, enabled());
  }
  std::string owner_of(const Registry& registry, const Entry& entry) const {
    return blender::owner_of(*runtime_, registry, entry);
  }
  /// What is needed to take one back: probe, label, object, handle, place, region, identity.
  py::Ref undo_entry(const Registry& registry, const Entry& entry) const;

  HostKind kind_;
  std::unique_ptr<Runtime> runtime_;
  hosts::BlenderAddons addons_;
};

// What came by other ways, such as Blender's own operators, is of the add-on that they were called
// for; but what Blender's scripts registered of themselves, where they were reloaded. The operator
// behind the checkbox completes what an add-on says of itself in `bl_info`; Blender's start and its
// scripts' reload do not.
void BlenderHost::settle(const std::string& addon) {
  runtime_->owners.look(read(), addon, [this](const Entry& entry) {
    return blender::is_blenders_code(*runtime_, entry);
  });
  addons_.complete_info();
}

std::vector<RegistryProbe> BlenderHost::registries() {
  std::vector<RegistryProbe> probes;
  for (Registry& registry : read()) {
    RegistryProbe& probe = probes.emplace_back(RegistryProbe{.name = registry.name,
                                                             .is_ordered = registry.is_ordered,
                                                             .entries = {},
                                                             .is_document = registry.is_document});
    for (Entry& entry : registry.entries) {
      std::string owner = owner_of(registry, entry);
      probe.entries.push_back({std::move(entry.object), std::move(entry.label), std::move(owner)});
    }
  }
  return probes;
}

bool BlenderHost::is_registration(PyObject* object) const {
  if (blender::is_made_by_blender(*runtime_, object)) return true;
  if (!runtime_->built_in.is_declaration(object)) return false;
  // One that defines nothing is an attribute like any other.
  bool is_defined = false;
  runtime_->built_in.each_property(
      [&](const auto& defined) { is_defined |= defined.declaration == object; });
  return is_defined;
}

py::Ref BlenderHost::undo_entry(const Registry& registry, const Entry& entry) const {
  py::Ref handle = py::borrow(Py_None);
  const Recorded* record = entry.record;
  if (record != nullptr && record->handle) handle = record->handle;
  if (registry.name == blender::kPreviews) handle = py::referent(record->object.get());
  return py::own(Py_BuildValue("(ssOOssK)", registry.name.c_str(), entry.label.c_str(),
                               entry.object.get(), handle.get(),
                               record != nullptr ? record->place.c_str() : "",
                               record != nullptr ? record->region.c_str() : "",
                               static_cast<unsigned long long>(entry.identity)));
}

void BlenderHost::take_back(const std::string& addon) {
  const py::Ref entries = py::own(PyList_New(0));
  const Registries all = read();
  for (auto registry = all.rbegin(); registry != all.rend(); ++registry) {
    if (registry->name == "bpy.addons" || registry->name == "bpy.preferences.addons") continue;
    for (auto entry = registry->entries.rbegin(); entry != registry->entries.rend(); ++entry) {
      if (owner_of(*registry, *entry) == addon)
        py::check(PyList_Append(entries.get(), undo_entry(*registry, *entry).get()));
    }
  }
  change("take_back", "O", entries.get());
  look({});
}

std::string BlenderHost::save_document() {
  const py::Ref bytes = change("save_document");
  return {PyBytes_AsString(bytes.get()), static_cast<std::size_t>(PyBytes_Size(bytes.get()))};
}

// In the background Blender has no event loop. As it does in one: a timer goes when it gives
// nothing, gives no number, or raises.
void BlenderHost::turn() {
  const std::vector<Recorded> due = runtime_->timer_list;
  for (const Recorded& each : due) {
    const auto ask = [&](const char* function) {
      return py::steal(
          PyObject_CallMethod(runtime_->timers.get(), function, "O", each.object.get()));
    };
    if (ask("is_registered").get() != Py_True) continue;
    const py::Ref interval = py::steal(PyObject_CallNoArgs(each.object.get()));
    if (!interval) PyErr_Print();
    if (interval && interval.get() != Py_None && PyFloat_AsDouble(interval.get()) != -1.0) continue;
    if (PyErr_Occurred() != nullptr) PyErr_Print();
    if (ask("is_registered").get() == Py_True && !ask("unregister")) PyErr_Clear();
  }
}

}  // namespace

std::unique_ptr<Host> make_blender_host(HostKind kind, const HostOptions& options) {
  return std::make_unique<BlenderHost>(kind, options);
}

}  // namespace afresh
