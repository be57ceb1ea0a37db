// SPDX-License-Identifier: MIT
#include "tests/reports/golden.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace afresh::sample {

std::string golden(const std::string& name) {
  std::ifstream file(std::string(AFRESH_GOLDEN_DIR) + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("tests/reports/golden/" + name + " cannot be read");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace afresh::sample
