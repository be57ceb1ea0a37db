// SPDX-License-Identifier: MIT
#include "tests/reports/schema.hpp"

#include <fmt/format.h>

#include <fstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace afresh::schema {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json compare_schema() {
  std::ifstream file(AFRESH_COMPARE_SCHEMA);
  return nlohmann::json::parse(file);
}

std::string find_schema_violation(const nlohmann::json& report) {
  const nlohmann::json document = compare_schema();
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(document), schema);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  if (validator.validate(schema, Adapter(report), &results)) return "";
  valijson::ValidationResults::Error error;
  std::string where;
  if (results.popError(error)) {
    for (const std::string& part : error.context) where += part;
  }
  return fmt::format("{}: {}", where, error.description);
}

}  // namespace afresh::schema
