// SPDX-License-Identifier: MIT
#include "reports/read_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "reports/json.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

using nlohmann::json;

/// Columns that a value may take in a sentence about it.
constexpr std::size_t kValueColumns = 60;

constexpr std::string_view kWhoWritesIt = "as 'afresh compare --json' writes it";

/// What is wrong in a text that is JSON; says where.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string shown(const json& value) {
  return one_line(value.dump(-1, ' ', false, json::error_handler_t::replace), kValueColumns);
}

/// A value with the way to it, which only a complaint spells out. Refers to the value around it,
/// which must live longer.
class At {
 public:
  explicit At(const json& value) : value_(value) {}

  /// A member that must be there.
  [[nodiscard]] At operator[](const char* name) const {
    expect(value_.is_object(), "an object");
    auto found = value_.find(name);
    if (found != value_.end()) return {*found, this, name};
    throw Malformed(fmt::format("no '{}'; expected a member of this name", way_to(name)));
  }
  /// One that a report need not have.
  [[nodiscard]] std::optional<At> find(const char* name) const {
    if (!value_.contains(name)) return {};
    return (*this)[name];
  }
  /// Calls `read` with each element of a list.
  template <typename Read>
  void each(const Read& read) const {
    expect(value_.is_array(), "a list");
    for (std::size_t i = 0; i < value_.size(); ++i) read(At(value_[i], this, {}, i));
  }
  /// Calls `read` with each member of an object.
  template <typename Read>
  void each_member(const Read& read) const {
    expect(value_.is_object(), "an object");
    for (auto member = value_.begin(); member != value_.end(); ++member) {
      read(At(*member, this, member.key()));
    }
  }

  [[nodiscard]] std::string text() const {
    expect(value_.is_string(), "a text");
    return value_.get<std::string>();
  }
  [[nodiscard]] bool boolean() const {
    expect(value_.is_boolean(), "true or false");
    return value_.get<bool>();
  }
  [[nodiscard]] double real() const {
    expect(value_.is_number(), "a number");
    return value_.get<double>();
  }
  template <typename Number>
  [[nodiscard]] Number integer() const {
    bool fits = value_.is_number_unsigned() ? std::in_range<Number>(value_.get<std::uint64_t>())
                                            : value_.is_number_integer() &&
                                                  std::in_range<Number>(value_.get<std::int64_t>());
    if (!fits) {
      refuse(fmt::format("a whole number from {} to {}", std::numeric_limits<Number>::min(),
                         std::numeric_limits<Number>::max()));
    }
    return value_.get<Number>();
  }
  /// One of the words of a vocabulary.
  template <typename Value, std::size_t N>
  [[nodiscard]] Value word(const std::array<Value, N>& all) const {
    std::string word = value_.is_string() ? value_.get<std::string>() : std::string();
    if (auto value = among(all, word)) return *value;
    refuse("one of " + words_of(all));
  }
  /// The word of a vocabulary that is the name of this member.
  template <typename Value, std::size_t N>
  [[nodiscard]] Value name(const std::array<Value, N>& all) const {
    if (auto value = among(all, name_)) return *value;
    throw Malformed(fmt::format("{} has the member '{}'; expected one of {}", outer_->way(),
                                one_line(name_, kValueColumns), words_of(all)));
  }

 private:
  At(const json& value, const At* outer, std::string_view name, std::size_t index = 0)
      : value_(value), outer_(outer), name_(name), index_(index) {}

  void expect(bool holds, std::string_view expected) const {
    if (!holds) refuse(expected);
  }
  [[noreturn]] void refuse(std::string_view expected) const {
    throw Malformed(fmt::format("{} is {}; expected {}", way(), shown(value_), expected));
  }

  template <typename Value, std::size_t N>
  static std::optional<Value> among(const std::array<Value, N>& all, std::string_view word) {
    auto found = std::ranges::find_if(all, [&](Value value) { return name_of(value) == word; });
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  template <typename Value, std::size_t N>
  static std::string words_of(const std::array<Value, N>& all) {
    std::vector<std::string_view> names;
    for (Value value : all) names.push_back(name_of(value));
    return fmt::format("{}", fmt::join(names, ", "));
  }

  /// `records[3].verdict`; empty for the whole.
  [[nodiscard]] std::string way() const {
    if (outer_ == nullptr) return {};
    bool is_element = name_.data() == nullptr;
    return is_element ? fmt::format("{}[{}]", outer_->way(), index_) : outer_->way_to(name_);
  }
  [[nodiscard]] std::string way_to(std::string_view name) const {
    std::string here = way();
    return (here.empty() ? "" : here + ".") + one_line(name, kValueColumns);
  }

  const json& value_;
  const At* outer_ = nullptr;
  std::string_view name_;  ///< of a member; an element has none
  std::size_t index_ = 0;
};

std::vector<std::string> texts(const At& list) {
  std::vector<std::string> texts;
  list.each([&](const At& text) { texts.push_back(text.text()); });
  return texts;
}

Environment read_environment(const At& at) {
  return {.afresh_version = at["afresh"].text(),
          .python_version = at["python"].text(),
          .compiler = at["compiler"].text(),
          .isolation = at["isolation"].text(),
          .seed = at["seed"].integer<std::uint64_t>(),
          .hosts = texts(at["hosts"])};
}

std::map<Aspect, Verdict> read_verdicts(const At& record) {
  constexpr std::array kOutcomes{Outcome::kPass, Outcome::kFail, Outcome::kUnknown,
                                 Outcome::kRefused};
  constexpr std::array kBehaviours{Outcome::kPass, Outcome::kFail};
  std::map<Aspect, Verdict> verdicts;
  record["verdict"].each_member([&](const At& answer) {
    verdicts[answer.name(kAspects)] = {.outcome = answer.word(kOutcomes), .reason = ""};
  });
  record["reasons"].each_member([&](const At& reason) {
    auto verdict = verdicts.find(reason.name(kAspects));
    if (verdict != verdicts.end()) verdict->second.reason = reason.text();
  });
  if (auto behaviour = record.find("behaviour")) {
    behaviour->each_member([&](const At& answer) {
      auto verdict = verdicts.find(answer.name(kAspects));
      if (verdict != verdicts.end()) verdict->second.behaviour = answer.word(kBehaviours);
    });
  }
  return verdicts;
}

Finding read_finding(const At& at) {
  return {.kind = at["kind"].word(kFindingKinds),
          .aspect = at["aspect"].word(kAspects),
          .step = at["step"].integer<int>(),
          .step_text = at["step_text"].text(),
          .paths = texts(at["paths"]),
          .fresh = at["fresh"].text(),
          .actual = at["actual"].text(),
          .cause = at["cause"].text(),
          .attribution = at["attribution"].word(kAttributions)};
}

Record read_record(const At& at) {
  Record record{.case_name = at["case"].text(),
                .strategy = at["strategy"].text(),
                .host = at["host"].text(),
                .verdicts = read_verdicts(at),
                .findings = {},
                .masked = at["masked"].integer<int>(),
                .opaque = at["opaque"].integer<int>(),
                .nodes = at["nodes"].integer<int>()};
  at["findings"].each([&](const At& finding) { record.findings.push_back(read_finding(finding)); });
  if (auto cycles = at.find("cycles")) {
    cycles->each([&](const At& repeat) {
      auto& counts = record.cycles.emplace_back();
      repeat.each([&](const At& count) { counts.push_back(count.integer<std::uint32_t>()); });
    });
  }
  return record;
}

/// Wall times are of the records in their order; more or fewer of them are no reason to refuse.
void read_times(const At& times, std::vector<Record>& records) {
  std::size_t next = 0;
  times.each([&](const At& time) {
    if (next == records.size()) return;
    Record& record = records[next++];
    record.trial_ms = time["trial_ms"].real();
    if (auto reload_ms = time.find("reload_ms")) record.reload_ms = reload_ms->real();
  });
}

/// A text that need not be there.
std::string text_of(const At& object, const char* name) {
  auto text = object.find(name);
  return text ? text->text() : std::string();
}

void read_strategies(const At& strategies, Report& report) {
  strategies.each([&](const At& strategy) {
    const std::string name = strategy["name"].text();
    report.strategy_facts[name] = {.family = text_of(strategy, "family"),
                                   .in_short = text_of(strategy, "in_short"),
                                   .order = text_of(strategy, "order")};
    report.strategy_summaries[name] = text_of(strategy, "summary");
    if (auto argument = strategy.find("argument"))
      report.strategy_arguments[name] = argument->text();
  });
}

void read_cases(const At& cases, Report& report) {
  cases.each([&](const At& each) {
    CaseFacts& facts = report.cases[each["name"].text()];
    facts.bytes = each["bytes"].integer<std::size_t>();
    facts.is_generated = each["generated"].boolean();
    facts.replay_argument = each["replay"].text();
    facts.value.features = texts(each["features"]);
  });
}

Report read_report(const At& at) {
  Report report;
  report.environment = read_environment(at["environment"]);
  if (auto strategies = at.find("strategies")) read_strategies(*strategies, report);
  if (auto cases = at.find("cases")) read_cases(*cases, report);
  at["records"].each([&](const At& record) { report.records.push_back(read_record(record)); });
  read_times(at["times"], report.records);
  return report;
}

/// `x.json:3: …`, with the line on which a text stops being JSON.
Error no_json(std::string_view text, std::size_t byte, const std::string& name) {
  std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  return {fmt::format("{}:{}: not JSON; expected a report {}", name,
                      1 + std::ranges::count(before, '\n'), kWhoWritesIt)};
}

std::optional<Error> check_schema(const json& whole, const std::string& name) {
  auto schema = whole.find("schema");
  if (schema == whole.end()) {
    return Error{fmt::format("{}: no 'schema'; expected a report of {}, {}", name, kCompareSchema,
                             kWhoWritesIt)};
  }
  if (*schema == kCompareSchema) return {};
  return Error{fmt::format("{}: schema is {}; expected {}, {}", name, shown(*schema),
                           json(kCompareSchema).dump(), kWhoWritesIt)};
}

}  // namespace

Result<Report> read_json(std::string_view text, const std::string& name) {
  json whole;
  try {
    whole = json::parse(text);
  } catch (const json::parse_error& error) {
    return no_json(text, error.byte, name);
  } catch (const json::out_of_range&) {
    return Error{
        fmt::format("{}: a number that is too large; expected a report {}", name, kWhoWritesIt)};
  }
  if (auto error = check_schema(whole, name)) return *error;
  try {
    return read_report(At(whole));
  } catch (const Malformed& malformed) {
    return Error{fmt::format("{}: {}", name, malformed.what())};
  }
}

}  // namespace afresh
