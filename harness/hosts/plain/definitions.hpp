// Which properties the two data-blocks have, and who defined them. Values are not kept here: they
// stay in the document when a definition goes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"
#include "harness/values/case.hpp"

namespace afresh::plain {

enum class Block { kScene, kObject };

/// `Scene`, as the type is called.
[[nodiscard]] const char* name_of(Block block);

struct Definition {
  Block block{};
  std::string name;
  py::Ref property;
  std::string owner;

  /// `Scene.count`
  [[nodiscard]] std::string label() const { return std::string(name_of(block)) + "." + name; }
};

class Definitions {
 public:
  /// Empty when there is none.
  [[nodiscard]] py::Ref find(Block block, const std::string& name) const;
  /// A taken name is a ValueError where names are strict, else replaced in its place. Gives back
  /// the property that was replaced, for the caller to let go of.
  [[nodiscard]] py::Ref add(Definition definition, TakenNames taken_names);
  /// KeyError when there is none. Gives the property back.
  [[nodiscard]] py::Ref remove(Block block, const std::string& name);

  [[nodiscard]] const std::vector<Definition>& entries() const { return entries_; }

 private:
  [[nodiscard]] std::vector<Definition>::iterator at(Block block, const std::string& name);
  std::vector<Definition> entries_;
};

}  // namespace afresh::plain
