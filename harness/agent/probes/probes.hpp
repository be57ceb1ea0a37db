// The table of probes: which registries of the interpreter outlive a module, and how each is read.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/agent/probes/snapshot_context.hpp"
#include "harness/values/probe_id.hpp"

namespace afresh::agent {

/// One thing that a probe shows: what it is, under which label, whose it is.
struct ProbeEntry {
  py::Ref object;
  std::string label;  ///< empty for an entry of a list
  int owner = -1;     ///< index into the add-ons
  /// What it is an entry of, as in findings, where the probe reads several things: of a sequence
  /// (`logging.getLogger('demo').handlers`), or with a label of a dictionary. Empty: of the probe.
  std::string list = {};
  std::string text = {};  ///< written as this instead of being looked into; empty: looked into
};

/// A row of the table.
struct Probe {
  ProbeId id{};
  std::string_view compared;  ///< for its reader: `sequence, per owner`
  bool is_labelled;           ///< entries have labels and no order
  std::vector<ProbeEntry> (*read)(const SnapshotContext& context);

  /// As in findings: `sys.path`.
  [[nodiscard]] std::string name() const { return std::string(name_of(id)); }
};

/// Every probe of the interpreter's registries, in report order.
[[nodiscard]] std::span<const Probe> interpreter_probes();

/// What everybody shares (a logger) and a probe looks into, wherever else it is met.
struct ProcessWideObject {
  PyObject* object = nullptr;  ///< borrowed
  std::string text;            ///< `logger 'demo'`
};
[[nodiscard]] std::vector<ProcessWideObject> process_wide_objects(const SnapshotContext& context);

}  // namespace afresh::agent
