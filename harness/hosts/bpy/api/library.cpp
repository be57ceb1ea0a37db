// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/api/library.hpp"

#include <algorithm>
#include <vector>

#include "harness/hosts/bpy/embedded/bpy_library.hpp"
#include "harness/hosts/bpy/embedded/bpy_schemas.hpp"

namespace afresh::bpy {
namespace {

LibraryModule as_module(const EmbeddedFile& file) {
  constexpr std::string_view kPackage = "/__init__.py";
  const bool is_package = file.path.ends_with(kPackage);
  const std::string_view ending = is_package ? kPackage : ".py";
  std::string name(file.path.substr(0, file.path.size() - ending.size()));
  std::ranges::replace(name, '/', '.');
  return {.name = std::move(name),
          .file = file.path,
          .text = file.text,
          .code = file.code,
          .is_package = is_package};
}

}  // namespace

std::span<const LibraryModule> library() {
  static const std::vector<LibraryModule> kAll = [] {
    std::vector<LibraryModule> all;
    std::ranges::transform(embedded::bpy_library::files, std::back_inserter(all), as_module);
    return all;
  }();
  return kAll;
}

std::string_view schema() { return embedded::bpy_schemas::blender_3_4_txt.text; }
std::string_view operator_schema() { return embedded::bpy_schemas::operators_3_4_txt.text; }

}  // namespace afresh::bpy
