// Every way in which a case file can be malformed, with the exact sentence that a user gets.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "harness/casefile/parse_case.hpp"

namespace afresh {
namespace {

using namespace std::string_literals;

struct Malformed {
  const char* name;
  std::string text;
  const char* sentence;  ///< after `x.case:`
};
void PrintTo(const Malformed& malformed, std::ostream* out) { *out << malformed.name; }

std::string header(const std::string& line) {
  return "addon: demo\n" + line + "\nsteps:\n-- 1/demo.py --\n";
}
/// The steps begin in line 3.
std::string steps(const std::string& lines) {
  return "addon: demo\nsteps:\n" + lines + "\n\n-- 1/demo.py --\n-- 2/demo.py --\n";
}
/// The files begin in line 3, with `demo.py` of version 1; `blocks` in line 4.
std::string files(const std::string& blocks) {
  return "addon: demo\nsteps:\n-- 1/demo.py --\n" + blocks;
}
std::string nested(int depth) {
  std::string lines;
  for (int i = 0; i < depth; ++i) lines += "repeat 1\n";
  return lines;
}

class Refuses : public ::testing::TestWithParam<Malformed> {};

TEST_P(Refuses, WithOneSentence) {
  auto parsed = parse_case(GetParam().text, "x.case");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, std::string("x.case:") + GetParam().sentence);
}

std::string name_of_test(const ::testing::TestParamInfo<Malformed>& info) {
  return info.param.name;
}

const std::vector<Malformed> kHeaders{
    {"Nothing", "", "1: the header has no end; expected a line 'steps:'"},
    {"NoSteps", "addon: demo\n\n", "2: the header has no end; expected a line 'steps:'"},
    {"FilesWithoutSteps", "addon: demo\n-- 1/demo.py --\n",
     "2: the header has no end; expected a line 'steps:'"},
    {"NoAddon", "# story\nsteps:\n",
     "2: the header names no add-on; expected a line 'addon: NAME'"},
    {"ByteOrderMark", "\xEF\xBB\xBF# story\n",
     "1: the text begins with a byte order mark; expected a text without one"},
    {"CrLfInHeader", "addon: demo\r\n",
     "1: the line ends with CR LF; expected LF alone outside the content of files"},
    {"CrLfInStory", "# story\r\n",
     "1: the line ends with CR LF; expected LF alone outside the content of files"},
    {"UnknownKey", header("adon: x"),
     "2: unknown header key 'adon'; expected source, addon, features, claims, host, gc, edits, "
     "verdict "
     "STRATEGY, differs STRATEGY or steps"},
    {"KeyWithAWordTooMany", header("source code: x"),
     "2: unknown header key 'source code'; expected source, addon, features, claims, host, gc, "
     "edits, "
     "verdict STRATEGY, differs STRATEGY or steps"},
    {"NoColon", header("enable demo"),
     "2: no ':' in 'enable demo'; expected 'KEY: VALUE' or 'steps:'"},
    {"NoValue", header("source: "), "2: 'source' without a value; expected text after the ':'"},
    {"SecondSource", header("source: a\nsource: b"),
     "3: a second 'source'; expected one line of it"},
    {"StepsOnOneLine", "addon: demo\nsteps: turn\n",
     "2: 'turn' after 'steps:'; expected each step on a line of its own"},
    {"AddonWithADash", header("addon: my-demo"),
     "2: 'my-demo' cannot name an add-on; expected a Python identifier that is no keyword"},
    {"AddonIsAKeyword", header("addon: class"),
     "2: 'class' cannot name an add-on; expected a Python identifier that is no keyword"},
    {"SecondAddonOfOneName", header("addon: demo"),
     "2: a second add-on 'demo'; expected each add-on once"},
    {"FeatureOfTwoWords", header("features: a b, c"),
     "2: 'a b' is not one word; expected words with commas between them"},
    {"EmptyFeature", header("features: a,"),
     "2: '' is not one word; expected words with commas between them"},
    {"UnknownClaim", header("claims: fresh, lively"),
     "2: unknown aspect 'lively'; expected fresh, process-state, clean, rollback, "
     "recovery, isolation, live-objects, user-data or leaks"},
    {"ClaimTwice", header("claims: fresh, fresh"),
     "2: a second 'fresh'; expected each aspect once"},
    {"UnknownHost", header("host: qgis"),
     "2: unknown host 'qgis'; expected strict, lenient, bpy, bpy-4.2 or bpy-leaking"},
    {"ExtensionOfAnotherHost",
     "addon: bl_ext.user_default.demo\nsteps:\n  enable bl_ext.user_default.demo\n\n"
     "-- 1/bl_ext/user_default/demo.py --\n",
     "1: no add-on is called 'bl_ext.user_default.demo' on this host; expected an identifier, or "
     "for a Blender from 4.2 on bl_ext.user_default.NAME"},
    {"ExtensionOfAnotherRepository",
     "addon: bl_ext.demo\nhost: bpy-4.2\nsteps:\n  enable bl_ext.demo\n\n-- 1/bl_ext/demo.py --\n",
     "1: no add-on is called 'bl_ext.demo' on this host; expected an identifier, or "
     "for a Blender from 4.2 on bl_ext.user_default.NAME"},
    {"UnknownGc", header("gc: off"), "2: unknown gc 'off'; expected auto"},
    {"UnknownEdits", header("edits: moved"), "2: unknown edits 'moved'; expected shifted"},
    {"AddonWithoutFile", header("addon: other"),
     "2: the add-on 'other' cannot be imported in version 1; expected a file "
     "other/__init__.py or other.py"},
    {"NoFilesAtAll", "addon: demo\nsteps:\n",
     "1: the add-on 'demo' cannot be imported in version 1; expected a file demo/__init__.py "
     "or demo.py"},
};
INSTANTIATE_TEST_SUITE_P(Headers, Refuses, ::testing::ValuesIn(kHeaders), name_of_test);

const std::vector<Malformed> kVerdicts{
    {"NoStrategy", header("verdict: fresh=pass"),
     "2: 'verdict' without the name of one strategy; expected 'verdict STRATEGY: …'"},
    {"TwoStrategies", header("verdict a b: fresh=pass"),
     "2: 'verdict' without the name of one strategy; expected 'verdict STRATEGY: …'"},
    {"DiffersWithoutStrategy", header("differs: because"),
     "2: 'differs' without the name of one strategy; expected 'differs STRATEGY: …'"},
    {"SecondVerdictOfAStrategy", header("verdict a: fresh=pass\nverdict a: clean=pass"),
     "3: a second 'verdict a'; expected one line of it"},
    {"NoEquals", header("verdict a: fresh"),
     "2: no '=' in 'fresh'; expected ASPECT=OUTCOME or ASPECT=fail(KIND,…)"},
    {"UnknownAspect", header("verdict a: frsh=pass"),
     "2: unknown aspect 'frsh'; expected fresh, process-state, clean, rollback, "
     "recovery, isolation, live-objects, user-data or leaks"},
    {"AspectTwice", header("verdict a: fresh=pass fresh=fail"),
     "2: a second 'fresh'; expected each aspect once"},
    {"UnknownOutcome", header("verdict a: fresh=ok"),
     "2: unknown outcome 'ok'; expected pass, fail, unknown or refused"},
    {"KindsOfAPass", header("verdict a: fresh=pass(stale-code)"),
     "2: misplaced '(' in 'pass(stale-code)'; expected ASPECT=OUTCOME or ASPECT=fail(KIND,…)"},
    {"OpenParenthesis", header("verdict a: fresh=fail(stale-code clean=pass"),
     "2: misplaced '(' in 'fail(stale-code clean=pass'; expected ASPECT=OUTCOME or "
     "ASPECT=fail(KIND,…)"},
    {"UnknownKind", header("verdict a: fresh=fail(stale)"),
     "2: unknown kind of finding 'stale'; expected crash, hang, register-error, stale-module, "
     "stale-code, stale-value, stale-place, duplicate-registration, leftover-registration, "
     "identity-split, missing-name, ghost-name, renamed-module, lost-state, collateral, leak, "
     "no-rollback or wrong-behaviour"},
    {"NoKindInParentheses", header("verdict a: fresh=fail()"),
     "2: unknown kind of finding ''; expected crash, hang, register-error, stale-module, "
     "stale-code, stale-value, stale-place, duplicate-registration, leftover-registration, "
     "identity-split, missing-name, ghost-name, renamed-module, lost-state, collateral, leak, "
     "no-rollback or wrong-behaviour"},
    {"KindTwice", header("verdict a: fresh=fail(hang, hang)"),
     "2: a second 'hang'; expected each kind once"},
};
INSTANTIATE_TEST_SUITE_P(Verdicts, Refuses, ::testing::ValuesIn(kVerdicts), name_of_test);

const std::vector<Malformed> kSteps{
    {"Unknown", steps("  enabel demo"),
     "3: unknown step 'enabel'; expected enable, disable, reload, edit, touch, set, python, "
     "expect, "
     "turn, repeat or end"},
    {"CrLf", steps("  turn\r"),
     "3: the line ends with CR LF; expected LF alone outside the content of files"},
    {"UnfinishedSeparator", steps("-- 1/demo.py -- "),
     "3: a separator that does not end in ' --'; expected '-- VERSION/PATH --'"},
    {"EnableNothing", steps("  enable"), "3: nothing after 'enable'; expected 'enable NAME'"},
    {"EnableTwo", steps("  enable demo demo"),
     "3: 'demo demo' after 'enable'; expected 'enable NAME'"},
    {"EnableUndeclared", steps("  enable other"), "3: undeclared add-on 'other'; expected demo"},
    {"DisableUndeclared", steps("  disable x"), "3: undeclared add-on 'x'; expected demo"},
    {"ReloadUndeclared", steps("  reload x"), "3: undeclared add-on 'x'; expected demo"},
    {"EditUndeclared", steps("  edit x 2"), "3: undeclared add-on 'x'; expected demo"},
    {"EditWithoutVersion", steps("  edit demo"),
     "3: 'demo' after 'edit'; expected 'edit NAME VERSION [+Ns]'"},
    {"EditToZero", steps("  edit demo 0"),
     "3: 'demo 0' after 'edit'; expected 'edit NAME VERSION [+Ns]'"},
    {"EditWithBadAdvance", steps("  edit demo 2 +2"),
     "3: 'demo 2 +2' after 'edit'; expected 'edit NAME VERSION [+Ns]'"},
    {"EditWithNegativeAdvance", steps("  edit demo 2 +-2s"),
     "3: 'demo 2 +-2s' after 'edit'; expected 'edit NAME VERSION [+Ns]'"},
    {"EditToWhatDoesNotExist", steps("  repeat 2\n    edit demo 3\n  end"),
     "4: there is no version 3; expected one from 1 to 2"},
    {"TouchNothing", steps("  touch +2s"), "3: '+2s' after 'touch'; expected 'touch PATH [+Ns]'"},
    {"TouchWithTwoAdvances", steps("  touch demo/a +2s +2s"),
     "3: 'demo/a +2s +2s' after 'touch'; expected 'touch PATH [+Ns]'"},
    {"TouchOutside", steps("  touch other.py"),
     "3: the path 'other.py' is outside the add-ons; expected demo/… or demo.py"},
    {"SetWithoutValue", steps("  set x ="), "3: 'x =' after 'set'; expected 'set NAME = LITERAL'"},
    {"SetWithoutEquals", steps("  set x 1"), "3: 'x 1' after 'set'; expected 'set NAME = LITERAL'"},
    {"SetOfTwoWords", steps("  set x y = 1"),
     "3: 'x y = 1' after 'set'; expected 'set NAME = LITERAL'"},
    {"PythonWithoutStatement", steps("  python"),
     "3: nothing after 'python'; expected 'python STATEMENT'"},
    {"ExpectWithoutExpression", steps("  expect "),
     "3: nothing after 'expect'; expected 'expect EXPRESSION'"},
    {"TurnWithArguments", steps("  turn 2"), "3: '2' after 'turn'; expected 'turn' alone"},
    {"RepeatWithoutEnd", steps("  repeat 2\n  turn"),
     "3: 'repeat' without its end; expected a line 'end'"},
    {"EndWithoutRepeat", steps("  turn\n  end"),
     "4: 'end' without its 'repeat'; expected a line 'repeat N' before it"},
    {"EndWithArguments", steps("  repeat 2\n  end repeat"),
     "4: 'repeat' after 'end'; expected 'end' alone"},
    {"RepeatNothing", steps("  repeat"),
     "3: nothing after 'repeat'; expected 'repeat N' with N from 1 to 1000"},
    {"RepeatZero", steps("  repeat 0"),
     "3: '0' after 'repeat'; expected 'repeat N' with N from 1 to 1000"},
    {"RepeatTooOften", steps("  repeat 1001"),
     "3: '1001' after 'repeat'; expected 'repeat N' with N from 1 to 1000"},
    {"RepeatTooDeep", steps(nested(17)),
     "19: 'repeat' too deep inside others; expected at most 16 of them"},
    {"TooManySteps", steps("repeat 1000\nrepeat 101\nturn\nend\nend"),
     "3: too many steps with repeats written out; expected at most 100000"},
};
INSTANTIATE_TEST_SUITE_P(Steps, Refuses, ::testing::ValuesIn(kSteps), name_of_test);

const std::vector<Malformed> kFiles{
    {"NoSlash", files("-- demo.py --\n"),
     "4: a separator without a '/'; expected '-- VERSION/PATH --'"},
    {"NoVersion", files("-- demo/a.py --\n"),
     "4: 'demo' is no version; expected '-- VERSION/PATH --'"},
    {"VersionZero", files("-- 0/demo/a --\n"),
     "4: '0' is no version; expected '-- VERSION/PATH --'"},
    {"FirstVersionMissing", "addon: demo\nsteps:\n-- 2/demo.py --\n",
     "3: version 2 is out of order; expected 1"},
    {"GapOfVersions", files("-- 3/demo.py --\n"), "4: version 3 is out of order; expected 1 or 2"},
    {"VersionGoesBack", files("-- 2/demo.py --\n-- 1/demo/a --\n"),
     "5: version 1 is out of order; expected 2 or 3"},
    {"OutsideTheAddons", files("-- 1/demo2/a.py --\n"),
     "4: the path 'demo2/a.py' is outside the add-ons; expected demo/… or demo.py"},
    {"TheAddonItself", files("-- 1/demo --\n"),
     "4: the path 'demo' is outside the add-ons; expected demo/… or demo.py"},
    {"Absolute", files("-- 1//demo/a --\n"),
     "4: the path '/demo/a' is absolute; expected a relative path"},
    {"EmptyPart", files("-- 1/demo//a --\n"),
     "4: the path 'demo//a' has an empty, '.' or '..' part; expected a path without one"},
    {"EmptyPath", files("-- 1/ --\n"),
     "4: the path '' has an empty, '.' or '..' part; expected a path without one"},
    {"ParentPart", files("-- 1/demo/../a --\n"),
     "4: the path 'demo/../a' has an empty, '.' or '..' part; expected a path without one"},
    {"DotPart", files("-- 1/demo/. --\n"),
     "4: the path 'demo/.' has an empty, '.' or '..' part; expected a path without one"},
    {"NulInPath", files("-- 1/demo/a\0b --\n"s),
     "4: the path 'demo/a\\x00b' has a NUL; expected a path without one"},
    {"Twice", files("-- 1/demo/a --\n-- 1/demo.py --\n"),
     "5: 'demo.py' is given twice in version 1; expected it once, as in line 3"},
    {"GivenAndDeleted", files("-- 2/demo.py --\n-- 2/demo.py deleted --\n"),
     "5: 'demo.py' is given twice in version 2; expected it once, as in line 4"},
    {"DeletesWhatItNeverHad", files("-- 2/demo/a deleted --\n"),
     "4: version 2 deletes 'demo/a', which was not there; expected a file of the version "
     "before"},
    {"DeletesTwice", files("-- 2/demo.py deleted --\n-- 3/demo.py deleted --\n"),
     "5: version 3 deletes 'demo.py', which was not there; expected a file of the version "
     "before"},
    {"DeletesInTheFirst", files("-- 1/demo/a deleted --\n"),
     "4: version 1 deletes 'demo/a', which was not there; expected a file of the version "
     "before"},
    {"ContentOfADeletedFile", files("-- 2/demo.py deleted --\nx = 1\n"),
     "5: content of a deleted file; expected a separator"},
    {"BadBase64", files("-- 1/demo/a base64 --\nYQ=\n"),
     "4: the content is no base64; expected A-Z a-z 0-9 + / with '=' to fill up the last four"},
    {"LongBase64", files("-- 1/demo/a base64 --\n" + std::string(80, 'A') + "\n"),
     "5: a line of base64 is too long; expected at most 76 characters"},
    {"FileIsAFolder", files("-- 1/demo/a/b --\n-- 1/demo/a --\n"),
     "5: 'demo/a' is a file, and so is 'demo/a/b'; expected a path to be a file or a folder"},
    {"FolderIsAFileOfTheVersionBefore", files("-- 1/demo/a --\n-- 2/demo/a/b/c --\n"),
     "5: 'demo/a' is a file, and so is 'demo/a/b/c'; expected a path to be a file or a folder"},
};
INSTANTIATE_TEST_SUITE_P(Files, Refuses, ::testing::ValuesIn(kFiles), name_of_test);

}  // namespace
}  // namespace afresh
