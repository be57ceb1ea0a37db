// The document: data-blocks by kind, and the application's own structs that hang on them (window
// manager, preferences). Begins as Blender does from its factory settings.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "harness/hosts/bpy/document/values.hpp"
#include "harness/hosts/bpy/rna/rna.hpp"
#include "harness/hosts/bpy/rna/types.hpp"

namespace afresh::bpy {

struct StructInstance;
using StructRef = std::shared_ptr<StructInstance>;
using StructList = std::vector<StructRef>;

/// An instance of a built-in struct: a data-block, a window, a list of add-ons.
struct StructInstance {
  std::shared_ptr<StructType> type;
  std::string path;  ///< `bpy.data.scenes['Scene']`; empty where Blender has none
  bool is_removed = false;
  bool is_part = false;  ///< goes with the struct that leads to it
  /// What Python set by item or through properties that add-ons defined.
  std::shared_ptr<Group> custom = std::make_shared<Group>();
  /// Values of built-in properties, by name; unset ones are at their default.
  std::shared_ptr<Group> built_in = std::make_shared<Group>();
  std::map<std::string, StructRef, std::less<>> links;
  std::map<std::string, StructList, std::less<>> lists;

  [[nodiscard]] std::string name() const;
};

/// Value of a key map item that no struct has: the add-on that made it.
inline constexpr const char* kItemOwner = "_owner";

class Database {
 public:
  explicit Database(const Types& types);

  /// A struct that is no data-block.
  [[nodiscard]] StructRef make(std::string_view struct_identifier) const;
  /// A data-block in `collection` (`objects`), under this name or one made different by a number,
  /// as `Cube.001`; sorted by name as Blender does.
  StructRef add(const std::string& collection, std::string_view struct_identifier,
                const std::string& name);
  void remove(const StructRef& record);
  /// Gives it this name, made different by a number where another of its kind has it.
  void rename(const StructRef& record, const std::string& name);

  /// Reads the factory's start-up file: all data-blocks are new; those there were are marked as
  /// removed. Preferences and key configurations stay.
  void read_factory_document();
  /// Marks all data-blocks as removed and forgets them: a new document comes.
  void clear();
  /// Makes the window of a document with one scene, and what the context shows of it.
  void open_window(const StructRef& scene);

  [[nodiscard]] const StructRef& data() const { return data_; }
  [[nodiscard]] const StructRef& context() const { return context_; }
  /// Removes the key map items that an add-on made.
  void remove_addon_keys(const std::string& addon);
  /// Where add-ons put their keys.
  [[nodiscard]] const StructRef& addon_key_configuration() const { return key_configurations_[1]; }
  [[nodiscard]] const StructRef& preferences() const { return preferences_; }

 private:
  StructRef place(const StructRef& owner, const std::string& link, std::string_view type,
                  std::string path);
  const Types& types_;
  StructRef data_;
  StructRef context_;
  StructRef preferences_;
  StructList key_configurations_;
};

}  // namespace afresh::bpy
