// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/blender_host.hpp"

#include <stdexcept>

namespace afresh {

std::unique_ptr<Host> make_blender_host(HostKind, const HostOptions&) {
  throw std::runtime_error("there is no Blender here");
}

}  // namespace afresh
