// Everything a report writer needs, as one plain value: the end of the data flow.
// Filled in by cli/ from what the oracles said; the writers beside this file only read it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// What a comparison ran on. With one environment, equal records are expected of every run.
struct Environment {
  std::string afresh_version;
  std::string python_version;
  std::string compiler;
  std::string isolation;  ///< `fork` or `spawn`
  std::uint64_t seed = 0;
  std::vector<std::string> hosts;
};

/// What the choice of a witness and its replay command need to know of a case.
struct CaseFacts {
  std::size_t bytes = 0;      ///< length of the case as a file: the size of a witness
  bool is_generated = false;  ///< tallied apart from the scenarios; a witness only where none fails
  std::string replay_argument;  ///< after `replay`: `scenarios/x.case`, `--generated-case 7:12`
  std::string host = {};  ///< that it is written for, and may not have run in; empty: not known
  Case value = {};        ///< story, steps and files, for who shows them
};

/// What a strategy's own file says of it; each is empty where it says nothing.
struct StrategyFacts {
  std::string family;    ///< the sort of technique: `reload in place`
  std::string in_short;  ///< the technique in a few words: `exact name or dot; gc`
  std::string order;     ///< where nothing but the order of its reloads tells it from others
};

/// The records in the order of the report: by case, then by strategy, each as it was asked for.
struct Report {
  Environment environment;
  std::vector<Record> records;
  std::map<std::string, CaseFacts> cases;  ///< by `Record::case_name`
  std::map<std::string, std::string>
      strategy_arguments;  ///< after `--strategy`, where not the name
  std::map<std::string, std::string> strategy_summaries;  ///< one sentence each, where known
  std::map<std::string, StrategyFacts> strategy_facts;    ///< where known
  double wall_s = 0;  ///< seconds that the whole run took; 0: not known, as where it was read
};

}  // namespace afresh
