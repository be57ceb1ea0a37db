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

struct Record;
using RecordRef = std::shared_ptr<Record>;
using RecordList = std::vector<RecordRef>;

/// An instance of a built-in struct: a data-block, a window, a list of add-ons.
struct Record {
  std::shared_ptr<StructType> type;
  std::string path;  ///< `bpy.data.scenes['Scene']`; empty where Blender has none
  bool is_removed = false;
  bool is_part = false;  ///< goes with the struct that leads to it
  /// What Python set by item or through properties that add-ons defined.
  std::shared_ptr<Group> custom = std::make_shared<Group>();
  /// Values of built-in properties, by name; unset ones are at their default.
  std::shared_ptr<Group> built_in = std::make_shared<Group>();
  std::map<std::string, RecordRef, std::less<>> links;
  std::map<std::string, RecordList, std::less<>> lists;

  [[nodiscard]] std::string name() const;
};

/// Value of a key map item that no struct has: the add-on that made it.
inline constexpr const char* kItemOwner = "_owner";

class Database {
 public:
  explicit Database(const Types& types);

  /// A struct that is no data-block.
  [[nodiscard]] RecordRef make(std::string_view struct_identifier) const;
  /// A data-block in `collection` (`objects`), under this name or one made different by a number,
  /// as `Cube.001`; sorted by name as Blender does.
  RecordRef add(const std::string& collection, std::string_view struct_identifier,
                const std::string& name);
  void remove(const RecordRef& record);
  /// Gives it this name, made different by a number where another of its kind has it.
  void rename(const RecordRef& record, const std::string& name);

  /// Reads the factory's start-up file: all data-blocks are new; those there were are marked as
  /// removed. Preferences and key configurations stay.
  void read_factory_document();
  /// Marks all data-blocks as removed and forgets them: a new document comes.
  void clear();
  /// Makes the window of a document with one scene, and what the context shows of it.
  void open_window(const RecordRef& scene);

  [[nodiscard]] const RecordRef& data() const { return data_; }
  [[nodiscard]] const RecordRef& context() const { return context_; }
  /// Removes the key map items that an add-on made.
  void remove_keys_of(const std::string& addon);
  /// Where add-ons put their keys.
  [[nodiscard]] const RecordRef& addon_key_configuration() const { return key_configurations_[1]; }
  [[nodiscard]] const RecordRef& preferences() const { return preferences_; }

 private:
  RecordRef place(const RecordRef& owner, const std::string& link, std::string_view type,
                  std::string path);
  const Types& types_;
  RecordRef data_;
  RecordRef context_;
  RecordRef preferences_;
  RecordList key_configurations_;
};

}  // namespace afresh::bpy
