// SPDX-License-Identifier: MIT
#include "harness/cli/asked_hosts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "harness/installations/find_installations.hpp"
#include "harness/installations/host_version.hpp"

namespace afresh::cli {
namespace {

/// What is there, looked for once, and only where somebody asks for a real Blender.
class Machine {
 public:
  const std::vector<Installation>& installations() {
    if (!found_) found_ = find_installations(read_surroundings());
    return *found_;
  }

 private:
  std::optional<std::vector<Installation>> found_;
};

/// `there is blender-4.5`, of those that can be used.
std::string what_is_there(const std::vector<Installation>& found) {
  std::vector<std::string_view> names;
  for (const Installation& each : found) {
    if (!each.is_usable()) continue;
    if (std::ranges::find(names, name_of(*each.host)) == names.end())
      names.push_back(name_of(*each.host));
  }
  return names.empty() ? "there is none" : fmt::format("there is {}", fmt::join(names, ", "));
}

Error not_there(std::string_view asked_as, HostKind host, const std::vector<Installation>& found) {
  for (const Installation& each : found) {
    if (each.host == host)
      return {fmt::format("{}: {} cannot be used: {}; expected one that works", asked_as,
                          each.folder.string(), each.problem)};
  }
  const std::string_view version = version_of_host(host);
  return {
      fmt::format("{}: Blender {} is not on this machine ({}); expected one that 'afresh hosts' "
                  "lists, or 'afresh hosts add bpy=={}.*' first",
                  asked_as, version, what_is_there(found), version)};
}

Result<Installation> locate(std::string_view asked_as, HostKind host, Machine& machine) {
  const std::vector<Installation>& found = machine.installations();
  const auto usable = std::ranges::find_if(
      found, [&](const Installation& each) { return each.is_usable() && each.host == host; });
  if (usable != found.end()) return *usable;
  return not_there(asked_as, host, found);
}

Result<HostKind> newest_blender(Machine& machine) {
  const Installation* newest = newest_usable(machine.installations());
  if (newest != nullptr) return *newest->host;
  return Error{
      fmt::format("--host {}: no Blender that afresh can use is on this machine; expected one that "
                  "'afresh hosts' lists, or 'afresh hosts add bpy=={}.*' first",
                  kNewestBlender, kSuggestedBlender)};
}

std::vector<HostKind> every_host(Machine& machine) {
  std::vector<HostKind> hosts;
  for (HostKind host : kHostKinds) {
    const bool is_there =
        !is_real_blender(host) ||
        std::ranges::any_of(machine.installations(), [&](const Installation& each) {
          return each.is_usable() && each.host == host;
        });
    if (is_there) hosts.push_back(host);
  }
  return hosts;
}

Result<std::vector<HostKind>> hosts_of(const std::string& word, Machine& machine) {
  if (word == kAllHosts) return every_host(machine);
  if (word == kNewestBlender) {
    auto newest = newest_blender(machine);
    if (!newest) return newest.error();
    return std::vector{*newest};
  }
  if (auto host = parse_word<HostKind>(word)) return std::vector{*host};
  return Error{fmt::format("--host {}: no such host; expected one of {}, {}", word,
                           fmt::join(host_words(), ", "), kAllHosts)};
}

}  // namespace

std::vector<std::string> host_words() {
  std::vector<std::string> words;
  for (HostKind host : kHostKinds) {
    if (words.size() == static_cast<std::size_t>(HostKind::kBlender34))
      words.emplace_back(kNewestBlender);
    words.emplace_back(name_of(host));
  }
  return words;
}

Result<AskedHosts> resolve_hosts(const std::vector<std::string>& words) {
  Machine machine;
  AskedHosts asked;
  for (const std::string& word : words) {
    auto hosts = hosts_of(word, machine);
    if (!hosts) return hosts.error();
    for (HostKind host : *hosts) {
      if (std::ranges::find(asked.hosts, host) != asked.hosts.end()) continue;
      asked.hosts.push_back(host);
      if (!is_real_blender(host)) continue;
      auto place = locate("--host " + word, host, machine);
      if (!place) return place.error();
      asked.installations.emplace(host, std::move(*place));
    }
  }
  return asked;
}

Result<AskedHosts> resolve_host(const std::string& word) { return resolve_hosts({word}); }

Result<Installations> locate_hosts(const std::set<HostKind>& hosts) {
  Machine machine;
  Installations installations;
  for (HostKind host : hosts) {
    if (!is_real_blender(host)) continue;
    auto place = locate(fmt::format("a case is for the host {}", name_of(host)), host, machine);
    if (!place) return place.error();
    installations.emplace(host, std::move(*place));
  }
  return installations;
}

const Installation* newest_usable(const std::vector<Installation>& found) {
  const auto usable = std::ranges::find_if(found, &Installation::is_usable);
  return usable == found.end() ? nullptr : &*usable;
}

bool can_run_on(HostKind written_for, HostKind host) {
  if (written_for == host) return true;
  if (!is_real_blender(host)) return false;
  return written_for == HostKind::kBpy || (written_for == HostKind::kBpy42 && has_extensions(host));
}

SelectedCase moved_to(SelectedCase selected, HostKind host) {
  if (selected.value.host == host) return selected;
  selected.value.host = host;
  // The text says another one.
  selected.value.text.clear();
  return selected;
}

}  // namespace afresh::cli
