// SPDX-License-Identifier: MIT
#include "harness/addon/read_addon.hpp"

#include <gmock/gmock.h>

#include "tests/addon/folder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class ReadAddon : public ::testing::Test {
 protected:
  std::string complaint(const std::string& path, const std::string& name = "") const {
    auto place = find_addon(path, name);
    return place ? "" : place.error().message;
  }
  Folder folder_;
};

TEST_F(ReadAddon, TakesAPackageWithAllItsFiles) {
  folder_.write("demo/__init__.py", "import os\r\n");
  folder_.write("demo/sub/data.bin", std::string_view("\0\xff", 2));
  folder_.write("demo/empty.py", "");
  for (const char* name : {"demo/__pycache__/__init__.cpython-311.pyc", "demo/.git/HEAD",
                           "demo/.idea/x.py", "demo/old.pyc"})
    folder_.write(name, "x");
  for (const char* slash : {"", "/", "/."}) {
    auto place = find_addon(folder_.path("demo") + slash, "");
    ASSERT_TRUE(place) << place.error().message;
    auto addon = read_addon(*place);
    ASSERT_TRUE(addon);
    EXPECT_EQ(addon->name, "demo");
    EXPECT_THAT(addon->files,
                ElementsAre(Pair("demo/__init__.py", "import os\r\n"), Pair("demo/empty.py", ""),
                            Pair("demo/sub/data.bin", std::string("\0\xff", 2))));
  }
}

TEST_F(ReadAddon, TakesAModuleAlone) {
  folder_.write("other.py", "x");
  auto place = find_addon(folder_.write("demo.py", "x = 1\n"), "");
  ASSERT_TRUE(place);
  EXPECT_THAT(read_addon(*place)->files, ElementsAre(Pair("demo.py", "x = 1\n")));
}

TEST_F(ReadAddon, CallsItAsItIsTold) {
  folder_.write("my-addon-main/__init__.py", "");
  std::string path = folder_.path("my-addon-main");
  EXPECT_EQ(complaint(path),
            path +
                ": Python cannot import 'my-addon-main'; expected --name with the name that the "
                "add-on has where it is installed");
  EXPECT_EQ(complaint(path, "class"), "--name 'class'; expected a name that Python can import");
  auto place = find_addon(path, "my_addon");
  ASSERT_TRUE(place);
  EXPECT_THAT(read_addon(*place)->files, ElementsAre(Pair("my_addon/__init__.py", "")));
}

TEST_F(ReadAddon, SaysWhatIsNoAddon) {
  const std::string expected = "expected an add-on: a folder with __init__.py, or a .py file";
  EXPECT_EQ(complaint("nosuch"), "nosuch: no such file or folder; " + expected);
  folder_.write("repo/README.md", "");
  EXPECT_EQ(complaint(folder_.path("repo")),
            folder_.path("repo") + ": no __init__.py; " + expected);
  folder_.write("repo/addon/__init__.py", "");
  EXPECT_EQ(complaint(folder_.path("repo")), folder_.path("repo") + ": no __init__.py; " +
                                                 expected + "; there is one in " +
                                                 folder_.path("repo/addon"));
  EXPECT_EQ(complaint(folder_.path("repo/README.md")),
            folder_.path("repo/README.md") + ": no Python file; " + expected);
}

TEST_F(ReadAddon, RefusesWhatIsTooLarge) {
  folder_.write("demo/__init__.py", "");
  folder_.write("demo/big.bin", std::string(kMaxAddonBytes, 'x'));
  ASSERT_TRUE(read_addon(*find_addon(folder_.path("demo"), "")));
  folder_.write("demo/one_more", "x");
  auto addon = read_addon(*find_addon(folder_.path("demo"), ""));
  ASSERT_FALSE(addon);
  EXPECT_EQ(addon.error().message,
            folder_.path("demo") +
                ": its files are more than 16 MiB; expected those of one add-on alone");
}

}  // namespace
}  // namespace afresh::testing
