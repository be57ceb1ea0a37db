// Records → diagnostics: findings of one cause, under whatever way of reloading, fold into one.
// Pure: compares the members of findings and the add-on's own lines; runs and judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "harness/diagnosis/diagnostic.hpp"
#include "harness/diagnosis/python_source.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

struct DiagnosisInput {
  const std::vector<Record>& records;  ///< of one add-on
  const PythonSources& sources;        ///< of its files, with the lines that findings name
  /// The strategy that does what the host's user does: an exception under it is the add-on's fault
  /// where the edit takes away no name. Empty: none does.
  std::string host_way;
};

struct Diagnosis {
  std::vector<Diagnostic> diagnostics;  ///< errors first, then by harm, then by how many ways
  std::vector<std::string> judged;      ///< the strategies that refused nothing, in their order
  /// By strategy, the findings that make an aspect fail and are of no diagnostic: what the strategy
  /// does to every add-on.
  std::map<std::string, std::vector<Finding>> of_the_strategy;
};

[[nodiscard]] Diagnosis diagnose(const DiagnosisInput& input);

/// Errors first, then by harm, then by how many ways, then by place.
void sort_by_harm(std::vector<Diagnostic>& diagnostics);

}  // namespace afresh
