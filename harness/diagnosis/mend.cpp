// SPDX-License-Identifier: MIT
#include "harness/diagnosis/mend.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace afresh {
namespace {

/// A name for a function that has none.
constexpr const char* kUnnamed = "function";

/// `demo.ui` of `demo/ui.py`, `demo` of `demo/__init__.py`.
std::string module_for_file(std::string file) {
  constexpr std::string_view kInit = "/__init__.py";
  constexpr std::string_view kPy = ".py";
  if (file.ends_with(kInit)) {
    file.resize(file.size() - kInit.size());
  } else if (file.ends_with(kPy)) {
    file.resize(file.size() - kPy.size());
  }
  std::ranges::replace(file, '/', '.');
  return file;
}

std::string last_part(const std::string& dotted) { return dotted.substr(dotted.rfind('.') + 1); }

/// Where `unregister()` is: in the file itself, or in the one that Python imports first.
SourceLine find_unregister(const std::string& file, const PythonSources& sources) {
  auto line_in = [&](const std::string& path) -> SourceLine {
    auto source = sources.find(path);
    int line = source == sources.end() ? 0 : source->second.function_line("unregister");
    if (line == 0) return {};
    return {.file = path, .line = line, .text = std::string(source->second.line(line))};
  };
  if (SourceLine here = line_in(file); here.is_known()) return here;
  // The one that Python imports first has the shortest path.
  SourceLine top;
  for (const auto& [path, source] : sources) {
    bool is_shorter = !top.is_known() || path.size() < top.file.size();
    if (path.ends_with("/__init__.py") && is_shorter) {
      if (SourceLine line = line_in(path); line.is_known()) top = line;
    }
  }
  return top;
}

/// Every `{word}` of a template replaced; empty where one has no value.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = text.find('{', at);
    out += text.substr(at, begin - at);
    if (begin == std::string_view::npos) break;
    std::size_t end = text.find('}', begin);
    auto value = values.find(std::string(text.substr(begin + 1, end - begin - 1)));
    if (value == values.end() || value->second.empty()) return {};
    out += value->second;
    at = end + 1;
  }
  return out;
}

/// The object as `unregister()` there can write it; empty where it has no name.
std::string name_from(const Finding& finding, const std::string& file) {
  const auto* object = std::get_if<ObjectRef>(&finding.actual);
  if (object == nullptr) return {};
  if (object->kind == ObjectKind::kAtom) return object->value;
  bool has_name = object->kind == ObjectKind::kClass || object->kind == ObjectKind::kFunction;
  if (!has_name || !is_dotted_name(object->name)) return {};
  bool is_here = object->module.empty() || file.empty() || object->module == module_for_file(file);
  return is_here ? object->name : last_part(object->module) + "." + object->name;
}

/// What stands left of `.METHOD(` on the line: `bpy.types.SpaceView3D`.
std::string call_receiver(std::string_view code, std::string_view method) {
  std::size_t dot = code.find("." + std::string(method) + "(");
  if (dot == std::string_view::npos) return {};
  std::size_t begin = dot;
  while (begin > 0 &&
         is_dotted_name(std::string("x") + std::string(code.substr(begin - 1, dot - begin + 1))))
    --begin;
  std::string_view receiver = code.substr(begin, dot - begin);
  return is_dotted_name(receiver) ? std::string(receiver) : std::string();
}

/// `handle` of `handle = …`; empty where the line gives it no name.
std::string target_of(std::string_view code) {
  std::size_t equals = code.find(" = ");
  if (equals == std::string_view::npos) return {};
  std::string_view target = without_margins(code.substr(0, equals));
  return is_dotted_name(target) ? std::string(target) : std::string();
}

/// The third argument of `draw_handler_add(function, arguments, 'WINDOW', 'POST_PIXEL')`.
std::string find_region(std::string_view code) {
  std::size_t end = code.rfind(',');
  std::size_t begin = end == std::string_view::npos ? end : code.rfind(',', end - 1);
  if (begin == std::string_view::npos) return "'WINDOW'";
  std::string_view region = without_margins(code.substr(begin + 1, end - begin - 1));
  return region.starts_with('\'') || region.starts_with('"') ? std::string(region) : "'WINDOW'";
}

/// What a registration gave, by the name that the line has for it, or one to give it.
std::string kept_name(const RegistryPlace& place, std::string_view code) {
  if (std::string owner = keyword_value(code, "owner"); !owner.empty()) return owner;
  if (std::string target = target_of(code);
      !target.empty() && place.row->undo_kind == UndoKind::kKeep)
    return target;
  if (place.row->undo_kind == UndoKind::kOriginal) return "original";
  // The last word of what it is called: `handler` of a log handler.
  if (place.row->code == DiagnosticCode::kLeftoverCallback) return "handle";
  if (place.row->code == DiagnosticCode::kLeftoverKeymap) return "item";
  return std::string(place.row->noun.substr(place.row->noun.rfind(' ') + 1));
}

std::map<std::string, std::string> values_for(const Finding& finding, const RegistryPlace& place,
                                              const std::string& file, std::string_view code) {
  const std::string& label = place.label;
  std::size_t dot = label.rfind('.');
  std::string name = dot == std::string::npos ? label : label.substr(dot + 1);
  std::string logger = place.registry.substr(0, place.registry.rfind('.'));
  std::string space = call_receiver(code, "draw_handler_add");
  return {{"object", name_from(finding, file)},
          {"registry", place.registry},
          {"label", label},
          {"owner", dot == std::string::npos ? std::string() : label.substr(0, dot)},
          {"name", name},
          {"label_literal", label == module_for_file(file) ? "__name__" : string_literal(label)},
          {"name_literal", string_literal(name)},
          {"logger", logger},
          {"space", space.empty() ? "bpy.types.SpaceView3D" : space},
          {"region", find_region(code)},
          {"kept", kept_name(place, code)}};
}

MendKind to_mend_kind(UndoKind undo) {
  switch (undo) {
    case UndoKind::kNone: return MendKind::kNone;
    case UndoKind::kCall: return MendKind::kUndo;
    case UndoKind::kKeep: return MendKind::kKeepAndUndo;
    case UndoKind::kOriginal: return MendKind::kRestore;
    case UndoKind::kStop: return MendKind::kStop;
  }
  return MendKind::kNone;
}

/// What takes an entry out of its registry again; of a loop, one statement for each entry.
Mend make_undo(const std::vector<const Finding*>& about, const DiagnosticPlace& place,
               const PythonSources& sources) {
  Mend mend{.unregister = find_unregister(place.file, sources)};
  const std::string_view code = without_margins(place.text);
  const std::string& from = mend.unregister.is_known() ? mend.unregister.file : place.file;
  std::set<std::string> named;
  for (const Finding* finding : about) {
    RegistryPlace entry = registry_place(finding->paths.empty() ? "" : finding->paths.front());
    if (entry.row == nullptr || entry.row->undo_kind == UndoKind::kNone) continue;
    // Strategies that rename modules show one object under several names of its module.
    const auto* object = std::get_if<ObjectRef>(&finding->actual);
    std::string name = object != nullptr && entry.label.empty() ? object->name + object->value : "";
    if (!named.insert(entry.registry + "[" + entry.label + "]" + name).second) continue;
    auto values = values_for(*finding, entry, from, code);
    std::string statement = filled(entry.row->undo, values);
    MendKind kind = to_mend_kind(entry.row->undo_kind);
    // The line itself says by which name it can be taken back.
    if (kind == MendKind::kKeepAndUndo && !keyword_value(code, "owner").empty())
      kind = MendKind::kUndo;
    if (statement.empty() && kind == MendKind::kUndo) {
      // A lambda, or a function inside another one: nobody can name it later.
      values["object"] = kUnnamed;
      statement = filled(entry.row->undo, values);
      kind = MendKind::kKeepAndUndo;
    }
    if (mend.kind == MendKind::kNone) {
      mend.kind = kind;
      mend.name = kind == MendKind::kUndo ? std::string() : values["kept"];
      if (values["object"] == kUnnamed) mend.name = kUnnamed;
    }
    if (statement.empty() || mend.kind != kind) continue;
    if (std::ranges::find(mend.statements, statement) == mend.statements.end())
      mend.statements.push_back(std::move(statement));
  }
  // What was registered last goes first.
  std::ranges::reverse(mend.statements);
  return mend;
}

/// `from . import settings` for `from .settings import LIMIT`, with `settings.LIMIT` where it is
/// used.
Mend make_import(const std::vector<const Finding*>& about, const DiagnosticPlace& place) {
  std::string_view code = without_margins(place.text);
  constexpr std::string_view kFrom = "from ";
  constexpr std::string_view kImport = " import ";
  std::size_t import = code.find(kImport);
  if (!code.starts_with(kFrom) || import == std::string_view::npos) return {};
  std::string module(without_margins(code.substr(kFrom.size(), import - kFrom.size())));
  std::size_t dot = module.rfind('.');
  if (dot == std::string::npos || dot + 1 == module.size()) return {};
  std::string package = module.substr(0, dot);
  if (package.empty() || package.ends_with('.')) package += '.';
  const std::string name = module.substr(dot + 1);
  Mend mend{.kind = MendKind::kImportModule, .statements = {"from " + package + " import " + name}};
  const std::string& path =
      about.front()->paths.empty() ? place.file : about.front()->paths.front();
  // What a copy is called may go on behind the name: `demo.unit closure x`.
  std::string copied = last_part(path.substr(0, path.find(' ')));
  bool is_on_line = code.substr(import + kImport.size()).find(copied) != std::string_view::npos;
  if (is_on_line && is_dotted_name(copied)) mend.name = name + "." + copied;
  return mend;
}

}  // namespace

Mend suggest_mend(DiagnosticCode code, const std::vector<const Finding*>& about,
                  const DiagnosticPlace& place, const PythonSources& sources) {
  if (is_leftover(code) || code == DiagnosticCode::kDuplicateRegistration) {
    if (code == DiagnosticCode::kLeftoverModule) return {};
    return make_undo(about, place, sources);
  }
  if (code == DiagnosticCode::kStaleImport) return make_import(about, place);
  if (code != DiagnosticCode::kStaleValue) return {};
  std::string target = target_of(without_margins(place.text));
  if (target.empty()) return {};
  return {.kind = MendKind::kCompute, .name = target};
}

}  // namespace afresh
