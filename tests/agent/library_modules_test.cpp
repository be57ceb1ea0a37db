// Modules of library and host that are no longer what they were: by the load that they came with
// where an add-on imported them, by their change where they were there before everything.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/agent/graph_reader.hpp"
#include "tests/agent/in_process.hpp"

namespace afresh::agent {
namespace {

using testing::at;
using testing::entries;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// `3` of `load 3`.
int load_in(const std::string& text) {
  constexpr std::string_view kLoad = "load ";
  return text.starts_with(kLoad) ? std::stoi(text.substr(kLoad.size())) : -1;
}

/// `colorsys` is imported by the test, `linecache` was by the host.
class LibraryModules : public testing::InProcess {
 protected:
  LibraryModules() {
    run("import importlib, sys, linecache\n"
        "sys.modules.pop('colorsys', None)\n"
        "import colorsys\n"
        "linecache_before = dict(vars(linecache))\n"
        "def patch(*arguments): pass\n");
  }
  ~LibraryModules() override {
    run("sys.modules['linecache'] = linecache\n"
        "vars(linecache).clear()\n"
        "vars(linecache).update(linecache_before)\n");
  }

  /// What the root of a module says, before and after these statements.
  struct Expected {
    std::string before;
    std::string after;
    Snapshot snapshot;
  };
  Expected around(const std::string& module, const std::string& statements) {
    std::string before = at(snapshot(), {module});
    run(statements);
    Snapshot after = snapshot();
    return {before, at(after, {module}), after};
  }
};

TEST_F(LibraryModules, HaveTheNumberThatTheyCameWith) {
  Expected told = around("colorsys", "colorsys.rgb_to_hsv(0, 0, 0)");
  EXPECT_GT(load_in(told.before), 0);
  EXPECT_EQ(told.after, told.before);
}

TEST_F(LibraryModules, HaveANewNumberOnceTheirCodeRanAgain) {
  for (const char* statements :
       {"importlib.reload(colorsys)", "del sys.modules['colorsys']\nimport colorsys",
        "exec(open(colorsys.__file__).read(), vars(colorsys))"}) {
    Expected told = around("colorsys", statements);
    EXPECT_GT(load_in(told.after), load_in(told.before)) << statements;
  }
}

TEST_F(LibraryModules, KeepTheirNumberWhateverIsAddedOrReplacedInThem) {
  Expected told = around("colorsys", "colorsys.more = patch\ncolorsys.rgb_to_hsv = patch");
  EXPECT_EQ(told.after, told.before);
}

TEST_F(LibraryModules, AreNotNamedWhereTheyWereThereBeforeEverything) {
  EXPECT_EQ(at(snapshot(), {"linecache"}), "absent");
}

TEST_F(LibraryModules, OfBeforeEverythingAreGoneOrReplaced) {
  EXPECT_EQ(around("linecache", "del sys.modules['linecache']").after, "change gone");
  EXPECT_EQ(around("linecache", "import linecache as another").after, "change replaced");
  run("sys.modules['linecache'] = linecache");
  EXPECT_EQ(at(snapshot(), {"linecache"}), "absent");
}

TEST_F(LibraryModules, OfBeforeEverythingAreRunAgainWhichIsNoPatch) {
  for (const char* statements :
       {"importlib.reload(linecache)", "exec(open(linecache.__file__).read(), vars(linecache))"}) {
    Expected told = around("linecache", statements);
    EXPECT_EQ(told.after, "change run-again") << statements;
    EXPECT_THAT(entries(told.snapshot, "monkeypatches", -1), IsEmpty());
  }
}

TEST_F(LibraryModules, OfBeforeEverythingAreOnlyPatchedWhereSomeOfItIsAnothers) {
  Expected told = around("linecache", "linecache.getline = linecache.checkcache = patch");
  EXPECT_EQ(told.after, "absent");
  EXPECT_THAT(entries(told.snapshot, "monkeypatches", -1), SizeIs(2));
}

TEST_F(LibraryModules, AreNoRunAgainWhereAllTheirFunctionsAreWrapped) {
  Expected told = around("linecache",
                         "import functools\n"
                         "for name, value in list(vars(linecache).items()):\n"
                         "  if callable(value):\n"
                         "    def wrapper(*arguments, value=value): return value(*arguments)\n"
                         "    setattr(linecache, name, functools.wraps(value)(wrapper))");
  EXPECT_EQ(told.after, "absent");
}

}  // namespace
}  // namespace afresh::agent
