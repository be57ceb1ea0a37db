// The published schema of the JSON report, and a validator that is not of this project.
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace afresh::schema {

/// Content of `reports/afresh-compare.schema.json`.
nlohmann::json compare_schema();

/// The first place at which the report is not what the schema says, with why; empty where it is
/// valid.
std::string find_schema_violation(const nlohmann::json& report);

}  // namespace afresh::schema
