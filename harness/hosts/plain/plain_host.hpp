// The smallest host: `import hostapi`.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/host.hpp"

namespace afresh {

[[nodiscard]] std::unique_ptr<Host> make_plain_host();

}  // namespace afresh
