// What ran after what: the ledger of executions up to one moment, with the sources as they were
// then. Answers questions of order; knows no graphs and judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "harness/values/observation.hpp"
#include "harness/values/source_facts.hpp"

namespace afresh {

/// Facts of the files as they were during an operation.
using SourcesByOp = std::map<std::uint32_t, SourceFacts>;

/// Which executions a question is about: those of the process that lives at the end of `op`.
struct Period {
  std::uint32_t since = 0;  ///< the operation at which a successor took over last, or 0
  std::uint32_t op = UINT32_MAX;
};

/// Runs are told by their index in the observation. Borrows both; the default knows of nothing.
class ExecutionHistory {
 public:
  ExecutionHistory() = default;
  explicit ExecutionHistory(std::span<const BodyRun> runs, Period period = {},
                            const SourcesByOp* sources = nullptr);

  /// All that ran in the period, and of an earlier process before it nothing.
  [[nodiscard]] std::span<const BodyRun> runs() const { return runs_.subspan(first_); }
  [[nodiscard]] std::size_t begin() const { return first_; }
  [[nodiscard]] std::size_t end() const { return runs_.size(); }
  [[nodiscard]] std::optional<std::size_t> last_run(std::string_view file) const;
  /// All runs of a file, latest first.
  [[nodiscard]] std::vector<std::size_t> find_runs(std::string_view file) const;
  /// The run that this one happened in, if it is of the period.
  [[nodiscard]] std::optional<std::size_t> around(std::size_t run) const;
  [[nodiscard]] std::string_view run_file(std::size_t run) const { return runs_[run].file; }
  /// The files as they were at that run; null where that is not known.
  [[nodiscard]] const SourceFacts* sources_at(std::size_t run) const;
  /// What the file itself said.
  [[nodiscard]] const std::vector<BindingFact>* source_at_run(std::size_t run) const;

  /// Whether `copied`'s body ran again after the last run of `copying` had begun, and not within
  /// it: what `copying` took over is of an older run.
  [[nodiscard]] bool ran_after(std::string_view copied, std::string_view copying) const;

 private:
  std::span<const BodyRun> runs_;  ///< from the first of the trial on
  std::size_t first_ = 0;
  const SourcesByOp* sources_ = nullptr;
};

}  // namespace afresh
