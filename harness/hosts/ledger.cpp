// SPDX-License-Identifier: MIT
#include "harness/hosts/ledger.hpp"

#include <fmt/format.h>

#include "harness/hosts/names.hpp"
#include "harness/python/frames.hpp"

namespace afresh::hosts {
namespace {

constexpr const char* kOurFiles = "<afresh>/";  ///< Python parts of hosts
}  // namespace

Origin Ledger::origin() const {
  py::Frame frame = py::calling_frame_outside(kOurFiles);
  return {.owner = current_owner_.empty() ? addon_of_module(frame.module) : current_owner_,
          .where = std::move(frame.line)};
}

void Ledger::note(const std::string& probe, const std::string& name, const Origin& origin) {
  entries_.push_back({.probe = probe, .name = name, .owner = origin.owner, .where = origin.where});
}

void Ledger::note_removed(const std::string& probe, const std::string& name) {
  const Origin from = origin();
  entries_.push_back(
      {.probe = probe, .is_removal = true, .name = name, .owner = from.owner, .where = from.where});
}

CurrentOwner::CurrentOwner(Ledger& ledger, std::string addon)
    : ledger_(ledger), outer_(std::exchange(ledger.current_owner_, std::move(addon))) {}

CurrentOwner::~CurrentOwner() { ledger_.current_owner_ = std::move(outer_); }

std::string raised_at(const py::PythonError& error) {
  py::Ref trace = py::steal(PyException_GetTraceback(error.exception().get()));
  if (!trace) return {};
  for (py::Ref next = py::attribute(trace.get(), "tb_next"); next.get() != Py_None;
       next = py::attribute(trace.get(), "tb_next")) {
    trace = next;
  }
  py::Ref frame = py::attribute(trace.get(), "tb_frame");
  py::Ref file = py::attribute(py::attribute(frame.get(), "f_code").get(), "co_filename");
  py::Ref line = py::attribute(trace.get(), "tb_lineno");
  return fmt::format("{}:{}", py::to_string(file.get()), PyLong_AsLong(line.get()));
}

}  // namespace afresh::hosts
