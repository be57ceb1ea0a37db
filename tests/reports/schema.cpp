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

namespace {

nlohmann::json read_schema(const std::string& name) {
  std::ifstream file(std::string(AFRESH_SCHEMAS) + "/" + name);
  return nlohmann::json::parse(file);
}

}  // namespace

nlohmann::json compare_schema() { return read_schema("afresh-compare.schema.json"); }
nlohmann::json check_schema() { return read_schema("afresh-check.schema.json"); }

std::string find_schema_violation(const nlohmann::json& report, const nlohmann::json& document) {
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(
          Adapter(document), schema,
          [](const std::string& name) { return new nlohmann::json(read_schema(name)); },
          [](const nlohmann::json* other) { delete other; });
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
