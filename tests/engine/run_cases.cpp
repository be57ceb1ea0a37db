// SPDX-License-Identifier: MIT
#include "tests/engine/run_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "harness/casefile/parse_case.hpp"
#include "harness/engine/compare.hpp"
#include "reports/json.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {

Case case_from_text(std::string_view text) {
  Result<Case> parsed = parse_case(text, "subject.case");
  if (!parsed) throw std::invalid_argument(parsed.error().message);
  return *parsed;
}

engine::WorkerPool& shared_worker_pool() {
  static engine::WorkerPool worker_pool(
      {.program = "/proc/self/exe", .seed = 1, .deadline_ms = 30'000});
  return worker_pool;
}

StrategySource shipped(const std::string& name) { return {.name = name, .source = {}, .file = {}}; }

std::vector<Record> run_all(engine::WorkerPool& worker_pool, const Case& a_case,
                            const std::vector<StrategySource>& strategies) {
  auto records = engine::run_case(worker_pool, a_case, strategies);
  if (!records) throw std::invalid_argument(records.error().message);
  return std::move(*records);
}

Record run_once(engine::WorkerPool& worker_pool, const Case& a_case,
                const StrategySource& strategy) {
  return std::move(run_all(worker_pool, a_case, {strategy}).front());
}

std::string verdict_text(const Record& record) {
  std::string text;
  for (const auto& [aspect, verdict] : record.verdicts) {
    if (aspect == Aspect::kIsolation && verdict.outcome == Outcome::kPass) continue;
    std::set<std::string_view> kinds;
    for (const Finding& finding : record.findings) {
      if (finding.aspect == aspect) kinds.insert(name_of(finding.kind));
    }
    if (!text.empty()) text += ' ';
    text += fmt::format("{}={}", name_of(aspect), name_of(verdict.outcome));
    if (!kinds.empty()) text += fmt::format("({})", fmt::join(kinds, ","));
  }
  return text;
}

std::string record_text(const Record& record) {
  return to_json(Report{
      .environment = {}, .records = {record}, .cases = {}, .strategy_arguments = {}})["records"]
      .dump(1);
}

std::vector<std::string> listing(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

OwnTemporaryFolder::OwnTemporaryFolder() {
  std::string path = (fs::temp_directory_path() / "test_engine.XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder like " + path);
  path_ = path;
  setenv("TMPDIR", path.c_str(), 1);
}

OwnTemporaryFolder::~OwnTemporaryFolder() {
  unsetenv("TMPDIR");
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace afresh::testing
