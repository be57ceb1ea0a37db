// All that one trial was judged by, in one value and as one text, so that it can be judged again
// where there is neither Python nor add-on: for bug reports, and to see what another oracle says.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/aspects/judge.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Value of the key `schema`. A key that changes its meaning or goes away raises the number.
inline constexpr const char* kEvidenceSchema = "afresh-evidence/2";

/// Whose trial it was.
struct TrialId {
  std::string case_name;
  std::string strategy;
  std::string host;
};

/// Evidence as it was read: owns what `input` borrows. Not to be copied or moved apart from it.
struct Evidence {
  TrialId of;
  JudgeInput input;

  std::deque<Snapshot> snapshots;
  std::deque<OpResult> results;
  std::deque<SourceFacts> facts;
  std::vector<LedgerEntry> ledger;
  std::deque<std::vector<BodyRun>> body_runs;
  SourcesByOp sources;
};

/// As JSON, a snapshot that several checkpoints point to once. What is no UTF-8 travels as base64.
[[nodiscard]] std::string write_evidence(const TrialId& of, const JudgeInput& input);

/// Into `evidence`, which is empty before. The error names `origin` and what was expected where;
/// after it `evidence` is of no use.
[[nodiscard]] std::optional<Error> read_evidence(std::string_view text, const std::string& origin,
                                                 Evidence& evidence);

}  // namespace afresh
