// A failure counts once it was seen again in a process that shares nothing with the first. Pure.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// The record, in which each aspect that failed and does not fail by the same kinds in `again` (the
/// same trial in another process) has become *unknown*, its findings dropped.
[[nodiscard]] Record confirmed(Record record, const Record& again, ConfirmingRun run);

/// Indexes of the records that stand for all others: for each strategy and kind of finding that
/// makes an aspect fail the first record with it. In ascending order.
[[nodiscard]] std::vector<std::size_t> representatives(const std::vector<Record>& records);

/// Which failures are run once more in a new process, decided while the cases run, side by side and
/// in any order. Whoever stands for a sort of failure in the end is asked for that; a few others
/// may be, whose answer is not needed.
class FirstFailures {
 public:
  /// Note what the record of the case of this number fails by; whether some of it is known of no
  /// earlier case so far. From any thread.
  [[nodiscard]] bool is_first(std::size_t number, const Record& record);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, FindingKind>, std::size_t> first_;
};

}  // namespace afresh::engine
