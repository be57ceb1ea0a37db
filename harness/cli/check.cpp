// SPDX-License-Identifier: MIT
#include "reports/check.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <optional>

#include "harness/addon/check_cases.hpp"
#include "harness/addon/extension.hpp"
#include "harness/addon/git_revision.hpp"
#include "harness/addon/own_lines.hpp"
#include "harness/addon/read_addon.hpp"
#include "harness/casefile/write_case.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/report_files.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/stop_signals.hpp"
#include "harness/engine/first_load.hpp"
#include "reports/colour.hpp"

namespace afresh::cli {
namespace {

/// The add-on before and after the edit; without `after` the edit is a shift.
struct Versions {
  AddonFiles before;
  std::optional<AddonFiles> after;
  std::string edit;  ///< one sentence about what stands for it
};

/// Puts an extension where Blender has it.
void install(Versions& versions) {
  versions.before = as_installed(versions.before);
  if (versions.after) versions.after = as_installed(*versions.after);
}

Result<Versions> shifted_version(const AddonPlace& place) {
  auto files = read_addon(place);
  if (!files) return files.error();
  return Versions{
      .before = std::move(*files),
      .after = {},
      .edit =
          "The edit: every module with all its lines moved down, twice, which shows whatever is "
          "older than its file; then one that cannot load, and its repair. No name is deleted: "
          "what a "
          "reload in place would keep of it, only --edit and --since show."};
}

Result<Versions> edited_version(const AddonPlace& place, const std::string& edit) {
  auto files = read_addon(place);
  if (!files) return files.error();
  auto other = find_addon(edit, place.name);
  if (!other) return Error{"--edit: " + other.error().message};
  if (other->is_package != place.is_package)
    return Error{fmt::format("--edit: {} is {}; expected {} like {}", edit,
                             other->is_package ? "a folder" : "a file",
                             place.is_package ? "a folder" : "a file", place.path.string())};
  auto after = read_addon(*other);
  if (!after) return after.error();
  return Versions{
      .before = std::move(*files),
      .after = std::move(*after),
      .edit = fmt::format("The edit: from {} to {}; and by way of one that cannot load.",
                          place.path.string(), other->path.string())};
}

/// `A..B` are two revisions; `A` alone is one, and the files as they are.
Result<Versions> since_version(const AddonPlace& place, const std::string& since) {
  std::size_t dots = since.find("..");
  // Ctrl-C ends git first, and this program when nothing of its asking is left.
  const StopSignals signals;
  const Patience patience{.stop = signals.descriptor()};
  auto before = read_addon_at(place, since.substr(0, dots), patience);
  if (!before) return before.error();
  bool has_second = dots != std::string::npos;
  auto after =
      has_second ? read_addon_at(place, since.substr(dots + 2), patience) : read_addon(place);
  if (!after) return after.error();
  return Versions{.before = std::move(*before),
                  .after = std::move(*after),
                  .edit = fmt::format(
                      "The edit: from revision {} to {}; and by way of one that cannot load.",
                      since.substr(0, dots),
                      has_second ? "revision " + since.substr(dots + 2) : "the files as they are")};
}

Result<Versions> versions_of(const AddonPlace& place, const CheckOptions& options) {
  Result<Versions> versions = options.edit    ? edited_version(place, *options.edit)
                              : options.since ? since_version(place, *options.since)
                                              : shifted_version(place);
  if (versions && versions->after && versions->before.files == versions->after->files)
    return Error{fmt::format("{}: both versions are the same; expected two that differ",
                             place.path.string())};
  return versions;
}

/// A module that only some application has, and what to say of it.
struct HostModule {
  std::string_view name;
  std::string_view host;
};
constexpr std::array kHostModules{HostModule{"bpy", "Blender"},
                                  HostModule{"bmesh", "Blender"},
                                  HostModule{"mathutils", "Blender"},
                                  HostModule{"bpy_extras", "Blender"},
                                  HostModule{"bpy_types", "Blender"},
                                  HostModule{"addon_utils", "Blender"},
                                  HostModule{"nodeitems_utils", "Blender"},
                                  HostModule{"gpu", "Blender"},
                                  HostModule{"gpu_extras", "Blender"},
                                  HostModule{"bgl", "Blender"},
                                  HostModule{"blf", "Blender"},
                                  HostModule{"aud", "Blender"},
                                  HostModule{"bl_ui", "Blender"},
                                  HostModule{"bl_operators", "Blender"},
                                  HostModule{"bl_i18n_utils", "Blender"},
                                  HostModule{"rna_prop_ui", "Blender"},
                                  HostModule{"rna_info", "Blender"},
                                  HostModule{"freestyle", "Blender"},
                                  HostModule{"qgis", "QGIS"},
                                  HostModule{"sublime", "Sublime Text"},
                                  HostModule{"maya", "Maya"},
                                  HostModule{"unreal", "Unreal"},
                                  HostModule{"FreeCAD", "FreeCAD"},
                                  HostModule{"hou", "Houdini"},
                                  HostModule{"nuke", "Nuke"}};

/// `numpy.linalg` of `No module named 'numpy.linalg'`.
std::string missing_module(const OpResult& result) {
  if (result.type != "ModuleNotFoundError") return {};
  std::size_t begin = result.message.find('\'');
  if (begin == std::string::npos) return {};
  std::string name = result.message.substr(begin + 1);
  return name.substr(0, name.find('\''));
}

std::string package_of(const std::string& module) { return module.substr(0, module.find('.')); }

/// Whether what is missing is Blender's.
bool needs_blender(const OpResult& result) {
  const std::string package = package_of(missing_module(result));
  return std::ranges::any_of(kHostModules, [&](const HostModule& known) {
    return known.name == package && known.host == "Blender";
  });
}

/// The host that is asked for; else the one that says by itself what it is for, or the smallest.
HostKind host_for(const CheckOptions& options, const AddonFiles& addon) {
  if (options.host) return parse_word<HostKind>(*options.host).value();
  return is_extension(addon) ? HostKind::kBpy42 : HostKind::kPlain;
}

/// Why the add-on cannot be enabled even on a fresh start, and what may help.
Error unloadable(const AddonPlace& place, HostKind host, const OpResult& result) {
  std::string where = result.where.empty() ? "" : " in " + result.where;
  std::string module = missing_module(result);
  std::string package = package_of(module);
  for (const HostModule& known : kHostModules) {
    if (package == known.name)
      return {
          fmt::format("{}: it needs {}'s module '{}'{}, which the host '{}' does not have; "
                      "expected an add-on of the standard library, the host and what --path adds",
                      place.path.string(), known.host, module, where, name_of(host))};
  }
  if (!package.empty() && package != place.name)
    return {
        fmt::format("{}: it needs the module '{}'{}, which is not there; expected the folder "
                    "that has it with --path",
                    place.path.string(), package, where)};
  std::string told = result.outcome == OpOutcome::kNotReached
                         ? "the interpreter ended or did not end in time"
                         : result.type + ": " + result.message;
  return {
      fmt::format("{}: it cannot be enabled on a fresh start ({}{}); expected an add-on with "
                  "register() and unregister() that loads",
                  place.path.string(), told, where)};
}

/// `DIR/demo.case`, where the cases are to be kept.
std::string case_file(const std::string& folder, const Case& value) {
  return (std::filesystem::path(folder) / (value.name + ".case")).string();
}

std::vector<SelectedCase> cases_of(const Versions& versions, const CheckOptions& options,
                                   HostKind host) {
  std::vector<SelectedCase> selected;
  for (Case& value : versions.after ? check_cases(versions.before, *versions.after)
                                    : check_cases(versions.before)) {
    value.host = host;
    std::size_t bytes = render_case(value).size();
    std::string argument = options.cases ? case_file(*options.cases, value) : value.name;
    selected.push_back(
        {.value = std::move(value), .replay_argument = std::move(argument), .bytes = bytes});
  }
  return selected;
}

std::optional<Error> write_cases(const CheckOptions& options,
                                 const std::vector<SelectedCase>& cases) {
  if (!options.cases) return {};
  std::error_code error;
  std::filesystem::create_directories(*options.cases, error);
  for (const SelectedCase& selected : cases) {
    std::string path = case_file(*options.cases, selected.value);
    Result<OutputFile> file = OutputFile::open("--cases", path);
    if (!file) return file.error();
    if (auto problem = file->write([&](std::ostream& out) { out << render_case(selected.value); }))
      return problem;
    std::cout << "Written: " << path << '\n';
  }
  return {};
}

std::optional<Error> write_reports(const std::vector<ReportFile>& files, const Report& report) {
  for (const ReportFile& file : files) {
    if (auto error = write_report_file(file, report)) return error;
    std::cout << "Written: " << file.file.name() << '\n';
  }
  return {};
}

Result<std::vector<ReportFile>> open_outputs(const CheckOptions& options) {
  if (options.html && !options.cases)
    return Error{"--html: its replay commands name case files; expected --cases DIR with it"};
  return open_report_files(wanted_reports(options));
}

}  // namespace

int run_check(const CheckOptions& options) {
  // 1. The add-on, both versions, and everything else that a user can have got wrong.
  auto place = find_addon(options.addon, options.name);
  if (!place) return complain(place.error()), kWrongUse;
  auto versions = versions_of(*place, options);
  if (!versions) return complain(versions.error()), kWrongUse;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return complain(strategies.error()), kWrongUse;
  // A null tells about the harness, not about the add-on.
  if (options.run.strategies.empty())
    std::erase_if(*strategies, [](const StrategySource& one) { return one.name == "do-nothing"; });
  auto files = open_outputs(options);
  if (!files) return complain(files.error()), kWrongUse;
  if (auto error = check_surroundings(options.run)) return complain(*error), kWrongUse;
  HostKind host = host_for(options, versions->before);
  if (host == HostKind::kBpy42 && is_extension(versions->before)) install(*versions);
  std::vector<SelectedCase> cases = cases_of(*versions, options, host);
  {
    engine::WorkerPool worker_pool(laboratory_options(options.run));
    Result<OpResult> loaded = engine::first_load(worker_pool, cases.front().value);
    if (loaded && !options.host && host == HostKind::kPlain && needs_blender(*loaded)) {
      host = HostKind::kBpy;
      cases = cases_of(*versions, options, host);
      loaded = engine::first_load(worker_pool, cases.front().value);
    }
    if (!loaded) return complain(loaded.error()), kWrongUse;
    if (loaded->outcome != OpOutcome::kOk)
      return complain(unloadable(*place, host, *loaded)), kWrongUse;
  }
  if (auto error = engine::check_strategies(*strategies, laboratory_options(options.run), {host}))
    return complain(*error), kWrongUse;

  // 2. Run and judge, and say lines as the add-on's own files have them.
  Outcome outcome = run(cases, *strategies, options.run);
  if (outcome.stopped_by != 0) {
    complain(Error{
        fmt::format("stopped by SIG{} before all was done", sigabbrev_np(outcome.stopped_by))});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) complain(error);
  if (!outcome.errors.empty()) return kWrongUse;
  if (!versions->after) {
    for (Record& record : outcome.report.records) say_own_lines(record, versions->before.files);
  }

  // 3. Tell.
  std::size_t count = versions->before.files.size();
  CheckHead head{.addon = fmt::format(
                     "{} ({} of {}){}", place->name,
                     count == 1 ? "one file" : fmt::format("{} files", count), place->path.string(),
                     is_blender(host) ? fmt::format(", in the embedded {}", name_of(host)) : ""),
                 .edit = versions->edit};
  write_check(std::cout, outcome.report, head,
              {.colour = wants_colour(STDOUT_FILENO), .width = terminal_width()});
  std::cout << "\nIts code ran with your rights, and could read what you can"
            << (options.run.without_network ? "" : " and use the network")
            << ": this is no sandbox for code that you do not trust.\n";
  if (auto error = write_cases(options, cases)) return complain(*error), kWrongUse;
  if (auto error = write_reports(*files, outcome.report)) return complain(*error), kWrongUse;
  bool is_right = is_right_under(outcome.report, recommended_strategy(outcome.report));
  return is_right ? kDone : kVerdictDoesNotHold;
}

}  // namespace afresh::cli
