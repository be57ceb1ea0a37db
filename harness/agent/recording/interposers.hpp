// Interposes functions that register what cannot be listed (exit callbacks, codecs, fork and audit
// hooks): ours forward to the real ones and keep the lists that the snapshot's probes read.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace afresh::agent {

/// Before the baseline, once. Makes the module `_afresh` with a ledger for each kind: a list, or a
/// dictionary where things are registered under a name. A ledger shows what was registered
/// successfully and not taken back since, in the order in which it was registered.
void interpose();

/// One successful registration, whether or not it was taken back since.
struct Interposition {
  std::string probe;               ///< `atexit`, as the probe of that ledger is called
  std::string name;                ///< qualified name of the function, or empty
  std::vector<std::string> lines;  ///< `FILE:LINE` of who called, innermost first
};
/// Those after the first `known`, in order.
[[nodiscard]] std::vector<Interposition> interpositions(std::size_t known);

/// Whether an audit hook of Python code is there: whatever raises an audit event runs it.
[[nodiscard]] bool has_audit_hook();

}  // namespace afresh::agent
