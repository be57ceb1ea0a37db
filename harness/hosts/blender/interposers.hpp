// Functions of Blender's that register what it cannot list: ours forward to the real ones, keep the
// list that a snapshot reads, and note who called from where. They are C functions: no Python code
// of ours runs.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/hosts/blender/runtime.hpp"

namespace afresh::blender {

/// Lifetime: within that of the runtime, whose lists they keep. Withdrawn when it ends.
class Interposers {
 public:
  /// Before any add-on is imported.
  explicit Interposers(Runtime& runtime);
  ~Interposers();
  Interposers(const Interposers&) = delete;
  Interposers& operator=(const Interposers&) = delete;

 private:
  struct Row;
  static std::vector<Row>& rows();
  void put(PyObject* place, Row& row, const std::string& place_name);
  void put_on_spaces();
  void put_everywhere(PyObject* original, PyObject* ours, const char* name);

  struct Replaced {
    py::Ref place;
    std::string name;
    py::Ref original;
  };
  Runtime& runtime_;
  py::Ref capsule_;
  std::vector<Replaced> replaced_;
};

}  // namespace afresh::blender
