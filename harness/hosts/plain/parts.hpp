// The plain host's concerns, wired together: what a function of the module, a view or a probe works
// on. Owned by the host object; Python reaches it through one capsule, which outlives it safely.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/hosts/ledger.hpp"
#include "harness/hosts/names.hpp"
#include "harness/hosts/plain/claims.hpp"
#include "harness/hosts/plain/classes.hpp"
#include "harness/hosts/plain/definitions.hpp"
#include "harness/hosts/plain/document.hpp"
#include "harness/hosts/plain/handlers.hpp"
#include "harness/hosts/plain/lifecycle.hpp"
#include "harness/hosts/plain/timers.hpp"
#include "harness/hosts/plain/types.hpp"
#include "harness/values/case.hpp"

namespace afresh::plain {

struct HostParts {
  HostParts() = default;
  HostParts(const HostParts&) = delete;
  HostParts& operator=(const HostParts&) = delete;

  TakenNames taken_names = TakenNames::kStrict;
  py::PassiveReader passive;
  HostTypes types = make_types();
  hosts::Ledger ledger;
  ClassRegistry classes;
  PropertyDefinitions definitions;
  Document document;
  HandlerOwners handler_owners;
  Timers timers;
  Claims claims;
  Lifecycle lifecycle{ledger};

  /// What the module shows by name, and the capsule that its functions and the views carry.
  py::Ref capsule;
  py::Ref module;
  py::Ref handlers;
  py::Ref state;
  py::Ref scene;
  py::Ref object;
};

/// Makes `hostapi`, fills the Python members of `parts` and puts the module into `sys.modules`.
void install_module(HostParts& parts);
/// Undoes it. Whoever still holds something of the module gets an exception from now on.
void withdraw_module(HostParts& parts) noexcept;

/// What a capsule made by `install_module` leads to; RuntimeError when the host is gone.
[[nodiscard]] HostParts& get_host_parts(PyObject* capsule);

}  // namespace afresh::plain
