// The smallest host, behind the interface that the agent knows. Each call goes to the concern that
// it belongs to; nothing is decided here.
// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/plain_host.hpp"

#include <algorithm>

#include "harness/hosts/plain/embedded/plain_aging_addon.hpp"
#include "harness/hosts/plain/parts.hpp"
#include "harness/hosts/plain/probes.hpp"

namespace afresh {
namespace {

using plain::HostParts;

class PlainHost final : public Host {
 public:
  PlainHost() { plain::install_module(parts_); }
  ~PlainHost() override { plain::withdraw_module(parts_); }
  PlainHost(const PlainHost&) = delete;
  PlainHost& operator=(const PlainHost&) = delete;

  std::string name() const override { return "plain"; }
  void configure(TakenNames taken_names) override { parts_.taken_names = taken_names; }

  void enable(const std::string& addon) override { parts_.lifecycle.enable(addon); }
  void disable(const std::string& addon) override { parts_.lifecycle.disable(addon); }
  void call_register(const std::string& addon) override {
    parts_.lifecycle.call(addon, "register");
  }
  void call_unregister(const std::string& addon) override {
    parts_.lifecycle.call(addon, "unregister");
  }
  void take_back(const std::string& addon) override;
  bool is_registration(PyObject*) const override { return false; }
  std::vector<std::string> enabled() const override { return parts_.lifecycle.enabled(); }

  std::vector<RegistryProbe> registries() override { return plain::read_registries(parts_); }
  const std::vector<Registration>& ledger() const override { return parts_.ledger.entries(); }

  void set_value(const std::string& name, PyObject* value) override;
  std::string save_document() override { return plain::render_document(parts_.document); }
  void load_document(const std::string& bytes) override {
    parts_.document = plain::parse_document(bytes);
  }
  void turn() override { parts_.timers.turn(); }

  std::string_view aging_addon() const override {
    return embedded::plain_aging_addon::aging_addon_py.text;
  }
  py::Ref api_module() const override { return parts_.module; }

 private:
  HostParts parts_;
};

void PlainHost::take_back(const std::string& addon) {
  // Entries are copied: taking one back changes the registry.
  const auto theirs = [&](auto entries) {
    std::erase_if(entries, [&](const auto& each) { return each.owner != addon; });
    std::reverse(entries.begin(), entries.end());
    return entries;
  };
  // Let go of only after all are out: what dies may run the add-on's code.
  std::vector<py::Ref> removed;
  for (const plain::Timer& each : theirs(parts_.timers.entries())) {
    removed.push_back(parts_.timers.remove(each.function.get()));
    parts_.ledger.note_removed("hostapi.timers",
                               hosts::name_of(parts_.passive, each.function.get()));
  }
  for (const plain::Claim& each : theirs(parts_.claims.entries())) {
    parts_.claims.release(each.text);
    parts_.ledger.note_removed("hostapi.claims", each.text);
  }
  for (const plain::PropertyDefinition& each : theirs(parts_.definitions.entries())) {
    removed.push_back(parts_.definitions.remove(each.block, each.name));
    parts_.ledger.note_removed("hostapi.properties", each.label());
  }
  for (const plain::RegisteredClass& each : theirs(parts_.classes.entries())) {
    removed.push_back(parts_.classes.remove(each.cls.get(), each.name));
    parts_.ledger.note_removed("hostapi.classes", each.name);
  }
}

// As `hostapi.scene.settings.count = value` would do it.
void PlainHost::set_value(const std::string& name, PyObject* value) {
  const std::string block = hosts::first_part(name);
  py::Ref place = block == "scene" ? parts_.scene : block == "object" ? parts_.object : py::Ref();
  if (!place || block.size() == name.size()) {
    py::raise(PyExc_AttributeError, "'" + name + "': expected scene.NAME or object.NAME");
  }
  std::string rest = name.substr(block.size() + 1);
  while (rest.find('.') != std::string::npos) {
    const std::string next = hosts::first_part(rest);
    place = py::attribute(place.get(), next.c_str());
    rest.erase(0, next.size() + 1);
  }
  py::check(PyObject_SetAttrString(place.get(), rest.c_str(), value));
}

}  // namespace

std::unique_ptr<Host> make_plain_host() { return std::make_unique<PlainHost>(); }

}  // namespace afresh
