// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/execution_history.hpp"

#include <algorithm>

namespace afresh {

ExecutionHistory::ExecutionHistory(std::span<const BodyRun> runs, Period period,
                                   const SourcesByOp* sources)
    : sources_(sources) {
  auto begins_later = [](std::uint32_t op, const BodyRun& run) { return op < run.op; };
  auto end = std::upper_bound(runs.begin(), runs.end(), period.op, begins_later);
  runs_ = {runs.begin(), end};
  auto first = std::ranges::lower_bound(runs_, period.since, {}, &BodyRun::op);
  first_ = static_cast<std::size_t>(first - runs_.begin());
}

std::vector<std::size_t> ExecutionHistory::find_runs(std::string_view file) const {
  std::vector<std::size_t> found;
  for (std::size_t run = runs_.size(); run-- > first_;) {
    if (runs_[run].file == file) found.push_back(run);
  }
  return found;
}

std::optional<std::size_t> ExecutionHistory::last_run(std::string_view file) const {
  for (std::size_t run = runs_.size(); run-- > first_;) {
    if (runs_[run].file == file) return run;
  }
  return {};
}

std::optional<std::size_t> ExecutionHistory::around(std::size_t run) const {
  // What is recorded may be damaged: a run is within an earlier one, else no chain has an end.
  std::int32_t outer = runs_[run].within;
  if (outer < 0 || static_cast<std::size_t>(outer) >= run) return {};
  if (static_cast<std::size_t>(outer) < first_) return {};
  return static_cast<std::size_t>(outer);
}

const SourceFacts* ExecutionHistory::sources_at(std::size_t run) const {
  if (sources_ == nullptr) return nullptr;
  auto then = sources_->find(runs_[run].op);
  return then == sources_->end() ? nullptr : &then->second;
}

const std::vector<BindingFact>* ExecutionHistory::source_at_run(std::size_t run) const {
  const SourceFacts* facts = sources_at(run);
  if (facts == nullptr) return nullptr;
  auto file = facts->files.find(runs_[run].file);
  return file == facts->files.end() ? nullptr : &file->second;
}

bool ExecutionHistory::ran_after(std::string_view copied, std::string_view copying) const {
  std::optional<std::size_t> source = last_run(copied);
  std::optional<std::size_t> copy = last_run(copying);
  if (!source || !copy || *source <= *copy) return false;
  for (std::optional<std::size_t> outer = around(*source); outer; outer = around(*outer)) {
    if (*outer == *copy) return false;
  }
  return true;
}

}  // namespace afresh
