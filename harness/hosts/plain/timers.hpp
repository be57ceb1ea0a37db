// Functions that the event loop calls once a turn. Identity decides which one is meant, as in
// applications that keep the object they were given.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::plain {

struct Timer {
  py::Ref function;
  std::string owner;
};

class Timers {
 public:
  void add(Timer timer) { entries_.push_back(std::move(timer)); }
  /// ValueError when this very object is no timer. Takes the first of several, and gives it back.
  [[nodiscard]] py::Ref remove(PyObject* function);
  /// Calls each that was there when the turn began, in order. When all ran, the first exception
  /// is thrown.
  void turn() const;

  [[nodiscard]] const std::vector<Timer>& entries() const { return entries_; }

 private:
  std::vector<Timer> entries_;
};

}  // namespace afresh::plain
