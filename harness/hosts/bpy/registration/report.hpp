// What Blender tells its user: printed, and raised where it is an error.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace afresh::bpy {

/// Prints `Error: …` and raises RuntimeError with the same text and a line end, as Blender does.
[[noreturn]] void report_error(const std::string& message);
/// A line on standard output, past Python's own `sys.stdout`.
void print_line(const std::string& line);

}  // namespace afresh::bpy
