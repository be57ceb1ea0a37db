// Report and table → what is worth saying about it, as data: which way is right, where the others
// fail, and whom they harm. Everything is counted from the records; what they do not show is not
// there. The sentences are made of it in `statement_text.hpp`.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reports/overview.hpp"

namespace afresh {

struct NamedCell {
  std::string strategy;
  Cell cell;
};

/// Which way is right in every case, and which comes next.
struct RightEverywhere {
  std::vector<NamedCell> right;  ///< in *fresh*, best first
  std::string only_family;       ///< where all that are right belong to one and others do not
  std::vector<std::pair<Aspect, Cell>> only_there;  ///< other aspects that only that family passes
  std::vector<NamedCell> next;                      ///< the best of all others, at most one
  std::size_t ways = 0;                             ///< rows of the table
};

/// In what a strategy that is right for most is wrong.
struct Weakness {
  struct Feature {
    std::string name;
    int failing = 0;
    int cases = 0;  ///< with this feature
  };
  NamedCell fresh;
  std::vector<std::string> cases;  ///< those that fail, where they are few
  std::vector<Feature> features;   ///< otherwise what tells them from those that pass
  int other_cases = 0;             ///< that fail and have none of these features
  std::vector<Aspect> never;       ///< aspects of which it passes no case
};

/// Strategies that differ in the order of their reloads alone do differently.
struct OrderMatters {
  std::string family;
  std::string best_order;
  NamedCell best;
  std::string worst_order;
  NamedCell worst;
};

/// Who passes an aspect that most do not.
struct FewPass {
  Aspect aspect{};
  std::vector<NamedCell> all;   ///< that pass every case, best first
  std::vector<NamedCell> some;  ///< that pass some, best first
  std::size_t none = 0;
};

/// Who fails an aspect that most pass, and the smallest case that shows it.
struct Damage {
  Aspect aspect{};
  std::vector<NamedCell> failing;  ///< most failures first
  std::size_t ways = 0;            ///< of which it was judged
  std::string case_name;
  std::string strategy;  ///< that fails there
  std::string place;     ///< what it harms there; may be empty
};

/// Who refused what, which no count has.
struct Refusals {
  std::vector<std::pair<std::string, int>> some;  ///< strategy and cases
  std::vector<std::string> all;                   ///< strategies that have no row
};

using Statement = std::variant<RightEverywhere, Weakness, OrderMatters, FewPass, Damage, Refusals>;

/// At most this many answer the question; who refused is said besides.
inline constexpr std::size_t kMaxStatements = 5;

/// What the records say, the most important first, then the refusals. The table is one of the
/// report's.
[[nodiscard]] std::vector<Statement> statements(const Report& report, const OverviewTable& table);

/// The strategies that a statement names: their rows belong beside it.
[[nodiscard]] std::vector<std::string> strategies_in(const Statement& statement);

}  // namespace afresh
