// The class registry: which classes are registered, in order, and by whom. It decides about taken
// names; what a class must be to be registered is asked by its callers.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"
#include "harness/values/case.hpp"

namespace afresh::plain {

/// Names are taken within a kind: an operator and a panel may share one.
enum class HostClassKind { kOperator, kPanel, kPropertyGroup };

struct RegisteredClass {
  py::Ref cls;
  HostClassKind kind{};
  std::string name;
  std::string owner;
};

class ClassRegistry {
 public:
  /// By identity.
  [[nodiscard]] const RegisteredClass* find(PyObject* cls) const;
  /// The class registered last under this name, of whatever kind; or nothing.
  [[nodiscard]] const RegisteredClass* find_last(const std::string& name) const;

  /// Adds at the end. A taken name is a ValueError where names are strict; else the old operator
  /// or panel is dropped, and property groups live side by side. ValueError when this very class
  /// is registered. Gives back the class that was pushed out, for the caller to let go of.
  [[nodiscard]] py::Ref add(RegisteredClass entry, TakenNames taken_names);
  /// ValueError when this class (not merely its name) is not registered. Gives it back.
  [[nodiscard]] py::Ref remove(PyObject* cls, const std::string& name);

  [[nodiscard]] const std::vector<RegisteredClass>& entries() const { return entries_; }

 private:
  [[nodiscard]] py::Ref take(std::size_t index);
  std::vector<RegisteredClass> entries_;
};

}  // namespace afresh::plain
