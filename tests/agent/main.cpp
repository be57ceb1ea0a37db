// Runs the tests, or is a worker of one: worker pools start this executable. Tests that look at the
// agent from inside share one interpreter, started by the first of them.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "harness/worker/worker.hpp"
#include "tests/agent/in_process.hpp"

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  testing::InitGoogleTest(&argc, argv);
  afresh::testing::register_interpreter();
  return RUN_ALL_TESTS();
}
