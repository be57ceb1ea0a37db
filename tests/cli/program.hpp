// Runs the built program as a user does: arguments, environment and folder in; status, output and
// files out. Knows nothing of how it works.
// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace afresh::testing {

using Json = nlohmann::json;

struct ProgramResult {
  int status = -1;  ///< exit status; 128 and above: signal
  std::string out;
  std::string err;
};

/// A folder of its own for each test, in which the program runs; removed at the end.
class Program : public ::testing::Test {
 protected:
  Program();
  ~Program() override;

  /// Run `afresh ARGUMENTS` in the folder. The environment is PATH, a locale of UTF-8, a folder for
  /// what is kept, no Blender of this machine, and `environment`, which goes before them.
  ProgramResult run(const std::vector<std::string>& arguments,
                    const std::map<std::string, std::string>& environment = {});
  /// Run another program, by its path, in the same way.
  ProgramResult run_other(const std::string& program, const std::vector<std::string>& arguments);
  /// The same as `run` with a terminal for its output, which is all that is returned.
  std::string run_on_terminal(const std::vector<std::string>& arguments,
                              const std::map<std::string, std::string>& environment);
  /// Run `afresh compare ARGUMENTS --json report.json`, which must succeed; the whole report.
  Json compare_report(std::vector<std::string> arguments,
                      const std::map<std::string, std::string>& environment = {});
  /// Its `records`.
  Json compare_records(std::vector<std::string> arguments,
                       const std::map<std::string, std::string>& environment = {});

  /// A file in the folder; returns its name as given.
  std::string write(const std::string& name, std::string_view content);
  [[nodiscard]] std::string read(const std::string& name) const;
  /// Names in the folder but for what `run` itself writes there, sorted.
  [[nodiscard]] std::vector<std::string> files() const;

  std::filesystem::path folder_;

 private:
  ProgramResult run_program(const std::string& program, const std::vector<std::string>& arguments,
                            const std::map<std::string, std::string>& environment);
  /// In a child: become the program.
  [[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment) const;

  std::filesystem::path outputs_;
};

/// Whether this machine lets a process have a network of its own, as `--no-network` needs.
[[nodiscard]] bool may_close_the_network();

/// A strategy of the shipped ones, as its source file.
[[nodiscard]] std::string shipped_source(const std::string& file);

}  // namespace afresh::testing
