// The one Blender of this process as a host, and a folder for add-ons: a test reads as an add-on's
// text and the facts that must hold afterwards.
// SPDX-License-Identifier: MIT
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "harness/hosts/make_host.hpp"

namespace afresh {

class BlenderTest : public testing::Test {
 protected:
  void SetUp() override;
  /// Switches all add-ons of the test off, forgets their modules, deletes their files.
  void TearDown() override;

  [[nodiscard]] static Host& host();
  /// The kind of the Blender that is there.
  [[nodiscard]] static HostKind kind();

  /// Writes `addons/NAME/__init__.py`; `bpy` is imported in it.
  void write_addon(const std::string& name, const std::string& source);
  /// Writes it and switches it on.
  void enable_addon(const std::string& name, const std::string& source);
  void write_file(const std::string& path, const std::string& text);
  /// Runs statements, in which `bpy` and `sys` are imported.
  void run(const std::string& code);
  /// `repr` of an expression there.
  std::string eval(const std::string& expression);

  /// Entries of a registry as `LABEL NAME-OR-REPR owner=OWNER`.
  [[nodiscard]] static std::vector<std::string> registry(const std::string& probe);
  /// All registries but the document: `PROBE: …` of each entry.
  [[nodiscard]] static std::vector<std::string> everything();
  /// The ledger as `PROBE: WHAT owner=OWNER at FILE:LINE`, the file without its folder.
  [[nodiscard]] static std::vector<std::string> ledger();
  /// What `enable` raises: `ValueError: message`, or nothing.
  [[nodiscard]] static std::string error_of_enabling(const std::string& name);

  [[nodiscard]] static std::filesystem::path addons();

 private:
  py::Ref names_;
  std::vector<std::string> written_;
};

}  // namespace afresh
