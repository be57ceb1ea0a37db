// SPDX-License-Identifier: MIT
#include "harness/python/frames.hpp"

namespace afresh::py {

std::vector<std::string> calling_lines(std::size_t most) {
  std::vector<std::string> lines;
  Ref frame = borrow(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
  while (frame && frame.get() != Py_None && lines.size() < most) {
    auto* raw = reinterpret_cast<PyFrameObject*>(frame.get());
    Ref code = own(reinterpret_cast<PyObject*>(PyFrame_GetCode(raw)));
    Ref file = attribute(code.get(), "co_filename");
    lines.push_back(to_string(file.get()) + ":" + std::to_string(PyFrame_GetLineNumber(raw)));
    frame = attribute(frame.get(), "f_back");
  }
  return lines;
}

}  // namespace afresh::py
