// SPDX-License-Identifier: MIT
#include "harness/repro/repro_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string_view>

#include "harness/casefile/write_case.hpp"
#include "harness/repro/embedded/repro_head.hpp"
#include "harness/repro/embedded/repro_parts.hpp"
#include "harness/strategies/shipped.hpp"
#include "harness/values/template_text.hpp"

namespace afresh {
namespace {

constexpr std::string_view kSpdx = "# SPDX-License-Identifier: MIT\n";
const std::string kRule = "\n" + std::string(100, '#') + "\n";

/// A text as a Python literal. JSON's is one as long as nothing beyond ASCII is escaped.
std::string as_literal(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string as_comment(const std::string& text) {
  std::string out = "# ";
  for (char c : text) out += c == '\n' ? std::string("\n# ") : c == '\r' ? "" : std::string(1, c);
  return std::regex_replace(out, std::regex(" +(\n|$)"), "$1") + "\n";
}

void add_lines(const std::vector<Step>& steps, const std::string& indentation,
               std::vector<std::string>& lines) {
  for (const Step& step : steps) {
    lines.push_back(indentation + render_step(step));
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    if (repeat == nullptr) continue;
    add_lines(repeat->body, indentation + "  ", lines);
    lines.push_back(indentation + "end");
  }
}

std::string strategy_source(const StrategySource& strategy) {
  if (!strategy.source.empty()) return strategy.source;
  auto shipped = shipped_strategies();
  auto found = std::ranges::find(shipped, strategy.name, &ShippedStrategy::name);
  return found == shipped.end() ? std::string() : std::string(found->source);
}

/// The strategy and what it imports of those that ship, as files of one folder.
void add_strategy(const std::string& file, const std::string& source,
                  std::map<std::string, std::string>& files) {
  if (!files.emplace("strategy/" + file, source).second) return;
  static const std::regex kImport("(^|\n)(import|from) afresh_strategy_(\\w+)");
  for (std::sregex_iterator found(source.begin(), source.end(), kImport), end; found != end;
       ++found) {
    std::string name = (*found)[3].str();
    std::ranges::replace(name, '_', '-');
    std::string imported = strategy_source({.name = name, .source = {}, .file = {}});
    if (!imported.empty()) add_strategy((*found)[3].str() + ".py", imported, files);
  }
}

std::string render_head(const ReproInput& unpacked) {
  const Case& a_case = unpacked.a_case;
  std::string file = strategy_file_name(unpacked.strategy);
  std::vector<std::string> addons;
  for (const std::string& addon : a_case.addons) addons.push_back(as_literal(addon));
  std::vector<std::string> lines;
  add_lines(a_case.steps, "", lines);
  std::string steps;
  for (const std::string& line : lines) steps += fmt::format("        {},\n", as_literal(line));
  std::string proofs;
  for (const auto& [aspect, proof] : unpacked.proofs)
    proofs += fmt::format("        \"{}\": {},\n", name_of(aspect), as_literal(proof));
  return fill_placeholders(
      embedded::repro_head::head_py_in.text,
      {{"name", a_case.name},
       {"strategy", unpacked.strategy.name},
       {"story", as_comment(a_case.story)},
       {"file", file},
       {"quoted_name", as_literal(a_case.name)},
       {"quoted_strategy", as_literal(unpacked.strategy.name)},
       {"quoted_file", as_literal(file)},
       {"addons", fmt::format("{}", fmt::join(addons, ", "))},
       {"host", a_case.taken_names == TakenNames::kStrict ? "strict" : "lenient"},
       {"collector", a_case.automatic_gc ? "auto" : "off"},
       {"steps", steps},
       {"proofs", proofs}});
}

/// The parts one after the other, without what they import from each other.
std::string body() {
  std::string body;
  for (const EmbeddedFile& part : embedded::repro_parts::files) {
    std::string source(part.text);
    if (source.starts_with(kSpdx)) source.erase(0, kSpdx.size());
    for (const EmbeddedFile& other : embedded::repro_parts::files) {
      std::string_view module = other.path.substr(0, other.path.find('.'));
      source = std::regex_replace(source,
                                  std::regex(fmt::format("\nfrom {} import [^\n]*", module)), "");
    }
    body += kRule + source + "\n";
  }
  return body;
}

}  // namespace

std::string strategy_file_name(const StrategySource& strategy) {
  std::string name = strategy.file.substr(strategy.file.find_last_of('/') + 1);
  // One that ships may be imported by it under its own name.
  bool is_taken = !strategy.source.empty() &&
                  std::ranges::any_of(shipped_strategies(), [&](const ShippedStrategy& shipped) {
                    return shipped.file.ends_with("/" + name);
                  });
  return is_taken ? "my_" + name : name;
}

std::map<std::string, std::string> render_repro(const ReproInput& unpacked) {
  const Case& a_case = unpacked.a_case;
  std::map<std::string, std::string> files{
      {a_case.name + ".case", write_case(a_case)},
      {"repro.py", render_head(unpacked) + body() +
                       "if __name__ == \"__main__\":\n"
                       "    sys.exit(main(CASE, os.path.dirname(os.path.abspath(__file__))))\n"}};
  for (int number : versions_in_use(a_case)) {
    for (const std::string& addon : a_case.addons) {
      for (const auto& [path, content] : afresh::files_at_version(a_case, addon, number))
        files[fmt::format("v{}/{}", number, path)] = content;
    }
  }
  add_strategy(strategy_file_name(unpacked.strategy), strategy_source(unpacked.strategy), files);
  return files;
}

}  // namespace afresh
