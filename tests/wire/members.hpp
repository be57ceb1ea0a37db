// All members of each message as one tuple, so that two can be compared. A member that is added to
// a message and not here does not compile, and one that does not travel is seen to differ.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "harness/wire/messages.hpp"

namespace afresh::testing {

inline auto members(const StrategySource& value) {
  const auto& [name, source, file] = value;
  return std::tie(name, source, file);
}
inline auto members(const WriteFilesOp& value) {
  const auto& [changes, second] = value;
  return std::tie(changes, second);
}
inline auto members(const TouchOp& value) {
  const auto& [path, second] = value;
  return std::tie(path, second);
}
inline auto members(const ImportOp& value) {
  const auto& [modules] = value;
  return std::tie(modules);
}
inline auto members(const PrecompileOp&) { return std::tuple(); }
inline auto members(const EnableOp& value) {
  const auto& [addon] = value;
  return std::tie(addon);
}
inline auto members(const ReloadOp& value) {
  const auto& [addon] = value;
  return std::tie(addon);
}
inline auto members(const DisableOp& value) {
  const auto& [addon] = value;
  return std::tie(addon);
}
inline auto members(const HostDisableOp& value) {
  const auto& [addon] = value;
  return std::tie(addon);
}
inline auto members(const PythonOp& value) {
  const auto& [code, line] = value;
  return std::tie(code, line);
}
inline auto members(const ExpectOp& value) {
  const auto& [expression, line] = value;
  return std::tie(expression, line);
}
inline auto members(const SetOp& value) {
  const auto& [name, literal] = value;
  return std::tie(name, literal);
}
inline auto members(const TurnOp&) { return std::tuple(); }
inline auto members(const LoadDocumentOp& value) {
  const auto& [bytes] = value;
  return std::tie(bytes);
}
inline auto members(const LeakCheckOp& value) {
  const auto& [is_final] = value;
  return std::tie(is_final);
}
inline auto members(const Op& value) {
  const auto& [action, step, snapshot, save_document] = value;
  return std::tie(action, step, snapshot, save_document);
}
inline auto members(const Script& value) {
  const auto& [addons, host, taken_names, automatic_gc, strategy, ops] = value;
  return std::tie(addons, host, taken_names, automatic_gc, strategy, ops);
}
inline auto members(const wire::AdaptRequest& value) {
  const auto& [strategy, files] = value;
  return std::tie(strategy, files);
}
inline auto members(const wire::FactsRequest& value) {
  const auto& [sources] = value;
  return std::tie(sources);
}
inline auto members(const wire::DescribeRequest& value) {
  const auto& [strategy] = value;
  return std::tie(strategy);
}
inline auto members(const wire::OpStarted& value) {
  const auto& [op, at_us] = value;
  return std::tie(op, at_us);
}
inline auto members(const OpResult& value) {
  const auto& [outcome, type, message, traceback, where] = value;
  return std::tie(outcome, type, message, traceback, where);
}
inline auto members(const wire::OpEnded& value) {
  const auto& [op, result, at_us] = value;
  return std::tie(op, result, at_us);
}
inline auto members(const Edge& value) {
  const auto& [label, kind, role, is_atom, target] = value;
  return std::tie(label, kind, role, is_atom, target);
}
inline auto members(const Node& value) {
  const auto& [kind, type, name, owner, born, first_edge, edge_count] = value;
  return std::tie(kind, type, name, owner, born, first_edge, edge_count);
}
inline auto members(const Root& value) {
  const auto& [group, label, owner, is_atom, target] = value;
  return std::tie(group, label, owner, is_atom, target);
}
inline auto members(const Graph& value) {
  const auto& [strings, nodes, edges, roots, opaque] = value;
  return std::tie(strings, nodes, edges, roots, opaque);
}
inline auto members(const Snapshot& value) {
  const auto& [op, graph, libraries] = value;
  return std::tie(op, graph, libraries);
}
inline auto members(const LedgerEntry& value) {
  const auto& [probe, is_removal, name, owner, where, op] = value;
  return std::tie(probe, is_removal, name, owner, where, op);
}
inline auto members(const BodyRun& value) {
  const auto& [file, within, op] = value;
  return std::tie(file, within, op);
}
inline auto members(const SavedDocument& value) {
  const auto& [op, bytes] = value;
  return std::tie(op, bytes);
}
inline auto members(const ObjectRef& value) {
  const auto& [kind, type, module, name, literal, file, load, size] = value;
  return std::tie(kind, type, module, name, literal, file, load, size);
}
inline auto members(const Link& value) {
  const auto& [kind, label, steps] = value;
  return std::tie(kind, label, steps);
}
inline auto members(const Survivor& value) {
  const auto& [object, owner, holders, is_cached] = value;
  return std::tie(object, owner, holders, is_cached);
}
inline auto members(const LeakCheck& value) {
  const auto& [op, tagged, survivors] = value;
  return std::tie(op, tagged, survivors);
}
inline auto members(const wire::Handover& value) {
  const auto& [op, wanted, keeps_disk, keeps_document, document, first_enabled] = value;
  return std::tie(op, wanted, keeps_disk, keeps_document, document, first_enabled);
}
inline auto members(const wire::StrategyDescription& value) {
  const auto& [summary, adapts, disables, installs] = value;
  return std::tie(summary, adapts, disables, installs);
}
inline auto members(const wire::AdaptedFiles& value) {
  const auto& [files] = value;
  return std::tie(files);
}
inline auto members(const wire::RequestFailed& value) {
  const auto& [message] = value;
  return std::tie(message);
}
inline auto members(const wire::Finished&) { return std::tuple(); }

template <typename T>
concept Message = requires(const T& value) {
  members(value);
};

/// Equality member by member, also of what has none of its own.
template <typename T>
bool equal(const T& a, const T& b);
template <Message T>
bool equal(const T& a, const T& b);
template <typename... Ts>
bool equal(const std::variant<Ts...>& a, const std::variant<Ts...>& b);
template <typename T>
bool equal(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::equal(a, b, [](const T& x, const T& y) { return equal(x, y); });
}
template <typename... Ts>
bool equal(const std::variant<Ts...>& a, const std::variant<Ts...>& b) {
  if (a.index() != b.index()) return false;
  return std::visit([&]<typename T>(const T& value) { return equal(value, std::get<T>(b)); }, a);
}
template <typename T>
bool equal(const T& a, const T& b) {
  return a == b;
}
template <Message T>
bool equal(const T& a, const T& b) {
  auto of_a = members(a);
  auto of_b = members(b);
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return (equal(std::get<I>(of_a), std::get<I>(of_b)) && ...);
  }
  (std::make_index_sequence<std::tuple_size_v<decltype(of_a)>>());
}

}  // namespace afresh::testing
