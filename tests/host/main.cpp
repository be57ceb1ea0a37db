// Starts the one interpreter that all tests of the plain host run in; each makes its own host.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "harness/python/interpreter.hpp"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  afresh::py::Interpreter interpreter({.executable = AFRESH_TEST_PYTHON, .hash_seed = 1});
  return RUN_ALL_TESTS();
}
