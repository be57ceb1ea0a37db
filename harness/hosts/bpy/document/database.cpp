// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/document/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh::bpy {
namespace {

constexpr std::size_t kMaxNameBytes = 63;

void set_removed(const StructRef& record) {
  if (record->is_removed) return;
  record->is_removed = true;
  for (const auto& [name, linked] : record->links) {
    if (linked && linked->is_part) set_removed(linked);
  }
}

std::string data_path(const std::string& collection, const std::string& name) {
  return fmt::format("bpy.data.{}['{}']", collection, name);
}

std::string unique_name(const StructList& present, const StructRef& self, const std::string& name) {
  const auto is_taken = [&](const std::string& candidate) {
    return std::any_of(present.begin(), present.end(), [&](const StructRef& each) {
      return each != self && each->name() == candidate;
    });
  };
  std::string candidate = name.substr(0, kMaxNameBytes);
  for (int number = 1; is_taken(candidate); ++number) {
    candidate = fmt::format("{}.{:03}", name.substr(0, kMaxNameBytes - 4), number);
  }
  return candidate;
}

void sort_by_name(StructList& list) {
  std::stable_sort(list.begin(), list.end(), [](const StructRef& left, const StructRef& right) {
    return left->name() < right->name();
  });
}

}  // namespace

std::string StructInstance::name() const {
  const Stored* stored = built_in->find("name");
  const auto* text = stored == nullptr ? nullptr : std::get_if<std::string>(stored);
  return text == nullptr ? std::string() : *text;
}

Database::Database(const Types& types) : types_(types) {
  data_ = make("BlendData");
  data_->path = "bpy.data";
  context_ = make("Context");
  context_->path = "bpy.context";
  preferences_ = make("Preferences");
  for (const char* part : {"view", "edit", "inputs", "system", "filepaths", "experimental"}) {
    if (const auto property = preferences_->type->find_property(part)) {
      if (types_.find(property->target_name)) {
        place(preferences_, part, property->target_name, "");
      }
    }
  }
  for (const char* each : {"Blender", "Blender addon", "Blender user"}) {
    key_configurations_.push_back(make("KeyConfig"));
    key_configurations_.back()->built_in->set("name", std::string(each));
  }
  for (const char* each : {"io_anim_bvh", "io_curve_svg", "io_mesh_ply", "io_mesh_stl",
                           "io_mesh_uv_layout", "io_scene_fbx", "io_scene_gltf2", "io_scene_obj",
                           "io_scene_x3d", "cycles", "pose_library"}) {
    preferences_->lists["addons"].push_back(make("Addon"));
    preferences_->lists["addons"].back()->built_in->set("module", std::string(each));
  }
  read_factory_document();
}

StructRef Database::make(std::string_view struct_identifier) const {
  auto record = std::make_shared<StructInstance>();
  record->type = types_.built_in(struct_identifier);
  return record;
}

StructRef Database::place(const StructRef& owner, const std::string& link, std::string_view type,
                          std::string path) {
  StructRef record = make(type);
  record->path = std::move(path);
  record->is_part = true;
  owner->links[link] = record;
  return record;
}

StructRef Database::add(const std::string& collection, std::string_view struct_identifier,
                        const std::string& name) {
  StructRef record = make(struct_identifier);
  StructList& list = data_->lists[collection];
  const std::string own_name = unique_name(list, record, name);
  record->built_in->set("name", own_name);
  record->path = data_path(collection, own_name);
  list.push_back(record);
  sort_by_name(list);
  return record;
}

void Database::remove(const StructRef& record) {
  for (auto& [name, list] : data_->lists) {
    list.erase(std::remove(list.begin(), list.end(), record), list.end());
  }
  set_removed(record);
}

void Database::rename(const StructRef& record, const std::string& name) {
  for (auto& [collection, list] : data_->lists) {
    if (std::find(list.begin(), list.end(), record) == list.end()) continue;
    const std::string own_name = unique_name(list, record, name);
    record->built_in->set("name", own_name);
    record->path = data_path(collection, own_name);
    sort_by_name(list);
    return;
  }
  record->built_in->set("name", name);
}

void Database::remove_addon_keys(const std::string& addon) {
  for (const StructRef& keymap : addon_key_configuration()->lists["keymaps"]) {
    std::erase_if(keymap->lists["keymap_items"], [&](const StructRef& item) {
      const Stored* stored = item->built_in->find(kItemOwner);
      const auto* text = stored == nullptr ? nullptr : std::get_if<std::string>(stored);
      const bool is_theirs = text != nullptr && *text == addon;
      if (is_theirs) item->is_removed = true;
      return is_theirs;
    });
  }
}

void Database::clear() {
  for (auto& [name, list] : data_->lists) {
    for (const StructRef& each : list) set_removed(each);
    list.clear();
  }
}

void Database::read_factory_document() {
  clear();
  const StructRef scene = add("scenes", "Scene", "Scene");
  const StructRef world = add("worlds", "World", "World");
  const StructRef collection = add("collections", "Collection", "Collection");
  const StructRef mesh = add("meshes", "Mesh", "Cube");
  const StructRef cube = add("objects", "Object", "Cube");
  const StructRef camera = add("objects", "Object", "Camera");
  const StructRef light = add("objects", "Object", "Light");
  add("materials", "Material", "Dots Stroke");
  add("materials", "Material", "Material");
  cube->links["data"] = mesh;
  camera->links["data"] = add("cameras", "Camera", "Camera");
  light->links["data"] = add("lights", "Light", "Light");
  collection->lists["objects"] = {camera, cube, light};
  scene->lists["objects"] = {camera, cube, light};
  scene->links["world"] = world;
  scene->links["camera"] = camera;
  open_window(scene);
  scene->links["view_layer"]->links["objects.active"] = cube;
}

void Database::open_window(const StructRef& scene) {
  place(scene, "render", "RenderSettings", scene->path + ".render");
  place(scene, "tool_settings", "ToolSettings", scene->path + ".tool_settings");
  place(scene, "unit_settings", "UnitSettings", scene->path + ".unit_settings");
  place(scene, "cursor", "View3DCursor", scene->path + ".cursor");
  const StructRef layer =
      place(scene, "view_layer", "ViewLayer", scene->path + ".view_layers[\"ViewLayer\"]");
  layer->built_in->set("name", std::string("ViewLayer"));
  layer->lists["objects"] = scene->lists["objects"];
  scene->lists["view_layers"] = {layer};

  const StructRef manager = add("window_managers", "WindowManager", "WinMan");
  const StructRef window = make("Window");
  const StructRef screen = add("screens", "Screen", "Layout");
  const StructRef workspace = add("workspaces", "WorkSpace", "Layout");
  manager->lists["windows"] = {window};
  manager->lists["keyconfigs"] = key_configurations_;
  manager->links["keyconfigs.default"] = manager->links["keyconfigs.active"] =
      key_configurations_[0];
  manager->links["keyconfigs.addon"] = key_configurations_[1];
  manager->links["keyconfigs.user"] = key_configurations_[2];
  window->links = {
      {"scene", scene}, {"screen", screen}, {"workspace", workspace}, {"view_layer", layer}};
  context_->links = {{"window_manager", manager},
                     {"window", window},
                     {"workspace", workspace},
                     {"screen", screen},
                     {"scene", scene},
                     {"view_layer", layer},
                     {"preferences", preferences_},
                     {"blend_data", data_},
                     {"tool_settings", scene->links["tool_settings"]}};
  const StructList& collections = data_->lists["collections"];
  context_->links["collection"] = collections.empty() ? nullptr : collections.front();
  context_->built_in->set("mode", 0);
}

}  // namespace afresh::bpy
