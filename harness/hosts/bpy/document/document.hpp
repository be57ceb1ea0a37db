// The document as bytes: what Blender's file keeps of a user's work that add-ons can see. Window
// manager, screens and workspaces are not in it: they are made anew, as is everything else that the
// file does not know.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/hosts/bpy/document/database.hpp"

namespace afresh::bpy {

enum class Preferences { kApart, kIncluded };

/// JSON, the same for the same document. The values of add-ons' preferences, which Blender keeps in
/// a file of their own, only where they are asked for.
[[nodiscard]] std::string save_document(const Database& database, Preferences preferences);
/// Takes the place of the document that is open. `std::runtime_error` for anything that
/// `save_document` did not write; the open document then stays.
void load_document(Database& database, std::string_view bytes);

}  // namespace afresh::bpy
