// Starts the one interpreter that the tests run in. Blender lives in it until the process ends, by
// `_exit`: an ordinary end of a process that has Blender in it may crash or hang.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>

#include "harness/python/interpreter.hpp"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const afresh::py::Interpreter interpreter({.executable = AFRESH_TEST_PYTHON, .hash_seed = 1});
  const int status = RUN_ALL_TESTS();
  std::fflush(nullptr);
  _exit(status);
}
