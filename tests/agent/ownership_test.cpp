// Which modules are an add-on's: by name, by file, as an alias, in another's place.
// SPDX-License-Identifier: MIT
#include "harness/agent/ownership/ownership.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/agent/graph_reader.hpp"
#include "tests/agent/in_process.hpp"

namespace afresh::agent {
namespace {

using ::testing::AllOf;
using testing::at;
using ::testing::Contains;
using testing::is_same;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class OwnershipTest : public testing::InProcess {
 protected:
  OwnershipTest() { run("path_before = sys.path[:]"); }
  ~OwnershipTest() override { run("sys.path[:] = path_before"); }

  /// `KEY by name|file|identity` of each entry of `sys.modules` that is owned.
  std::vector<std::string> owned() {
    std::vector<std::string> found;
    for (const OwnedModule& module : ownership_.owned_modules()) {
      const char* by = module.by == OwnedBy::kName   ? "name"
                       : module.by == OwnedBy::kFile ? "file"
                                                     : "identity";
      found.push_back(module.key + " by " + by);
    }
    return found;
  }
};

TEST_F(OwnershipTest, EndsANameAtADot) {
  Ownership ownership({"demo", "demo_tools"}, "/addons");
  EXPECT_EQ(ownership.owner_of("demo"), 0);
  EXPECT_EQ(ownership.owner_of("demo.sub.deep"), 0);
  EXPECT_EQ(ownership.owner_of("demo_tools.sub"), 1);
  EXPECT_EQ(ownership.owner_of("demo_other"), -1);
  EXPECT_EQ(ownership.owner_of("dem"), -1);
  EXPECT_EQ(ownership.owner_of(""), -1);
}

TEST_F(OwnershipTest, EndsAPathAtASlashOrAtTheSuffixOfAModule) {
  Ownership ownership({"demo", "demo_tools"}, "/addons");
  EXPECT_EQ(ownership.owner_of_path("/addons/demo/a.py"), 0);
  EXPECT_EQ(ownership.owner_of_path("/addons/demo"), 0);
  EXPECT_EQ(ownership.owner_of_path("/addons/demo.py"), 0);
  EXPECT_EQ(ownership.owner_of_path("/addons/demo_tools/a.py"), 1);
  EXPECT_EQ(ownership.owner_of_path("/addons/demo.pyc"), -1);
  EXPECT_EQ(ownership.owner_of_path("/addons2/demo/a.py"), -1);
  EXPECT_EQ(ownership.owner_of_path("demo/a.py"), -1);
}

TEST_F(OwnershipTest, ShowsPathsInTheFolderRelativeToIt) {
  Ownership ownership({"demo"}, "/addons");
  EXPECT_EQ(ownership.shown_path("/addons/demo/a.py"), "demo/a.py");
  EXPECT_EQ(ownership.shown_path("/usr/lib/a.py"), "/usr/lib/a.py");
}

TEST_F(OwnershipTest, FindsModulesByNameAndNoOthers) {
  load({{"demo/__init__.py", "from . import sub\nimport json\n"}, {"demo/sub.py", ""}});
  EXPECT_THAT(owned(), UnorderedElementsAre("demo by name", "demo.sub by name"));
}

TEST_F(OwnershipTest, FindsAVendoredLibraryUnderItsBareName) {
  load({{"demo/__init__.py",
         "import os, sys\nsys.path.insert(0, os.path.dirname(__file__) + '/vendor')\n"
         "import tiny_library, tiny_package.part\n"},
        {"demo/vendor/tiny_library.py", "def answer(): return 1\n"},
        {"demo/vendor/tiny_package/__init__.py", ""},
        {"demo/vendor/tiny_package/part.py", "class Part: pass\n"}});
  EXPECT_THAT(owned(), AllOf(Contains("tiny_library by file"), Contains("tiny_package by file"),
                             Contains("tiny_package.part by file")));
  Snapshot taken = snapshot();
  EXPECT_EQ(at(taken, {"tiny_library", ".answer"}), "function tiny_library answer");
  EXPECT_EQ(at(taken, {"tiny_package.part", ".Part"}), "class tiny_package.part Part");
}

TEST_F(OwnershipTest, FindsAVendoredPackageThatHasOnlyAPath) {
  load({{"demo/__init__.py",
         "import os, sys\nsys.path.insert(0, os.path.dirname(__file__) + '/vendor')\n"
         "import loose_package.part\n"},
        {"demo/vendor/loose_package/part.py", "value = 1\n"}});
  EXPECT_EQ(eval("hasattr(sys.modules['loose_package'], '__file__') and"
                 " sys.modules['loose_package'].__file__"),
            "None");
  EXPECT_THAT(owned(),
              AllOf(Contains("loose_package by file"), Contains("loose_package.part by file")));
}

TEST_F(OwnershipTest, FindsAHandMadePackageThatHasOnlyAPath) {
  load({{"demo/__init__.py",
         "import os, sys, types\nmade = types.ModuleType('made_by_hand')\n"
         "made.__path__ = [os.path.dirname(__file__) + '/parts']\n"
         "sys.modules['made_by_hand'] = made\n"}});
  EXPECT_THAT(owned(), Contains("made_by_hand by file"));
}

TEST_F(OwnershipTest, FindsAnAlias) {
  load({{"demo/__init__.py", "import sys\nfrom . import sub\nsys.modules['demo_api'] = sub\n"},
        {"demo/sub.py", "def f(): pass\n"}});
  EXPECT_THAT(owned(), Contains("demo_api by file"));
  EXPECT_TRUE(is_same(snapshot(), {"demo_api"}, {"demo.sub"}));
}

TEST_F(OwnershipTest, FindsAnAliasOfWhatIsNoModule) {
  load({{"demo/__init__.py", "import sys\nfrom . import sub\nsys.modules['demo_api'] = sub\n"},
        {"demo/sub.py", "import sys\nclass Api:\n  value = 1\nsys.modules[__name__] = Api()\n"}});
  EXPECT_THAT(owned(), AllOf(Contains("demo.sub by name"), Contains("demo_api by identity")));
  Snapshot taken = snapshot();
  EXPECT_EQ(at(taken, {"demo.sub"}), "instance demo.sub.Api");
  EXPECT_TRUE(is_same(taken, {"demo_api"}, {"demo.sub"}));
}

TEST_F(OwnershipTest, KeepsAVendoredNameAfterItsPurge) {
  load({{"demo/__init__.py",
         "import os, sys\nsys.path.insert(0, os.path.dirname(__file__) + '/vendor')\n"
         "import tiny_library\n"},
        {"demo/vendor/tiny_library.py", "class Held: pass\n"}});
  static_cast<void>(snapshot());
  run("held = demo.tiny_library.Held\ndel sys.modules['tiny_library']");
  EXPECT_EQ(at(snapshot(), {"demo", ".tiny_library", ".Held"}), "class tiny_library Held");
}

TEST_F(OwnershipTest, GivesTheSameAnswerToWhoeverAsksAgain) {
  load({{"demo/__init__.py",
         "import os, sys\nsys.path.insert(0, os.path.dirname(__file__) + '/vendor')\n"
         "import tiny_library\n"},
        {"demo/vendor/tiny_library.py", ""}});
  std::vector<std::string> first = owned();
  EXPECT_THAT(first, UnorderedElementsAre("demo by name", "tiny_library by file"));
  EXPECT_EQ(owned(), first);
}

TEST_F(OwnershipTest, LeavesNoneBehindAPurge) {
  load({{"demo/__init__.py", "from . import sub\n"}, {"demo/sub.py", ""}});
  run("for key in [k for k in sys.modules if k.split('.')[0] == 'demo']: del sys.modules[key]");
  EXPECT_THAT(owned(), IsEmpty());
}

TEST_F(OwnershipTest, TakesANoneForNoAlias) {
  load({{"demo/__init__.py",
         "import sys\nsys.modules['demo.blocked'] = None\nsys.modules['unrelated'] = None\n"}});
  EXPECT_THAT(owned(),
              AllOf(Contains("demo.blocked by name"), Not(Contains("unrelated by identity"))));
  EXPECT_EQ(at(snapshot(), {"demo.blocked"}), "None");
}

TEST_F(OwnershipTest, WritesAForeignObjectByName) {
  load({{"demo/__init__.py",
         "import collections, json, os\nfrom json import dumps\n"
         "from collections import OrderedDict\nenviron = os.environ\n"}});
  Snapshot taken = snapshot();
  EXPECT_EQ(at(taken, {"demo", ".json"}), "module json");
  EXPECT_EQ(at(taken, {"demo", ".dumps"}), "function json.dumps");
  EXPECT_EQ(at(taken, {"demo", ".OrderedDict"}), "class collections.OrderedDict");
  EXPECT_EQ(at(taken, {"demo", ".environ"}), "object os.environ");
}

// functools.wraps makes a wrapper claim the name and module of what it wraps.
TEST_F(OwnershipTest, LooksIntoAFunctionThatClaimsToBeALibrarys) {
  load({{"demo/__init__.py",
         "import functools, json\n@functools.wraps(json.dumps)\ndef wrapper(*a): return "
         "json.dumps(*a)\n"}});
  EXPECT_EQ(at(snapshot(), {"demo", ".wrapper"}), "function json dumps");
}

}  // namespace
}  // namespace afresh::agent
