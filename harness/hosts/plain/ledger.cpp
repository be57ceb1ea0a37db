// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/ledger.hpp"

#include <fmt/format.h>

#include "harness/hosts/plain/names.hpp"

namespace afresh::plain {
namespace {

std::string calling_line() {
  PyFrameObject* frame = PyEval_GetFrame();
  if (frame == nullptr) return {};
  py::Ref code = py::own(reinterpret_cast<PyObject*>(PyFrame_GetCode(frame)));
  py::Ref file = py::attribute(code.get(), "co_filename");
  return fmt::format("{}:{}", py::to_string(file.get()), PyFrame_GetLineNumber(frame));
}

std::string calling_addon() {
  PyObject* globals = PyEval_GetGlobals();
  if (globals == nullptr) return {};
  PyObject* name = PyDict_GetItemString(globals, "__name__");
  if (name == nullptr || !PyUnicode_Check(name)) return {};
  return first_part(py::to_string(name));
}

}  // namespace

Origin Ledger::origin() const {
  return {.owner = current_owner_.empty() ? calling_addon() : current_owner_,
          .where = calling_line()};
}

void Ledger::note(const std::string& probe, const std::string& what, const Origin& origin) {
  entries_.push_back({.probe = probe, .what = what, .owner = origin.owner, .where = origin.where});
}

void Ledger::note_removed(const std::string& probe, const std::string& what) {
  note(probe + " removed", what, origin());
}

CurrentOwner::CurrentOwner(Ledger& ledger, std::string addon)
    : ledger_(ledger), outer_(std::exchange(ledger.current_owner_, std::move(addon))) {}

CurrentOwner::~CurrentOwner() { ledger_.current_owner_ = std::move(outer_); }

}  // namespace afresh::plain
