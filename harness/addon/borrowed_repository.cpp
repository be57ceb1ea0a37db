// What a git directory consists of: gitrepository-layout(5). How settings are written:
// git-config(1). SPDX-License-Identifier: MIT
#include "harness/addon/borrowed_repository.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace afresh {

/// A repository's parts: the two are one but for a work tree that was added to another's.
struct BorrowedRepository::Folders {
  fs::path top;
  fs::path own;     ///< HEAD and its log
  fs::path common;  ///< all the rest
  std::string head;
};

namespace {

constexpr std::size_t kMaxSettingsBytes = std::size_t{4} << 20;

/// Of a small file that is none but a regular one, the first line; whatever else it is, nothing.
std::optional<std::string> first_line(const fs::path& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return {};
  std::array<char, 8192> text{};
  struct stat kind {};
  const bool is_file = fstat(fd, &kind) == 0 && S_ISREG(kind.st_mode);
  const ssize_t size = is_file ? read(fd, text.data(), text.size()) : -1;
  close(fd);
  if (size < 0) return {};
  const std::string_view all(text.data(), static_cast<std::size_t>(size));
  return std::string(all.substr(0, all.find('\n')));
}

/// What HEAD says, in the form of a file; older repositories have a link instead.
std::string read_head(const fs::path& own) {
  std::error_code error;
  const fs::path target = fs::read_symlink(own / "HEAD", error);
  if (!error && target.string().starts_with("refs/")) return "ref: " + target.string();
  const std::string line = first_line(own / "HEAD").value_or("");
  const bool is_commit =
      line.size() >= 40 && line.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_commit || line.starts_with("ref: refs/") ? line : "";
}

/// The git directory that a folder has, or nothing.
fs::path git_folder_in(const fs::path& folder) {
  const fs::path git = folder / ".git";
  std::error_code error;
  if (fs::is_directory(git, error)) return git;
  constexpr std::string_view kElsewhere = "gitdir: ";
  const std::string line = first_line(git).value_or("");
  return line.starts_with(kElsewhere) ? folder / line.substr(kElsewhere.size()) : fs::path();
}

void borrow(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(from, error))) fs::create_symlink(fs::absolute(from), to);
}

void write_line(const fs::path& path, const std::string& line) {
  std::ofstream out(path, std::ios::binary);
  out << line << '\n';
  out.close();
  if (!out) throw std::system_error(errno, std::generic_category(), path.string());
}

std::string in_quotes(std::string_view value) {
  std::string text;
  for (char letter : value) {
    if (letter == '\n') {
      text += "\\n";
      continue;
    }
    if (letter == '"' || letter == '\\') text += '\\';
    text += letter;
  }
  return '"' + text + '"';
}

/// `branch.NAME.KEY` with its value as a file of settings has it.
std::string setting(const std::string& key, const std::string& value) {
  const std::size_t first = key.find('.');
  const std::size_t last = key.rfind('.');
  return fmt::format("[{} {}]\n{} = {}\n", key.substr(0, first),
                     in_quotes(std::string_view(key).substr(first + 1, last - first - 1)),
                     key.substr(last + 1), in_quotes(value));
}

/// `KEY LF VALUE NUL …`, the last value of each key last.
std::multimap<std::string, std::string> parse_settings(std::string_view output) {
  std::multimap<std::string, std::string> settings;
  while (!output.empty()) {
    const std::string_view entry = output.substr(0, output.find('\0'));
    output.remove_prefix(std::min(entry.size() + 1, output.size()));
    const std::size_t line = std::min(entry.find('\n'), entry.size());
    settings.emplace(entry.substr(0, line), entry.substr(std::min(line + 1, entry.size())));
  }
  return settings;
}

std::string last_setting(const std::multimap<std::string, std::string>& settings,
                         const std::string& key) {
  auto [first, end] = settings.equal_range(key);
  return first == end ? "" : std::prev(end)->second;
}

/// Whether what it says has no part in how objects and references are read.
bool is_of_no_account(std::string_view extension) {
  constexpr std::array<std::string_view, 7> kExtensions{
      "noop",           "noop-v1",           "partialclone",      "preciousobjects",
      "worktreeconfig", "relativeworktrees", "compatobjectformat"};
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

std::string absolute_path_variable() {
  std::string path = "PATH=/usr/bin:/bin";
  for (const std::string& folder : absolute_path_folders()) path += ":" + folder;
  return path;
}

}  // namespace

BorrowedRepository::Folders BorrowedRepository::folders_around(fs::path folder) {
  while (true) {
    Folders folders{.top = folder, .own = git_folder_in(folder), .common = {}, .head = {}};
    if (!folders.own.empty()) {
      folders.common = folders.own;
      if (auto common = first_line(folders.own / "commondir"))
        folders.common = folders.own / *common;
      folders.head = read_head(folders.own);
      std::error_code error;
      const bool is_whole = !folders.head.empty() &&
                            fs::is_directory(folders.common / "objects", error) &&
                            fs::is_directory(folders.common / "refs", error);
      if (is_whole) return folders;
    }
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
}

Result<BorrowedRepository> BorrowedRepository::around(const fs::path& folder,
                                                      const Patience& patience) {
  auto git = program_on_path("git");
  if (!git) return Error{"--since asks git, which is not installed; expected it on PATH"};
  std::error_code error;
  const Folders folders = folders_around(fs::canonical(folder, error));
  if (folders.own.empty())
    return Error{fmt::format("--since: {} is in no git repository; expected --edit with a folder",
                             folder.string())};
  BorrowedRepository repository(*git, folders, patience);
  if (auto problem = repository.take_over_settings(folders.common)) return *problem;
  return repository;
}

BorrowedRepository::BorrowedRepository(std::string git, const Folders& folders,
                                       const Patience& patience)
    : git_(std::move(git)), patience_(patience), top_(folders.top) {
  std::string name = fs::temp_directory_path() / "afresh.git.XXXXXX";
  if (mkdtemp(name.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), name);
  own_ = name;
  write_line(own_ / "HEAD", folders.head);
  write_line(own_ / "config", "[core]\nbare = true");
  for (const char* part : {"objects", "refs", "packed-refs", "shallow"})
    borrow(folders.common / part, own_ / part);
  for (const char* part : {"ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD"})
    borrow(folders.own / part, own_ / part);
  fs::create_directory(own_ / "logs");
  borrow(folders.own / "logs" / "HEAD", own_ / "logs" / "HEAD");
  borrow(folders.common / "logs" / "refs", own_ / "logs" / "refs");
}

BorrowedRepository::BorrowedRepository(BorrowedRepository&& other) noexcept
    : git_(std::move(other.git_)),
      patience_(other.patience_),
      top_(std::move(other.top_)),
      own_(std::exchange(other.own_, {})) {}

BorrowedRepository::~BorrowedRepository() {
  if (own_.empty()) return;
  std::error_code ignored;
  fs::remove_all(own_, ignored);
}

/// Only what says how objects are named, and what `main@{upstream}` means: none of these can be a
/// program or an address.
std::optional<Error> BorrowedRepository::take_over_settings(const fs::path& common) const {
  auto output = ask({"config", "--file", fs::absolute(common / "config").string(), "--no-includes",
                     "--null", "--get-regexp",
                     R"(^(core\.repositoryformatversion|extensions\..*|)"
                     R"(branch\..*\.(remote|merge)|remote\..*\.fetch)$)"},
                    kMaxSettingsBytes);
  if (!output) return output.error();
  const auto settings = parse_settings(output->has_succeeded() ? output->text : "");
  std::string text = "[core]\nbare = true\n";
  const std::string format = last_setting(settings, "extensions.objectformat");
  if (!format.empty())
    text += "repositoryformatversion = 1\n[extensions]\nobjectformat = " + in_quotes(format) + "\n";
  const bool has_extensions = last_setting(settings, "core.repositoryformatversion") == "1";
  constexpr std::string_view kExtensions = "extensions.";
  for (const auto& [key, value] : settings) {
    if (key.starts_with("branch.") || key.starts_with("remote.")) text += setting(key, value);
    if (!has_extensions || !key.starts_with(kExtensions)) continue;
    const std::string name = key.substr(kExtensions.size());
    const bool is_known = is_of_no_account(name) || name == "objectformat" ||
                          (name == "refstorage" && value == "files");
    if (!is_known)
      return Error{
          fmt::format("--since: {} is kept in another way than is read here ({} = {}); "
                      "expected --edit with a folder",
                      top_.string(), key, value)};
  }
  write_line(own_ / "config", text);
  return {};
}

Result<ProgramOutput> BorrowedRepository::ask(std::vector<std::string> words,
                                              std::size_t max_output_bytes,
                                              std::string input) const {
  ProgramCall call{
      .program = git_,
      .arguments = {"--no-pager", "--literal-pathspecs", "--git-dir=" + own_.string()},
      .environment = {absolute_path_variable(), "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
                      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_NO_LAZY_FETCH=1",
                      "GIT_ALLOW_PROTOCOL=", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"},
      .input = std::move(input),
      .max_output_bytes = max_output_bytes,
      .patience = patience_};
  // `main@{yesterday}` is a matter of where one lives.
  if (const char* zone = std::getenv("TZ")) call.environment.push_back(std::string("TZ=") + zone);
  std::ranges::move(words, std::back_inserter(call.arguments));
  ProgramOutput output = run_program(call);
  switch (output.ending) {
    case ProgramOutput::Ending::kExit: return output;
    case ProgramOutput::Ending::kSignal:
      return Error{fmt::format("--since: git broke at {}; expected a repository that it can read",
                               top_.string())};
    case ProgramOutput::Ending::kDeadline:
      return Error{
          fmt::format("--since: git did not answer about {} within {} s; expected a "
                      "repository that can be read",
                      top_.string(), std::chrono::duration<double>(patience_.deadline).count())};
    case ProgramOutput::Ending::kTooMuch:
      return Error{
          fmt::format("--since: git has too much to say of {}; expected an add-on of a "
                      "usual size",
                      top_.string())};
    case ProgramOutput::Ending::kStopped: return Error{"--since: stopped while git was asked"};
  }
  return output;
}

}  // namespace afresh
