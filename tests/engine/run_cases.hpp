// Cases and strategies as text, and a worker_pool to run them in.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "harness/engine/worker_pool.hpp"
#include "harness/values/case.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::testing {

/// The case, named `subject`. Throws `std::invalid_argument` with the parser's sentence.
[[nodiscard]] Case case_from_text(std::string_view text);

/// A strategy that ships.
[[nodiscard]] StrategySource shipped(const std::string& name);

/// The one of this process, begun when it is first asked for: its workers are this executable.
/// Suites that run in one process (TOGETHER in their CMakeLists.txt) start them once.
[[nodiscard]] engine::WorkerPool& shared_worker_pool();

/// The case's record under each strategy, in their order. Throws what could not be run.
[[nodiscard]] std::vector<Record> run_all(engine::WorkerPool& worker_pool, const Case& a_case,
                                          const std::vector<StrategySource>& strategies);

/// The record of the case under one strategy. Throws what could not be run.
[[nodiscard]] Record run_once(engine::WorkerPool& worker_pool, const Case& a_case,
                              const StrategySource& strategy);

/// `fresh=pass clean=fail(stale-module)`: all verdicts, with the kinds that were found of each.
/// That nobody else was harmed, which nearly every reload is asked, goes without saying.
[[nodiscard]] std::string verdict_text(const Record& record);

/// All of a record but its time, as a report writes it: equal texts mean equal records.
[[nodiscard]] std::string record_text(const Record& record);

/// The names in a folder, sorted; hidden ones too.
[[nodiscard]] std::vector<std::string> listing(const std::filesystem::path& folder);

/// A folder that TMPDIR names while this lives, so that it can be seen what others leave there.
class OwnTemporaryFolder {
 public:
  OwnTemporaryFolder();
  ~OwnTemporaryFolder();
  OwnTemporaryFolder(const OwnTemporaryFolder&) = delete;
  OwnTemporaryFolder& operator=(const OwnTemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace afresh::testing
