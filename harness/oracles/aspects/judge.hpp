// From what one trial and its references looked like to verdicts and findings. The whole of the
// oracles behind one pure function: no Python, no I/O, nothing thrown for whatever was observed.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "harness/oracles/aspects/judge_input.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

struct Judgement {
  std::map<Aspect, Verdict> verdicts;  ///< an aspect that was not judged is absent
  std::vector<Finding> findings;       ///< by checkpoint, then aspect, then precedence
  int masked = 0;                      ///< most places that any checkpoint's mask has
  int opaque = 0;                      ///< most objects not looked into, of any trial's snapshot
  int nodes = 0;                       ///< of the largest reference
};

[[nodiscard]] Judgement judge(const JudgeInput& input);

}  // namespace afresh
