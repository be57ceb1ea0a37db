// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/report.hpp"

#include <cstdio>

#include "harness/python/ref.hpp"

namespace afresh::bpy {

void report_error(const std::string& message) {
  print_line("Error: " + message);
  py::raise(PyExc_RuntimeError, "Error: " + message + "\n");
}

void print_line(const std::string& line) {
  std::fputs((line + "\n").c_str(), stdout);
  std::fflush(stdout);
}

}  // namespace afresh::bpy
