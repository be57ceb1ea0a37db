// What the oracles compare, in a notation of the tests' own: short enough to stand in an
// expectation, and with all members that tell one value from another. It shares nothing with
// reports/, whose sentences may change without a test of an oracle. SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/oracles/graph/registry_change.hpp"
#include "harness/values/finding.hpp"
#include "harness/values/reason.hpp"

namespace afresh::testing {

/// `class demo.Panel @1`, `function demo.settings.unit (demo/settings.py) @1`, `int 1`, `dict of
/// 2`, `instance demo.Point`, `wrapper method demo.unit`, `key ['a']`; `@` is the load.
[[nodiscard]] std::string in_short(const ObjectRef& object);

/// `place hostapi.handlers[1]`, `thread run['self']._target`, `context`.
[[nodiscard]] std::string in_short(const Link& link);

/// `nothing`, an object, `same as demo.TABLE`, `function demo.f over an old namespace`,
/// `order: key ['a'], key ['b']`, `error ValueError: no`, `signal 11`, `place atexit[0] > class
/// demo.Panel @1 +2`, `growth 46 to 70 in 12`, `json: replaced`, `demo.K now`, `made of demo.K
/// before`, `source demo/ui.py:4 now`.
[[nodiscard]] std::string in_short(const FindingSide& side);

/// `demo/__init__.py:1: text`, as far as it is known; empty where nothing is.
[[nodiscard]] std::string in_short(const SourceLine& line);

/// `sys.path: without str '/lib'`, `hostapi.state: ['n']`, `hostapi.handlers: order`.
[[nodiscard]] std::string in_short(const RegistryChange& change);

/// `no-snapshot`, `refusal no`, `fresh-starts-differ demo.K`, `too-much-differs 95`.
[[nodiscard]] std::string in_short(const Reason& reason);

}  // namespace afresh::testing
