// The published schemas of what is written as JSON, and a validator that is not of this project.
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace afresh::schema {

/// Content of `reports/afresh-compare.schema.json`.
nlohmann::json compare_schema();
/// Content of `reports/afresh-check.schema.json`.
nlohmann::json check_schema();

/// The first place at which the report is not what its schema says, with why; empty where it is
/// valid.
std::string find_schema_violation(const nlohmann::json& report,
                                  const nlohmann::json& schema = compare_schema());

}  // namespace afresh::schema
