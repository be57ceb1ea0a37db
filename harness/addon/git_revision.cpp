// `git ls-tree -z` and `git cat-file --batch` as their manuals describe their output.
// SPDX-License-Identifier: MIT
#include "harness/addon/git_revision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "harness/addon/program_output.hpp"

namespace afresh {
namespace {

struct Blob {
  std::string id;
  std::string path;  ///< below the folder that was asked about
};

class Repository {
 public:
  explicit Repository(const AddonPlace& place)
      : folder_(place.is_package ? place.path : place.path.parent_path()) {}

  [[nodiscard]] std::optional<ProgramOutput> ask(std::vector<std::string> words,
                                                 const std::string& input = {}) const {
    // Whoever owns the repository: it is only read, and nothing of it is executed.
    std::vector<std::string> all{"git", "-c", "safe.directory=*", "-C", folder_.string()};
    all.insert(all.end(), std::make_move_iterator(words.begin()),
               std::make_move_iterator(words.end()));
    return output_of(std::move(all), input);
  }

 private:
  std::filesystem::path folder_;
};

/// Of `MODE SP TYPE SP ID TAB PATH NUL …` the regular files.
std::vector<Blob> blobs_of(std::string_view listing) {
  std::vector<Blob> blobs;
  while (!listing.empty()) {
    std::string_view entry = listing.substr(0, listing.find('\0'));
    listing.remove_prefix(std::min(entry.size() + 1, listing.size()));
    std::size_t tab = entry.find('\t');
    if (tab == std::string_view::npos || !entry.starts_with("100")) continue;
    std::size_t id = entry.rfind(' ', tab) + 1;
    blobs.push_back({std::string(entry.substr(id, tab - id)), std::string(entry.substr(tab + 1))});
  }
  return blobs;
}

bool is_of_the_addon(std::string_view path) {
  while (true) {
    std::string_view part = path.substr(0, path.find('/'));
    if (is_passed_over(part)) return false;
    if (part.size() == path.size()) return true;
    path.remove_prefix(part.size() + 1);
  }
}

/// The next of `ID SP TYPE SP SIZE LF CONTENT LF …`; nothing where the output is cut short.
std::optional<std::string> next_content(std::string_view& output) {
  std::size_t line = output.find('\n');
  if (line == std::string_view::npos) return {};
  std::string_view head = output.substr(0, line);
  std::string_view number = head.substr(head.rfind(' ') + 1);
  std::size_t size = 0;
  if (std::from_chars(number.begin(), number.end(), size).ec != std::errc()) return {};
  if (output.size() < line + 1 + size + 1) return {};
  std::string content(output.substr(line + 1, size));
  output.remove_prefix(line + 1 + size + 1);
  return content;
}

}  // namespace

Result<AddonFiles> read_addon_at(const AddonPlace& place, const std::string& revision) {
  Repository repository(place);
  auto top = repository.ask({"rev-parse", "--show-toplevel"});
  if (!top) return Error{"--since asks git, which is not installed; expected it on PATH"};
  if (top->status != 0)
    return Error{fmt::format("--since: {} is in no git repository; expected --edit with a folder",
                             place.path.string())};
  // A word that looks like an option is none.
  auto known = repository.ask(
      {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!known || known->status != 0)
    return Error{fmt::format("--since: no revision '{}' in {}; expected a commit, branch or tag",
                             revision, top->text.substr(0, top->text.find('\n')))};
  std::string commit = known->text.substr(known->text.rfind('\n', known->text.size() - 2) + 1);
  commit.resize(std::min(commit.find('\n'), commit.size()));

  std::string here = place.is_package ? "." : place.path.filename().string();
  auto listing = repository.ask({"ls-tree", "-r", "-z", commit, "--", here});
  std::vector<Blob> blobs = listing ? blobs_of(listing->text) : std::vector<Blob>{};
  std::erase_if(blobs, [](const Blob& blob) { return !is_of_the_addon(blob.path); });
  std::string ids;
  for (const Blob& blob : blobs) ids += blob.id + '\n';
  auto contents = repository.ask({"cat-file", "--batch"}, ids);

  AddonFiles addon{.name = place.name, .files = {}};
  std::string_view rest = contents ? std::string_view(contents->text) : std::string_view();
  std::size_t total = 0;
  for (const Blob& blob : blobs) {
    std::optional<std::string> content = next_content(rest);
    if (!content) return Error{"--since: git could not give " + blob.path + " of " + revision};
    total += content->size();
    if (total > kMaxAddonBytes) return too_large(place);
    addon.files.emplace(place.is_package ? place.name + "/" + blob.path : place.name + ".py",
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
