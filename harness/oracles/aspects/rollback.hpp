// *rollback*: after an edit that cannot load, is the old version still there as it was?
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a reload whose reference fails to load, against the trial's own snapshot just
/// before it: the modules of the subject and its dependants and the host's registries. Only of a
/// strategy that is known to reload (the step raised, or some edit arrived): whoever does nothing
/// keeps everything.
[[nodiscard]] OracleResult judge_rollback(const CheckpointView& view);

/// `no-rollback` with all places that are not as before the step. Whether the mended edit then
/// loads is *recovery*'s question. Nothing where all is as before, or it cannot be compared.
[[nodiscard]] std::optional<Finding> no_rollback(const CheckpointView& view);

}  // namespace afresh
