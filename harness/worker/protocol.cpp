// SPDX-License-Identifier: MIT
#include "harness/worker/protocol.hpp"

#include <array>
#include <optional>

#include "harness/worker/words.hpp"

namespace afresh::worker {
namespace {

using Tier = WorkerOptions::Tier;

constexpr std::array kTiers{NamedValue{"fork", Tier::kFork}, NamedValue{"spawn", Tier::kSpawn}};
constexpr std::array kAges{NamedValue{"quiet", false}, NamedValue{"aged", true}};
constexpr std::array kNetworks{NamedValue{"open", false}, NamedValue{"closed", true}};
constexpr std::array kSandboxes{NamedValue{"processes", Sandbox::kProcesses},
                                NamedValue{"disk", Sandbox::kDisk},
                                NamedValue{"folder", Sandbox::kFolder}};
constexpr std::array kPrograms{NamedValue{"python", false}, NamedValue{"application", true}};

struct KindOfHost {
  static std::string write(HostKind value) { return std::string(name_of(value)); }
  static bool read(std::string_view text, HostKind& into) {
    std::optional<HostKind> kind = parse_word<HostKind>(text);
    if (kind) into = *kind;
    return kind.has_value();
  }
};

template <typename How, auto member>
constexpr WordRow<WorkerOptions> option(std::string_view key) {
  return row<WorkerOptions, How, member>(key);
}

constexpr std::array kRows{option<OneOf<kTiers>, &WorkerOptions::tier>("tier"),
                           option<Number, &WorkerOptions::hash_seed>("hash-seed"),
                           option<OneOf<kAges>, &WorkerOptions::is_aged>("age"),
                           option<Text, &WorkerOptions::folder>("folder"),
                           option<OneOf<kSandboxes>, &WorkerOptions::sandbox>("sandbox"),
                           option<Number, &WorkerOptions::first_pid>("first-pid"),
                           option<OneOf<kNetworks>, &WorkerOptions::without_network>("network"),
                           option<KindOfHost, &WorkerOptions::host>("host"),
                           option<Text, &WorkerOptions::path>("path"),
                           option<Text, &WorkerOptions::program>("program"),
                           option<OneOf<kPrograms>, &WorkerOptions::is_application>("kind")};

}  // namespace

std::vector<std::string> encode_options(const WorkerOptions& options) {
  return encode_words(kRows, options);
}

WorkerOptions decode_options(std::span<const char* const> words) {
  return decode_words(kRows, words);
}

std::vector<std::string> arguments_for(const char* role, const WorkerOptions& options) {
  std::vector<std::string> arguments{"afresh", role};
  for (std::string& word : encode_options(options)) arguments.push_back(std::move(word));
  return arguments;
}

}  // namespace afresh::worker
