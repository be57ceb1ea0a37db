// The words of a host in generated source: how its classes are written, and how things are registered
// and taken back. The model knows no host; the rendering asks here.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "generators/model.hpp"

namespace afresh::generators {

/// One thing that is done and its undoing.
struct Pair {
  std::string done;
  std::string undone;
};

/// `hostapi`, `bpy`.
[[nodiscard]] std::string_view module_of(HostKind host);
/// The line that every package begins with, with its end; empty where the host asks for none.
[[nodiscard]] std::string info_line(const PackageModel& model);
/// `hostapi.Operator` of a kind that is registered.
[[nodiscard]] std::string base_of(HostKind host, ClassKind kind);
/// What the host wants of a class besides its methods: lines of its body, with an empty one behind.
[[nodiscard]] std::string attributes_of(const PackageModel& model, const Class& a_class);
/// `execute(self)`, and the call of it without an operator, by a class's name.
[[nodiscard]] std::string_view execute_head(HostKind host);
[[nodiscard]] std::string execute_call(HostKind host, const std::string& name);
/// `hostapi.Int(default=3)`; `target` is the name of the group that a pointer leads to.
[[nodiscard]] std::string declaration_of(HostKind host, const Property& property,
                                         const std::string& target);

[[nodiscard]] Pair class_pair(HostKind host, const std::string& name);
/// `declaration` is what `declaration_of` gave.
[[nodiscard]] Pair property_pair(HostKind host, const HostProperty& property,
                                 const std::string& declaration);
[[nodiscard]] Pair handler_pair(HostKind host, const std::string& name);
[[nodiscard]] Pair timer_pair(HostKind host, const std::string& name);

}  // namespace afresh::generators
