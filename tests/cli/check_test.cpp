// `check`: a person's own add-on, as they would run it.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <map>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Check : public Program {
 protected:
  Check() {
    write("demo/__init__.py", R"("""An add-on."""
from __future__ import annotations
from .settings import LIMIT
from . import ui
def register(): ui.register()
def unregister(): ui.unregister()
)");
    write("demo/settings.py", "LIMIT = 3\n");
    write("demo/ui.py", R"(from . import colours
def register(): pass
def unregister(): pass
)");
    write("demo/colours.py", "RED = 'red'\n");
  }
  /// By strategy, the findings of `check ARGUMENTS`: `KIND at PATH because CAUSE`.
  std::map<std::string, std::vector<std::string>> findings(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"--json", "out.json"});
    ran_ = run(arguments);
    EXPECT_EQ(ran_.err, "");
    std::map<std::string, std::vector<std::string>> found;
    Json report = Json::parse(read("out.json"));
    for (const Json& record : report["records"]) {
      auto& texts = found[record["strategy"]];
      for (const Json& finding : record["findings"]) {
        if (finding["aspect"] != "fresh") continue;
        const Json& cause = finding["cause"];
        std::string because = cause.is_null() ? ""
                                              : std::string(cause["file"]) + ":" +
                                                    std::to_string(cause.value("line", 0)) + ": " +
                                                    cause.value("text", "");
        texts.push_back(std::string(finding["kind"]) + " at " + std::string(finding["paths"][0]) +
                        " because " + because);
      }
    }
    return found;
  }
  ProgramResult ran_;
};

TEST_F(Check, TellsWhatIsOldByOrderAndByPlace) {
  auto found = findings({"demo", "--strategy", "reload-top", "--strategy", "reload-sorted",
                         "--strategy", "purge-dotted"});
  EXPECT_EQ(ran_.status, 0) << ran_.out;
  EXPECT_THAT(ran_.out, HasSubstr("Use: purge-dotted (1 of 3 ways is right)."));
  EXPECT_THAT(ran_.out, HasSubstr("warning[stale-import]: demo.LIMIT is copied here before"));
  EXPECT_THAT(ran_.out, HasSubstr("demo/__init__.py:3:1\n"));
  EXPECT_THAT(found["purge-dotted"], IsEmpty());
  // Both constants are as before: that they are old is told by what ran when.
  EXPECT_THAT(
      found["reload-sorted"],
      Contains("stale-value at demo.LIMIT because demo/__init__.py:3: from .settings import "
               "LIMIT"));
  EXPECT_THAT(found["reload-top"], Contains(StartsWith("stale-code at demo.colours")));
  EXPECT_THAT(
      found["reload-top"],
      Contains("stale-code at demo.ui.register because demo/ui.py:2: def register(): pass"));
}

TEST_F(Check, TellsWhatIsMadeOfAnOldValueAndNotWhatNoEditChanges) {
  write("demo/__init__.py", R"(from . import colours, settings
def register(): pass
def unregister(): pass
)");
  write("demo/colours.py", R"(from . import __package__ as name
from . import settings
WIDTH = 2 * settings.LIMIT
)");
  auto found = findings({"demo", "--strategy", "reload-sorted", "--strategy", "reload-reversed",
                         "--strategy", "reload-dependency-order"});
  constexpr const char* kOld =
      "stale-value at demo.colours.WIDTH because demo/colours.py:3: WIDTH = 2 * settings.LIMIT";
  EXPECT_THAT(found["reload-sorted"], Contains(kOld));
  for (const char* strategy : {"reload-sorted", "reload-reversed", "reload-dependency-order"})
    EXPECT_THAT(found[strategy], Not(Contains(StartsWith("stale-value at demo.colours.name"))));
  EXPECT_THAT(found["reload-dependency-order"], Not(Contains(kOld)));
}

TEST_F(Check, TellsWhatTheAddonLeavesByItsOwnLines) {
  write("demo/ui.py", R"(import logging
def register(): logging.getLogger().addHandler(logging.NullHandler())
def unregister(): pass
)");
  ProgramResult ran =
      run({"check", "demo", "--strategy", "purge-dotted", "--strategy", "in-locals"},
          {{"COLUMNS", "120"}});
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("error[leftover-logging]: log handler NullHandler stays in "));
  EXPECT_THAT(ran.out, HasSubstr("--> demo/ui.py:2:1\n"));
  EXPECT_THAT(ran.out, HasSubstr("in unregister() (demo/ui.py:3)"));
}

TEST_F(Check, NeverWritesToTheAddon) {
  auto before = files();
  write("demo/ui.py", R"(import os, pathlib
HERE = pathlib.Path(__file__).parent
for place in (HERE / 'left', pathlib.Path.home() / 'left'): place.write_text('x')
def register(): pass
def unregister(): (HERE / 'ui.py').unlink(missing_ok=True)
)");
  run({"check", "demo", "--strategy", "purge-dotted"});
  EXPECT_EQ(files(), before);
}

TEST_F(Check, TakesASecondVersionAndTwoRevisions) {
  write("new/demo/__init__.py",
        "from .settings import UNIT\ndef register(): pass\n"
        "def unregister(): pass\n");
  write("new/demo/settings.py", "UNIT = 'm'\n");
  auto found = findings({"demo", "--edit", "new/demo", "--strategy", "reload-top"});
  EXPECT_THAT(found["reload-top"], Contains(StartsWith("register-error at ")));
  EXPECT_THAT(
      run({"check", "demo", "--edit", "new/demo", "--strategy", "reload-top", "--verbose"}).out,
      HasSubstr("The edit: from "));
  std::string git =
      "cd " + folder_.string() +
      " && export GIT_CONFIG_GLOBAL=/dev/null && git init -q . && git add demo && git -c "
      "user.name=x -c user.email=x@y commit -q -m x && git tag one";
  ASSERT_EQ(std::system(git.c_str()), 0);
  write("demo/settings.py", "LIMIT = 4\n");
  for (const char* since : {"one", "one..HEAD"}) {
    ProgramResult ran =
        run({"check", "demo", "--since", since, "--strategy", "purge-dotted", "--verbose"});
    bool has_edit = std::string_view(since) == "one";
    EXPECT_EQ(ran.status, has_edit ? 0 : 2) << ran.out << ran.err;
    if (has_edit)
      EXPECT_THAT(ran.out, HasSubstr("from revision one to the files"));
    else
      EXPECT_THAT(ran.err, HasSubstr("both versions are the same; expected two that differ"));
  }
}

TEST_F(Check, WritesTheCasesThatItRan) {
  ProgramResult ran =
      run({"check", "demo", "--strategy", "reload-sorted", "--cases", "kept", "--html", "x.html"});
  EXPECT_THAT(ran.out, HasSubstr("Written: kept/demo-broken.case"));
  EXPECT_THAT(read("x.html"), HasSubstr("./afresh replay kept/demo.case --strategy reload-sorted"));
  ProgramResult again = run({"replay", "kept/demo.case", "--strategy", "reload-sorted"});
  EXPECT_THAT(again.out, HasSubstr("stale-value after `reload demo`: demo.LIMIT"));
}

TEST_F(Check, SaysWhatAnAddonNeedsThatIsNotThere) {
  write("needs.py", "import helper\ndef register(): pass\ndef unregister(): pass\n");
  ProgramResult ran = run({"check", "needs.py"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err,
              HasSubstr("needs.py: it needs the module 'helper' in needs.py:1, which is not "
                        "there; expected the folder that has it with --path\n"));
  const std::string library = AFRESH_SOURCE_DIR "/tests/cli/site_packages";
  EXPECT_EQ(run({"check", "needs.py", "--path", library, "--strategy", "purge-dotted"}).status, 0);
  write("blender.py", "import bpy\n");
  EXPECT_THAT(
      run({"check", "blender.py", "--host", "plain"}).err,
      HasSubstr("blender.py: it needs Blender's module 'bpy' in blender.py:1, which the host "
                "'plain' does not have; expected "));
  write("mesh.py", "import bpy\nimport bmesh\n");
  EXPECT_THAT(run({"check", "mesh.py"}).err,
              HasSubstr("mesh.py: it needs Blender's module 'bmesh' in mesh.py:2, which the host "
                        "'bpy' does not have; expected "));
  write("silent.py", "x = 1\n");
  EXPECT_THAT(run({"check", "silent.py"}).err,
              HasSubstr("silent.py: it cannot be enabled on a fresh start (AttributeError: "));
}

TEST_F(Check, RunsAnAddonOfBlendersInTheEmbeddedOne) {
  write("tool.py", R"(bl_info = {"name": "Tool", "blender": (3, 0, 0)}
import bpy
class TOOL_OT_go(bpy.types.Operator):
    bl_idname = "tool.go"
    bl_label = "Go"
def register(): bpy.utils.register_class(TOOL_OT_go)
def unregister(): bpy.utils.unregister_class(TOOL_OT_go)
)");
  ProgramResult ran =
      run({"check", "tool.py", "--strategy", "purge-dotted", "--strategy", "reload-top"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("tool: 1 file · bpy (a work-alike; in Blender: "));
}

TEST_F(Check, RunsAnExtensionWhereBlenderHasIt) {
  write("tool/blender_manifest.toml", "id = 'tool'\n");
  write("tool/__init__.py", R"(from . import part
def register(): assert __package__ == 'bl_ext.user_default.tool'
def unregister(): pass
)");
  write("tool/part.py", "def f(): pass\n");
  ProgramResult ran =
      run({"check", "tool", "--strategy", "extension-update", "--strategy", "reload-top"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("tool: 3 files · bpy-4.2 (a work-alike; in Blender: "));
  // As an older Blender has it, it is an add-on that says nothing of itself.
  EXPECT_EQ(run({"check", "tool", "--host", "bpy"}).status, 2);
}

TEST_F(Check, ClosesTheNetworkWhenItIsAskedTo) {
  if (!may_close_the_network()) GTEST_SKIP() << "no network namespaces are allowed here";
  write("net.py", R"(import socket
assert [name for _, name in socket.if_nameindex()] == ['lo']
server = socket.create_server(('127.0.0.1', 0))
socket.create_connection(server.getsockname()).close()
def register(): pass
def unregister(): server.close()
)");
  ProgramResult ran =
      run({"check", "net.py", "--no-network", "--strategy", "purge-dotted", "--verbose"});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("this is no sandbox"));
  EXPECT_THAT(ran.out, Not(HasSubstr("use the network")));
}

TEST_F(Check, RefusesWhatItCannotUse) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
      {{"nosuch"}, "nosuch: no such file or folder; expected an add-on: "},
      {{"demo", "--edit", "demo"}, "both versions are the same; expected two that differ"},
      {{"demo", "--edit", "demo/ui.py"}, "--edit: demo/ui.py is a file; expected a folder like "},
      {{"demo", "--since", "v9"}, "is in no git repository; expected --edit with a folder"},
      {{"demo", "--path", "nosuch"}, "--path nosuch: no such folder; expected one to import from"},
      {{"demo", "--path", "/tmp"},
       "--path /tmp: trials have /tmp to themselves; expected a folder in it or elsewhere"},
      {{"demo", "--html", "x.html"}, "expected --cases DIR with it"},
      {{"demo", "--edit", "x", "--since", "y"}, "excludes"},
      {{"demo", "--only", "leftovers", "--strategy", "toggle"}, "excludes"},
      {{"demo", "--only", "leaks"}, "leftovers"},
      {{"demo", "--format", "html"}, "sarif"},
      {{"demo", "--baseline", "nosuch"}, "--baseline: nosuch cannot be read; expected what"},
      {{"demo", "--baseline", "demo/ui.py"},
       "--baseline: demo/ui.py: no report of check; expected"},
      {{"demo", "--strategy", "nosuch"}, "no strategy 'nosuch'"}};
  for (auto [arguments, sentence] : wrong) {
    arguments.insert(arguments.begin(), "check");
    ProgramResult ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << sentence;
    EXPECT_THAT(ran.err, HasSubstr(sentence));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace afresh::testing
