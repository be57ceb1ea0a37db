// SPDX-License-Identifier: MIT
#include "generators/build_definitions.hpp"

#include <algorithm>
#include <array>

#include "generators/evaluate.hpp"
#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

constexpr std::array kWords{"red", "green", "blue", "north", "south", "wide", "thin", "round"};
constexpr std::array kFields{"x", "y", "z", "w"};
constexpr std::array kMembers{"FAST", "EXACT", "ROUGH", "FINE"};
constexpr std::array kPropertyNames{"amount", "caption", "strength", "target"};

constexpr int kNumberMax = 99;

Value build_atom(RandomSource& rng) {
  if (rng.chance(60)) return int_value(rng.between(0, kNumberMax));
  return str_value(kWords[rng.index(kWords.size())]);
}

bool is_constant(const Definition& found) { return found.constant != nullptr; }
bool is_plain_class(const Definition& found) {
  return found.a_class && found.a_class->kind == ClassKind::kPlain;
}
bool is_group(const Definition& found) {
  return found.a_class && found.a_class->kind == ClassKind::kGroup;
}

}  // namespace

Value build_value(RandomSource& rng, const Profile& profile) {
  using Kind = Value::Kind;
  constexpr std::array kKinds{Kind::kInt, Kind::kStr, Kind::kTuple, Kind::kList, Kind::kDict};
  Value value{.kind =
                  kKinds[rng.weighted({profile.int_weight, profile.str_weight, profile.tuple_weight,
                                       profile.list_weight, profile.dict_weight})]};
  if (value.kind == Kind::kInt) return int_value(rng.between(0, kNumberMax));
  if (value.kind == Kind::kStr) {
    return str_value(std::string(kWords[rng.index(kWords.size())]) + " " +
                     kWords[rng.index(kWords.size())]);
  }
  std::size_t first_key = rng.index(kWords.size());
  int size = rng.between(0, profile.items_max);
  for (int i = 0; i < size; ++i) {
    value.items.push_back(build_atom(rng));
    if (value.kind == Kind::kDict) {
      value.keys.emplace_back(kWords[(first_key + static_cast<std::size_t>(i)) % kWords.size()]);
    }
  }
  return value;
}

ImportForm build_import_form(RandomSource& rng, const Profile& profile) {
  return static_cast<ImportForm>(
      rng.weighted({profile.relative_weight, profile.from_parent_weight, profile.dotted_as_weight,
                    profile.dotted_weight, profile.names_weight, profile.absolute_names_weight,
                    profile.names_as_weight, profile.star_weight}));
}

DefinitionBuilder::DefinitionBuilder(RandomSource& rng, const Profile& profile,
                                     const PackageModel& model, std::vector<Reference> pool)
    : rng_(rng), profile_(profile), model_(model), pool_(std::move(pool)) {}

void DefinitionBuilder::add_to_pool(Reference reference) { pool_.push_back(std::move(reference)); }

std::vector<Reference> DefinitionBuilder::in_pool(bool (*fits)(const Definition&)) const {
  std::vector<Reference> fitting;
  std::ranges::copy_if(pool_, std::back_inserter(fitting),
                       [&](const Reference& what) { return fits(find_definition(model_, what)); });
  return fitting;
}

std::vector<Reference> DefinitionBuilder::plus(bool (*fits)(const Definition&)) {
  std::vector<Reference> from = in_pool(fits);
  std::vector<Reference> drawn;
  if (from.empty()) return drawn;
  int cost = 1;
  for (int i = rng_.between(0, profile_.plus_max); i > 0; --i) {
    const Reference& what = rng_.pick(from);
    cost += evaluation_cost(model_, what);
    if (cost > profile_.cost_max) break;
    drawn.push_back(what);
  }
  return drawn;
}

Constant DefinitionBuilder::constant(std::string name) {
  Constant constant{.name = std::move(name), .value = build_value(rng_, profile_)};
  if (!rng_.chance(profile_.sum_percent)) return constant;
  constant.plus = plus(is_constant);
  if (!constant.plus.empty()) constant.value = int_value(rng_.between(0, kNumberMax));
  return constant;
}

Function DefinitionBuilder::function(std::string name) {
  Function function{.name = std::move(name), .number = rng_.between(0, kNumberMax)};
  if (rng_.chance(profile_.handler_percent)) {
    function.role = FunctionRole::kHandler;
  } else if (rng_.chance(profile_.timer_percent)) {
    function.role = FunctionRole::kTimer;
  } else if (is_blender(profile_.host) && rng_.chance(profile_.menu_percent)) {
    function.role = FunctionRole::kMenu;
  }
  function.plus = plus(is_countable);
  return function;
}

ClassKind DefinitionBuilder::class_kind() {
  return static_cast<ClassKind>(
      rng_.weighted({profile_.plain_weight, profile_.dataclass_weight, profile_.enum_weight,
                     profile_.named_tuple_weight, profile_.operator_weight, profile_.panel_weight,
                     profile_.group_weight}));
}

std::vector<Property> DefinitionBuilder::preferences() {
  std::vector<Property> preferences;
  for (int i = rng_.between(1, profile_.properties_max); i > 0; --i) {
    preferences.push_back(
        {.name = kPropertyNames[static_cast<std::size_t>(i) % kPropertyNames.size()],
         .kind = static_cast<PropertyKind>(rng_.index(4)),
         .number = rng_.between(0, kNumberMax)});
  }
  return preferences;
}

Property DefinitionBuilder::property(std::string name) {
  Property property{.name = std::move(name), .number = rng_.between(0, kNumberMax)};
  std::vector<Reference> groups = in_pool(is_group);
  if (!groups.empty() && rng_.chance(profile_.pointer_percent)) {
    property.kind = rng_.chance(50) ? PropertyKind::kPointer : PropertyKind::kCollection;
    property.target = rng_.pick(groups);
  } else {
    property.kind = static_cast<PropertyKind>(rng_.index(4));
  }
  return property;
}

void DefinitionBuilder::fill(Class& a_class) {
  if (a_class.kind == ClassKind::kGroup) {
    int size = rng_.between(1, profile_.properties_max);
    for (int i = 0; i < size; ++i) {
      a_class.properties.push_back(
          property(kPropertyNames[static_cast<std::size_t>(i) % kPropertyNames.size()]));
    }
    return;
  }
  if (a_class.kind != ClassKind::kEnum) a_class.plus = plus(is_countable);
  if (a_class.kind == ClassKind::kOperator && is_blender(profile_.host))
    a_class.has_key = rng_.chance(profile_.key_percent);
  if (!has_fields(a_class.kind)) return;
  int size = rng_.between(1, profile_.fields_max);
  for (int i = 0; i < size; ++i) {
    std::size_t at = static_cast<std::size_t>(i) % kFields.size();
    const char* name = a_class.kind == ClassKind::kEnum ? kMembers[at] : kFields[at];
    // An enum takes equal values for one member, so its members count up.
    int number = a_class.kind == ClassKind::kEnum ? 10 * i + rng_.between(1, 9)
                                                  : rng_.between(0, kNumberMax);
    a_class.fields.push_back({name, number});
  }
}

Class DefinitionBuilder::a_class(std::string name) {
  Class a_class{.name = std::move(name), .kind = class_kind()};
  a_class.number = rng_.between(0, kNumberMax);
  fill(a_class);
  if (has_fields(a_class.kind) || !rng_.chance(profile_.base_percent)) return a_class;
  std::vector<Reference> bases =
      in_pool(a_class.kind == ClassKind::kGroup ? is_group : is_plain_class);
  if (!bases.empty()) a_class.base = rng_.pick(bases);
  return a_class;
}

HostProperty DefinitionBuilder::host_property(std::string name) {
  return {rng_.chance(50) ? HostType::kScene : HostType::kObject, property(std::move(name))};
}

}  // namespace afresh::generators
