// How statements become sentences: plain words, at most 25 of them where names allow it.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reports/families.hpp"
#include "reports/overview_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxNames = 3;
constexpr std::size_t kMaxRefusals = 5;
constexpr std::size_t kNameColumns = 32;

std::string shown(const std::string& name) { return one_line(name, kNameColumns); }

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& parts, std::string_view last = "and") {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    bool is_last = i + 1 == parts.size();
    if (i > 0) text += is_last ? fmt::format(" {} ", last) : ", ";
    text += parts[i];
  }
  return text;
}

/// The first names, and how many more there are.
std::string few(const std::vector<NamedCell>& cells) {
  std::vector<std::string> parts;
  // To name one more takes no more room than to say that there is one.
  const std::size_t most = cells.size() == kMaxNames + 1 ? kMaxNames + 1 : kMaxNames;
  for (std::size_t i = 0; i < std::min(cells.size(), most); ++i)
    parts.push_back(shown(cells[i].strategy));
  if (cells.size() > most) parts.push_back(fmt::format("{} others", cells.size() - most));
  return listed(parts);
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string cases_text(int count) {
  return fmt::format("{} {}", count, count == 1 ? "case" : "cases");
}

/// `all 4 cases`, `the one case`.
std::string all_cases(int count) {
  return count == 1 ? "the one case" : fmt::format("all {} cases", count);
}

/// `74`, or where it is not of the number that was just said `74 of 99`.
std::string pass_text(const Cell& cell, int tried) {
  return cell.tried() == tried ? std::to_string(cell.pass)
                               : fmt::format("{} of {}", cell.pass, cell.tried());
}

/// `; next comes toggle, right in 3`.
std::string next_text(const std::vector<NamedCell>& next, int tried) {
  if (next.empty()) return "";
  return fmt::format("; next comes {}, right in {}", shown(next[0].strategy),
                     pass_text(next[0].cell, tried));
}

std::string nothing_is_right(const RightEverywhere& each) {
  const NamedCell& best = each.next.front();
  if (best.cell.pass == 0)
    return fmt::format("No way is right in any case of {}.", name_of(Aspect::kFresh));
  return fmt::format("No way is right in all cases; {} is right in most, {} of {}.",
                     shown(best.strategy), best.cell.pass, best.cell.tried());
}

struct Sentence {
  std::string operator()(const RightEverywhere& each) const {
    if (each.right.empty() && each.next.empty()) return "";
    const NamedCell& best = each.right.empty() ? each.next.front() : each.right.front();
    const int tried = best.cell.tried();
    if (each.ways == 1)
      return fmt::format("{} is right in {} of {}.", shown(best.strategy), best.cell.pass,
                         cases_text(tried));
    if (each.right.empty()) return nothing_is_right(each);
    if (!each.only_family.empty()) {
      std::string there;
      for (const auto& [aspect, cell] : each.only_there)
        there += fmt::format(" and all {} of {}", cell.tried(), name_of(aspect));
      return fmt::format("Only {} is right in {} of {}{}{}.",
                         one_line(doing_of_family(each.only_family), kNameColumns),
                         all_cases(tried), name_of(Aspect::kFresh), there,
                         next_text(each.next, tried));
    }
    if (each.right.size() == each.ways)
      return fmt::format("All {} ways are right in {}.", each.ways, all_cases(tried));
    return fmt::format("{} of {} ways {} right in {}: {}{}.", each.right.size(), each.ways,
                       each.right.size() == 1 ? "is" : "are", all_cases(tried), few(each.right),
                       each.right.size() == 1 ? next_text(each.next, tried) : "");
  }

  std::string operator()(const Weakness& each) const {
    std::vector<std::string> where;
    for (const std::string& name : each.cases) where.push_back(shown(name));
    for (const Weakness::Feature& feature : each.features)
      where.push_back(
          fmt::format("{} ({} of {})", shown(feature.name), feature.failing, feature.cases));
    if (each.other_cases > 0)
      where.push_back(
          fmt::format("{} other {}", each.other_cases, each.other_cases == 1 ? "case" : "cases"));
    std::vector<std::string> never;
    for (Aspect aspect : each.never) never.emplace_back(name_of(aspect));
    return fmt::format("{} fails {}{}{}.", shown(each.fresh.strategy),
                       each.features.empty() ? "only " : "where there is ", listed(where),
                       never.empty() ? "" : "; it never passes " + listed(never, "or"));
  }

  std::string operator()(const OrderMatters& each) const {
    const int tried = each.worst.cell.tried();
    return fmt::format("{} depends on the order: {} of {} are right in {} order, {} in {} order.",
                       capital(one_line(doing_of_family(each.family), kNameColumns)),
                       each.worst.cell.pass, cases_text(tried), shown(each.worst_order),
                       pass_text(each.best.cell, tried), shown(each.best_order));
  }

  std::string operator()(const FewPass& each) const {
    std::vector<std::string> others;
    const auto aspect = name_of(each.aspect);
    if (each.all.empty() && each.some.empty())
      return fmt::format("No way passes a single case of {}.", aspect);
    if (!each.some.empty())
      others.push_back(fmt::format("{} passes {} of {}", shown(each.some[0].strategy),
                                   each.some[0].cell.pass, each.some[0].cell.tried()));
    if (each.some.size() > 1)
      others.push_back(fmt::format("{} more pass some", each.some.size() - 1));
    if (each.none > 0) others.push_back(fmt::format("{} pass none", each.none));
    if (each.all.empty())
      return fmt::format("No way passes all cases of {}: {}.", aspect, listed(others));
    return fmt::format("Only {} {} {} of {}; {}.", few(each.all),
                       each.all.size() == 1 ? "passes" : "pass",
                       all_cases(each.all[0].cell.tried()), aspect, listed(others));
  }

  std::string operator()(const Damage& each) const {
    const auto aspect = name_of(each.aspect);
    const NamedCell& worst = each.failing.front();
    std::string who = each.failing.size() > kMaxNames
                          ? fmt::format("{} of {} ways fail {}, {} most often ({} of {})",
                                        each.failing.size(), each.ways, aspect,
                                        shown(worst.strategy), worst.cell.fail, worst.cell.tried())
                          : fmt::format("{} {} {}", few(each.failing),
                                        each.failing.size() == 1 ? "fails" : "fail", aspect);
    return fmt::format("{}; the smallest case is {}, where {} harms {}.", who,
                       shown(each.case_name), shown(each.strategy),
                       each.place.empty() ? "others" : shown(each.place));
  }

  std::string operator()(const Refusals& each) const {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < std::min(each.some.size(), kMaxRefusals); ++i)
      some.push_back(fmt::format("{} {}", shown(each.some[i].first), each.some[i].second));
    if (each.some.size() > kMaxRefusals)
      some.push_back(fmt::format("{} others", each.some.size() - kMaxRefusals));
    std::string text;
    if (!some.empty()) text = fmt::format("Refused and not counted: {}.", listed(some));
    std::vector<std::string> all;
    for (std::size_t i = 0; i < std::min(each.all.size(), kMaxRefusals); ++i)
      all.push_back(shown(each.all[i]));
    if (each.all.size() > kMaxRefusals)
      all.push_back(fmt::format("{} others", each.all.size() - kMaxRefusals));
    if (!all.empty())
      text += fmt::format("{}Refused altogether here: {}.", text.empty() ? "" : " ", listed(all));
    return text;
  }
};

}  // namespace

std::string render_sentence(const Statement& statement) {
  return std::visit(Sentence{}, statement);
}

}  // namespace afresh
