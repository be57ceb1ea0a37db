// The Blender-like host, behind the interface that the agent knows. Each call goes to the concern
// that it belongs to.
// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/bpy_host.hpp"

#include <algorithm>

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
  }
  ~BpyHost() override {
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

  void enable(const std::string& addon) override;
  void disable(const std::string& addon) override;
  void call_register(const std::string& addon) override { call(addon, "register"); }
  void call_unregister(const std::string& addon) override { call(addon, "unregister"); }
  void settle(const std::string& addon) override;
  void take_back(const std::string& addon) override;
  bool is_registration(PyObject* object) const override;
  std::vector<std::string> enabled() const override;

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
  /// As the checkbox in the preferences does it; gives what the add-on raised meanwhile, if
  /// anything.
  py::Ref switch_addon(const char* function, const std::string& addon);
  void call(const std::string& addon, const char* function);
  /// Whether its module is there and says that it is enabled.
  static bool is_marked(const std::string& addon);

  Runtime runtime_;
  std::vector<std::string> by_first_enabling_;
};

py::Ref BpyHost::switch_addon(const char* function, const std::string& addon) {
  const py::Ref errors = py::own(PyList_New(0));
  const py::Ref callable = py::attribute(runtime_.modules.at("addon_utils").get(), function);
  const py::Ref arguments = py::own(Py_BuildValue("(s)", addon.c_str()));
  const py::Ref keywords = py::own(PyDict_New());
  py::check(PyDict_SetItemString(keywords.get(), "default_set", Py_True));
  py::check(PyDict_SetItemString(keywords.get(), "handle_error",
                                 py::attribute(errors.get(), "append").get()));
  (void)py::own(PyObject_Call(callable.get(), arguments.get(), keywords.get()));
  return PyList_Size(errors.get()) == 0 ? py::Ref() : py::borrow(PyList_GetItem(errors.get(), 0));
}

void BpyHost::enable(const std::string& addon) {
  // Blender tells the user what was raised; to the agent it is an exception.
  if (const py::Ref raised = switch_addon("enable", addon)) throw py::PythonError(raised);
  // It also refuses without an exception: an add-on for a Blender before 2.80, or a namespace
  // package.
  if (!is_marked(addon)) {
    py::raise(PyExc_RuntimeError, "addon_utils.enable: '" + addon + "' was not enabled");
  }
  if (std::find(by_first_enabling_.begin(), by_first_enabling_.end(), addon) ==
      by_first_enabling_.end()) {
    by_first_enabling_.push_back(addon);
  }
}

void BpyHost::disable(const std::string& addon) {
  const hosts::CurrentOwner owner(runtime_.ledger, addon);
  const py::Ref raised = switch_addon("disable", addon);
  if (!raised) return;
  const py::PythonError error(raised);
  runtime_.ledger.note("unregister-error", error.type() + ": " + error.message(),
                       {.owner = addon, .where = hosts::raised_at(error)});
}

void BpyHost::call(const std::string& addon, const char* function) {
  const py::Ref name = py::make_str(addon);
  const py::Ref module = py::own(PyObject_GetItem(PyImport_GetModuleDict(), name.get()));
  const hosts::CurrentOwner owner(runtime_.ledger, addon);
  py::own(PyObject_CallNoArgs(py::attribute(module.get(), function).get()));
}

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

// The operator behind the checkbox completes what an add-on says of itself in `bl_info`; Blender's
// start and its scripts' reload do not.
void BpyHost::settle(const std::string&) {
  for (const std::string& name : enabled()) {
    PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), name.c_str());
    const py::Ref done = py::steal(PyObject_CallMethod(runtime_.modules.at("addon_utils").get(),
                                                       "module_bl_info", "O", module));
    if (!done) PyErr_Clear();
  }
}

bool BpyHost::is_marked(const std::string& addon) {
  PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), addon.c_str());
  if (module == nullptr || !PyModule_Check(module)) return false;
  return PyDict_GetItemString(PyModule_GetDict(module), "__addon_enabled__") == Py_True;
}

std::vector<std::string> BpyHost::enabled() const {
  std::vector<std::string> names;
  std::copy_if(by_first_enabling_.begin(), by_first_enabling_.end(), std::back_inserter(names),
               is_marked);
  return names;
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
