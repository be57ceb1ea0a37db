// SPDX-License-Identifier: MIT
#include "tests/reports/python.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace afresh {

ScriptOutput ask_python(const std::string& script, const std::string& input) {
  // Tests of this folder run side by side.
  const auto file = std::filesystem::temp_directory_path() /
                    ("test_reports." + std::to_string(getpid()) + ".input");
  std::ofstream(file, std::ios::binary) << input;
  const std::string command =
      AFRESH_PYTHON " -I -B " AFRESH_HERE "/" + script + " < " + file.string();
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error(command + " cannot be run");
  ScriptOutput answer;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) answer.out += static_cast<char>(c);
  int status = pclose(pipe);
  std::filesystem::remove(file);
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

}  // namespace afresh
