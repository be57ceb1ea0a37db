// Random messages of every kind.
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck.h>

#include <ostream>

#include "harness/wire/messages.hpp"

namespace afresh::testing {

[[nodiscard]] rc::Gen<wire::Request> gen_request();
[[nodiscard]] rc::Gen<wire::Event> gen_event();
/// With every index in range, as an agent writes it.
[[nodiscard]] rc::Gen<Snapshot> gen_snapshot();

}  // namespace afresh::testing
