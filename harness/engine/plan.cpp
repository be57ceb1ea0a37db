// SPDX-License-Identifier: MIT
#include "harness/engine/plan.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace afresh::engine {
namespace {

// Walks through the steps once, keeping the disk and what is enabled.
class Planner {
 public:
  Planner(const Case& a_case, const VersionFiles& files) : files_(files) {
    for (const std::string& addon : a_case.addons) write_version(addon, 1);
    end_write();
  }

  void add(const Step& step, int index) {
    step_ = index;
    std::visit([this](const auto& action) { plan(action); }, step.action);
    // A run of `expect` steps stands behind the same step as its first one.
    if (!std::holds_alternative<ExpectStep>(step.action))
      behind_ = std::exchange(just_done_, AfterWhat::kNothing);
  }

  void begin_repeat() { cycles_.emplace_back(); }
  void end_cycle() {
    push(LeakCheckOp{});
    cycles_.back().push_back(static_cast<std::uint32_t>(ops_.size() - 1));
  }

  Plan take(Script script) {
    step_ = -1;
    push(LeakCheckOp{.is_final = true});
    script.ops = std::move(ops_);
    return {.trial = std::move(script),
            .checkpoints = std::move(checkpoints_),
            .first_expects = std::move(first_expects_),
            .cycles = std::move(cycles_)};
  }

 private:
  enum class AfterWhat { kNothing, kFirstEnable, kCheckpoint };

  void push(OpAction action, bool snapshot = false) {
    ops_.push_back({.action = std::move(action), .step = step_, .snapshot = snapshot});
  }

  void write_version(const std::string& addon, int version) {
    const auto& target = files_.at(addon).at(version);
    std::vector<std::string> gone;
    for (const auto& [path, file] : now_.files) {
      if (is_file_of(path, addon) && !target.contains(path)) gone.push_back(path);
    }
    for (const std::string& path : gone) {
      now_.files.erase(path);
      changes_.push_back({.path = path, .content = {}});
    }
    for (const auto& [path, content] : target) {
      auto found = now_.files.find(path);
      bool is_new = found == now_.files.end();
      if (!is_new && found->second.content == content) continue;
      now_.files[path] = {.content = content,
                          .created = is_new ? second_ : found->second.created,
                          .modified = second_};
      changes_.push_back({.path = path, .content = content});
    }
    now_.versions[addon] = version;
  }
  void end_write() {
    push(WriteFilesOp{.changes = std::exchange(changes_, {}), .second = second_});
  }

  void loaded(const std::string& addon) {
    if (std::ranges::find(first_enabled_, addon) == first_enabled_.end())
      first_enabled_.push_back(addon);
    if (std::ranges::find(now_.enabled, addon) == now_.enabled.end()) now_.enabled.push_back(addon);
    std::ranges::sort(now_.enabled, {}, [&](const std::string& name) {
      return std::ranges::find(first_enabled_, name) - first_enabled_.begin();
    });
  }

  void checkpoint(CheckpointKind kind, const std::string& addon) {
    checkpoints_.push_back({.kind = kind,
                            .op = static_cast<std::uint32_t>(ops_.size() - 1),
                            .step = step_,
                            .addon = addon,
                            .moment = now_,
                            .earlier_loads = loads_[addon],
                            .has_pending_edit = pending_.contains(addon)});
    // And just before: what the step did to others is told by it. Something comes before every
    // step: the first version is written.
    ops_[ops_.size() - 2].snapshot = true;
    ops_.back().snapshot = true;
    just_done_ = AfterWhat::kCheckpoint;
  }

  void plan(const EnableStep& step) {
    bool is_first = !loads_.contains(step.addon);
    push(EnableOp{step.addon});
    loaded(step.addon);
    if (is_first) {
      just_done_ = AfterWhat::kFirstEnable;
    } else {
      checkpoint(CheckpointKind::kEnable, step.addon);
    }
    remember_load(step.addon);
  }
  void plan(const ReloadStep& step) {
    push(ReloadOp{step.addon});
    ops_.back().save_document = true;
    loaded(step.addon);
    checkpoint(CheckpointKind::kReload, step.addon);
    remember_load(step.addon);
  }
  void plan(const DisableStep& step) {
    push(DisableOp{step.addon});
    std::erase(now_.enabled, step.addon);
    checkpoint(CheckpointKind::kDisable, step.addon);
  }
  void plan(const EditStep& step) {
    second_ += step.advance_s;
    write_version(step.addon, step.version);
    end_write();
    pending_.insert(step.addon);
  }
  void plan(const TouchStep& step) {
    second_ += step.advance_s;
    if (auto file = now_.files.find(step.path); file != now_.files.end())
      file->second.modified = second_;
    push(TouchOp{.path = step.path, .second = second_});
  }
  void plan(const SetStep& step) { push(SetOp{.name = step.name, .literal = step.literal}); }
  void plan(const PythonStep& step) { push(PythonOp{.code = step.code, .line = 1}); }
  void plan(const TurnStep&) { push(TurnOp{}); }
  void plan(const RepeatStep&) {}  // written out by `make_plan`
  void plan(const ExpectStep& step) {
    push(ExpectOp{.expression = step.expression, .line = 1});
    auto op = static_cast<std::uint32_t>(ops_.size() - 1);
    if (behind_ == AfterWhat::kCheckpoint) checkpoints_.back().expects.push_back(op);
    if (behind_ == AfterWhat::kFirstEnable) first_expects_.push_back(op);
  }

  void remember_load(const std::string& addon) {
    loads_[addon].push_back(now_);
    pending_.erase(addon);
  }

  const VersionFiles& files_;
  std::vector<Op> ops_;
  std::vector<PlannedCheckpoint> checkpoints_;
  std::vector<std::uint32_t> first_expects_;
  std::vector<std::vector<std::uint32_t>> cycles_;
  std::vector<FileChange> changes_;
  Moment now_;
  std::vector<std::string> first_enabled_;
  std::map<std::string, std::vector<Moment>> loads_;
  std::set<std::string> pending_;
  std::int64_t second_ = 0;
  std::int32_t step_ = -1;
  AfterWhat just_done_ = AfterWhat::kNothing;
  AfterWhat behind_ = AfterWhat::kNothing;
};

}  // namespace

VersionFiles files_of_case(const Case& a_case) {
  VersionFiles files;
  for (const std::string& addon : a_case.addons) {
    for (int number : versions_in_use(a_case))
      files[addon][number] = files_at_version(a_case, addon, number);
  }
  return files;
}

std::vector<std::string> addons_in_question(const Case& a_case) {
  std::vector<std::string> names;
  for (const Step& step : unrolled(a_case.steps)) {
    const auto* reload = std::get_if<ReloadStep>(&step.action);
    const auto* edit = std::get_if<EditStep>(&step.action);
    if (reload == nullptr && edit == nullptr) continue;
    const std::string& name = reload != nullptr ? reload->addon : edit->addon;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

Plan make_plan(const Case& a_case, const VersionFiles& files, const StrategySource& strategy) {
  Planner planner(a_case, files);
  int index = 0;
  auto add = [&](const std::vector<Step>& steps) {
    for (const Step& step : unrolled(steps)) planner.add(step, index++);
  };
  for (const Step& step : a_case.steps) {
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    if (repeat == nullptr) {
      add({step});
      continue;
    }
    planner.begin_repeat();
    for (int i = 0; i < repeat->count; ++i) {
      add(repeat->body);
      planner.end_cycle();
    }
  }
  return planner.take({.addons = a_case.addons,
                       .host = a_case.host,
                       .taken_names = a_case.taken_names,
                       .automatic_gc = a_case.automatic_gc,
                       .strategy = strategy,
                       .ops = {}});
}

bool is_of_the_case(const Op& op) {
  return std::holds_alternative<PythonOp>(op.action) || std::holds_alternative<SetOp>(op.action);
}

Script reference_script(const Script& trial, const Moment& moment,
                        const ReferenceOptions& options) {
  // All strategies that ship are loaded in every process, so that they share their references.
  bool ships = trial.strategy.source.empty();
  Script script{.addons = trial.addons,
                .host = trial.host,
                .taken_names = trial.taken_names,
                .automatic_gc = trial.automatic_gc,
                .strategy = ships ? kNoStrategy : trial.strategy,
                .ops = {}};
  auto push = [&](OpAction action) { script.ops.push_back({.action = std::move(action)}); };
  // Folders get the time at which their listing last changed: files are written by the second of
  // their creation, and what was edited later is only touched.
  std::map<std::int64_t, WriteFilesOp> by_second;
  // Where nothing is enabled and nobody asks, no file is read: one start serves every adaptation.
  static const std::map<std::string, FileState> kNoFiles;
  bool is_read = !moment.enabled.empty() || !options.expects.empty();
  const auto& files = is_read ? moment.files : kNoFiles;
  for (const auto& [path, file] : files) {
    WriteFilesOp& write = by_second[file.created];
    write.second = file.created;
    write.changes.push_back({.path = path, .content = file.content});
  }
  std::int64_t latest = 0;
  for (auto& [second, write] : by_second) {
    push(std::move(write));
    latest = std::max(latest, second);
  }
  std::map<std::int64_t, std::vector<std::string>> touched;
  for (const auto& [path, file] : files) {
    if (file.modified != file.created) touched[file.modified].push_back(path);
  }
  for (const auto& [second, paths] : touched) {
    for (const std::string& path : paths) push(TouchOp{.path = path, .second = second});
  }
  if (options.from_bytecode) push(PrecompileOp{});
  push(ImportOp{.modules = options.libraries});
  if (options.document) push(LoadDocumentOp{*options.document});
  for (const std::string& addon : moment.enabled) push(EnableOp{addon});
  if (!options.disabled.empty()) push(HostDisableOp{options.disabled});
  script.ops.back().snapshot = true;
  if (!options.disabled.empty()) push(LeakCheckOp{.is_final = true});
  for (const std::string& expression : options.expects)
    push(ExpectOp{.expression = expression, .line = 1});
  return script;
}

}  // namespace afresh::engine
