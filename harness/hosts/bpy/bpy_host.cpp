// The Blender-like host, behind the interface that the agent knows. Each call goes to the concern
// that it belongs to; nothing is decided here.
// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/library.hpp"
#include "harness/hosts/bpy/module.hpp"
#include "harness/hosts/bpy/runtime.hpp"
#include "harness/hosts/host.hpp"

namespace afresh {
namespace {

using bpy::Runtime;

class BpyHost final : public Host {
 public:
  explicit BpyHost(const BpyOptions& options) : runtime_(bpy::schema()) {
    runtime_.leaks_groups = options.leaks_groups;
    bpy::set_runtime(&runtime_);
    bpy::install_modules(runtime_);
  }
  ~BpyHost() override {
    bpy::withdraw_modules(runtime_);
    bpy::set_runtime(nullptr);
  }
  BpyHost(const BpyHost&) = delete;
  BpyHost& operator=(const BpyHost&) = delete;

  std::string name() const override { return "bpy"; }
  void configure(TakenNames) override {}

  void enable(const std::string& addon) override { call_utility("enable", addon); }
  void disable(const std::string& addon) override { call_utility("disable", addon); }
  void call_register(const std::string& addon) override { call(addon, "register"); }
  void call_unregister(const std::string& addon) override { call(addon, "unregister"); }
  std::vector<std::string> enabled() const override { return {}; }

  std::vector<RegistryProbe> registries() override { return {}; }
  const std::vector<Registration>& ledger() const override { return ledger_; }

  void set_value(const std::string&, PyObject*) override {}
  std::string save_document() override { return {}; }
  void load_document(const std::string&) override {}
  void turn() override {
    py::own(PyObject_CallMethod(runtime_.modules.at("_bpy_application").get(), "turn", nullptr));
  }

  py::Ref api_module() const override { return runtime_.modules.at("bpy"); }

 private:
  void call_utility(const char* function, const std::string& addon) {
    py::own(PyObject_CallMethod(runtime_.modules.at("addon_utils").get(), function, "s",
                                addon.c_str()));
  }
  static void call(const std::string& addon, const char* function) {
    const py::Ref name = py::make_str(addon);
    const py::Ref module = py::own(PyObject_GetItem(PyImport_GetModuleDict(), name.get()));
    py::own(PyObject_CallNoArgs(py::attribute(module.get(), function).get()));
  }

  Runtime runtime_;
  std::vector<Registration> ledger_;
};

}  // namespace

std::unique_ptr<Host> make_bpy_host(const BpyOptions& options) {
  return std::make_unique<BpyHost>(options);
}

}  // namespace afresh
