// A host and a namespace of the test's own, so that a test reads as Python text and the facts
// that must hold afterwards.
// SPDX-License-Identifier: MIT
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "harness/hosts/make_host.hpp"

namespace afresh {

class HostTest : public testing::Test {
 protected:
  /// `module` is what add-ons of this host import.
  HostTest(std::unique_ptr<Host> host, const std::string& module);
  ~HostTest() override;

  /// Runs statements as module `case`, in which `H` is the host's module. Their file is `case.py`.
  void run(const std::string& code);
  /// `repr` of an expression there.
  std::string eval(const std::string& expression);
  /// `ValueError: message` that the statements raise; empty when they raise nothing.
  std::string raised_error(const std::string& code);
  /// Runs a module's source, with `H`, as that of file `/addons/NAME.py`, into `sys.modules`.
  void load(const std::string& name, const std::string& source);

  /// Entries of a probe as `LABEL NAME-OR-REPR owner=OWNER`.
  std::vector<std::string> registry(const std::string& probe);
  /// The ledger as `PROBE: WHAT owner=OWNER at WHERE`.
  std::vector<std::string> ledger();

  std::unique_ptr<Host> host_;
  py::Ref names_;

 private:
  void execute(const std::string& code, const std::string& file, PyObject* names);
  std::string describe(PyObject* object);
  std::vector<std::string> modules_;
};

class PlainHostTest : public HostTest {
 protected:
  PlainHostTest() : HostTest(make_host(HostKind::kPlain), "hostapi") {}
  void lenient() { host_->configure(TakenNames::kLenient); }
};

class BpyHostTest : public HostTest {
 protected:
  BpyHostTest() : HostTest(make_host(HostKind::kBpy), "bpy") {}
};

}  // namespace afresh
