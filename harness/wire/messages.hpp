// What travels between coordinator and agent: a request in, a stream of events out.
// Events are committed one by one, so that what was seen before a crash survives it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "harness/values/observation.hpp"
#include "harness/values/script.hpp"
#include "harness/values/source_facts.hpp"

namespace afresh::wire {

/// Ask a strategy's `adapt` to rewrite one version of one add-on.
struct AdaptRequest {
  StrategySource strategy;
  std::map<std::string, std::string> files;  ///< path → bytes
};
/// Ask for the table of imports, definitions and assignments of each source text.
struct FactsRequest {
  std::map<std::string, std::string> sources;  ///< path → Python text
};
/// Ask what a strategy file offers, without running it on anything.
struct DescribeRequest {
  StrategySource strategy;
};
using Request = std::variant<Script, AdaptRequest, FactsRequest, DescribeRequest>;

/// How a process hands over to its successor after `host.restart()`.
struct Handover {
  std::uint32_t op = 0;             ///< the operation that asked for it
  std::vector<std::string> wanted;  ///< add-ons to enable, in order
  bool keeps_disk = false;
  bool keeps_document = false;
  std::string document;
  std::vector<std::string> first_enabled;  ///< all names ever enabled, in order of the first time
};

struct OpStarted {
  std::uint32_t op = 0;
  std::int64_t at_us = 0;  ///< by a clock that all processes share and nobody sets
};
/// Perhaps by another process than started it.
struct OpEnded {
  std::uint32_t op = 0;
  OpResult result;
  std::int64_t at_us = 0;
};
struct StrategyDescription {
  std::string summary;  ///< first line of the docstring
  bool adapts = false;
  bool disables = false;
  bool installs = false;
};
struct AdaptedFiles {
  std::map<std::string, std::string> files;
};
/// The request itself could not be served: bad strategy, broken `adapt`.
struct RequestFailed {
  std::string message;
};
struct Finished {};

using Event =
    std::variant<OpStarted, OpEnded, Snapshot, LedgerEntry, BodyRun, SavedDocument, LeakCheck,
                 Handover, StrategyDescription, AdaptedFiles, SourceFacts, RequestFailed, Finished>;

std::string encode(const Request& request);
Request decode_request(std::string_view bytes);
std::string encode(const Event& event);
/// All events of a committed stream. Throws `DamagedBytes`.
std::vector<Event> decode_events(std::string_view bytes);

}  // namespace afresh::wire
