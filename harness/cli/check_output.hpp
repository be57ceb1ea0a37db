// What `check` prints, in the format that was asked for. SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "harness/cli/options.hpp"
#include "reports/check_report.hpp"

namespace afresh::cli {

/// The words of `--format`, the default first.
[[nodiscard]] std::vector<std::string> check_formats();

/// For people, who are told of the files that were written too.
[[nodiscard]] bool is_for_people(const CheckOptions& options);

void print_check(std::ostream& out, const CheckReport& report, const CheckOptions& options);

}  // namespace afresh::cli
