// SPDX-License-Identifier: MIT
#include "tests/null/null_trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "generators/generate.hpp"
#include "harness/addon/check_cases.hpp"
#include "harness/casefile/load_case.hpp"
#include "harness/engine/case_runner.hpp"
#include "harness/engine/plan.hpp"
#include "reports/replay.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

// One more than the processors that these tests are counted for: while one judges, its worker
// waits.
constexpr int kThreads = 3;

std::vector<std::string> find_objections(engine::WorkerPool& worker_pool, int number,
                                         const Case& value, const std::vector<NullTrial>& trials) {
  engine::CaseRunner runner(worker_pool, value);
  if (auto error = runner.check_case()) return {error->message};
  std::vector<std::string> sentences;
  for (const NullTrial& trial : trials) {
    if (number % trial.every != 0) continue;
    auto record = runner.run({.name = trial.strategy, .source = {}, .file = {}}, trial.variant);
    std::string sentence = record ? trial.objection(*record) : record.error().message;
    if (!sentence.empty()) sentences.push_back(sentence);
  }
  return sentences;
}

Case shifted(const Case& a_case, const std::string& addon) {
  Case moved = check_cases({.name = addon, .files = files_at_version(a_case, addon, 1)}).front();
  moved.name = a_case.name;
  moved.host = a_case.host;
  moved.taken_names = a_case.taken_names;
  return moved;
}

std::vector<std::filesystem::path> scenario_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(AFRESH_SCENARIOS))
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string replay_hint(const Record& record) {
  if (!record.case_name.starts_with("generated-"))
    return fmt::format("{} with its lines moved, {}:\n    ", record.case_name, record.strategy);
  // `generated-HOST-SEED-INDEX` is asked for as HOST:SEED:INDEX; a host may have such a sign
  // itself.
  std::string numbers = record.case_name.substr(record.case_name.find('-') + 1);
  for (int signs = 0; signs < 2; ++signs) {
    const std::size_t at = numbers.rfind('-');
    if (at != std::string::npos) numbers[at] = ':';
  }
  return fmt::format("afresh replay --generated-case {} --strategy {}\n    ", numbers,
                     record.strategy);
}

}  // namespace

Case as_generated(int index) { return generate_case(kSeed, index); }

Case bpy_package(int index) { return generate_case(kSeed, index, {.host = HostKind::kBpy}); }

Case shifted_package(int index) {
  Case generated = as_generated(index);
  return shifted(generated, generated.addons.front());
}

int number_of_scenarios() { return static_cast<int>(scenario_files().size()); }

Case shifted_scenario(int index) {
  auto scenario = load_case(scenario_files().at(static_cast<std::size_t>(index)));
  if (!scenario) throw std::runtime_error(scenario.error().message);
  return shifted(*scenario, engine::addons_in_question(*scenario).front());
}

std::vector<std::string> objections(CaseRange cases, const std::vector<NullTrial>& trials,
                                    const std::function<Case(int index)>& make_case,
                                    const Interpreters& interpreters) {
  std::atomic<int> next = cases.first;
  std::mutex mutex;
  std::map<int, std::vector<std::string>> found;
  auto work = [&] {
    engine::WorkerPool worker_pool({.program = "/proc/self/exe",
                                    .seed = 1,
                                    .deadline_ms = 60'000,
                                    .interpreters = interpreters});
    for (int i = next++; i < cases.first + cases.count; i = next++) {
      auto sentences = find_objections(worker_pool, i - cases.first, make_case(i), trials);
      std::scoped_lock lock(mutex);
      found[i] = std::move(sentences);
    }
  };
  // The threads end with this: a worker process belongs to the thread that started it.
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i) threads.emplace_back(work);
  }
  std::vector<std::string> all;
  for (auto& [index, sentences] : found) std::ranges::move(sentences, std::back_inserter(all));
  return all;
}

std::string not_silent(const Record& record) {
  if (!record.findings.empty()) {
    const Finding& finding = record.findings.front();
    return replay_hint(record) +
           fmt::format("{} in {} after `{}`: {}: a fresh start has {}, here is {}",
                       name_of(finding.kind), name_of(finding.aspect), finding.step_text,
                       finding.paths.front(), in_short(finding.fresh), in_short(finding.actual));
  }
  for (Aspect aspect : {Aspect::kFresh, Aspect::kProcessState, Aspect::kClean, Aspect::kIsolation,
                        Aspect::kLeaks}) {
    std::string form = stated_form(record, aspect);
    if (form != "pass") return replay_hint(record) + fmt::format("{} is {}", name_of(aspect), form);
  }
  return {};
}

std::string not_silent_but_for_the_document(const Record& record) {
  Record others = record;
  std::erase_if(others.findings,
                [](const Finding& one) { return one.aspect == Aspect::kUserData; });
  return not_silent(others);
}

std::string not_silent_but_for_the_hosts_leaks(const Record& record) {
  Record others = record;
  std::erase_if(others.findings, [](const Finding& one) {
    return one.aspect == Aspect::kLeaks && one.attribution == Attribution::kHost;
  });
  return not_silent(others);
}

std::string not_caught(const Record& record) {
  for (Aspect aspect : {Aspect::kFresh, Aspect::kClean}) {
    std::string form = stated_form(record, aspect);
    if (!form.starts_with("fail("))
      return replay_hint(record) + fmt::format("{} is {}", name_of(aspect), form);
  }
  return {};
}

}  // namespace afresh::testing
