// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/document.hpp"

namespace afresh::plain {

py::Ref Document::get(const std::string& path, HostPropertyKind kind) const {
  auto found = values_.find(path);
  if (found == values_.end() || found->second.kind != kind) return {};
  return found->second.atom;
}

void Document::set(const std::string& path, HostPropertyKind kind, py::Ref atom) {
  values_.insert_or_assign(path, DocumentValue{kind, std::move(atom)});
}

void Document::erase_items(const std::string& path) {
  const std::string prefix = path + "[";
  std::erase_if(values_, [&](const auto& each) { return each.first.starts_with(prefix); });
}

}  // namespace afresh::plain
