// From words of `--host` to hosts, and to the Blenders of this machine that some of them are.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/cli/select.hpp"
#include "harness/installations/installation.hpp"
#include "harness/values/host_kind.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// The word for the newest real Blender of this machine.
inline constexpr std::string_view kNewestBlender = "blender";
/// The word for every embedded host and every real Blender of this machine.
inline constexpr std::string_view kAllHosts = "all";
/// A Blender that most add-ons run in, to be named where there is none.
inline constexpr std::string_view kSuggestedBlender = "5.0";

using Installations = std::map<HostKind, Installation>;

struct AskedHosts {
  std::vector<HostKind> hosts;  ///< in the order asked for, none twice
  Installations installations;  ///< of the real ones among them
};

/// The words that stand for one host each; `blender` too.
[[nodiscard]] std::vector<std::string> host_words();

/// Words of the vocabulary, `blender` and `all`. A real Blender must be on this machine: the
/// sentence says what there is, and how to get it.
[[nodiscard]] Result<AskedHosts> resolve_hosts(const std::vector<std::string>& words);
/// The same of one word that is not `all`.
[[nodiscard]] Result<AskedHosts> resolve_host(const std::string& word);

/// Where the real Blenders among these hosts are.
[[nodiscard]] Result<Installations> locate_hosts(const std::set<HostKind>& hosts);

/// The newest usable one of these; nothing where there is none.
[[nodiscard]] const Installation* newest_usable(const std::vector<Installation>& found);

/// Whether a case that is written for one host says something of another: what is written for the
/// work-alikes of Blender does so of a real one.
[[nodiscard]] bool can_run_on(HostKind written_for, HostKind host);
/// The case in another host than its own.
[[nodiscard]] SelectedCase moved_to(SelectedCase selected, HostKind host);

}  // namespace afresh::cli
