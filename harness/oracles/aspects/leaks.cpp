// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/leaks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "harness/oracles/graph/describe.hpp"

namespace afresh {
namespace {

constexpr std::size_t kBurnIn = 3;
constexpr std::size_t kFewestCycles = 12;
constexpr std::string_view kArrow = " → ";

/// Root and label of a registry's entry as a person would write them.
std::string plain_place(const std::string& place) {
  constexpr std::string_view kRootLogger = "logging.getLogger('root').";
  constexpr std::string_view kPatch = "monkeypatches[";
  if (place.starts_with(kRootLogger)) return "logging.root." + place.substr(kRootLogger.size());
  std::size_t end = place.find(']');
  if (place.starts_with(kPatch) && end != std::string::npos)
    return place.substr(kPatch.size(), end - kPatch.size()) + place.substr(end + 1);
  return place;
}

std::string without_positions(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  return text;
}

std::string words_of(const Survivor& survivor) {
  std::string itself = survivor.born == 0
                           ? survivor.what
                           : fmt::format("{}, version {}", survivor.what, survivor.born);
  if (survivor.chain.empty()) return itself + ", held by C code";
  std::vector<std::string> links = survivor.chain;
  links.front() = plain_place(links.front());
  links.push_back(std::move(itself));
  std::string words = fmt::format("{}", fmt::join(links, kArrow));
  // Where it hangs and what it is say more than what is between.
  std::size_t between = links.size() - 2;
  for (; words.size() > kMaxTextBytes && between > 0; --between) {
    links.erase(links.begin() + 1);
    if (between > 1) links[1] = "…";
    words = fmt::format("{}", fmt::join(links, kArrow));
  }
  return words;
}

/// What it is and who holds it, alike in every version.
std::pair<std::string, std::string> place_of(const Survivor& survivor) {
  // A thread's frames hold a function by its target, their locals and their globals: which of them
  // is the shortest way depends on what else was written into that namespace.
  constexpr std::string_view kThread = "thread in ";
  // And with one function of a module all that is in it.
  if (!survivor.chain.empty() && survivor.chain.front().starts_with(kThread))
    return {survivor.what.substr(0, survivor.what.find_last_of('.')), std::string(kThread)};
  // The depth of the tree behind a context depends on how many variables it has.
  std::vector<std::string> links = survivor.chain;
  std::erase_if(links, [](const std::string& link) { return link.starts_with("hamt"); });
  return {survivor.what, without_positions(fmt::format("{}", fmt::join(links, kArrow)))};
}

/// Whether it is held by the same after the host disabled the add-on, and nothing else happened.
bool is_residue(const Survivor& survivor, const std::vector<Survivor>& addon_control_survivors) {
  return std::ranges::any_of(addon_control_survivors, [&](const Survivor& own) {
    return own.owner == survivor.owner && place_of(own) == place_of(survivor);
  });
}

/// Whether the package above holds the add-on by its attribute, which the import system set.
bool is_held_from_above(const Survivor& survivor, const JudgeInput& input) {
  return !survivor.chain.empty() && std::ranges::any_of(input.addons, [&](const auto& addon) {
    return addon.find('.') != std::string::npos && plain_place(survivor.chain.front()) == addon;
  });
}

Attribution blame(const Survivor& survivor, const JudgeInput& input) {
  if (survivor.is_cached) return Attribution::kInterpreter;
  if (!survivor.chain.empty() && survivor.chain.front() == kKeptByHost) return Attribution::kHost;
  if (is_held_from_above(survivor, input)) return Attribution::kStrategy;
  if (is_residue(survivor, input.leaks.addon_control_survivors)) return Attribution::kAddon;
  return Attribution::kStrategy;
}

/// The last checkpoint of the add-on that was reached, or of any.
const Checkpoint& latest_of(const JudgeInput& input, const std::string& addon) {
  const Checkpoint* latest = &input.checkpoints.front();
  for (const Checkpoint& checkpoint : input.checkpoints) {
    if (checkpoint.result == nullptr) break;
    if (addon.empty() || checkpoint.addon == addon) latest = &checkpoint;
  }
  return *latest;
}

Finding finding_of(const Survivor& survivor, const JudgeInput& input) {
  auto owner = static_cast<std::size_t>(survivor.owner);
  const std::string& addon = owner < input.addons.size() ? input.addons[owner] : std::string();
  CheckpointView view{input, latest_of(input, addon)};
  std::string path = survivor.chain.empty() ? survivor.what : plain_place(survivor.chain.front());
  Finding finding =
      plain_finding(view, FindingKind::kLeak, Aspect::kLeaks, std::move(path), "gone", {});
  finding.actual = words_of(survivor);
  finding.attribution = blame(survivor, input);
  return finding;
}

std::vector<Finding> findings_of(const std::vector<Survivor>& survivors, const JudgeInput& input) {
  using Place = std::pair<std::pair<std::string, std::string>, Attribution>;
  std::vector<Finding> findings;
  std::vector<int> counts;
  std::map<Place, std::size_t> known;
  for (const Survivor& survivor : survivors) {
    Finding finding = finding_of(survivor, input);
    Place place{place_of(survivor), finding.attribution};
    auto [same, is_new] = known.try_emplace(std::move(place), findings.size());
    if (is_new) {
      findings.push_back(std::move(finding));
      counts.push_back(1);
      continue;
    }
    ++counts[same->second];
    std::vector<std::string>& paths = findings[same->second].paths;
    bool is_known = std::ranges::find(paths, finding.paths.front()) != paths.end();
    if (!is_known && paths.size() < kMaxPaths) paths.push_back(finding.paths.front());
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (counts[i] > 1) findings[i].actual += fmt::format(" (and {} more)", counts[i] - 1);
  }
  return findings;
}

/// By how many objects a cycle, 0 where it does not grow: after the burn-in by one for each cycle
/// or more; in no few steps (something imported late is one); and never back to where it came from.
double growth_of(const std::vector<std::uint32_t>& counts) {
  if (counts.size() < kBurnIn + kFewestCycles) return 0;
  auto settled = counts.begin() + kBurnIn - 1;
  auto cycles = counts.end() - settled - 1;
  std::ptrdiff_t steps = 0;
  for (auto count = settled + 1; count != counts.end(); ++count)
    steps += *count > *(count - 1) ? 1 : 0;
  auto middle = settled + (cycles + 1) / 2;
  bool is_for_good = *std::max_element(settled, middle) <= *std::min_element(middle, counts.end());
  double growth = (static_cast<double>(counts.back()) - *settled) / static_cast<double>(cycles);
  return growth >= 1 && steps * 3 >= cycles && is_for_good ? growth : 0;
}

void add_growth(const JudgeInput& input, std::vector<Finding>& findings) {
  // Where all that is left is someone else's fault, so is that it grows.
  Attribution attribution =
      findings.empty() ? Attribution::kStrategy : findings.front().attribution;
  for (const Finding& finding : findings) {
    if (finding.attribution != attribution) attribution = Attribution::kStrategy;
  }
  for (const std::vector<std::uint32_t>& counts : input.leaks.counts) {
    double growth = growth_of(counts);
    if (growth == 0) continue;
    CheckpointView view{input, latest_of(input, {})};
    Finding finding = plain_finding(view, FindingKind::kLeak, Aspect::kLeaks, view.checkpoint.addon,
                                    "as many objects after each cycle",
                                    fmt::format("grows by {:.3g} objects a cycle over {} cycles",
                                                growth, counts.size() - kBurnIn));
    finding.attribution = attribution;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

bool may_leave_old(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (view.has_raised() || checkpoint.actual == nullptr) return false;
  if (view.is_loading()) return view.edit == EditStatus::kApplied;
  return std::ranges::none_of(checkpoint.actual->graph.roots, [&](const Root& root) {
    return root.group == RootGroup::kModules && root.owner == view.subject;
  });
}

OracleResult judge_leaks(const JudgeInput& input) {
  OracleResult oracle_result;
  if (!input.leaks.is_checked) return oracle_result;
  oracle_result.judged.insert(Aspect::kLeaks);
  oracle_result.findings = findings_of(input.leaks.survivors, input);
  add_growth(input, oracle_result.findings);
  return oracle_result;
}

}  // namespace afresh
