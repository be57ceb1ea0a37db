// Which modules belong to which add-on: by name, by file, by being the same object, or by having
// taken an owned key's place. Read passively from `sys.modules`.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::agent {

enum class OwnedBy { kName, kFile, kIdentity };

struct OwnedModule {
  std::string key;   ///< in `sys.modules`
  PyObject* module;  ///< borrowed; any object
  int addon;         ///< index into the session's add-ons
  OwnedBy by;
};

class Ownership {
 public:
  /// `folder` is the directory that holds the add-ons.
  Ownership(std::vector<std::string> addons, std::string folder);

  [[nodiscard]] const std::vector<std::string>& addons() const { return addons_; }
  /// The owned entries of `sys.modules` as it is now, in its order. Names met here stay owned for
  /// the rest of the session, so that objects of a purged vendored module are still recognised.
  [[nodiscard]] std::vector<OwnedModule> owned_modules();
  /// The add-on that a module of this name belongs to, or -1.
  [[nodiscard]] int owner_of(std::string_view module_name) const;
  /// The add-on in whose directory this path lies, or -1.
  [[nodiscard]] int owner_of_path(std::string_view path) const;
  /// `demo/sub.py` for a path in an add-on's directory, the path itself otherwise.
  [[nodiscard]] std::string shown_path(std::string_view path) const;

 private:
  [[nodiscard]] int owner_by_name(std::string_view name) const;
  [[nodiscard]] int owner_by_file(PyObject* module) const;

  std::vector<std::string> addons_;
  std::vector<std::string> paths_;  ///< of the add-ons, below the folder
  std::string folder_;
  std::map<std::string, int, std::less<>> remembered_;
};

}  // namespace afresh::agent
