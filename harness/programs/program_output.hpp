// Another program, run within limits, for what it prints or for what it does, with nothing of the
// user's environment but what it is given. SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace afresh {

/// How long somebody waits for other programs.
struct Patience {
  std::chrono::milliseconds deadline{30'000};  ///< of each
  int stop = -1;  ///< a descriptor that is readable once nothing more is to be waited for
};

struct ProgramCall {
  std::string program;                   ///< a path
  std::vector<std::string> arguments;    ///< without its name
  std::vector<std::string> environment;  ///< `NAME=VALUE`; there is nothing else in it
  std::string input;                     ///< on its standard input
  std::size_t max_output_bytes = 0;
  bool keeps_errors = false;  ///< what it says on standard error is a part of the text too
  int shown_on = -1;          ///< a descriptor that gets all that it prints; there is no text then
  /// Of private memory; 0 for no limit. Files that are only mapped, as git maps its packs, do not
  /// count.
  std::size_t max_memory_bytes = std::size_t{1} << 30;
  Patience patience;
};

struct ProgramOutput {
  enum class Ending : std::uint8_t { kExit, kSignal, kDeadline, kTooMuch, kStopped };
  Ending ending = Ending::kExit;
  int status = 0;  ///< of its exit
  std::string text;

  [[nodiscard]] bool has_succeeded() const { return ending == Ending::kExit && status == 0; }
};

/// The folders of PATH, but for those that depend on where one stands: in the folder of an add-on
/// may lie anything of any name.
[[nodiscard]] std::vector<std::string> absolute_path_folders();

/// The program of that name in one of these folders; nothing where there is none.
[[nodiscard]] std::optional<std::string> program_on_path(const std::string& name);

/// Run it in a process group of its own, of which nothing is left when this returns. What it says
/// on standard error is dropped where nobody asked for it. One that prints too much, takes too
/// long, or is waited for no more, is killed. Throws `std::system_error` where no process can be
/// had.
[[nodiscard]] ProgramOutput run_program(const ProgramCall& call);

}  // namespace afresh
