// Whose the entries are of registries that keep no owner: what is new after an add-on's code ran is
// that add-on's.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::blender {

struct Recorded;

/// One entry as it was read.
struct Entry {
  py::Ref object;
  std::string label;
  std::string owner = {};            ///< as noted when it was registered, or empty
  std::uintptr_t identity = 0;       ///< the same for as long as it is the same entry
  const Recorded* record = nullptr;  ///< of what was noted; as long as nothing else is
};

struct Registry {
  std::string name;
  bool is_ordered = false;
  bool is_document = false;
  std::vector<Entry> entries = {};
};

class Owners {
 public:
  /// What was not there at the last look belongs to this add-on, but for what `is_nobodys`; an
  /// empty name: to nobody known.
  void look(
      const std::vector<Registry>& registries, const std::string& addon,
      const std::function<bool(const Entry&)>& is_nobodys = [](const Entry&) { return false; });
  /// Empty where it is not known.
  [[nodiscard]] std::string owner_of(const Registry& registry, const Entry& entry) const;

 private:
  using Key = std::pair<std::string, std::uintptr_t>;
  static Key key_of(const Registry& registry, const Entry& entry);
  std::map<Key, std::string> known_;
};

}  // namespace afresh::blender
