// JSON text → report: what `write_json` wrote, or one sentence about why it is no such text.
// Trusts nothing of what it reads; touches no file.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/values/result.hpp"
#include "reports/report.hpp"

namespace afresh {

/// Environment and records, with their verdicts, findings and wall times, in the order of the text;
/// of each case its facts and features, but not its files. Keys that are not known are ignored, and
/// those that were added to the schema later may be absent.
/// Text of an add-on that was not UTF-8 comes back with replacement characters, as it was written.
/// Errors: the text is not JSON, is of another schema, or holds what the schema does not allow; the
/// sentence begins with `name`, which is what the user calls the text, and says where in it.
[[nodiscard]] Result<Report> read_json(std::string_view text, const std::string& name);

}  // namespace afresh
