// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/leaks.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "harness/values/probe_id.hpp"

namespace afresh {
namespace {

constexpr std::size_t kBurnIn = 3;
constexpr std::size_t kFewestCycles = 12;

/// The path of a registry's entry as a person would write it.
std::string plain_path(const std::string& path) {
  constexpr std::string_view kRootLogger = "logging.getLogger('root').";
  const std::string patch = std::string(name_of(ProbeId::kMonkeypatches)) + "[";
  if (path.starts_with(kRootLogger)) return "logging.root." + path.substr(kRootLogger.size());
  std::size_t end = path.find(']');
  if (path.starts_with(patch) && end != std::string::npos)
    return path.substr(patch.size(), end - patch.size()) + path.substr(end + 1);
  return path;
}

std::string without_positions(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  return text;
}

/// What holds it, as a finding names it: a root's path as a person would write it.
std::vector<Link> plain_holders(const Survivor& survivor) {
  std::vector<Link> holders = survivor.holders;
  if (!holders.empty() && holders.front().kind == LinkKind::kPlace) {
    Link& root = holders.front();
    root = {.kind = LinkKind::kPlace, .label = plain_path(root.label + root.steps), .steps = {}};
  }
  return holders;
}

/// What it is and who holds it, alike in every load.
struct HeldAt {
  ObjectRef object;
  std::vector<Link> holders;
  auto operator<=>(const HeldAt&) const = default;
};

HeldAt held_at(const Survivor& survivor) {
  ObjectRef object = without_load(survivor.object);
  // A thread's frames hold a function by its target, their locals and their globals: which of them
  // is the shortest way depends on what else was written into that namespace. And with one function
  // of a module all that is in it.
  if (!survivor.holders.empty() && survivor.holders.front().kind == LinkKind::kThread) {
    std::string name = full_name(object);
    object.module.clear();
    object.name = name.substr(0, name.find_last_of('.'));
    return {std::move(object), {{.kind = LinkKind::kThread}}};
  }
  HeldAt place{std::move(object), survivor.holders};
  // The depth of the tree behind a context depends on how many variables it has.
  std::erase_if(place.holders, [](const Link& link) {
    return link.kind == LinkKind::kObject && link.label.starts_with("hamt");
  });
  for (Link& link : place.holders) {
    link.label = without_positions(std::move(link.label));
    link.steps = without_positions(std::move(link.steps));
  }
  return place;
}

/// Whether it is held by the same after the host disabled the add-on, and nothing else happened.
bool is_residue(const Survivor& survivor, const std::vector<Survivor>& addon_control_survivors) {
  return std::ranges::any_of(addon_control_survivors, [&](const Survivor& own) {
    return own.owner == survivor.owner && held_at(own) == held_at(survivor);
  });
}

/// Whether the package above holds the add-on by its attribute, which the import system set.
bool is_held_from_above(const Survivor& survivor, const JudgeInput& input) {
  if (survivor.holders.empty()) return false;
  const Link root = plain_holders(survivor).front();
  return std::ranges::any_of(input.addons, [&](const auto& addon) {
    return addon.find('.') != std::string::npos && root.label + root.steps == addon;
  });
}

Attribution blame(const Survivor& survivor, const JudgeInput& input) {
  if (survivor.is_cached) return Attribution::kInterpreter;
  if (!survivor.holders.empty() && survivor.holders.front().kind == LinkKind::kHost)
    return Attribution::kHost;
  if (is_held_from_above(survivor, input)) return Attribution::kStrategy;
  if (is_residue(survivor, input.leaks.addon_control_survivors)) return Attribution::kAddon;
  return Attribution::kStrategy;
}

/// The last checkpoint of the add-on that was reached, or of any.
const Checkpoint& latest_checkpoint(const JudgeInput& input, const std::string& addon) {
  const Checkpoint* latest = &input.checkpoints.front();
  for (const Checkpoint& checkpoint : input.checkpoints) {
    if (checkpoint.result == nullptr) break;
    if (addon.empty() || checkpoint.addon == addon) latest = &checkpoint;
  }
  return *latest;
}

Finding make_finding(const Survivor& survivor, const JudgeInput& input) {
  auto owner = static_cast<std::size_t>(survivor.owner);
  const std::string& addon = owner < input.addons.size() ? input.addons[owner] : std::string();
  CheckpointView view{input, latest_checkpoint(input, addon)};
  HeldObject held{survivor.object, plain_holders(survivor)};
  // A root without a path of its own: whatever it is called, the object is met by its name.
  std::string path = full_name(survivor.object);
  if (!held.holders.empty() && held.holders.front().kind == LinkKind::kPlace)
    path = held.holders.front().label;
  Finding finding = plain_finding(view, FindingKind::kLeak, Aspect::kLeaks, std::move(path),
                                  Nothing{}, std::move(held));
  finding.attribution = blame(survivor, input);
  return finding;
}

std::vector<Finding> make_findings(const std::vector<Survivor>& survivors,
                                   const JudgeInput& input) {
  using GroupKey = std::pair<HeldAt, Attribution>;
  std::vector<Finding> findings;
  std::map<GroupKey, std::size_t> known;
  for (const Survivor& survivor : survivors) {
    Finding finding = make_finding(survivor, input);
    GroupKey place{held_at(survivor), finding.attribution};
    auto [same, is_new] = known.try_emplace(std::move(place), findings.size());
    if (is_new) {
      findings.push_back(std::move(finding));
      continue;
    }
    ++std::get<HeldObject>(findings[same->second].actual).others;
    std::vector<std::string>& paths = findings[same->second].paths;
    bool is_known = std::ranges::find(paths, finding.paths.front()) != paths.end();
    if (!is_known && paths.size() < kMaxPaths) paths.push_back(finding.paths.front());
  }
  return findings;
}

/// Nothing where it does not grow: after the burn-in by one for each cycle
/// or more; in no few steps (something imported late is one); and never back to where it came from.
std::optional<Growth> growth_per_cycle(const std::vector<std::uint32_t>& counts) {
  if (counts.size() < kBurnIn + kFewestCycles) return std::nullopt;
  auto settled = counts.begin() + kBurnIn - 1;
  auto cycles = counts.end() - settled - 1;
  std::ptrdiff_t steps = 0;
  for (auto count = settled + 1; count != counts.end(); ++count)
    steps += *count > *(count - 1) ? 1 : 0;
  auto middle = settled + (cycles + 1) / 2;
  bool is_for_good = *std::max_element(settled, middle) <= *std::min_element(middle, counts.end());
  double growth = (static_cast<double>(counts.back()) - *settled) / static_cast<double>(cycles);
  if (growth < 1 || steps * 3 < cycles || !is_for_good) return std::nullopt;
  return Growth{.first = *settled,
                .last = counts.back(),
                .cycles = static_cast<std::uint32_t>(counts.size() - kBurnIn)};
}

void add_growth(const JudgeInput& input, std::vector<Finding>& findings) {
  // Where all that is left is someone else's fault, so is that it grows.
  Attribution attribution =
      findings.empty() ? Attribution::kStrategy : findings.front().attribution;
  for (const Finding& finding : findings) {
    if (finding.attribution != attribution) attribution = Attribution::kStrategy;
  }
  for (const std::vector<std::uint32_t>& counts : input.leaks.counts) {
    std::optional<Growth> growth = growth_per_cycle(counts);
    if (!growth) continue;
    CheckpointView view{input, latest_checkpoint(input, {})};
    Finding finding = plain_finding(view, FindingKind::kLeak, Aspect::kLeaks, view.checkpoint.addon,
                                    Nothing{}, *growth);
    finding.attribution = attribution;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

namespace {

/// Whether the old version should be gone after this checkpoint.
bool may_leave_old_objects(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (view.has_raised() || checkpoint.actual == nullptr) return false;
  if (view.is_loading()) return view.edit == EditStatus::kApplied;
  return std::ranges::none_of(checkpoint.actual->graph.roots, [&](const Root& root) {
    return root.group == RootGroup::kModules && root.owner == view.subject;
  });
}

}  // namespace

bool may_grow(const LeakEvidence& leaks) {
  return std::ranges::any_of(leaks.counts, [](const std::vector<std::uint32_t>& counts) {
    return growth_per_cycle(counts).has_value();
  });
}

OracleResult judge_leaks(const JudgeInput& input, std::span<const CheckpointView> views) {
  OracleResult oracle_result;
  if (!input.leaks.is_checked || std::ranges::none_of(views, may_leave_old_objects))
    return oracle_result;
  oracle_result.judged.insert(Aspect::kLeaks);
  oracle_result.findings = make_findings(input.leaks.survivors, input);
  add_growth(input, oracle_result.findings);
  return oracle_result;
}

}  // namespace afresh
