// What the engine asks of an agent: a flat list of operations, whether for a trial, a reference or
// a control. The agent only executes; which operations make a reference is the engine's knowledge.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "harness/values/case.hpp"

namespace afresh {

/// Write or delete files below the add-on folder; every file written and every directory whose
/// listing changes gets the modification time `second` (of the logical clock).
struct WriteFilesOp {
  std::vector<FileChange> changes;
  std::int64_t second = 0;
};
struct TouchOp {
  std::string path;
  std::int64_t second = 0;
};
/// Import library modules in this order (the library twin).
struct ImportOp {
  std::vector<std::string> modules;
};
/// Write the bytecode of all Python files, in a process of its own.
struct PrecompileOp {};
struct EnableOp {
  std::string addon;
};
/// By the strategy.
struct ReloadOp {
  std::string addon;
};
/// By the strategy, or by the host where it has no result.
struct DisableOp {
  std::string addon;
};
/// By the host, whatever the strategy says, after which the add-on's own modules count as taken
/// away (the add-on control).
struct HostDisableOp {
  std::string addon;
};
struct PythonOp {
  std::string code;
  int line = 0;
};
struct ExpectOp {
  std::string expression;
  int line = 0;
};
struct SetOp {
  std::string name;
  std::string literal;
};
struct TurnOp {};
/// The host's document becomes what these bytes say, as `Host::save_document` wrote them (the
/// reference of *user-data*).
struct LoadDocumentOp {
  std::string bytes;
};
/// Collect until nothing more goes, and tell which old modules, classes and functions live on. The
/// only operation in which the agent itself collects.
struct LeakCheckOp {
  /// At the end of a trial: also let go of what the case holds, empty the interpreter's caches, and
  /// say who holds what is left. Otherwise (after a cycle of a `repeat`) only count.
  bool is_final = false;
};

using OpAction =
    std::variant<WriteFilesOp, TouchOp, ImportOp, PrecompileOp, EnableOp, ReloadOp, DisableOp,
                 HostDisableOp, PythonOp, ExpectOp, SetOp, TurnOp, LoadDocumentOp, LeakCheckOp>;

struct Op {
  OpAction action;
  std::int32_t step = -1;  ///< index of the unrolled step it comes from; -1: none
  bool snapshot = false;   ///< take a snapshot afterwards
  /// Note the user's document just before: what *user-data* is measured by.
  bool save_document = false;
};

/// A strategy as the agent gets it.
struct StrategySource {
  std::string name;    ///< as in tables: `purge-dotted`
  std::string source;  ///< Python text; empty: one of those compiled in, already loaded
  std::string file;    ///< for tracebacks
  /// What a message calls it.
  [[nodiscard]] const std::string& place() const { return file.empty() ? name : file; }
};

struct Script {
  std::vector<std::string> addons;  ///< all add-ons of the case
  HostKind host{};
  TakenNames taken_names{};
  bool automatic_gc = false;
  StrategySource strategy;
  std::vector<Op> ops;
};

}  // namespace afresh
