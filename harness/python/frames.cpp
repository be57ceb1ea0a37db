// SPDX-License-Identifier: MIT
#include "harness/python/frames.hpp"

namespace afresh::py {

namespace {

Ref innermost_frame() {
  return borrow(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
}

std::string file_of(const Ref& frame) {
  Ref code = own(reinterpret_cast<PyObject*>(
      PyFrame_GetCode(reinterpret_cast<PyFrameObject*>(frame.get()))));
  return to_string(attribute(code.get(), "co_filename").get());
}

std::string line_of(const Ref& frame, const std::string& file) {
  auto* raw = reinterpret_cast<PyFrameObject*>(frame.get());
  return file + ":" + std::to_string(PyFrame_GetLineNumber(raw));
}

std::string module_of(const Ref& frame) {
  Ref globals = attribute(frame.get(), "f_globals");
  if (!PyDict_Check(globals.get())) return {};
  PyObject* name = PyDict_GetItemString(globals.get(), "__name__");
  return name != nullptr && PyUnicode_Check(name) ? to_string(name) : std::string();
}

}  // namespace

Frame calling_frame_outside(std::string_view files) {
  for (Ref frame = innermost_frame(); frame && frame.get() != Py_None;
       frame = attribute(frame.get(), "f_back")) {
    const std::string file = file_of(frame);
    if (!file.starts_with(files)) return {.line = line_of(frame, file), .module = module_of(frame)};
  }
  return {};
}

std::vector<std::string> calling_lines(std::size_t most) {
  std::vector<std::string> lines;
  for (Ref frame = innermost_frame(); frame && frame.get() != Py_None && lines.size() < most;
       frame = attribute(frame.get(), "f_back")) {
    lines.push_back(line_of(frame, file_of(frame)));
  }
  return lines;
}

}  // namespace afresh::py
