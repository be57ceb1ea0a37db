// SPDX-License-Identifier: MIT
#include "harness/casefile/parse_case.hpp"

#include <filesystem>
#include <utility>

#include "harness/casefile/check_case.hpp"
#include "harness/casefile/parse_files.hpp"
#include "harness/casefile/parse_header.hpp"
#include "harness/casefile/parse_steps.hpp"
#include "harness/casefile/source_text.hpp"

namespace afresh {

Result<Case> parse_case(std::string_view text, std::string_view file_name) {
  SourceText source(text, file_name);
  if (text.starts_with("\xEF\xBB\xBF")) {
    return source.error(1, "the text begins with a byte order mark", "a text without one");
  }
  Case parsed{.name = std::filesystem::path(file_name).stem().string(),
              .origin = std::string(file_name)};

  auto header = parse_header(source, parsed);
  if (!header) return header.error();
  auto steps = parse_steps(source, header->end, parsed.addons);
  if (!steps) return steps.error();
  parsed.steps = std::move(steps->steps);
  auto versions = parse_files(source, steps->end, parsed.addons);
  if (!versions) return versions.error();
  parsed.versions = std::move(*versions);
  if (Problem problem = check_sections(source, parsed, header->addon_lines)) return *problem;

  parsed.text = text;
  return parsed;
}

}  // namespace afresh
