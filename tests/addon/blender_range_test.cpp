// What an add-on says of the Blenders that it is for. SPDX-License-Identifier: MIT
#include "harness/addon/blender_range.hpp"

#include <gtest/gtest.h>

namespace afresh {
namespace {

AddonFiles package(const std::string& text) {
  return {.name = "demo", .files = {{"demo/__init__.py", text}}};
}

AddonFiles extension(const std::string& manifest) {
  AddonFiles addon = package("bl_info = {'blender': (9, 9, 0)}\n");
  addon.files["demo/blender_manifest.toml"] = manifest;
  return addon;
}

TEST(BlenderRange, OfAnExtensionStandsInItsManifest) {
  const auto range =
      blender_range(extension("schema_version = \"1.0.0\"\nblender_version_min = \"4.2.0\"\n"
                              "  blender_version_max='5.1.0' # not that one\n"));
  ASSERT_TRUE(range);
  EXPECT_EQ(range->oldest, "4.2.0");
  EXPECT_EQ(range->beyond, "5.1.0");
  EXPECT_EQ(range->said_by, "blender_manifest.toml");
  EXPECT_FALSE(range->allows("3.4.1"));
  EXPECT_TRUE(range->allows("4.2.0"));
  EXPECT_TRUE(range->allows("4.10.0"));
  EXPECT_TRUE(range->allows("5.0.9"));
  EXPECT_FALSE(range->allows("5.1.0"));
}

TEST(BlenderRange, WithoutBoundsAllowsAll) {
  const auto range = blender_range(extension("# blender_version_min = \"4.2.0\"\n"));
  ASSERT_TRUE(range);
  EXPECT_TRUE(range->allows("2.80.0"));
}

TEST(BlenderRange, OfTheOldKindBeginsWhereItsInfoSays) {
  for (const char* text :
       {"import bpy\nbl_info = {\n  'name': 'Demo',\n  \"blender\": (3, 6),\n}\n",
        "bl_info={'blender':(3,6,0)}\n", "bl_info = dict(name='x', blender=(3, 6, 0))\n"}) {
    const auto range = blender_range(package(text));
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(range->oldest, "3.6.0") << text;
    EXPECT_FALSE(range->allows("3.4.1"));
    EXPECT_TRUE(range->allows("5.0.1"));
  }
  const auto single =
      blender_range({.name = "demo", .files = {{"demo.py", "bl_info = {'name': 'x'}\n"}}});
  ASSERT_TRUE(single);
  EXPECT_TRUE(single->allows("3.4.1"));
}

TEST(BlenderRange, IsUnknownOfAnAddonThatDoesNotSayThatItIsBlenders) {
  EXPECT_FALSE(blender_range(package("import bpy\n'bl_info = {}'\n")));
  EXPECT_FALSE(blender_range({.name = "demo", .files = {}}));
}

}  // namespace
}  // namespace afresh
