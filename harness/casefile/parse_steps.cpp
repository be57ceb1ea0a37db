// SPDX-License-Identifier: MIT
#include "harness/casefile/parse_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "harness/casefile/path_rules.hpp"
#include "harness/casefile/separator.hpp"
#include "harness/casefile/word_parsing.hpp"

namespace afresh {
namespace {

constexpr std::string_view kVerbs =
    "enable, disable, reload, edit, touch, set, python, expect, turn, repeat or end";

std::string_view last_word(std::string_view text) {
  std::size_t blank = text.find_last_of(" \t");
  return text.substr(blank == std::string_view::npos ? 0 : blank + 1);
}

/// Cut `+Ns` off the end of a step's arguments. The default without one; nothing when it is wrong.
std::optional<int> take_advance(std::string_view& arguments) {
  std::string_view last = last_word(arguments);
  if (!last.starts_with('+')) return kDefaultAdvanceSeconds;
  if (!last.ends_with('s')) return std::nullopt;
  arguments = trimmed(arguments.substr(0, arguments.size() - last.size()));
  return parse_number(last.substr(1, last.size() - 2), 0, kMaxSeconds);
}

class StepReader {
 public:
  StepReader(const SourceText& source, const std::vector<std::string>& addons)
      : source_(source), addons_(addons) {
    blocks_.emplace_back();
  }

  Result<ParsedSteps> read(std::size_t first) {
    std::size_t i = first;
    for (; i < source_.size() && !is_separator(source_.line(i).text); ++i) {
      const Line& line = source_.line(i);
      if (Problem problem = source_.check_line_end(line)) return *problem;
      std::string_view text = trimmed(line.text);
      if (text.empty() || text.starts_with('#')) continue;
      if (Problem problem = read_line({line.number, text})) return *problem;
    }
    if (blocks_.size() > 1) {
      return source_.error(blocks_.back().line, "'repeat' without its end", "a line 'end'");
    }
    return ParsedSteps{.steps = std::move(blocks_.back().steps), .end = i};
  }

 private:
  /// The steps read so far of the case itself, or of a `repeat` that has not ended.
  struct Block {
    int line = 0;
    int count = 1;
    std::vector<Step> steps;
    int unrolled = 0;  ///< steps, repeats inside written out
  };
  /// A step taken apart at its first blank.
  struct Words {
    int line = 0;
    std::string_view verb;
    std::string_view arguments;
  };
  struct Verb {
    std::string_view name;
    Result<Action> (StepReader::*read)(const Words&) const;
  };
  static const std::array<Verb, 9> kReaders;

  Error error(const Words& at, std::string_view what, std::string_view expected) const {
    return source_.error(at.line, what, expected);
  }

  /// The error of a step whose arguments do not have its form.
  Error bad_form(const Words& step, std::string_view expected) const {
    auto what = step.arguments.empty()
                    ? fmt::format("nothing after '{}'", step.verb)
                    : fmt::format("{} after '{}'", in_quotes(step.arguments), step.verb);
    return error(step, what, expected);
  }

  Problem read_line(const Line& line) {
    auto [verb, arguments] = first_word(line.text);
    Words step{line.number, verb, arguments};
    if (verb == "repeat") return open_block(step);
    if (verb == "end") return close_block(step);
    const auto* reader = std::ranges::find(kReaders, verb, &Verb::name);
    if (reader == kReaders.end()) return unknown(step);
    auto action = (this->*reader->read)(step);
    if (!action) return action.error();
    return append({.action = std::move(*action), .line = line.number}, 1);
  }

  Error unknown(const Words& step) const {
    if (step.verb == "--") {
      return error(step, "a separator that does not end in ' --'", "'-- VERSION/PATH --'");
    }
    return error(step, fmt::format("unknown step {}", in_quotes(step.verb)), kVerbs);
  }

  Problem append(Step step, long long weight) {
    Block& block = blocks_.back();
    if (block.unrolled + weight > kMaxSteps) {
      return source_.error(step.line, "too many steps with repeats written out",
                           fmt::format("at most {}", kMaxSteps));
    }
    block.unrolled += static_cast<int>(weight);
    block.steps.push_back(std::move(step));
    return std::nullopt;
  }

  Problem open_block(const Words& step) {
    auto count = parse_number(step.arguments, 1, kMaxRepeats);
    if (!count) return bad_form(step, fmt::format("'repeat N' with N from 1 to {}", kMaxRepeats));
    if (blocks_.size() > kDeepestRepeat) {
      return error(step, "'repeat' too deep inside others",
                   fmt::format("at most {} of them", kDeepestRepeat));
    }
    blocks_.push_back({.line = step.line, .count = *count});
    return std::nullopt;
  }

  Problem close_block(const Words& step) {
    if (!step.arguments.empty()) return bad_form(step, "'end' alone");
    if (blocks_.size() == 1)
      return error(step, "'end' without its 'repeat'", "a line 'repeat N' before it");
    Block block = std::move(blocks_.back());
    blocks_.pop_back();
    RepeatStep repeat{.count = block.count, .body = std::move(block.steps)};
    return append({.action = std::move(repeat), .line = block.line},
                  static_cast<long long>(block.unrolled) * block.count);
  }

  Problem check_addon(const Words& step, std::string_view name) const {
    if (std::ranges::find(addons_, name) != addons_.end()) return std::nullopt;
    return error(step, fmt::format("undeclared add-on {}", in_quotes(name)),
                 join_with_or({addons_.begin(), addons_.end()}));
  }

  template <typename NamedStep>
  Result<Action> read_named(const Words& step) const {
    if (!is_word(step.arguments)) return bad_form(step, fmt::format("'{} NAME'", step.verb));
    if (Problem problem = check_addon(step, step.arguments)) return *problem;
    return Action(NamedStep{std::string(step.arguments)});
  }

  Result<Action> read_edit(const Words& step) const {
    constexpr std::string_view kForm = "'edit NAME VERSION [+Ns]'";
    std::string_view rest = step.arguments;
    auto advance = take_advance(rest);
    auto [addon, digits] = first_word(rest);
    auto version = parse_number(digits, 1, std::numeric_limits<int>::max());
    if (!advance || !version) return bad_form(step, kForm);
    if (Problem problem = check_addon(step, addon)) return *problem;
    return Action(EditStep{std::string(addon), *version, *advance});
  }

  Result<Action> read_touch(const Words& step) const {
    std::string_view path = step.arguments;
    auto advance = take_advance(path);
    bool is_one_advance = advance && !last_word(path).starts_with('+');
    if (!is_one_advance || path.empty()) return bad_form(step, "'touch PATH [+Ns]'");
    if (auto problem = check_path(path, addons_)) {
      return error(step, problem->what, problem->expected);
    }
    return Action(TouchStep{std::string(path), *advance});
  }

  Result<Action> read_set(const Words& step) const {
    std::size_t equals = step.arguments.find('=');
    std::string_view name = trimmed(step.arguments.substr(0, equals));
    bool has_both = equals != std::string_view::npos && is_word(name);
    std::string_view literal = has_both ? trimmed(step.arguments.substr(equals + 1)) : "";
    if (literal.empty()) return bad_form(step, "'set NAME = LITERAL'");
    return Action(SetStep{std::string(name), std::string(literal)});
  }

  Result<Action> read_python(const Words& step) const {
    if (step.arguments.empty()) return bad_form(step, "'python STATEMENT'");
    return Action(PythonStep{std::string(step.arguments)});
  }

  Result<Action> read_expect(const Words& step) const {
    if (step.arguments.empty()) return bad_form(step, "'expect EXPRESSION'");
    return Action(ExpectStep{std::string(step.arguments)});
  }

  Result<Action> read_turn(const Words& step) const {
    if (!step.arguments.empty()) return bad_form(step, "'turn' alone");
    return Action(TurnStep{});
  }

  const SourceText& source_;
  const std::vector<std::string>& addons_;
  std::vector<Block> blocks_;
};

const std::array<StepReader::Verb, 9> StepReader::kReaders{{
    {"enable", &StepReader::read_named<EnableStep>},
    {"disable", &StepReader::read_named<DisableStep>},
    {"reload", &StepReader::read_named<ReloadStep>},
    {"edit", &StepReader::read_edit},
    {"touch", &StepReader::read_touch},
    {"set", &StepReader::read_set},
    {"python", &StepReader::read_python},
    {"expect", &StepReader::read_expect},
    {"turn", &StepReader::read_turn},
}};

}  // namespace

Result<ParsedSteps> parse_steps(const SourceText& source, std::size_t first,
                                const std::vector<std::string>& addons) {
  return StepReader(source, addons).read(first);
}

}  // namespace afresh
