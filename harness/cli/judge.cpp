// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/evidence/evidence.hpp"
#include "reports/colour.hpp"
#include "reports/replay.hpp"

namespace afresh::cli {

int run_judge(const JudgeOptions& options) {
  const std::string& path = options.evidence;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return print_error({path + ": cannot be read; expected evidence as 'afresh replay --record' "
                               "writes it"}),
           kExitUsage;
  }
  Evidence evidence;
  if (auto error = read_evidence(text.str(), path, evidence))
    return print_error(*error), kExitUsage;
  // From here on no Python runs, and no add-on is needed.
  Judgement judgement = judge(evidence.input);
  write_record(std::cout,
               {.case_name = evidence.of.case_name,
                .strategy = evidence.of.strategy,
                .host = evidence.of.host,
                .verdicts = std::move(judgement.verdicts),
                .findings = std::move(judgement.findings)},
               wants_colour(STDOUT_FILENO));
  return kExitSuccess;
}

}  // namespace afresh::cli
