// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/exec_in_blender.hpp"
#include "harness/cli/run.hpp"
#include "harness/worker/script.hpp"

namespace afresh::cli {

int run_exec(const ExecOptions& options) {
  auto asked = resolve_host(options.host);
  if (!asked) return print_error(asked.error()), kExitUsage;
  const HostKind host = asked->hosts.front();
  if (is_real_blender(host)) {
    auto status = exec_in_blender(asked->installations.at(host), options.script, options.arguments);
    if (!status) return print_error(status.error()), kExitUsage;
    return *status;
  }
  try {
    return worker::run_script(
        {.host = host, .file = options.script, .arguments = options.arguments});
  } catch (const std::runtime_error& error) {
    print_error({error.what()});
    return kExitUsage;
  }
}

}  // namespace afresh::cli
