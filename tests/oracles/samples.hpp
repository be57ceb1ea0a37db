// The small worlds that the oracles' tests start from, and shorthands to compare them.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/graph/differences.hpp"
#include "tests/oracles/graph_text.hpp"

namespace afresh::testing {

/// `demo` copies a function, a value and a table from `demo.settings` and registers a class.
inline constexpr std::string_view kDemo = R"(
root modules demo @0 -> m
root modules demo.settings @0 -> ms
root host hostapi.classes @0 -> rc
m module demo @0 born 1: -> n
n namespace @0: .settings -> ms; .unit -> unit; .V = int 1; .TABLE -> table; .Op -> op
ms module demo.settings @0 born 1: -> ns
ns namespace @0: .unit -> unit; .V = int 1; .TABLE -> table
unit function unit @0 born 1: _code = c1; ~_place = demo/settings.py:1; _module = demo.settings; _globals -> ns
table dict: ['a'] = int 1; ['b'] = int 2
op class Op @0 born 1: _module = demo; .draw -> draw; .label = str 'op'
draw function Op.draw @0 born 1: _code = d1; ~_place = demo/__init__.py:9; _module = demo; _globals -> n
rc registry @0: [0] -> op
)";

/// An entry of a registry without keys that is there too much; `atom` as in graphs: `str '/x'`.
[[nodiscard]] RegistryChange make_registry_change(std::string root, std::string_view atom);

/// `kind path | path: fresh / actual` for each difference, sides as in in_short.hpp.
[[nodiscard]] std::vector<std::string> differences_between(std::string_view actual,
                                                           std::string_view reference,
                                                           const Mask& mask = {});

/// `kind: path | path`, without the sides.
[[nodiscard]] std::vector<std::string> kinds_between(std::string_view actual,
                                                     std::string_view reference,
                                                     const Mask& mask = {});
/// Likewise of findings, with the aspect in front: `fresh stale-code: demo.unit`.
[[nodiscard]] std::vector<std::string> render_findings(const std::vector<Finding>& findings);

}  // namespace afresh::testing
