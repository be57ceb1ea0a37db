// The interpreter's own clean-up list: what CPython's test runner empties before it looks for
// leaks. SPDX-License-Identifier: MIT
#pragma once

namespace afresh::agent {

/// Empty the caches of the library modules that are loaded: what lived on only in one of them is
/// garbage now. Imports nothing; a cache that cannot be emptied is left.
void empty_interpreter_caches();

}  // namespace afresh::agent
