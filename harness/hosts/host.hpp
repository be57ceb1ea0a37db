// The interface of a host: what the agent needs of an application that has add-ons.
// A host lives inside the interpreter; it registers, keeps a ledger and shows its registries.
// It never judges, and knows nothing of strategies, cases or snapshots' comparison.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "harness/python/ref.hpp"
#include "harness/values/case.hpp"

namespace afresh {

/// One entry of a host registry as a snapshot shows it.
struct RegistryEntry {
  py::Ref object;     ///< what was registered (class, function, value); never empty
  std::string label;  ///< the key it is registered under, or empty for a list
  std::string owner;  ///< the add-on that registered it, or empty for the host itself
};

/// One registry of the host: a row of the snapshot's probe table.
struct RegistryProbe {
  std::string name;         ///< `hostapi.classes`
  bool is_ordered = false;  ///< a sequence (order among entries of one owner counts), else by label
  std::vector<RegistryEntry> entries;
  bool is_document = false;  ///< the user's values, which outlive add-ons
};

/// A registration noted when it happened, with the add-on line that asked for it.
struct Registration {
  std::string probe;        ///< name of the registry
  bool is_removal = false;  ///< it was taken out again
  std::string name;         ///< of the registered thing
  std::string owner;
  std::string where;  ///< `FILE:LINE` of the caller, or empty
};

/// Lifetime: made before the baseline in the zygote, lives as long as the interpreter.
/// All functions need the GIL and throw `py::PythonError` for what Python raised.
class Host {
 public:
  virtual ~Host() = default;

  /// Name in reports: `plain`.
  virtual std::string name() const = 0;
  /// Set what differs by case, before the first step.
  virtual void configure(TakenNames taken_names) = 0;

  /// Exactly what the application does when the user switches an add-on on or off.
  virtual void enable(const std::string& addon) = 0;
  virtual void disable(const std::string& addon) = 0;
  /// The raw calls of the add-on's functions, with the host's idea of the current owner set.
  virtual void call_register(const std::string& addon) = 0;
  virtual void call_unregister(const std::string& addon) = 0;
  /// After whatever loads or switches off `addon`, by the host or by a strategy: what the
  /// application does to enabled add-ons on one way of switching them on and not on another, done
  /// now. It is neither an add-on's difference nor a strategy's.
  virtual void settle(const std::string& addon) { static_cast<void>(addon); }
  /// Take back what the registries still hold of an add-on, the newest first, as its own code would
  /// have to. What cannot be taken back is left.
  virtual void take_back(const std::string& addon) = 0;
  /// Whether an object in some namespace is a registration that one of the registries shows too.
  virtual bool is_registration(PyObject* object) const = 0;
  /// Names of the enabled add-ons, in the order in which each was *first* enabled.
  virtual std::vector<std::string> enabled() const = 0;

  /// The registries as they are now. Passive: runs no Python code and changes nothing.
  virtual std::vector<RegistryProbe> registries() = 0;
  /// What the application keeps although nothing shows it any more, through no fault of an
  /// add-on's.
  virtual std::vector<py::Ref> kept_for_good() const { return {}; }
  /// Everything registered so far, in order.
  virtual const std::vector<Registration>& ledger() const = 0;

  /// The user's document: set one value (the name is the host's business), save, load, one turn.
  virtual void set_value(const std::string& name, PyObject* value) = 0;
  virtual std::string save_document() = 0;
  virtual void load_document(const std::string& bytes) = 0;
  /// One turn of the event loop: timers that are due run.
  virtual void turn() = 0;

  /// The text of an add-on's package that registers one of everything and takes it back: by
  /// switching it on and off a process is aged.
  virtual std::string_view aging_addon() const = 0;

  /// The module that add-ons import to talk to this host, for the namespace of a case's own code.
  virtual py::Ref api_module() const = 0;
};

struct HostOptions {
  /// Where the user's add-ons are; empty: nowhere yet.
  std::string addons = {};
  /// With the leaks of the application itself, which nothing that an add-on or a strategy does can
  /// prevent: Blender 3.4 never lets go of a property group that was registered. Some kinds always
  /// have them.
  bool has_own_leaks = false;
};

}  // namespace afresh
