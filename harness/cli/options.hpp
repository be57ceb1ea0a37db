// What the command line says, as plain values.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/engine/worker_pool.hpp"
#include "harness/installations/installation.hpp"

namespace afresh::cli {

/// Exit statuses, the same for every command.
inline constexpr int kExitSuccess = 0;
/// One that was stated, that a baseline has, or that `--fail-on` asks for.
inline constexpr int kExitVerdict = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitHarnessError = 3;

/// What `compare` and `replay` have in common.
struct RunOptions {
  std::vector<std::string> strategies;  ///< names or files; empty: all that ship
  std::uint64_t seed = 1;
  int jobs = 0;  ///< 0: one for each processor
  engine::StartMethod isolation = engine::StartMethod::kFork;
  double deadline_s = 10;
  std::vector<std::string> path;  ///< folders that trials can import from too
  bool without_network = false;
  std::map<HostKind, Installation> installations;  ///< of the real Blenders that are asked for
};

struct CheckOptions {
  RunOptions run;
  std::string addon;                 ///< a folder or a `.py` file
  std::optional<std::string> host;   ///< nothing: the one whose modules it imports
  std::string name;                  ///< that it is imported by; empty: what it is called on disk
  std::optional<std::string> edit;   ///< a second version on disk
  std::optional<std::string> since;  ///< `REVISION` or `REVISION..REVISION`
  std::optional<std::string> json;
  std::optional<std::string> html;
  std::optional<std::string> cases;  ///< a folder for the cases that were run
  std::string format = "text";
  std::optional<std::string> baseline;  ///< what an earlier run wrote as JSON
  std::optional<std::string> only;      ///< `leftovers`: no way of reloading is tried
  bool has_matrix = false;
  bool is_verbose = false;
};

struct CompareOptions {
  RunOptions run;
  std::vector<std::string> cases;  ///< files, globs or names of scenarios; empty: all scenarios
  std::vector<std::string> hosts;  ///< in which cases are run; empty: those that are embedded
  int generated = 0;
  std::string json = "afresh-report.json";
  std::optional<std::string> html;
  std::optional<std::string> markdown;
  std::optional<std::string> junit;
  std::optional<std::string> baseline;  ///< a report, of which no verdict may get worse
  std::vector<std::string> fail_on;     ///< lists of words with commas between them
  bool all = false;                     ///< every row, however many lines it takes
  bool verbose = false;                 ///< the witnesses too
};

struct WhyOptions {
  std::string strategy;               ///< of the report; empty: the whole answer once more
  std::string aspect;                 ///< empty: all of them
  std::optional<std::string> report;  ///< a report as JSON; nothing: that of the last comparison
};

struct DiffOptions {
  std::string before;  ///< a report as JSON
  std::string after;   ///< likewise
};

struct RenderOptions {
  std::optional<std::string> report;  ///< as JSON; nothing: that of the last comparison
  std::optional<std::string> html;
  std::optional<std::string> markdown;
  std::optional<std::string> junit;
};

struct ReplayOptions {
  RunOptions run;
  std::string case_argument;          ///< a file or the name of a scenario; empty with `generated`
  std::string generated;              ///< `SEED:INDEX`
  std::optional<std::string> record;  ///< where the evidence goes; of one strategy
  std::optional<std::string> host;    ///< nothing: the one that the case is written for
};

struct UnpackOptions {
  std::string case_argument;  ///< a file or the name of a scenario; empty with `generated`
  std::string generated;      ///< `SEED:INDEX`
  std::optional<std::string> strategy;  ///< a name or file; nothing: one that the case says fails
  std::optional<std::string> to;        ///< a folder that is not there; nothing: named for both
};

struct ExecOptions {
  std::string host = "bpy";
  std::string script;                  ///< a Python file
  std::vector<std::string> arguments;  ///< its own
};

struct HostsOptions {
  std::string requirement;  ///< to be added: `bpy==5.0.*`
  std::string name;         ///< to be removed: `blender-5.0`
};

struct JudgeOptions {
  std::string evidence;  ///< a file
};

struct NewOptions {
  std::string name;  ///< of the file, with or without its ending
};

struct CompletionOptions {
  std::string shell;  ///< bash, zsh or fish
};

struct ExplainOptions {
  std::string word;  ///< of the vocabulary; empty: list all
};

}  // namespace afresh::cli
