// Runs the tests, or is a worker of one: the worker pools of these tests start this executable.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "harness/worker/worker.hpp"

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
