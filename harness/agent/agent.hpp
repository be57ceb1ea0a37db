// The agent: the only code of ours inside an interpreter. Made once in a zygote (or a new process);
// requests are served with it (serve.hpp). It executes and records; it judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "harness/hosts/host.hpp"
#include "harness/python/passive.hpp"
#include "harness/values/script.hpp"

namespace afresh::agent {

class Baseline;

/// Where a trial lives on disk. The folders exist.
struct ScratchFolders {
  std::filesystem::path addons;  ///< on `sys.path`
  std::filesystem::path home;
  std::filesystem::path temporary;
};

struct AgentOptions {
  ScratchFolders scratch;
  /// Perturb the heap and let the fixed aging add-on come and go first, as in the aged reference.
  bool is_aged = false;
  HostKind host = HostKind::kPlain;
  std::string path = {};  ///< folders for `sys.path`, with ':' between them
};

/// Lifetime: after the interpreter started, before it ends. Needs the GIL.
class Agent {
 public:
  explicit Agent(const AgentOptions& options);

  ~Agent();
  Agent(const Agent&) = delete;
  Agent& operator=(const Agent&) = delete;

  /// In a forked child, before a request is served.
  void after_fork();

  [[nodiscard]] const py::PassiveReader& passive() const { return passive_; }
  [[nodiscard]] const Baseline& baseline() const { return *baseline_; }
  [[nodiscard]] Host& host() { return *host_; }
  [[nodiscard]] const ScratchFolders& scratch() const { return scratch_; }
  /// The loaded module of a shipped strategy, or of this source. Throws `py::PythonError`, or
  /// `std::invalid_argument` with one sentence when it is no strategy.
  [[nodiscard]] py::Ref strategy(const StrategySource& source) const;

 private:
  ScratchFolders scratch_;
  py::PassiveReader passive_;
  std::unique_ptr<Host> host_;
  std::map<std::string, py::Ref> shipped_;
  std::unique_ptr<Baseline> baseline_;
};

}  // namespace afresh::agent
