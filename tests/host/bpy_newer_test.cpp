// What is otherwise in the Blender-like host where it is to be as Blender is from 4.2 on. By
// reading of Blender's public sources (bpy_rna.cc, rna_ui.cc, rna_wm.cc, addon_utils.py): no 4.2
// was asked. SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStdout;

constexpr const char* kOperator = R"(
def operator(id, text='Go'):
    return type('DEMO_OT_go', (H.types.Operator,), {'bl_idname': id, 'bl_label': text})
)";

class NewerBpy : public HostTest {
 protected:
  NewerBpy() : HostTest(make_host(HostKind::kBpy42), "bpy") { run(kOperator); }
};

class OlderBpy : public BpyHostTest {
 protected:
  OlderBpy() { run(kOperator); }
};

TEST_F(NewerBpy, SaysWhichItIs) {
  EXPECT_EQ(host_->name(), "bpy-4.2");
  EXPECT_EQ(eval("H.app.version, H.app.version_string"), "((4, 2, 0), '4.2.0')");
}

TEST_F(NewerBpy, TellsOfWhatIsPushedOut) {
  run("first, second = operator('demo.go'), operator('demo.go')\nH.utils.register_class(first)");
  CaptureStdout();
  run("H.utils.register_class(second)");
  EXPECT_EQ(GetCapturedStdout(),
            "Info: Registering operator class: 'DEMO_OT_go', bl_idname 'demo.go' has been "
            "registered before, unregistering previous\n");
  EXPECT_EQ(eval("first.is_registered, second.is_registered"), "(False, True)");
}

TEST_F(OlderBpy, TellsNothingOfIt) {
  run("first, second = operator('demo.go'), operator('demo.go')\nH.utils.register_class(first)");
  CaptureStdout();
  run("H.utils.register_class(second)");
  EXPECT_EQ(GetCapturedStdout(), "");
}

TEST_F(NewerBpy, KeepsTheIdsOfItsOwnOperators) {
  CaptureStdout();
  EXPECT_EQ(raised_error("H.utils.register_class(operator('wm.save_mainfile'))"),
            "RuntimeError: Error: Registering operator class: 'DEMO_OT_go', bl_idname "
            "'wm.save_mainfile' is built-in\n");
  GetCapturedStdout();
}

TEST_F(OlderBpy, GivesThemAway) {
  EXPECT_EQ(raised_error("H.utils.register_class(operator('wm.save_mainfile'))"), "");
}

TEST_F(NewerBpy, KeepsItsOwnClasses) {
  EXPECT_EQ(raised_error("H.utils.unregister_class(H.types.Panel)"),
            "RuntimeError: unregister_class(...): can't unregister a built-in class 'Panel'");
}

TEST_F(NewerBpy, WarnsOfBadPracticeWhereItIsAsked) {
  run("base = type('DEMO_PG_a', (H.types.PropertyGroup,), {})\n"
      "derived = type('DEMO_PG_b', (base,), {'__slots__': ()})\n"
      "H.app.debug_python = True\nH.utils.register_class(derived)");
  testing::internal::CaptureStderr();
  run("H.utils.register_class(base)");
  EXPECT_EQ(
      testing::internal::GetCapturedStderr(),
      "register_class(...): warning, DEMO_PG_a: references and already registered sub-class "
      "DEMO_PG_b\n"
      "register_class(...): warning, DEMO_PG_a: is expected to contain a \"__slots__\" member "
      "to prevent arbitrary assignments.\n");
}

TEST_F(NewerBpy, TakesWhatOnlyNewerOnesDo) {
  EXPECT_EQ(raised_error("import addon_utils\naddon_utils.disable('nobody', refresh_handled=True)"),
            "");
}

TEST_F(OlderBpy, DoesNot) {
  EXPECT_EQ(raised_error("import addon_utils\naddon_utils.disable('nobody', refresh_handled=True)"),
            "TypeError: disable() got an unexpected keyword argument 'refresh_handled'");
}

TEST_F(NewerBpy, NamesItsMetaclassOtherwise) {
  EXPECT_EQ(raised_error("H.utils.unregister_class(operator('demo.go'))"),
            "RuntimeError: unregister_class(...): missing bl_rna attribute from '_RNAMeta' "
            "instance (may not be registered)");
  EXPECT_EQ(raised_error("import bpy_types"), "ModuleNotFoundError: No module named 'bpy_types'");
  EXPECT_EQ(eval("H.types.Operator.__module__"), "'_bpy_types'");
}

TEST_F(NewerBpy, LetsGoOfGroups) {
  host_.reset();
  host_ = make_host(HostKind::kBpy42, {.has_own_leaks = true});
  run("import bpy, gc, weakref\n"
      "cls = type('DEMO_PG_a', (bpy.types.PropertyGroup,), {})\n"
      "bpy.utils.register_class(cls)\nbpy.utils.unregister_class(cls)\n"
      "left = weakref.ref(cls)\ndel cls\ngc.collect()");
  EXPECT_EQ(eval("left()"), "None");
}

// A scripts folder with an extension in it, and a host whose add-ons are there.
class Extensions : public NewerBpy {
 protected:
  Extensions() {
    std::string pattern = testing::TempDir() + "afresh-extensions-XXXXXX";
    root_ = mkdtemp(pattern.data());
    write("bl_ext/user_default/demo/__init__.py",
          "import bpy\n"
          "register, unregister = bpy.utils.register_submodule_factory(__name__, ('part',))\n");
    write("bl_ext/user_default/demo/part.py",
          "calls = []\n"
          "def register(): calls.append(__name__)\ndef unregister(): calls.append('off')\n");
    host_.reset();
    host_ = make_host(HostKind::kBpy42, {.addons = (root_ / "addons").string()});
    run("import bpy, sys\nsys.dont_write_bytecode = True");
  }
  ~Extensions() override {
    run("for key in [k for k in sys.modules if k.startswith('bl_ext')]: del sys.modules[key]");
    std::filesystem::remove_all(root_);
  }

  void write(const std::string& path, const std::string& text) {
    const std::filesystem::path file = root_ / "addons" / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }

  std::filesystem::path root_;
};

TEST_F(Extensions, AreInThePackageOfTheirRepository) {
  host_->enable("bl_ext.user_default.demo");
  EXPECT_THAT(host_->enabled(), ElementsAre("bl_ext.user_default.demo"));
  EXPECT_EQ(eval("sys.modules['bl_ext'].user_default.demo.part.calls"),
            "['bl_ext.user_default.demo.part']");
}

TEST_F(Extensions, AreForgottenBySubmoduleAsAnyAddon) {
  host_->enable("bl_ext.user_default.demo");
  host_->disable("bl_ext.user_default.demo");
  EXPECT_EQ(eval("'bl_ext.user_default.demo.part' in sys.modules"), "False");
  EXPECT_EQ(eval("hasattr(sys.modules['bl_ext.user_default.demo'], 'part')"), "False");
}

TEST_F(Extensions, AreReloadedWithAllScripts) {
  host_->enable("bl_ext.user_default.demo");
  CaptureStdout();
  run("first = sys.modules['bl_ext.user_default.demo'].part\n"
      "bpy.utils.load_scripts(reload_scripts=True)");
  GetCapturedStdout();
  EXPECT_THAT(host_->enabled(), ElementsAre("bl_ext.user_default.demo"));
  EXPECT_EQ(eval("first is sys.modules['bl_ext.user_default.demo'].part"), "False");
}

}  // namespace
}  // namespace afresh
