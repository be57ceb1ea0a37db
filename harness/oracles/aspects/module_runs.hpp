// The modules that a checkpoint is concerned with, each with the source that it ran last, and which
// of them ran again after which: what both oracles of order ask, before they look at values.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/aspects/checkpoint_view.hpp"
#include "harness/oracles/attribution/sources.hpp"

namespace afresh {

struct RunModule {
  std::string name;  ///< key in `sys.modules`
  std::string file;
  const std::vector<BindingFact>* source = nullptr;  ///< as it ran last; null where not known
  bool is_unread = false;                            ///< nothing could read that source
};

/// Borrows the view.
class ModuleRuns {
 public:
  explicit ModuleRuns(const CheckpointView& view);

  [[nodiscard]] const std::vector<RunModule>& all() const { return all_; }
  /// The file of an add-on's module, or null where there is none of that name.
  [[nodiscard]] const std::string* module_file(const std::string& module) const;
  /// Whether `copied` ran again after `copying` had begun, and in a fresh start does not.
  [[nodiscard]] bool is_newer(std::string_view copied, std::string_view copying) const;

 private:
  ExecutionHistory history_;
  ExecutionHistory reference_history_;
  ModuleFiles files_;
  std::vector<RunModule> all_;
};

}  // namespace afresh
