// Strategies as Python modules: loading, describing, adapting.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "harness/python/ref.hpp"
#include "harness/strategies/shipped.hpp"
#include "harness/wire/messages.hpp"

namespace afresh::agent {

/// What a strategy is called in `sys.modules`: `afresh_strategy_purge_dotted`.
[[nodiscard]] std::string strategy_module(std::string_view strategy);

/// Execute a strategy's text as a module of its own. Throws `py::PythonError` for what it raises,
/// or `std::invalid_argument` (one sentence with file and expectation) when it offers no
/// interface 1.
[[nodiscard]] py::Ref load_strategy(const StrategySource& source);
/// The same of one that ships, from its compiled code.
[[nodiscard]] py::Ref load_shipped(const ShippedStrategy& shipped);
[[nodiscard]] wire::StrategyDescription describe_strategy(PyObject* module);
/// The files as the strategy's `adapt` rewrites them; unchanged without one. Files that are no
/// UTF-8 text are not shown to it. Throws like `load_strategy`.
[[nodiscard]] std::map<std::string, std::string> adapt_files(
    PyObject* module, const std::string& place, const std::map<std::string, std::string>& files);

}  // namespace afresh::agent
