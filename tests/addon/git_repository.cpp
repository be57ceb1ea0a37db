// SPDX-License-Identifier: MIT
#include "tests/addon/git_repository.hpp"

#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "harness/addon/git_revision.hpp"

namespace afresh::testing {

ProgramOutput run(const std::string& program, std::vector<std::string> arguments,
                  std::string input) {
  ProgramCall call{.program = program_on_path(program).value(),
                   .arguments = std::move(arguments),
                   .environment = {},
                   .input = std::move(input),
                   .max_output_bytes = std::size_t{4} << 20,
                   .patience = {.deadline = std::chrono::minutes(1)}};
  for (char** variable = environ; *variable != nullptr; ++variable)
    call.environment.emplace_back(*variable);
  return run_program(call);
}

std::string GitRepository::git(std::vector<std::string> words) const {
  std::vector<std::string> all{"-C", folder.path()};
  for (const char* setting : {"user.name=x", "user.email=x@y", "commit.gpgsign=false",
                              "init.defaultBranch=main", "safe.directory=*"})
    all.insert(all.end(), {"-c", setting});
  all.insert(all.end(), words.begin(), words.end());
  ProgramOutput output = run("git", std::move(all));
  if (!output.has_succeeded()) throw std::runtime_error("git " + words.front());
  return output.text.substr(0, output.text.find_last_not_of('\n') + 1);
}

void GitRepository::commit(const std::string& tag) const {
  git({"add", "-A"});
  git({"commit", "-q", "-m", tag});
  git({"tag", tag});
}

Result<AddonFiles> GitRepository::at(const std::string& path, const std::string& revision,
                                     const Patience& patience) const {
  auto place = find_addon(folder.path(path), "");
  if (!place) return place.error();
  return read_addon_at(*place, revision, patience);
}

void GitRepository::lose(const std::string& path) const {
  const std::string id = git({"rev-parse", "HEAD:" + path});
  std::filesystem::remove(folder.path(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2)));
}

}  // namespace afresh::testing
