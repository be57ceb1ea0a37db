// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/fresh.hpp"

#include "harness/oracles/aspects/load.hpp"

namespace afresh {

OracleResult judge_fresh(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (!view.is_loading() || checkpoint.reference_fails || checkpoint.is_repair) return {};
  return judge_load(view);
}

}  // namespace afresh
