// Interposes functions that register what cannot be listed (exit callbacks, codecs, fork and audit
// hooks): ours forward to the real ones and keep the lists that the snapshot's probes read.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::agent {

/// Before the baseline, once. Makes the module `_afresh` with a ledger for each kind: a list, or a
/// dictionary where things are registered under a name. A ledger shows what was registered
/// successfully and not taken back since, in the order in which it was registered.
void interpose();

}  // namespace afresh::agent
