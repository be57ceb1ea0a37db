// The object that a strategy gets as `host`: interface version 1.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "harness/agent/ownership/ownership.hpp"
#include "harness/hosts/host.hpp"
#include "harness/python/ref.hpp"

namespace afresh::agent {

/// What answers a strategy's requests. All that is referred to outlives the object made of it.
struct StrategyRequests {
  Host& host;
  Ownership& ownership;
  std::filesystem::path folder;  ///< that holds the add-ons
  const std::vector<std::string>& addons;
  PyObject* refused;  ///< the exception class behind `host.refuse`, borrowed
  /// `host.restart()`: what of disk and document is kept. Returns only by throwing.
  std::function<void(bool keeps_disk, bool keeps_document)> hand_over;
};

/// `requests` outlives the object.
[[nodiscard]] py::Ref make_strategy_host(StrategyRequests& requests);

}  // namespace afresh::agent
