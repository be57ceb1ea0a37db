// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/worker/script.hpp"

namespace afresh::cli {

int run_exec(const ExecOptions& options) {
  try {
    return worker::run_script({.host = parse_word<HostKind>(options.host).value(),
                               .file = options.script,
                               .arguments = options.arguments});
  } catch (const std::runtime_error& error) {
    print_error({error.what()});
    return kExitUsage;
  }
}

}  // namespace afresh::cli
