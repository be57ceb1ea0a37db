// Ages an interpreter: what makes reference C differ from A in everything that is an accident.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "harness/hosts/host.hpp"

namespace afresh::agent {

/// A few thousand odd-sized allocations, so that addresses fall in another order.
void perturb_heap();
/// Enable, disable, purge and collect a fixed add-on of our own, so that counters have moved on.
/// Never a renamed copy of the add-on under test: that would hide real doubles.
void age(Host& host, const std::filesystem::path& folder);

}  // namespace afresh::agent
