// SPDX-License-Identifier: MIT
#include "harness/hosts/make_host.hpp"

#include <stdexcept>

#include "harness/hosts/blender/blender_host.hpp"
#include "harness/hosts/bpy/bpy_host.hpp"
#include "harness/hosts/plain/plain_host.hpp"

namespace afresh {

std::unique_ptr<Host> make_host(HostKind kind, const HostOptions& options) {
  switch (kind) {
    case HostKind::kPlain: return make_plain_host();
    case HostKind::kBpy: return make_bpy_host(bpy::BlenderVersion::k34, options);
    case HostKind::kBpyLeaking:
      return make_bpy_host(bpy::BlenderVersion::k34,
                           {.addons = options.addons, .has_own_leaks = true});
    case HostKind::kBpy42: return make_bpy_host(bpy::BlenderVersion::k42, options);
    case HostKind::kBlender34:
    case HostKind::kBlender42:
    case HostKind::kBlender45:
    case HostKind::kBlender50:
    case HostKind::kBlender51:
    case HostKind::kBlender52:
    case HostKind::kBlender53: return make_blender_host(kind, options);
  }
  throw std::logic_error("no such kind of host");
}

}  // namespace afresh
