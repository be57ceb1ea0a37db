// SPDX-License-Identifier: MIT
#include "harness/python/frames.hpp"

namespace afresh::py {

namespace {

/// Borrowed: it lives as long as the process.
PyObject* launching_frame = nullptr;

/// Empty for the one that only launched us, and for none.
Ref unless_launching(Ref frame) {
  if (frame.get() == launching_frame || frame.get() == Py_None) return {};
  return frame;
}

Ref innermost_frame() {
  return unless_launching(borrow(reinterpret_cast<PyObject*>(PyEval_GetFrame())));
}

Ref outer_frame(const Ref& frame) { return unless_launching(attribute(frame.get(), "f_back")); }

std::string frame_file(const Ref& frame) {
  Ref code = own(
      reinterpret_cast<PyObject*>(PyFrame_GetCode(reinterpret_cast<PyFrameObject*>(frame.get()))));
  return to_string(attribute(code.get(), "co_filename").get());
}

std::string frame_line(const Ref& frame, const std::string& file) {
  auto* raw = reinterpret_cast<PyFrameObject*>(frame.get());
  return file + ":" + std::to_string(PyFrame_GetLineNumber(raw));
}

std::string globals_module(PyObject* globals) {
  if (globals == nullptr || !PyDict_Check(globals)) return {};
  PyObject* name = PyDict_GetItemString(globals, "__name__");
  return name != nullptr && PyUnicode_Check(name) ? to_string(name) : std::string();
}

}  // namespace

void ignore_launching_frame() { launching_frame = reinterpret_cast<PyObject*>(PyEval_GetFrame()); }

Frame calling_frame_outside(std::string_view files) {
  Ref frame = innermost_frame();
  if (!frame) return {};
  // Mostly it is the innermost one, whose globals need not be looked up.
  std::string file = frame_file(frame);
  if (!file.starts_with(files))
    return {.line = frame_line(frame, file), .module = globals_module(PyEval_GetGlobals())};
  for (frame = outer_frame(frame); frame; frame = outer_frame(frame)) {
    file = frame_file(frame);
    if (file.starts_with(files)) continue;
    return {.line = frame_line(frame, file),
            .module = globals_module(attribute(frame.get(), "f_globals").get())};
  }
  return {};
}

std::vector<std::string> calling_lines(std::size_t most) {
  std::vector<std::string> lines;
  for (Ref frame = innermost_frame(); frame && lines.size() < most; frame = outer_frame(frame)) {
    lines.push_back(frame_line(frame, frame_file(frame)));
  }
  return lines;
}

}  // namespace afresh::py
