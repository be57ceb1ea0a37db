// The Blender that add-ons meet: its version, its two modules that are one, what it was cured of.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/blender/blender_test.hpp"

namespace afresh {
namespace {

using testing::HasSubstr;

class BlenderStart : public BlenderTest {};

TEST_F(BlenderStart, IsTheVersionThatWasAskedFor) {
  EXPECT_EQ(eval("'blender-%d.%d' % bpy.app.version[:2]"), fmt::format("'{}'", name_of(kind())));
  EXPECT_EQ(host().name(), name_of(kind()));
}

TEST_F(BlenderStart, RefusesAnotherVersion) {
  const HostKind other =
      kind() == HostKind::kBlender42 ? HostKind::kBlender50 : HostKind::kBlender42;
  std::string message;
  try {
    (void)make_host(other, {.addons = addons().string()});
  } catch (const py::PythonError& error) {
    message = error.message();
  }
  EXPECT_THAT(message, HasSubstr("the module bpy here is Blender "));
  EXPECT_THAT(message, HasSubstr(", and Blender " + std::string(name_of(other)).substr(8)));
}

TEST_F(BlenderStart, HasOneModuleThatIsNamedBpy) {
  EXPECT_EQ(eval("bpy is __import__('addon_utils')._bpy is sys.modules['bpy']"), "True");
  enable_addon("demo",
               "seen = type(bpy.context).__name__\ndef register(): pass\n"
               "def unregister(): pass\n");
  EXPECT_EQ(eval("sys.modules['demo'].seen"), "'_RestrictContext'");
}

TEST_F(BlenderStart, HasNoAddonSwitchedOn) {
  EXPECT_EQ(eval("[a.module for a in bpy.context.preferences.addons]"), "[]");
  EXPECT_EQ(eval("[m for m in sys.modules if m.startswith(('cycles', 'io_scene', 'pose_lib'))]"),
            "[]");
}

TEST_F(BlenderStart, LooksAsIfItWereInAWindow) {
  EXPECT_EQ(eval("bpy.app.background"), "False");
  run("from bpy.app import background, handlers\nimport bpy.app.timers as timers");
  EXPECT_EQ(eval("(background, handlers is bpy.app.handlers, timers is bpy.app.timers)"),
            "(False, True, True)");
  run("bpy.app.debug_value = 7");
  EXPECT_EQ(eval("bpy.app.debug_value"), "7");
  run("bpy.app.debug_value = 0");
}

TEST_F(BlenderStart, WritesBesideTheAddonsOnly) {
  run("root = " + fmt::format("'{}'", addons().parent_path().string()));
  EXPECT_EQ(eval("[k for k in ('CONFIG', 'SCRIPTS', 'DATAFILES')"
                 " if not bpy.utils.user_resource(k).startswith(root)]"),
            "[]");
  EXPECT_EQ(eval("bpy.app.tempdir.startswith(root) and os.path.isdir(bpy.app.tempdir)"), "True");
}

// OpenEXR waits for its threads, which a forked process does not have.
TEST_F(BlenderStart, SavesAnExrInAForkedProcess) {
  run("def save():\n"
      "    image = bpy.data.images.new('x', 64, 64, float_buffer=True)\n"
      "    image.filepath_raw = os.path.join(bpy.app.tempdir, 'a.exr')\n"
      "    image.file_format = 'OPEN_EXR'\n"
      "    image.save()\n"
      "    return os.path.getsize(image.filepath_raw) > 100");
  PyOS_BeforeFork();
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    PyOS_AfterFork_Child();
    _exit(eval("save()") == "True" ? 0 : 1);
  }
  PyOS_AfterFork_Parent();
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace afresh
