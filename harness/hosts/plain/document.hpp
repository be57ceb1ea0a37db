// The user's document: atoms by dotted path (`scene.settings.count`), with the kind of the property
// they were set through. It knows no definitions, so that values outlive them.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "harness/hosts/plain/property.hpp"

namespace afresh::plain {

struct DocumentValue {
  HostPropertyKind kind{};
  py::Ref atom;  ///< exact builtin; of a collection: its length
};

class Document {
 public:
  /// Empty when unset, or set through a property of another kind.
  [[nodiscard]] py::Ref get(const std::string& path, HostPropertyKind kind) const;
  void set(const std::string& path, HostPropertyKind kind, py::Ref atom);
  /// Forgets the items of a collection (`PATH[0].x`) but not the value at the path itself.
  void erase_items(const std::string& path);

  [[nodiscard]] const std::map<std::string, DocumentValue>& values() const { return values_; }

 private:
  std::map<std::string, DocumentValue> values_;
};

/// One line for each value: kind, path and value, separated by tabs, in ASCII.
[[nodiscard]] std::string render_document(const Document& document);
/// Reads what `render_document` wrote. `std::runtime_error` with the line for anything else.
[[nodiscard]] Document parse_document(std::string_view bytes);

}  // namespace afresh::plain
