// SPDX-License-Identifier: MIT
#include "harness/hosts/ledger.hpp"

#include "harness/hosts/names.hpp"
#include "harness/python/frames.hpp"

namespace afresh::hosts {
namespace {

std::string calling_line() {
  std::vector<std::string> innermost = py::calling_lines(1);
  return innermost.empty() ? std::string() : innermost.front();
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

}  // namespace afresh::hosts
