// Report → versioned JSON, the form that other programs read.
// Holds data only: no colours, no rounding, and nothing irreproducible but under `times`.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <nlohmann/json.hpp>

#include "reports/report.hpp"

namespace afresh {

/// Value of the key `schema`. A key that changes its meaning or goes away raises the number; one
/// that is added does not. Every key is described in `afresh-compare.schema.json`, which the tests
/// hold against what is written.
inline constexpr const char* kCompareSchema = "afresh-compare/2";

/// The report as `{schema, environment, strategies, cases, records, times}`, records in the order
/// given. Wall times,
/// of which no two runs agree, are under `times` alone, so that all before it can be compared as
/// text.
[[nodiscard]] nlohmann::ordered_json to_json(const Report& report);

/// Writes `to_json` indented by two spaces, with a newline at the end. Text of an add-on that is
/// not UTF-8 is written with replacement characters.
void write_json(std::ostream& out, const Report& report);

/// One record on a line of its own: as in `records`, with its `trial_ms`.
void write_json_line(std::ostream& out, const Record& record);
/// The line before all records: `{schema, environment}`.
void write_json_line(std::ostream& out, const Environment& environment);

}  // namespace afresh
