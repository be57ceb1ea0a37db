// SPDX-License-Identifier: MIT
#include "harness/agent/failure.hpp"

#include <fmt/format.h>

namespace afresh::agent {
namespace {

std::string text_attribute(PyObject* object, const char* name) {
  py::Ref value = py::steal(PyObject_GetAttrString(object, name));
  PyErr_Clear();
  return value && PyUnicode_Check(value.get()) ? py::to_string(value.get()) : std::string();
}

long number_attribute(PyObject* object, const char* name) {
  py::Ref value = py::steal(PyObject_GetAttrString(object, name));
  PyErr_Clear();
  return value && PyLong_Check(value.get()) ? PyLong_AsLong(value.get()) : 0;
}

// The innermost frame that runs code of an add-on.
std::string find_addon_line(PyObject* exception, const Ownership& ownership) {
  std::string place;
  if (PyErr_GivenExceptionMatches(exception, PyExc_SyntaxError) != 0) {
    std::string file = text_attribute(exception, "filename");
    if (ownership.owner_of_path(file) >= 0) {
      return fmt::format("{}:{}", ownership.shown_path(file),
                         number_attribute(exception, "lineno"));
    }
  }
  py::Ref trace = py::steal(PyException_GetTraceback(exception));
  while (trace && trace.get() != Py_None) {
    py::Ref frame = py::attribute(trace.get(), "tb_frame");
    py::Ref code = py::attribute(frame.get(), "f_code");
    std::string file = text_attribute(code.get(), "co_filename");
    if (ownership.owner_of_path(file) >= 0) {
      place = fmt::format("{}:{}", ownership.shown_path(file),
                          number_attribute(trace.get(), "tb_lineno"));
    }
    trace = py::attribute(trace.get(), "tb_next");
  }
  return place;
}

}  // namespace

OpResult describe_failure(const py::PythonError& error, const Ownership& ownership) {
  return {.outcome = OpOutcome::kRaised,
          .type = error.type(),
          .message = error.message(),
          .traceback = error.traceback(),
          .where = find_addon_line(error.exception().get(), ownership)};
}

}  // namespace afresh::agent
