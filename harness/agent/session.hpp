// One script, executed: operations in order, each followed by its result, the host's new ledger
// entries and, where asked for, a snapshot. Lives in a child process that ends with it.
// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "harness/agent/agent.hpp"
#include "harness/agent/facts/fingerprint.hpp"
#include "harness/agent/layout.hpp"
#include "harness/agent/ownership/loads.hpp"
#include "harness/agent/ownership/ownership.hpp"
#include "harness/agent/probes/snapshot_context.hpp"
#include "harness/agent/recording/body_runs.hpp"
#include "harness/agent/strategy_host.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/script.hpp"
#include "harness/wire/mapping.hpp"

namespace afresh::agent {

class Session {
 public:
  /// Loads and installs the strategy. Throws like `Agent::strategy`.
  Session(Agent& agent, wire::Mapping& mapping, Script script);

  /// Execute from operation `first` on and commit `Finished`.
  void run(std::uint32_t first = 0);
  /// Continue in a new process what another one handed over.
  void resume(const wire::Handover& handover);

 private:
  Host& host() { return agent_.host(); }
  const std::vector<std::string>& addons() const { return script_.addons; }
  /// End this process so that a successor continues: `host.restart()`. Returns only by throwing,
  /// when called outside a reload or disable.
  [[noreturn]] void hand_over(bool keeps_disk, bool keeps_document);
  OpResult capture_result(const std::function<void()>& action);
  void perform(const OpAction& action);
  void observe(std::uint32_t index, OpResult result);
  void commit_body_runs();
  void reload(const std::string& addon);
  void disable(const std::string& addon);
  void check_leaks(const LeakCheckOp& op);
  /// What was registered where it cannot be listed, with the line of the add-on that did it.
  void commit_interpositions(std::uint32_t index);
  [[nodiscard]] SnapshotContext context();
  void tag_new_objects();
  [[nodiscard]] int find_addon_index(const std::string& addon) const;
  void precompile();
  void run_python(const std::string& code, int line);
  void expect(const std::string& expression);
  void set_value(const std::string& name, const std::string& literal);
  /// Binds each add-on's current module in the case's namespace while it lives: the namespace must
  /// not hold a load alive only because it was asked about.
  class BoundAddons;
  py::Ref addon_object(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> wanted_after_restart() const;

  Agent& agent_;
  wire::Mapping& mapping_;
  int process_ = getpid();  ///< the trial's own
  Script script_;
  Layout layout_;
  Ownership ownership_;
  BodyRuns body_runs_;
  Loads loads_;
  Fingerprints fingerprints_;
  py::Ref refused_;  ///< the exception class behind `host.refuse`
  StrategyRequests requests_;
  py::Ref strategy_;
  py::Ref strategy_host_;
  py::Ref namespace_;  ///< of `python` and `expect` steps; no root of any snapshot
  std::uint32_t current_op_ = 0;
  std::int64_t second_ = 0;
  std::size_t ledger_sent_ = 0;
  std::size_t interpositions_sent_;  ///< those of the baseline are nobody's
  std::vector<std::string> first_enabled_;
};

}  // namespace afresh::agent
