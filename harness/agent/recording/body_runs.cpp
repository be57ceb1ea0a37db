// SPDX-License-Identifier: MIT
#include "harness/agent/recording/body_runs.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

// The limited API does not declare it, but every CPython since 3.8 exports it with this signature
// (PEP 578). `sys.addaudithook` would do too, at the price of a Python call for each event.
extern "C" int PySys_AddAuditHook(int (*hook)(const char*, PyObject*, void*), void* data);

namespace afresh::agent {
namespace {

/// CPython calls the hook until the process ends, whatever is gone by then.
BodyRuns* listener = nullptr;

int on_audit_event(const char* event, PyObject* arguments, void*) {
  if (listener == nullptr || std::string_view(event) != "exec") return 0;
  try {
    if (arguments != nullptr && PyTuple_Size(arguments) > 0)
      listener->note(PyTuple_GetItem(arguments, 0));
  } catch (const std::exception&) {
    // An observer has no say in what it sees: without memory this run goes unnoted.
  }
  return 0;
}

}  // namespace

void install_execution_hook() { py::check(PySys_AddAuditHook(&on_audit_event, nullptr)); }

BodyRuns::BodyRuns(const py::PassiveReader& passive, const Ownership& ownership)
    : passive_(passive), ownership_(ownership) {
  if (listener != nullptr) throw std::logic_error("two ledgers of executions in one process");
  listener = this;
}

BodyRuns::~BodyRuns() { listener = nullptr; }

std::vector<BodyRun> BodyRuns::take() { return std::exchange(untaken_, {}); }

void BodyRuns::note(PyObject* code) {
  std::string file = file_of_body(code);
  if (file.empty()) return;
  untaken_.push_back({.file = std::move(file), .within = innermost_run(), .op = op_});
  codes_.push_back(code);
}

/// The add-on's file that this is the body of, or empty.
std::string BodyRuns::file_of_body(PyObject* code) const {
  if (!passive_.is_code(code)) return {};
  py::Ref path = passive_.code_member(code, py::CodeMember::kFile);
  if (!path || !PyUnicode_CheckExact(path.get())) return {};
  std::string file = py::to_string(path.get());
  if (ownership_.owner_of_path(file) < 0) return {};
  py::Ref name = passive_.code_member(code, py::CodeMember::kName);
  bool is_body = name && PyUnicode_CompareWithASCIIString(name.get(), "<module>") == 0;
  return is_body ? ownership_.shown_path(file) : std::string();
}

std::int32_t BodyRuns::innermost_run() const {
  py::Ref frame = py::borrow(reinterpret_cast<PyObject*>(PyEval_GetFrame()));
  while (frame && frame.get() != Py_None) {
    py::Ref code = py::steal(reinterpret_cast<PyObject*>(
        PyFrame_GetCode(reinterpret_cast<PyFrameObject*>(frame.get()))));
    auto run = std::find(codes_.rbegin(), codes_.rend(), code.get());
    // A function may lie where a body that is gone lay.
    if (run != codes_.rend() && !file_of_body(code.get()).empty())
      return static_cast<std::int32_t>(codes_.rend() - run) - 1;
    frame = py::steal(PyObject_GetAttrString(frame.get(), "f_back"));
    if (!frame) PyErr_Clear();
  }
  return -1;
}

}  // namespace afresh::agent
