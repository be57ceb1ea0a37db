// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/document/values.hpp"

#include <algorithm>

namespace afresh::bpy {
namespace {

auto find_entry(Group& group, std::string_view name) {
  return std::find_if(group.entries.begin(), group.entries.end(),
                      [&](const auto& each) { return each.first == name; });
}

}  // namespace

Stored* Group::find(std::string_view name) {
  const auto found = find_entry(*this, name);
  return found == entries.end() ? nullptr : &found->second;
}

void Group::set(std::string_view name, Stored value) {
  if (Stored* present = find(name)) {
    *present = std::move(value);
  } else {
    entries.emplace_back(name, std::move(value));
  }
}

bool Group::erase(std::string_view name) {
  const auto found = find_entry(*this, name);
  if (found == entries.end()) return false;
  entries.erase(found);
  return true;
}

std::shared_ptr<Group> deep_copy(const Group& group) {
  auto copy = std::make_shared<Group>();
  for (const auto& [name, value] : group.entries) {
    if (const auto* inner = std::get_if<std::shared_ptr<Group>>(&value)) {
      copy->entries.emplace_back(name, deep_copy(**inner));
    } else if (const auto* list = std::get_if<std::shared_ptr<GroupList>>(&value)) {
      auto items = std::make_shared<GroupList>();
      for (const auto& item : **list) items->push_back(deep_copy(*item));
      copy->entries.emplace_back(name, std::move(items));
    } else {
      copy->entries.emplace_back(name, value);
    }
  }
  return copy;
}

}  // namespace afresh::bpy
