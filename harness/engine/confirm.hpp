// A failure counts once it was seen again in a process that shares nothing with the first. Pure.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// The record, in which each aspect that failed and does not fail by the same kinds in `again` (the
/// same trial in another process, `place` in words) has become *unknown*, its findings dropped.
[[nodiscard]] Record confirmed(Record record, const Record& again, const std::string& place);

/// Indexes of the records that stand for all others: for each strategy and kind of finding that
/// makes an aspect fail the first record with it. In ascending order.
[[nodiscard]] std::vector<std::size_t> representatives(const std::vector<Record>& records);

}  // namespace afresh::engine
