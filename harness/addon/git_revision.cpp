// `git ls-tree -l -z` and `git cat-file --batch` as their manuals describe their output.
// SPDX-License-Identifier: MIT
#include "harness/addon/git_revision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "harness/addon/borrowed_repository.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxWordBytes = 4096;                      ///< of an answer of one line
constexpr std::size_t kMaxListingBytes = std::size_t{64} << 20;  ///< of a folder's files
constexpr std::size_t kMaxHeadBytes = 128;                       ///< before and after each content

struct Blob {
  std::string id;
  std::optional<std::size_t> size;  ///< nothing: git does not have it
  std::string path;                 ///< below the top of the repository
};

std::optional<std::size_t> to_number(std::string_view word) {
  std::size_t number = 0;
  auto [rest, error] = std::from_chars(word.begin(), word.end(), number);
  if (error != std::errc() || rest != word.end()) return {};
  return number;
}

/// Of `MODE SP TYPE SP ID SP SIZE TAB PATH NUL …`, with more spaces before a short size, the
/// regular files.
std::vector<Blob> parse_blobs(std::string_view listing) {
  std::vector<Blob> blobs;
  while (!listing.empty()) {
    std::string_view entry = listing.substr(0, listing.find('\0'));
    listing.remove_prefix(std::min(entry.size() + 1, listing.size()));
    const std::size_t tab = entry.find('\t');
    if (tab == std::string_view::npos || !entry.starts_with("100")) continue;
    std::string_view head = entry.substr(0, tab);
    const std::string_view size = head.substr(head.rfind(' ') + 1);
    head = head.substr(0, head.find_last_not_of(' ', head.rfind(' ')) + 1);
    blobs.push_back({.id = std::string(head.substr(head.rfind(' ') + 1)),
                     .size = to_number(size),
                     .path = std::string(entry.substr(tab + 1))});
  }
  return blobs;
}

bool is_of_the_addon(std::string_view path) {
  while (true) {
    std::string_view part = path.substr(0, path.find('/'));
    if (is_ignored(part)) return false;
    if (part.size() == path.size()) return true;
    path.remove_prefix(part.size() + 1);
  }
}

/// The next of `ID SP TYPE SP SIZE LF CONTENT LF …`; nothing where the output is cut short.
std::optional<std::string> next_content(std::string_view& output) {
  const std::size_t line = output.find('\n');
  if (line == std::string_view::npos) return {};
  const std::string_view head = output.substr(0, line);
  const std::optional<std::size_t> size = to_number(head.substr(head.rfind(' ') + 1));
  const std::size_t rest = output.size() - line - 1;
  if (!size || *size >= rest) return {};
  std::string content(output.substr(line + 1, *size));
  output.remove_prefix(line + 1 + *size + 1);
  return content;
}

/// The commit that a user's word means.
Result<std::string> resolve_commit(const BorrowedRepository& repository,
                                   const std::string& revision) {
  // A word that looks like an option is none.
  auto known = repository.ask(
      {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"},
      kMaxWordBytes);
  if (!known) return known.error();
  std::string commit = known->text.substr(0, known->text.find_last_not_of('\n') + 1);
  // Some versions repeat the option.
  commit = commit.substr(commit.rfind('\n') + 1);
  const bool is_commit = known->has_succeeded() && !commit.empty() &&
                         commit.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (is_commit) return commit;
  return Error{fmt::format("--since: no revision '{}' in {}; expected a commit, branch or tag",
                           revision, repository.top().string())};
}

/// The add-on's regular files in the commit, which begin with `prefix`.
Result<std::vector<Blob>> listed(const BorrowedRepository& repository, const AddonLocation& place,
                                 const std::string& commit, const std::string& prefix) {
  std::vector<std::string> words{"ls-tree", "-r", "-l", "-z", "--full-tree", commit};
  if (!place.is_package) {
    words.insert(words.end(), {"--", prefix + place.path.filename().string()});
  } else if (!prefix.empty()) {
    words.insert(words.end(), {"--", prefix.substr(0, prefix.size() - 1)});
  }
  auto listing = repository.ask(std::move(words), kMaxListingBytes);
  if (!listing) return listing.error();
  std::vector<Blob> blobs = parse_blobs(listing->text);
  std::erase_if(blobs, [&](const Blob& blob) {
    return !blob.path.starts_with(prefix) ||
           !is_of_the_addon(std::string_view(blob.path).substr(prefix.size()));
  });
  return blobs;
}

Error missing(const std::string& path, const std::string& revision) {
  return {
      fmt::format("--since: git does not have {} of {}, and nothing is fetched; expected a "
                  "repository with its files",
                  path, revision)};
}

/// The folder that the add-on lies in, seen from the top: empty, or with a slash at its end.
std::string relative_prefix(const std::filesystem::path& folder, const std::filesystem::path& top) {
  std::error_code error;
  const std::filesystem::path below =
      std::filesystem::canonical(folder, error).lexically_relative(top);
  return below.empty() || below == "." ? "" : below.string() + "/";
}

}  // namespace

Result<AddonFiles> read_addon_at(const AddonLocation& place, const std::string& revision,
                                 const Patience& patience) {
  const std::filesystem::path folder = place.is_package ? place.path : place.path.parent_path();
  auto repository = BorrowedRepository::around(folder, patience);
  if (!repository) return repository.error();
  auto commit = resolve_commit(*repository, revision);
  if (!commit) return commit.error();
  const std::string prefix = relative_prefix(folder, repository->top());
  auto blobs = listed(*repository, place, *commit, prefix);
  if (!blobs) return blobs.error();

  // What is asked for is known to be there, and how much it is.
  std::string ids;
  std::size_t total = 0;
  for (const Blob& blob : *blobs) {
    if (!blob.size) return missing(blob.path, revision);
    total += std::min(*blob.size, kMaxAddonBytes + 1);
    if (total > kMaxAddonBytes) return too_large(place);
    ids += blob.id + '\n';
  }
  auto contents = repository->ask({"cat-file", "--batch"}, total + blobs->size() * kMaxHeadBytes,
                                  std::move(ids));
  if (!contents) return contents.error();

  AddonFiles addon{.name = place.name, .files = {}};
  std::string_view rest = contents->text;
  for (const Blob& blob : *blobs) {
    std::optional<std::string> content = next_content(rest);
    if (!content) return missing(blob.path, revision);
    addon.files.emplace(
        place.is_package ? place.name + "/" + blob.path.substr(prefix.size()) : place.name + ".py",
        std::move(*content));
  }
  const char* entry = place.is_package ? "/__init__.py" : ".py";
  if (!addon.files.contains(place.name + entry))
    return Error{
        fmt::format("--since: in revision {} there is no {}; expected one that has it", revision,
                    (place.is_package ? place.path / "__init__.py" : place.path).string())};
  return addon;
}

}  // namespace afresh
