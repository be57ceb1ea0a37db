// One executable, two roles: the coordinator that a user calls, and the workers that it starts.
// SPDX-License-Identifier: MIT
#include <exception>
#include <iostream>

#include "harness/cli/command_line.hpp"
#include "harness/worker/worker.hpp"

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  try {
    return afresh::cli::run_command_line(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "afresh: trouble in the harness itself: " << error.what() << '\n';
    return afresh::cli::kExitHarnessError;
  }
}
