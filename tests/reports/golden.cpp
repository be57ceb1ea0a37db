// SPDX-License-Identifier: MIT
#include "tests/reports/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace afresh::sample {
namespace {

std::string golden_path(const std::string& name) {
  return std::string(AFRESH_GOLDEN_DIR) + "/" + name;
}

}  // namespace

std::string golden(const std::string& name) {
  std::ifstream file(golden_path(name), std::ios::binary);
  if (!file) throw std::runtime_error("tests/reports/golden/" + name + " cannot be read");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void expect_golden(const std::string& text, const std::string& name) {
  SCOPED_TRACE(name);
  if (std::getenv("AFRESH_UPDATE_GOLDEN") == nullptr) {
    EXPECT_EQ(text, golden(name));
    return;
  }
  std::ofstream file(golden_path(name), std::ios::binary);
  EXPECT_TRUE(file << text);
}

}  // namespace afresh::sample
