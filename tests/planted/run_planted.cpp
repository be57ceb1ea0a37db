// SPDX-License-Identifier: MIT
#include "tests/planted/run_planted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/compare.hpp"
#include "tests/oracles/in_short.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {

Case case_in(const std::string& folder, const std::string& name) {
  Result<Case> loaded = load_case(fs::path(AFRESH_HERE) / folder / (name + ".case"));
  if (!loaded) throw std::invalid_argument(loaded.error().message);
  return std::move(*loaded);
}

StrategySource strategy_at(const std::string& path) {
  fs::path file(path);
  if (file.extension().empty()) return {.name = path, .source = {}, .file = {}};
  std::ostringstream text;
  if (!(text << std::ifstream(fs::path(AFRESH_HERE) / file).rdbuf()))
    throw std::invalid_argument(path + " cannot be read");
  std::string name = file.stem();
  std::ranges::replace(name, '_', '-');
  return {.name = name, .source = text.str(), .file = file.filename()};
}

Record run_planted(const Case& a_case, const StrategySource& strategy) {
  static engine::WorkerPool worker_pool(
      {.program = "/proc/self/exe", .seed = 1, .deadline_ms = 60'000});
  auto records = engine::run_case(worker_pool, a_case, {strategy});
  if (!records) throw std::invalid_argument(records.error().message);
  return std::move(records->front());
}

std::vector<std::string> finding_lines(const Record& record, Aspect aspect) {
  std::vector<std::string> lines;
  for (const Finding& finding : record.findings) {
    if (finding.aspect != aspect) continue;
    lines.push_back(fmt::format("step {} {} by {}: {}{}{}", finding.step, name_of(finding.kind),
                                name_of(finding.attribution), finding.paths.front(),
                                finding.cause.is_known() ? " <- " : "", in_short(finding.cause)));
  }
  return lines;
}

std::vector<std::string> aspects_with(const Record& record, Outcome outcome) {
  std::vector<std::string> names;
  for (const auto& [aspect, verdict] : record.verdicts) {
    if (verdict.outcome == outcome) names.emplace_back(name_of(aspect));
  }
  return names;
}

}  // namespace afresh::testing
