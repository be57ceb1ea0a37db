// Enable and disable, exactly as an application of this kind does them.
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <functional>

#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Lifecycle : public PlainHostTest {
 protected:
  std::string raised_by(const std::function<void()>& action) {
    try {
      action();
    } catch (const py::PythonError& error) {
      return error.type() + ": " + error.message();
    }
    return {};
  }
};

constexpr const char* kCounting = R"(
count = 0
def register():
    global count
    count += 1
def unregister():
    global count
    count -= 1
)";

TEST_F(Lifecycle, EnableImportsFromDisk) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "afresh_addons";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "disk_addon.py") << "import hostapi as H\n"
                                             "H.claim('import')\n"
                                             "def register(): H.claim('register')\n";
  run("sys.path.insert(0, '" + folder.string() + "')\nsys.dont_write_bytecode = True");
  host_->enable("disk_addon");
  run("sys.path.pop(0); del sys.modules['disk_addon']; sys.dont_write_bytecode = False");
  EXPECT_THAT(registry("hostapi.claims"), ElementsAre("import 'import' owner=disk_addon",
                                                      "register 'register' owner=disk_addon"));
  std::filesystem::remove_all(folder);
}

TEST_F(Lifecycle, EnableUsesALoadedModuleAsItIs) {
  load("demo", kCounting);
  host_->enable("demo");
  EXPECT_EQ(eval("sys.modules['demo'].count"), "1");
}

TEST_F(Lifecycle, EnableTwiceDoesNothing) {
  load("demo", kCounting);
  host_->enable("demo");
  host_->enable("demo");
  EXPECT_EQ(eval("sys.modules['demo'].count"), "1");
}

TEST_F(Lifecycle, EnablePassesExceptionsOnAndUndoesNothing) {
  load("demo", "def register():\n  H.claim('half')\n  raise RuntimeError('boom')");
  EXPECT_EQ(raised_by([&] { host_->enable("demo"); }), "RuntimeError: boom");
  EXPECT_THAT(host_->enabled(), IsEmpty());
  EXPECT_THAT(registry("hostapi.claims"), ElementsAre("half 'half' owner=demo"));
  EXPECT_EQ(eval("'demo' in sys.modules"), "True");
}

TEST_F(Lifecycle, EnableNeedsAModuleAndItsRegister) {
  load("demo", "");
  EXPECT_THAT(raised_by([&] { host_->enable("demo"); }), StartsWith("AttributeError"));
  EXPECT_EQ(raised_by([&] { host_->enable("no_such_addon"); }),
            "ModuleNotFoundError: No module named 'no_such_addon'");
  EXPECT_THAT(host_->enabled(), IsEmpty());
}

TEST_F(Lifecycle, EnabledIsInTheOrderOfFirstEnabling) {
  for (const char* each : {"a", "b", "c"}) load(each, kCounting);
  for (const char* each : {"c", "a", "b"}) host_->enable(each);
  host_->disable("c");
  EXPECT_THAT(host_->enabled(), ElementsAre("a", "b"));
  host_->enable("c");
  EXPECT_THAT(host_->enabled(), ElementsAre("c", "a", "b"));
}

TEST_F(Lifecycle, AFailedEnableIsNoFirstEnabling) {
  load("a", "ok = False\ndef register():\n  if not ok: raise RuntimeError");
  load("b", kCounting);
  raised_by([&] { host_->enable("a"); });
  host_->enable("b");
  run("sys.modules['a'].ok = True");
  host_->enable("a");
  EXPECT_THAT(host_->enabled(), ElementsAre("b", "a"));
}

TEST_F(Lifecycle, DisableCallsUnregisterAndLeavesTheModule) {
  load("demo", kCounting);
  host_->enable("demo");
  host_->disable("demo");
  EXPECT_EQ(eval("sys.modules['demo'].count"), "0");
  EXPECT_THAT(host_->enabled(), IsEmpty());
}

TEST_F(Lifecycle, DisableOfWhatIsOffDoesNothing) {
  load("demo", kCounting);
  host_->disable("demo");
  host_->disable("no_such_addon");
  EXPECT_EQ(eval("sys.modules['demo'].count"), "0");
}

TEST_F(Lifecycle, DisableSwallowsAndNotesTheErrorOfUnregister) {
  load("demo",
       "def register(): pass\ndef unregister():\n  H.claim('x')\n  raise RuntimeError('boom')");
  host_->enable("demo");
  host_->disable("demo");
  EXPECT_THAT(host_->enabled(), IsEmpty());
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: x owner=demo at /addons/demo.py:3",
                                    "unregister-error: RuntimeError: boom owner=demo at "
                                    "/addons/demo.py:4"));
}

TEST_F(Lifecycle, DisableNotesAMissingUnregister) {
  load("demo", "def register(): pass");
  host_->enable("demo");
  host_->disable("demo");
  ASSERT_EQ(ledger().size(), 1u);
  EXPECT_THAT(ledger()[0], StartsWith("unregister-error: AttributeError:"));
}

TEST_F(Lifecycle, DisableMarksOffBeforeItCallsAndPassesWhatIsNoError) {
  load("demo", "def register(): pass\ndef unregister(): raise SystemExit(3)");
  host_->enable("demo");
  EXPECT_THAT(raised_by([&] { host_->disable("demo"); }), StartsWith("SystemExit"));
  EXPECT_THAT(host_->enabled(), IsEmpty());
}

TEST_F(Lifecycle, DisableNeedsTheModule) {
  load("demo", kCounting);
  host_->enable("demo");
  run("del sys.modules['demo']");
  EXPECT_EQ(raised_by([&] { host_->disable("demo"); }), "KeyError: 'demo'");
  EXPECT_THAT(host_->enabled(), IsEmpty());
}

TEST_F(Lifecycle, RawCallsPassExceptionsAndMarkNothing) {
  load("demo", "def register(): H.claim('a')\ndef unregister(): raise RuntimeError('boom')");
  host_->call_register("demo");
  EXPECT_THAT(host_->enabled(), IsEmpty());
  EXPECT_EQ(raised_by([&] { host_->call_unregister("demo"); }), "RuntimeError: boom");
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: a owner=demo at /addons/demo.py:1"));
  EXPECT_EQ(raised_by([&] { host_->call_register("no_such_addon"); }), "KeyError: 'no_such_addon'");
}

}  // namespace
}  // namespace afresh
