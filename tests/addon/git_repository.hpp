// A git repository on disk for one test. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/addon/addon_files.hpp"
#include "harness/programs/program_output.hpp"
#include "harness/values/result.hpp"
#include "tests/addon/folder.hpp"

namespace afresh::testing {

/// Made with git as its users do, but for their own settings.
class GitRepository {
 public:
  /// Run git in the folder; throws where it fails.
  std::string git(std::vector<std::string> words) const;
  /// Commit all that is there and tag it.
  void commit(const std::string& tag) const;
  /// The add-on at a path of the folder.
  [[nodiscard]] Result<AddonFiles> at(const std::string& path, const std::string& revision,
                                      const Patience& patience = {}) const;
  /// Take the object of a file of the last commit away, as a clone without its files has none.
  void lose(const std::string& path) const;

  Folder folder;
};

/// What the program prints, with the environment of this process and a minute of patience.
[[nodiscard]] ProgramOutput run(const std::string& program, std::vector<std::string> arguments,
                                std::string input = {});

}  // namespace afresh::testing
