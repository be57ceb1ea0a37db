// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/owners.hpp"

#include <functional>

namespace afresh::blender {

Owners::Key Owners::key_of(const Registry& registry, const Entry& entry) {
  // A label is part of it: one function may be registered under two names.
  const std::uintptr_t label = std::hash<std::string>{}(entry.label);
  return {registry.name, entry.identity ^ (entry.label.empty() ? 0 : label)};
}

void Owners::look(const std::vector<Registry>& registries, const std::string& addon,
                  const std::function<bool(const Entry&)>& is_nobodys) {
  // What is gone is forgotten, since its address may be another thing's later.
  std::map<Key, std::string> now;
  for (const Registry& registry : registries) {
    if (registry.is_document) continue;
    for (const Entry& entry : registry.entries) {
      Key key = key_of(registry, entry);
      const auto before = known_.find(key);
      const bool is_new = before == known_.end();
      std::string owner = !is_new ? before->second : is_nobodys(entry) ? std::string() : addon;
      now.emplace(std::move(key), std::move(owner));
    }
  }
  known_ = std::move(now);
}

std::string Owners::owner_of(const Registry& registry, const Entry& entry) const {
  if (!entry.owner.empty()) return entry.owner;
  const auto found = known_.find(key_of(registry, entry));
  return found == known_.end() ? std::string() : found->second;
}

}  // namespace afresh::blender
