// The statements that an author can write.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/mend.hpp"

#include <gmock/gmock.h>

#include "tests/diagnosis/findings.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Mend mend(DiagnosticCode code, const std::vector<Finding>& findings, const std::string& text,
          const std::string& source = kWatchText) {
  PythonSources sources = read_sources({{kWatchFile, source}});
  std::vector<const Finding*> about;
  for (const Finding& finding : findings) about.push_back(&finding);
  DiagnosticPlace place{.file = kWatchFile, .line = findings.front().cause.line, .text = text};
  return suggest_mend(code, about, place, sources);
}

TEST(Mend, TakesTheOwnFunctionOutOfTheOwnRegistry) {
  Mend one = mend(DiagnosticCode::kLeftoverHandler,
                  {leftover("bpy.app.handlers.save_post[0]", function_ref("on_save"), 7)},
                  "bpy.app.handlers.save_post.append(on_save)");
  EXPECT_EQ(one.kind, MendKind::kUndo);
  EXPECT_THAT(one.statements, ElementsAre("bpy.app.handlers.save_post.remove(on_save)"));
  EXPECT_EQ(one.unregister.line, 12);
}

TEST(Mend, NamesTheModuleWhereUnregisterIsInAnotherFile) {
  PythonSources sources = read_sources(
      {{kWatchFile, "x = 1\n"}, {"demo/__init__.py", "def unregister():\n    pass\n"}});
  Finding finding = leftover("bpy.app.timers[0]", function_ref("tick"), 1);
  Mend one =
      suggest_mend(DiagnosticCode::kLeftoverTimer, {&finding}, {.file = kWatchFile}, sources);
  EXPECT_THAT(one.statements, ElementsAre("bpy.app.timers.unregister(watch.tick)"));
  EXPECT_EQ(one.unregister.file, "demo/__init__.py");
}

TEST(Mend, UndoesALoopInReverse) {
  Mend one = mend(DiagnosticCode::kLeftoverClass,
                  {leftover("bpy.classes[0]", class_ref("Panel"), 8),
                   leftover("bpy.classes[1]", class_ref("Menu"), 8)},
                  "for cls in (Panel, Menu): bpy.utils.register_class(cls)");
  EXPECT_THAT(one.statements,
              ElementsAre("bpy.utils.unregister_class(Menu)", "bpy.utils.unregister_class(Panel)"));
}

TEST(Mend, KnowsHowEachRegistryIsUndone) {
  struct Row {
    DiagnosticCode code;
    std::string path;
    ObjectRef object;
    std::string line;
    std::string statement;
  };
  const std::vector<Row> rows{
      {DiagnosticCode::kLeftoverProperty,
       "bpy.properties[Scene.demo_size]",
       {},
       "",
       "del bpy.types.Scene.demo_size"},
      {DiagnosticCode::kLeftoverProperty,
       "hostapi.properties[Scene.size]",
       {},
       "",
       "hostapi.remove_property(hostapi.Scene, \"size\")"},
      {DiagnosticCode::kLeftoverMenuEntry, "bpy.types.VIEW3D_MT_object[0]", function_ref("draw"),
       "", "bpy.types.VIEW3D_MT_object.remove(draw)"},
      {DiagnosticCode::kLeftoverCallback, "atexit[1]", function_ref("bye"), "",
       "atexit.unregister(bye)"},
      {DiagnosticCode::kLeftoverImportHook, "sys.path[4]", atom_ref("'/nowhere'"), "",
       "sys.path.remove('/nowhere')"},
      {DiagnosticCode::kLeftoverSetting, "environment[DEMO]", atom_ref("'x'"), "",
       "os.environ.pop(\"DEMO\", None)"},
      {DiagnosticCode::kLeftoverPatch, "monkeypatches[json.dumps]", function_ref("dumps"), "",
       "json.dumps = original"},
      {DiagnosticCode::kLeftoverLogging, "logging.getLogger('demo').handlers[0]",
       ObjectRef{.kind = ObjectKind::kInstance, .type = "logging.StreamHandler"}, "",
       "logging.getLogger('demo').removeHandler(handler)"},
      {DiagnosticCode::kLeftoverCallback, "bpy.msgbus[0]", function_ref("notify"),
       "bpy.msgbus.subscribe_rna(key=k, owner=this.owner, args=(), notify=notify)",
       "bpy.msgbus.clear_by_owner(this.owner)"},
      {DiagnosticCode::kLeftoverCallback, "bpy.draw_handlers[0]", function_ref("draw"),
       "handle = bpy.types.SpaceImageEditor.draw_handler_add(draw, (), 'PREVIEW', 'POST_PIXEL')",
       "bpy.types.SpaceImageEditor.draw_handler_remove(handle, 'PREVIEW')"},
      {DiagnosticCode::kLeftoverEntry,
       "bpy.app.translations[demo.watch]",
       {},
       "",
       "bpy.app.translations.unregister(__name__)"},
  };
  for (const Row& row : rows)
    EXPECT_THAT(mend(row.code, {leftover(row.path, row.object, 7)}, row.line).statements,
                ElementsAre(row.statement))
        << row.path;
}

TEST(Mend, AsksForANameWhereTheFunctionHasNone) {
  Mend one = mend(
      DiagnosticCode::kLeftoverHandler,
      {leftover("bpy.app.handlers.load_post[0]", function_ref("register.<locals>.<lambda>"), 7)},
      "bpy.app.handlers.load_post.append(lambda *_: None)");
  EXPECT_EQ(one.kind, MendKind::kKeepAndUndo);
  EXPECT_EQ(one.name, "function");
  EXPECT_THAT(one.statements, ElementsAre("bpy.app.handlers.load_post.remove(function)"));
}

TEST(Mend, ImportsTheModuleOfACopiedName) {
  struct Row {
    std::string line;
    std::string statement;
    std::string name;
  };
  for (const Row& row :
       std::vector<Row>{{"from .settings import LIMIT", "from . import settings", "settings.LIMIT"},
                        {"from ..a.b import LIMIT, X", "from ..a import b", "b.LIMIT"},
                        {"from demo.settings import *", "from demo import settings", ""}}) {
    Mend one = mend(DiagnosticCode::kStaleImport, {stale_import(2)}, row.line);
    EXPECT_THAT(one.statements, ElementsAre(row.statement)) << row.line;
    EXPECT_EQ(one.name, row.name);
  }
  for (const char* line : {"from . import settings", "import demo.settings", "LIMIT = f()"})
    EXPECT_EQ(mend(DiagnosticCode::kStaleImport, {stale_import(2)}, line).kind, MendKind::kNone);
}

TEST(Mend, SaysNothingWhereNothingGoodIsKnown) {
  for (const char* path : {"sys.addaudithook[0]", "library containers[json.x][0]", "demo.x"})
    EXPECT_EQ(mend(DiagnosticCode::kLeftoverEntry, {leftover(path, function_ref("f"), 7)}, "").kind,
              MendKind::kNone)
        << path;
  EXPECT_THAT(mend(DiagnosticCode::kLeak, {leak("demo.x", class_ref("A"), 7)}, "").statements,
              IsEmpty());
}

}  // namespace
}  // namespace afresh::testing
