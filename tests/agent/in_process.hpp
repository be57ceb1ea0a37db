// The agent seen from inside: an interpreter in the test's own process, an add-on laid out as text,
// and snapshots taken by calling. What one test loads is forgotten before the next.
// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "harness/agent/agent.hpp"
#include "harness/agent/baseline/baseline.hpp"
#include "harness/agent/layout.hpp"
#include "harness/agent/ownership/loads.hpp"
#include "harness/agent/ownership/ownership.hpp"
#include "harness/agent/snapshot/snapshot.hpp"

namespace afresh::testing {

/// From `main`, once: the interpreter that the first test of this kind starts ends after the last.
void register_interpreter();

/// The add-on under test is `demo`.
class InProcess : public ::testing::Test {
 protected:
  InProcess();
  ~InProcess() override;

  /// Writes the files and imports `demo` into the test's namespace.
  void load(const std::vector<FileChange>& files);
  /// Runs statements in the test's namespace, which no snapshot looks into.
  void run(const std::string& code);
  /// `repr` of an expression there.
  std::string eval(const std::string& expression);
  /// An object of that namespace.
  py::Ref object(const std::string& name);
  /// As after an enable or reload: what is new in it is a load of its own.
  [[nodiscard]] Snapshot snapshot();
  [[nodiscard]] agent::SnapshotContext context();

  agent::Agent& agent_;
  agent::Layout layout_;
  agent::Ownership ownership_;
  agent::Loads loads_;
  agent::Fingerprints fingerprints_;

 private:
  py::Ref evaluate(const std::string& code, int mode);
  py::Ref names_;
};

}  // namespace afresh::testing
