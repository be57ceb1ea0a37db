// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/timers.hpp"

#include <algorithm>
#include <optional>

namespace afresh::plain {

py::Ref Timers::remove(PyObject* function) {
  auto found = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Timer& each) { return each.function.get() == function; });
  if (found == entries_.end()) {
    py::raise(PyExc_ValueError, "remove_timer(): this function is no timer");
  }
  py::Ref removed = std::move(found->function);
  entries_.erase(found);
  return removed;
}

void Timers::turn() const {
  const std::vector<Timer> due = entries_;
  std::optional<py::PythonError> first;
  for (const Timer& timer : due) {
    try {
      py::own(PyObject_CallNoArgs(timer.function.get()));
    } catch (const py::PythonError& error) {
      if (!first) first = error;
    }
  }
  if (first) throw *first;
}

}  // namespace afresh::plain
