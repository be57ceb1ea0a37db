// The words of a host in generated source: how its classes are written, and how things are
// registered and taken back. The model knows no host; the rendering asks here.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generators/model.hpp"

namespace afresh::generators {

/// One thing that is done and its undoing.
struct UndoPair {
  std::string done;
  std::string undone;
};

/// `hostapi`, `bpy`.
[[nodiscard]] std::string_view host_module(HostKind host);
/// The line that every package begins with, with its end; empty where the host asks for none.
[[nodiscard]] std::string info_line(const PackageModel& model);
/// `hostapi.Operator` of a kind that is registered.
[[nodiscard]] std::string host_base_class(HostKind host, ClassKind kind);
/// What the host wants of a class besides its methods: lines of its body, with an empty one behind.
[[nodiscard]] std::string class_attributes(const PackageModel& model, const Class& a_class);
/// What an operator does, of which all that shows is an expression; and the call that gives its
/// value without an operator, by a class's name.
[[nodiscard]] std::string operator_methods(HostKind host, const std::string& expression);
[[nodiscard]] std::string total_call(HostKind host, const std::string& name);
/// What a case expects of an operator of Blender's whose expression is worth this.
[[nodiscard]] std::string operator_expectation(const PackageModel& model, const Class& a_class,
                                               long long total);
/// The head of the class of the add-on's preferences, with blank lines before it; and its name.
[[nodiscard]] std::string preferences_class(const PackageModel& model);
inline constexpr const char* kPreferencesClass = "AddonSettings";
/// `hostapi.Int(default=3)`; `target` is the name of the group that a pointer leads to.
[[nodiscard]] std::string property_declaration(HostKind host, const Property& property,
                                               const std::string& target);

[[nodiscard]] UndoPair class_pair(HostKind host, const std::string& name);
/// `declaration` is what `property_declaration` gave.
[[nodiscard]] UndoPair property_pair(HostKind host, const HostProperty& property,
                                     const std::string& declaration);
[[nodiscard]] UndoPair handler_pair(HostKind host, const std::string& name);
[[nodiscard]] UndoPair timer_pair(HostKind host, const std::string& name);
/// Only of a host that has such.
[[nodiscard]] UndoPair menu_pair(const std::string& name);
/// Binds a key to each of these operators of a package, and keeps what it made in a list `keys`.
[[nodiscard]] UndoPair keys_pair(const PackageModel& model,
                                 const std::vector<const Class*>& operators);

}  // namespace afresh::generators
