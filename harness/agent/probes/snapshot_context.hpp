// What a snapshot is taken of and a probe reads: the interpreter with all that is remembered of it.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/baseline/baseline.hpp"
#include "harness/agent/facts/fingerprint.hpp"
#include "harness/agent/ownership/loads.hpp"
#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/agent/ownership/ownership.hpp"
#include "harness/hosts/host.hpp"
#include "harness/python/passive.hpp"

namespace afresh::agent {

/// All references outlive the calls that get it.
struct SnapshotContext {
  const py::PassiveReader& passive;
  const Baseline& baseline;
  Ownership& ownership;
  Loads& loads;
  Fingerprints& fingerprints;
  Host& host;

  /// The add-on that an object's class or function belongs to by module, or -1.
  [[nodiscard]] int owner_of(PyObject* object) const {
    return owner_of_definition(passive, ownership, object);
  }
};

}  // namespace afresh::agent
