// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/declaration_tables.hpp"

#include <initializer_list>
#include <map>

namespace afresh::bpy {
namespace {

std::vector<std::string> keywords_with(std::vector<std::string> own) {
  std::vector<std::string> all{"attr", "name", "description", "default"};
  all.insert(all.end(), own.begin(), own.end());
  for (const char* each : {"translation_context", "options", "override", "tags", "update"}) {
    all.emplace_back(each);
  }
  return all;
}

const std::map<std::string, Shape>& shapes() {
  const std::vector<std::string> number{"min",  "max",     "soft_min", "soft_max",
                                        "step", "subtype", "get",      "set"};
  const auto with = [](std::vector<std::string> list, std::initializer_list<const char*> more) {
    list.insert(list.end(), more.begin(), more.end());
    return keywords_with(std::move(list));
  };
  static const std::map<std::string, Shape> table{
      {"BoolProperty", {PropertyType::kBoolean, false, with({}, {"subtype", "get", "set"})}},
      {"BoolVectorProperty",
       {PropertyType::kBoolean, true, with({}, {"subtype", "size", "get", "set"})}},
      {"IntProperty", {PropertyType::kInt, false, with(number, {})}},
      {"IntVectorProperty", {PropertyType::kInt, true, with(number, {"size"})}},
      {"FloatProperty", {PropertyType::kFloat, false, with(number, {"precision", "unit"})}},
      {"FloatVectorProperty",
       {PropertyType::kFloat, true, with(number, {"precision", "unit", "size"})}},
      {"StringProperty",
       {PropertyType::kString, false,
        with({}, {"maxlen", "subtype", "get", "set", "search", "search_options"})}},
      {"EnumProperty", {PropertyType::kEnum, false, with({}, {"items", "get", "set"})}},
      {"PointerProperty", {PropertyType::kPointer, false, with({}, {"type", "poll"})}},
      {"CollectionProperty", {PropertyType::kCollection, false, with({}, {"type"})}},
  };
  return table;
}

constexpr const char* kOptions[] = {"HIDDEN",           "SKIP_SAVE",    "ANIMATABLE",
                                    "LIBRARY_EDITABLE", "PROPORTIONAL", "TEXTEDIT_UPDATE",
                                    "OUTPUT_PATH"};
constexpr const char* kOptionsOfEnum[] = {"HIDDEN", "SKIP_SAVE", "ANIMATABLE", "ENUM_FLAG",
                                          "LIBRARY_EDITABLE"};
constexpr const char* kNumberSubtypes[] = {
    "PIXEL",         "UNSIGNED", "PERCENTAGE",      "FACTOR", "ANGLE",       "TIME",
    "TIME_ABSOLUTE", "DISTANCE", "DISTANCE_CAMERA", "POWER",  "TEMPERATURE", "NONE"};
constexpr const char* kArraySubtypes[] = {
    "COLOR",       "TRANSLATION", "DIRECTION",    "VELOCITY", "ACCELERATION", "MATRIX",
    "EULER",       "QUATERNION",  "AXISANGLE",    "XYZ",      "XYZ_LENGTH",   "COLOR_GAMMA",
    "COORDINATES", "LAYER",       "LAYER_MEMBER", "NONE"};
constexpr const char* kTextSubtypes[] = {"FILE_PATH",   "DIR_PATH", "FILE_NAME",
                                         "BYTE_STRING", "PASSWORD", "NONE"};
constexpr const char* kUnits[] = {
    "NONE",     "LENGTH",       "AREA", "VOLUME", "ROTATION", "TIME",       "TIME_ABSOLUTE",
    "VELOCITY", "ACCELERATION", "MASS", "CAMERA", "POWER",    "TEMPERATURE"};

}  // namespace

const Shape& find_shape(const std::string& function) { return shapes().at(function); }

std::span<const char* const> shape_options(const Shape& shape) {
  if (shape.type == PropertyType::kEnum) return kOptionsOfEnum;
  return kOptions;
}

std::span<const char* const> shape_subtypes(const Shape& shape) {
  if (shape.type == PropertyType::kString) return kTextSubtypes;
  if (shape.is_array) return kArraySubtypes;
  return kNumberSubtypes;
}

std::span<const char* const> units() { return kUnits; }

}  // namespace afresh::bpy
