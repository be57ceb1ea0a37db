// Interposes `atexit`, whose callbacks cannot be listed: ours forward to the real functions and
// keep a list that the snapshot's probe reads.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::agent {

/// Before the baseline, once. Makes the module `_afresh` with the list `exit_callbacks`.
void interpose_exit_callbacks();

}  // namespace afresh::agent
