// The few words that a coordinator and a worker say over their socket. Everything large travels
// in the shared mapping.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/observation.hpp"

namespace afresh::worker {

/// Serve the request that is in the mapping.
struct Command {
  std::int64_t deadline_ms = 0;
};
/// How the process that served it ended.
struct Reply {
  Ending ending{};
  std::int32_t status = 0;  ///< exit status or signal, or one of values/limits.hpp
  double milliseconds = 0;
};

/// What of the system a worker has to itself. Where one is not allowed, the next is tried.
enum class Sandbox : std::uint8_t {
  kProcesses,  ///< processes, IPC, devices and disk; what lies outside can only be read
  kDisk,       ///< a disk; what lies outside can only be read, where the kernel is able to say so
  kFolder,     ///< nothing but a folder among those of others
};

/// Another CPython than the embedded one, for trials to run in.
struct Interpreter {
  std::string program;          ///< its executable
  std::string path;             ///< folders to import from there too, with ':' between them
  bool is_application = false;  ///< no `python` but a program that embeds one: `blender`

  friend bool operator==(const Interpreter&, const Interpreter&) = default;
};

/// How a worker is to be.
struct WorkerOptions {
  enum class Tier : std::uint8_t { kFork, kSpawn };
  Tier tier = Tier::kFork;
  std::uint32_t hash_seed = 0;
  bool is_aged = false;
  std::string folder;  ///< the scratch where no private mount is allowed: not there yet
  Sandbox sandbox = Sandbox::kProcesses;  ///< the first to try
  std::int32_t first_pid = 0;    ///< of every trial, where processes have numbers of their own
  bool without_network = false;  ///< only a loopback of its own; where not allowed, no worker
  HostKind host = HostKind::kPlain;
  std::string path;  ///< folders to import from besides CPython's own, with ':' between them
  std::string program = {};     ///< the interpreter to run in; empty: the embedded one
  bool is_application = false;  ///< that program is no Python but embeds one: `blender`

  friend bool operator==(const WorkerOptions&, const WorkerOptions&) = default;
};

/// The options as words `key=value`, one for each, in a fixed order.
[[nodiscard]] std::vector<std::string> encode_options(const WorkerOptions& options);
/// The same back, in any order. `std::invalid_argument`, one sentence with the word, for a key that
/// is missing, unknown or there twice, and for a value that it cannot have.
[[nodiscard]] WorkerOptions decode_options(std::span<const char* const> words);

/// The arguments that start a worker or a spawned trial (`role`) of the embedded interpreter, its
/// own name included.
[[nodiscard]] std::vector<std::string> arguments_for(const char* role,
                                                     const WorkerOptions& options);

/// Above every `first_pid` and all that a trial may start, where the kernel can be told.
inline constexpr std::int32_t kHighestPid = 1536;

/// Where every trial finds its disk, in a mount namespace of the worker's own.
inline constexpr const char* kPrivateScratch = "/tmp/afresh";

/// File descriptors that a worker process inherits at fixed numbers.
inline constexpr int kSocketDescriptor = 3;
inline constexpr int kMappingDescriptor = 4;

/// The hidden first argument that makes `afresh` a worker, or the process of one spawned trial.
inline constexpr const char* kWorkerRole = "--afresh-worker";
inline constexpr const char* kTrialRole = "--afresh-trial";

}  // namespace afresh::worker
