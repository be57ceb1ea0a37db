// What `check` tells of small add-ons that forget one thing each, as their authors run it.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A handler that nobody takes back, in line 6.
constexpr const char* kForgetful = R"(bl_info = {"name": "Forgetful", "blender": (3, 0, 0)}
import bpy
def on_save(*_): pass
def register():
    # The next line is the one.
    bpy.app.handlers.save_post.append(on_save)
def unregister(): pass
)";
constexpr const char* kTidy = R"(bl_info = {"name": "Tidy", "blender": (3, 0, 0)}
import bpy
def on_save(*_): pass
def register(): bpy.app.handlers.save_post.append(on_save)
def unregister(): bpy.app.handlers.save_post.remove(on_save)
)";
constexpr const char* kForgetfulShort =
    "forgetful.py:6:5: error: handler on_save stays in bpy.app.handlers.save_post after the add-on "
    "is switched off [leftover-handler]\n";

class CheckDiagnostics : public Program {
 protected:
  ProgramResult only_leftovers(const std::string& addon, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"check", addon, "--only", "leftovers"});
    return run(more);
  }
  /// `CODE LINE` of each, from the JSON.
  std::vector<std::string> told(const ProgramResult& ran) {
    std::vector<std::string> all;
    const Json report = Json::parse(ran.out);
    for (const Json& each : report["diagnostics"])
      all.push_back(std::string(each["code"]) + " " + std::to_string(int(each["line"])));
    return all;
  }
};

TEST_F(CheckDiagnostics, MakesOneOfAForgottenHandlerUnderEveryStrategy) {
  write("forgetful.py", kForgetful);
  ProgramResult ran = run({"check", "forgetful.py", "--format", "json"});
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_THAT(told(ran), ElementsAre("leftover-handler 6"));
  Json one = Json::parse(ran.out)["diagnostics"][0];
  EXPECT_EQ(one["severity"], "error");
  EXPECT_EQ(one["mend"]["statements"][0], "bpy.app.handlers.save_post.remove(on_save)");
  EXPECT_EQ(one["mend"]["unregister"]["line"], 7);
}

TEST_F(CheckDiagnostics, GivesATidyAddonOneSentence) {
  write("tidy.py", kTidy);
  ProgramResult ran = only_leftovers("tidy.py");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "tidy: 1 file · bpy (a work-alike; in Blender: afresh hosts add bpy==5.0.*) ·\n"
            "nothing left behind\n");
  // Who names the host knows.
  EXPECT_EQ(only_leftovers("tidy.py", {"--host", "bpy"}).out,
            "tidy: 1 file · bpy · nothing left behind\n");
  EXPECT_EQ(only_leftovers("tidy.py", {"--format", "short"}).out, "");
}

TEST_F(CheckDiagnostics, JudgesOnlyWhatStaysWhenAskedTo) {
  write("forgetful.py", kForgetful);
  ProgramResult ran = only_leftovers("forgetful.py", {"--format", "short"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, kForgetfulShort);
  EXPECT_EQ(ran.err, "");
}

TEST_F(CheckDiagnostics, FindsWhatCannotBeSwitchedOnAgain) {
  write("once.py", R"(import hostapi
def register(): hostapi.define_property(hostapi.Scene, "size", hostapi.Int(1))
def unregister(): pass
)");
  ProgramResult ran = only_leftovers("once.py");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("error[leftover-property]: property Scene.size stays in"));
  EXPECT_THAT(ran.out, HasSubstr("a reload raises ValueError: define_property"));
  EXPECT_THAT(ran.out, HasSubstr("hostapi.remove_property(hostapi.Scene, \"size\")"));
  write("twice.py", R"(COUNT = []
def register():
    COUNT.append(1)
    if len(COUNT) > 1: raise RuntimeError("twice")
def unregister(): pass
)");
  ran = only_leftovers("twice.py");
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("error[register-error]: switching the add-on off and on again "
                                 "raises"));
  EXPECT_THAT(ran.out, HasSubstr("twice.py:4:5"));
}

TEST_F(CheckDiagnostics, NamesAllClassesOfALoop) {
  write("loop.py", R"(bl_info = {"name": "Loop", "blender": (3, 0, 0)}
import bpy
class A_OT_a(bpy.types.Operator):
    bl_idname = "a.a"
    bl_label = "A"
class A_OT_b(bpy.types.Operator):
    bl_idname = "a.b"
    bl_label = "B"
def register():
    for cls in (A_OT_a, A_OT_b):
        bpy.utils.register_class(cls)
def unregister(): pass
)");
  Json one = Json::parse(only_leftovers("loop.py", {"--format", "json"}).out)["diagnostics"];
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0]["line"], 11);
  EXPECT_THAT(
      one[0]["mend"]["statements"].get<std::vector<std::string>>(),
      ElementsAre("bpy.utils.unregister_class(A_OT_b)", "bpy.utils.unregister_class(A_OT_a)"));
}

TEST_F(CheckDiagnostics, AcceptsWhatACommentAcceptsWithAReason) {
  std::string text = kForgetful;
  text.replace(text.find("# The next line is the one."), 27,
               "# afresh: accept[leftover-handler] Blender clears it");
  write("forgetful.py", text);
  ProgramResult ran = only_leftovers("forgetful.py");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("0 errors, 0 warnings, 1 accepted"));
  text.replace(text.find(" Blender clears it"), 18, "");
  write("forgetful.py", text);
  ran = only_leftovers("forgetful.py");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("warning[accept-without-reason]"));
  write("tidy.py", std::string("# afresh: accept[leftover-handler] once it was so\n") + kTidy);
  ran = only_leftovers("tidy.py");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("warning[unused-accept]"));
}

TEST_F(CheckDiagnostics, KnowsTheBaselineWhereverItsLinesAreNow) {
  write("forgetful.py", kForgetful);
  write("known.json", only_leftovers("forgetful.py", {"--format", "json"}).out);
  write("forgetful.py", "\n\n" + std::string(kForgetful));
  ProgramResult ran = only_leftovers("forgetful.py", {"--baseline", "known.json"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("0 errors, 0 warnings, 1 known"));
  std::string worse = kForgetful;
  worse.replace(worse.find("append(on_save)"), 15,
                "append(on_save); bpy.app.handlers.load_post.append(on_save)");
  write("forgetful.py", worse);
  EXPECT_EQ(only_leftovers("forgetful.py", {"--baseline", "known.json"}).status, 1);
  write("forgetful.py", std::string("# Tidy now.\n") + kTidy);
  ran = only_leftovers("forgetful.py", {"--baseline", "known.json"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("1 of the baseline there no more"));
}

TEST_F(CheckDiagnostics, SpeaksTheFormatsOfOtherPrograms) {
  write("addons/forgetful.py", kForgetful);
  ProgramResult ran = only_leftovers("addons/forgetful.py", {"--format", "github"});
  EXPECT_THAT(ran.out, HasSubstr("::error file=addons/forgetful.py,line=6,endLine=6,col=5,"));
  Json sarif = Json::parse(only_leftovers("addons/forgetful.py", {"--format", "sarif"}).out);
  EXPECT_EQ(sarif["runs"][0]["results"][0]["ruleId"], "leftover-handler");
  ran = only_leftovers("addons/forgetful.py", {"--format", "junit"});
  EXPECT_THAT(ran.out, HasSubstr("<failure type=\"leftover-handler\""));
  EXPECT_EQ(ran.status, 1);
}

TEST_F(CheckDiagnostics, HoldsACopiedNameAgainstNobodyWhoFailsAnyway) {
  write("demo/__init__.py",
        "from .settings import LIMIT\ndef register(): pass\n"
        "def unregister(): pass\n");
  write("demo/settings.py", "LIMIT = 3\n");
  ProgramResult ran = run({"check", "demo"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("demo: 2 files · plain · nothing left behind; right under "));
  EXPECT_THAT(ran.out, Not(HasSubstr("warning")));
  ran = run({"check", "demo", "--matrix"});
  EXPECT_THAT(ran.out, HasSubstr("\nreload-sorted "));
  EXPECT_THAT(ran.out, HasSubstr("1 more under ways that fail anyway"));
}

}  // namespace
}  // namespace afresh::testing
