// SPDX-License-Identifier: MIT
#include "tests/reports/comparison.hpp"

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/reports/said.hpp"

namespace afresh::sample {
namespace {

std::string trimmed(const std::string& text) {
  std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? ""
                                    : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(trimmed(part));
  return parts;
}

Verdict verdict_for_letter(char letter) {
  switch (letter) {
    case 'P': return {Outcome::kPass, {}};
    case 'F': return {.outcome = Outcome::kFail, .reason = {}, .behaviour = Outcome::kFail};
    case 'B': return {.outcome = Outcome::kFail, .reason = {}, .behaviour = Outcome::kPass};
    case 'U': return {Outcome::kUnknown, said("fresh starts disagree")};
    case 'R': return {Outcome::kRefused, said("not here")};
    default: throw std::runtime_error(std::string("no answer ") + letter);
  }
}

void add_case(Report& report, const std::string& line, std::vector<std::string>& cases) {
  const std::string name = trimmed(line.substr(5, line.find(':') - 5));
  cases.push_back(name);
  CaseFacts& facts = report.cases[name];
  facts.bytes = 100 + cases.size();
  facts.replay_argument = "scenarios/" + name + ".case";
  facts.value.features = split(line.substr(line.find(':') + 1), ',');
}

Finding make_finding(Aspect aspect) {
  return {.kind = FindingKind::kStaleValue,
          .aspect = aspect,
          .step = 2,
          .step_text = "reload demo",
          .paths = {"demo.LIMIT"},
          .fresh = ObjectRef{.kind = ObjectKind::kAtom, .type = "int", .value = "20"},
          .actual = ObjectRef{.kind = ObjectKind::kAtom, .type = "int", .value = "10"}};
}

void add_strategy(Report& report, const std::string& line, const std::vector<std::string>& cases,
                  std::string_view host) {
  const std::vector<std::string> parts = split(line, '|');
  if (parts.size() != 5) throw std::runtime_error("no strategy: " + line);
  report.strategy_facts[parts[0]] = {.family = parts[1], .in_short = parts[2], .order = parts[3]};
  std::vector<Record> records;
  for (const std::string& name : cases)
    records.push_back({.case_name = name, .strategy = parts[0], .host = std::string(host)});
  std::istringstream answers(parts[4]);
  for (std::string word, letters; answers >> word >> letters;) {
    auto aspect = parse_word<Aspect>(word);
    if (!aspect || letters.size() != cases.size()) throw std::runtime_error("no answers: " + line);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (letters[i] == '-') continue;
      records[i].verdicts[*aspect] = verdict_for_letter(letters[i]);
      if (letters[i] == 'F' || letters[i] == 'B')
        records[i].findings.push_back(make_finding(*aspect));
    }
  }
  report.records.insert(report.records.end(), records.begin(), records.end());
}

}  // namespace

Report comparison(std::string_view text, std::string_view host) {
  Report report;
  report.environment = {.afresh_version = "0.1.0",
                        .python_version = "3.11.2",
                        .compiler = "GNU 12.2.0",
                        .isolation = "fork",
                        .seed = 1,
                        .hosts = {std::string(host)}};
  std::vector<std::string> cases;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (line.starts_with("case "))
      add_case(report, line, cases);
    else
      add_strategy(report, line, cases, host);
  }
  return report;
}

Report twenty_cases() {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "case case_" + std::to_string(i) + ": " + (i < 3 ? "vendored" : "classes") + "\n";
  Report report = comparison(text + R"(
    restart         | start again             | quit; disk stays too  |              | fresh PPPPPPPPPPPPPPPPPPPP process-state PPPPPPPPPPPPPPPPPPPP rollback FFFF---------------- isolation PPPPPPPPPPPPPPPPPPPP
    generation-swap | swap versions           | old back, whole       |              | fresh PPPPPPPPPPPPPPPPPPFR process-state PPPPPPPPPPPPPPPPPPFR rollback PPPP---------------- isolation PPPPPPPPPPPPPPPPPPPR
    purge-dotted    | forget and import again | exact name or dot     |              | fresh FFFPPPPPPPPPPPPPPFPP process-state FFFPPPPPPPPPPPPPPPPP rollback FFFF---------------- isolation PPPPPPPPPPPPPPPPPPPP
    purge-prefix    | forget and import again | name begins the same  |              | fresh FFFPPPPPPPPPPPPPFFPP process-state FFFPPPPPPPPPPPPPPPPP rollback FFFF---------------- isolation PPPPPFPPPPPPPPPPPPPP
    reload-sorted   | reload in place         | alphabetical order    | alphabetical | fresh FFFFFFFFFFFFFBBBPPPP process-state PPPPPPPPPPPPPPPFFFFF rollback PFFF---------------- isolation PPPPPPPPPPPPPPPPPPPP
    reload-deps     | reload in place         | imported ones first   | dependency   | fresh FFFFFFFPPPPPPPPPPPPP process-state PPPPPPPPPPPPPPPFFFFF rollback PFFF---------------- isolation PPPPPPPPPPPPPPPPPPPP
    load-by-name    | load by hand            | new name each time    |              | fresh BBBBBBBBBBBBBBBBBBBB process-state UPPP---------------- rollback FFFF---------------- isolation PPPPPPPPPPPPPPPPPPPP
    script-reload   | reload in place         | tops of all add-ons   |              | fresh RRRRRRRRRRRRRRRRRRRR process-state RRRRRRRRRRRRRRRRRRRR rollback -------------------- isolation RRRRRRRRRRRRRRRRRRRR
    do-nothing      | leave it loaded         | touch nothing         |              | fresh FFFFFFFFFFFFFFFFFFFF process-state -------------------- rollback FFFF---------------- isolation --------------------
)");
  report.wall_s = 12.3;
  return report;
}

void add(Report& report, const Report& other) {
  report.records.insert(report.records.end(), other.records.begin(), other.records.end());
  report.cases.insert(other.cases.begin(), other.cases.end());
  report.strategy_facts.insert(other.strategy_facts.begin(), other.strategy_facts.end());
}

}  // namespace afresh::sample
