// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/document/document.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace afresh::bpy {
namespace {

using Json = nlohmann::ordered_json;

// What belongs to the window and not to the work.
constexpr std::array kOfTheWindow{"window_managers", "screens", "workspaces"};

bool is_saved(const std::string& collection) {
  return std::find(kOfTheWindow.begin(), kOfTheWindow.end(), collection) == kOfTheWindow.end();
}

/// A data-block is found again by its path, which its name makes unique.
Json reference(const StructRef& record) { return record ? Json(record->path) : Json(nullptr); }

Json to_json(const Group& group);

struct ToJson {
  Json operator()(const std::shared_ptr<Group>& group) const { return to_json(*group); }
  Json operator()(const std::shared_ptr<GroupList>& list) const {
    Json items = Json::array();
    for (const auto& each : *list) items.push_back(to_json(*each));
    return items;
  }
  Json operator()(const StructLink& link) const { return reference(link.lock()); }
  Json operator()(const auto& value) const { return value; }
};

Json to_json(const Group& group) {
  Json values = Json::array();
  for (const auto& [name, value] : group.entries) {
    values.push_back({name, value.index(), std::visit(ToJson{}, value)});
  }
  return values;
}

Json to_json(const StructInstance& record) {
  Json json = {{"type", record.type->identifier},
               {"path", record.path},
               {"built_in", to_json(*record.built_in)},
               {"custom", to_json(*record.custom)},
               {"links", Json::object()},
               {"lists", Json::object()}};
  for (const auto& [name, linked] : record.links) {
    if (linked && linked->type->is_a("ID")) json["links"][name] = reference(linked);
  }
  for (const auto& [name, list] : record.lists) {
    Json members = Json::array();
    for (const StructRef& each : list) {
      if (each->type->is_a("ID")) members.push_back(reference(each));
    }
    if (!members.empty()) json["lists"][name] = members;
  }
  return json;
}

constexpr const char* kPreferences = "preferences";

std::string addon_module(const StructInstance& addon) {
  const Stored* module = addon.built_in->find("module");
  return module == nullptr ? std::string() : std::get<std::string>(*module);
}

/// The add-on's entry in the preferences, made where there is none.
StructRef find_or_add_entry(Database& database, const std::string& module) {
  StructList& addons = database.preferences()->lists["addons"];
  for (const StructRef& each : addons) {
    if (addon_module(*each) == module) return each;
  }
  addons.push_back(database.make("Addon"));
  addons.back()->built_in->set("module", module);
  return addons.back();
}

/// Reads the data-blocks of a document; what they lead to is put in when all are there.
class DocumentReader {
 public:
  explicit DocumentReader(const Database& database) : database_(database) {}

  StructRef read(const Json& json) {
    StructRef record = database_.make(json.at("type").get<std::string>());
    record->path = json.at("path").get<std::string>();
    by_path_[record->path] = record;
    return record;
  }

  void fill(StructInstance& record, const Json& json) const {
    record.built_in = group(json.at("built_in"));
    record.custom = group(json.at("custom"));
    for (const auto& [name, path] : json.at("links").items()) record.links[name] = find(path);
    for (const auto& [name, paths] : json.at("lists").items()) {
      for (const Json& each : paths) {
        if (StructRef member = find(each)) record.lists[name].push_back(member);
      }
    }
  }

  std::shared_ptr<Group> group(const Json& json) const {
    auto values = std::make_shared<Group>();
    for (const Json& each : json) {
      values->set(each.at(0).get<std::string>(), value(each.at(1).get<std::size_t>(), each.at(2)));
    }
    return values;
  }

 private:
  StructRef find(const Json& path) const {
    if (path.is_null()) return nullptr;
    const auto found = by_path_.find(path.get<std::string>());
    return found == by_path_.end() ? nullptr : found->second;
  }

  Stored value(std::size_t kind, const Json& json) const {
    switch (kind) {
      case 0: return json.get<int>();
      case 1: return json.get<double>();
      case 2: return json.get<std::string>();
      case 3: return json.get<std::vector<int>>();
      case 4: return json.get<std::vector<double>>();
      case 5: return group(json);
      case 6: {
        auto list = std::make_shared<GroupList>();
        for (const Json& each : json) list->push_back(group(each));
        return list;
      }
      case 7: return StructLink(find(json));
      default: throw std::runtime_error("document: a value of an unknown kind");
    }
  }

  const Database& database_;
  std::map<std::string, StructRef> by_path_;
};

}  // namespace

std::string save_document(const Database& database, Preferences preferences) {
  Json document = Json::object();
  if (preferences == Preferences::kIncluded) {
    Json& values = document[kPreferences] = Json::object();
    for (const StructRef& each : database.preferences()->lists["addons"]) {
      if (!each->custom->entries.empty()) values[addon_module(*each)] = to_json(*each->custom);
    }
  }
  for (const auto& [collection, blocks] : database.data()->lists) {
    if (!is_saved(collection) || blocks.empty()) continue;
    Json list = Json::array();
    for (const StructRef& each : blocks) list.push_back(to_json(*each));
    document[collection] = list;
  }
  return document.dump();
}

void load_document(Database& database, std::string_view bytes) {
  std::map<std::string, StructList> collections;
  std::map<std::string, std::shared_ptr<Group>> preferences;
  try {
    Json document = Json::parse(bytes);
    const Json of_addons = document.value(kPreferences, Json::object());
    document.erase(kPreferences);
    DocumentReader reader(database);
    for (const auto& [collection, blocks] : document.items()) {
      for (const Json& each : blocks) collections[collection].push_back(reader.read(each));
    }
    for (const auto& [collection, blocks] : document.items()) {
      for (std::size_t index = 0; index < blocks.size(); ++index) {
        reader.fill(*collections[collection][index], blocks[index]);
      }
    }
    for (const auto& [module, values] : of_addons.items()) {
      preferences[module] = reader.group(values);
    }
  } catch (const std::exception& error) {
    throw std::runtime_error(std::string("document: ") + error.what() +
                             "; expected what save_document wrote");
  }
  if (collections["scenes"].empty()) {
    throw std::runtime_error("document: it has no scene; expected what save_document wrote");
  }
  database.clear();
  for (auto& [collection, blocks] : collections) {
    database.data()->lists[collection] = std::move(blocks);
  }
  database.open_window(database.data()->lists["scenes"].front());
  for (auto& [module, values] : preferences)
    find_or_add_entry(database, module)->custom = std::move(values);
}

}  // namespace afresh::bpy
