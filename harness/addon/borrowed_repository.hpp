// A git repository that is read without trusting it. SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/programs/program_output.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// A git directory of our own that borrows objects, references and logs of the one above a folder,
/// as `git-new-workdir` of git's contrib folder does. git's own settings can name programs in many
/// places (`core.sshCommand`, `core.fsmonitor`, `filter.*`, hooks, `include.path`, a promisor's
/// remote …), and a newer git may know more of them. Here nothing of the repository's settings is
/// seen at all, so that it does not matter whose it is; those of the user and the system are not
/// either, and nothing is fetched.
class BorrowedRepository {
 public:
  /// Of the repository that the folder is in. An error where it is in none or there is no git.
  static Result<BorrowedRepository> around(const std::filesystem::path& folder,
                                           const Patience& patience);
  ~BorrowedRepository();
  BorrowedRepository(BorrowedRepository&& other) noexcept;
  BorrowedRepository& operator=(BorrowedRepository&&) = delete;

  /// The folder that `.git` lies in.
  [[nodiscard]] const std::filesystem::path& top() const { return top_; }

  /// Run a command of git that only reads. An error where it did not come to its end.
  [[nodiscard]] Result<ProgramOutput> ask(std::vector<std::string> words,
                                          std::size_t max_output_bytes,
                                          std::string input = {}) const;

 private:
  struct Folders;

  BorrowedRepository(std::string git, const Folders& folders, const Patience& patience);
  static Folders folders_around(std::filesystem::path folder);
  std::optional<Error> take_over_settings(const std::filesystem::path& common) const;

  std::string git_;
  Patience patience_;
  std::filesystem::path top_;
  std::filesystem::path own_;  ///< the git directory; empty once it is another's
};

}  // namespace afresh
