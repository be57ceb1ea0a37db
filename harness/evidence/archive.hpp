// One description of each value for both directions: `fields(archive, value)` names the members, an
// archive writes them to JSON or reads them from it. Internal to this folder.
// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "harness/evidence/evidence.hpp"

namespace afresh::evidence {

using Json = nlohmann::ordered_json;

/// What was read is not what a writer of ours wrote; the text says where.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A `T`, const or not.
template <typename V, typename T>
concept Like = std::same_as<std::remove_const_t<V>, T>;

// The last enumerator of each kind, by which a number is known to be one.
inline OpOutcome last_enumerator(OpOutcome) { return OpOutcome::kFailed; }
inline Ending last_enumerator(Ending) { return Ending::kDeadline; }
inline StepKind last_enumerator(StepKind) { return StepKind::kDisable; }
inline BindingKind last_enumerator(BindingKind) { return BindingKind::kEffect; }
inline NodeKind last_enumerator(NodeKind) { return NodeKind::kRegistry; }
inline EdgeKind last_enumerator(EdgeKind) { return EdgeKind::kTrait; }
inline EdgeRole last_enumerator(EdgeRole) { return EdgeRole::kNote; }
inline RootGroup last_enumerator(RootGroup) { return RootGroup::kDocument; }
inline FindingKind last_enumerator(FindingKind) { return kFindingKinds.back(); }
inline Aspect last_enumerator(Aspect) { return kAspects.back(); }
inline Attribution last_enumerator(Attribution) { return kAttributions.back(); }
inline ObjectKind last_enumerator(ObjectKind) { return kObjectKinds.back(); }
inline LinkKind last_enumerator(LinkKind) { return kLinkKinds.back(); }
inline ModuleChange last_enumerator(ModuleChange) { return kModuleChanges.back(); }
inline ReasonKind last_enumerator(ReasonKind) { return kReasonKinds.back(); }
inline ConfirmingRun last_enumerator(ConfirmingRun) { return kConfirmingRuns.back(); }
inline Moment last_enumerator(Moment) { return kMoments.back(); }

/// The alternative of this index, empty.
template <typename Variant, std::size_t I = 0>
Variant alternative(std::size_t index) {
  if constexpr (I + 1 < std::variant_size_v<Variant>) {
    if (index != I) return alternative<Variant, I + 1>(index);
  }
  return Variant(std::in_place_index<I>);
}

/// A text as JSON, or as `{"base64": …}` when it is no UTF-8; and back.
[[nodiscard]] Json json_of_text(const std::string& text);
[[nodiscard]] std::string text_of_json(const Json& json);

/// Throws `Malformed` unless all that a graph refers to is in it.
void check(const Graph& graph);

/// Writes the members of one value into one JSON object.
class JsonOutput {
 public:
  /// Objects that are pointed to, in the order in which they were met.
  struct Tables {
    std::vector<const Snapshot*> snapshots;
  };

  JsonOutput(Json& object, Tables& tables) : object_(object), tables_(tables) {
    object_ = Json::object();
  }

  template <typename T>
  JsonOutput& operator()(const char* name, const T& value) {
    put(object_[name], value);
    return *this;
  }

 private:
  template <typename T>
  void put(Json& json, const T& value) {
    if constexpr (std::is_arithmetic_v<T>) {
      json = value;
    } else if constexpr (std::is_enum_v<T>) {
      json = static_cast<int>(value);
    } else {
      JsonOutput inner(json, tables_);
      fields(inner, value);
    }
  }
  void put(Json& json, const std::string& text) { json = json_of_text(text); }
  template <typename T>
  void put(Json& json, const std::vector<T>& values) {
    json = Json::array();
    for (const T& value : values) put(json.emplace_back(), value);
  }
  template <typename K, typename T>
  void put(Json& json, const std::map<K, T>& values) {
    json = Json::array();
    for (const auto& [key, value] : values) {
      Json& entry = json.emplace_back(Json::array());
      put(entry.emplace_back(), key);
      put(entry.emplace_back(), value);
    }
  }
  /// A variant is its index and then the alternative.
  template <typename... Ts>
  void put(Json& json, const std::variant<Ts...>& value) {
    json = Json::array({value.index()});
    std::visit([&](const auto& alternative) { put(json.emplace_back(), alternative); }, value);
  }
  /// What is not there is null.
  template <typename T>
  void put(Json& json, const std::optional<T>& value) {
    if (value) put(json, *value);
  }
  void put(Json& json, const Snapshot* const& snapshot);
  template <typename T>
  void put(Json& json, const T* const& value) {
    if (value != nullptr) put(json, *value);
  }

  Json& object_;
  Tables& tables_;
};

/// Reads them back. Throws `Malformed`.
class JsonInput {
 public:
  /// `place` is said in messages: `checkpoints[2].reference`.
  JsonInput(const Json& object, Evidence& owner, std::string place);

  template <typename T>
  JsonInput& operator()(const char* name, T& value) {
    get(member(name), place_ + "." + name, value);
    return *this;
  }

 private:
  [[nodiscard]] const Json& member(const char* name) const;
  [[noreturn]] static void fail(const std::string& place, const std::string& expected);

  template <typename T>
  void get(const Json& json, const std::string& place, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      if (!json.is_boolean()) fail(place, "true or false");
      value = json.get<bool>();
    } else if constexpr (std::is_arithmetic_v<T>) {
      if (!json.is_number()) fail(place, "a number");
      value = json.get<T>();
    } else if constexpr (std::is_enum_v<T>) {
      if (!json.is_number_unsigned() ||
          json.get<unsigned>() > static_cast<unsigned>(last_enumerator(T{})))
        fail(place, "one of the numbers of this kind");
      value = static_cast<T>(json.get<int>());
    } else {
      JsonInput inner(json, owner_, place);
      fields(inner, value);
    }
  }
  void get(const Json& json, const std::string& place, std::string& text);
  template <typename T>
  void get(const Json& json, const std::string& place, std::vector<T>& values) {
    if (!json.is_array()) fail(place, "a list");
    for (std::size_t i = 0; i < json.size(); ++i) {
      get(json[i], place + "[" + std::to_string(i) + "]", values.emplace_back());
    }
  }
  template <typename K, typename T>
  void get(const Json& json, const std::string& place, std::map<K, T>& values) {
    if (!json.is_array()) fail(place, "a list of pairs");
    for (const Json& entry : json) {
      if (!entry.is_array() || entry.size() != 2) fail(place, "a list of pairs");
      K key{};
      get(entry[0], place, key);
      get(entry[1], place, values[key]);
    }
  }
  template <typename... Ts>
  void get(const Json& json, const std::string& place, std::variant<Ts...>& value) {
    bool is_pair = json.is_array() && json.size() == 2 && json[0].is_number_unsigned() &&
                   json[0].get<std::size_t>() < sizeof...(Ts);
    if (!is_pair) fail(place, "a pair of a number and what it stands for");
    value = alternative<std::variant<Ts...>>(json[0].get<std::size_t>());
    std::visit([&](auto& alternative) { get(json[1], place + "[1]", alternative); }, value);
  }
  template <typename T>
  void get(const Json& json, const std::string& place, std::optional<T>& value) {
    if (!json.is_null()) get(json, place, value.emplace());
  }
  void get(const Json& json, const std::string& place, const Snapshot*& snapshot);
  void get(const Json& json, const std::string& place, const OpResult*& result);
  void get(const Json& json, const std::string& place, const SourceFacts*& facts);
  void get(const Json& json, const std::string& place, const std::vector<LedgerEntry>*& ledger);
  void get(const Json& json, const std::string& place, const std::vector<BodyRun>*& runs);
  void get(const Json& json, const std::string& place, const SourcesByOp*& sources);

  const Json& object_;
  Evidence& owner_;
  std::string place_;
};

}  // namespace afresh::evidence
