// Paths of snapshots as an author knows the registries.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/registry.hpp"

#include <gmock/gmock.h>

#include "harness/values/probe_id.hpp"

namespace afresh {
namespace {

/// `CODE REGISTRY LABEL`.
std::string place_text(const std::string& path) {
  RegistryPlace place = registry_place(path);
  if (place.row == nullptr) return "none";
  return std::string(name_of(place.row->code)) + " " + place.shown() + " " + place.label;
}

TEST(Registry, KnowsAPathByItsLongestBeginning) {
  EXPECT_EQ(place_text("bpy.app.handlers.save_post[0]"),
            "leftover-handler bpy.app.handlers.save_post ");
  EXPECT_EQ(place_text("bpy.types.VIEW3D_MT_object[2]"),
            "leftover-menu-entry bpy.types.VIEW3D_MT_object ");
  EXPECT_EQ(place_text("bpy.properties[Scene.size]"), "leftover-property bpy.types Scene.size");
  EXPECT_EQ(place_text("logging.getLogger('a[0]').handlers[1]"),
            "leftover-logging logging.getLogger('a[0]').handlers ");
  EXPECT_EQ(place_text("codecs.register_error[x]"), "leftover-callback codecs x");
  EXPECT_EQ(place_text("environment[HOME]"), "leftover-setting os.environ HOME");
}

TEST(Registry, KnowsEachProbeOfTheInterpreter) {
  for (ProbeId probe : kProbeIds)
    EXPECT_NE(place_text(std::string(name_of(probe)) + "[x]"), "none") << name_of(probe);
}

TEST(Registry, KnowsNoOtherPath) {
  for (const char* path :
       {"", "demo.bpy.classes[0]", "sys.pathology", "atexits[0]", "bpy.classesX"})
    EXPECT_EQ(place_text(path), "none") << path;
}

TEST(Registry, KnowsWhichAreTheHostsOwn) {
  EXPECT_TRUE(registry_place("bpy.addons[demo]").row->is_of_the_host);
  EXPECT_TRUE(registry_place("hostapi.enabled[demo]").row->is_of_the_host);
  EXPECT_FALSE(registry_place("hostapi.handlers[0]").row->is_of_the_host);
}

}  // namespace
}  // namespace afresh
