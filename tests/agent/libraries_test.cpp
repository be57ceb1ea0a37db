// What an add-on imports of the library is a name: a snapshot does not grow with it.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/agent/graph_reader.hpp"
#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using testing::at;
using ::testing::Contains;
using testing::observe;

Snapshot with_imports(const std::string& imports) {
  return observe({.steps = "enable demo",
                  .files = {{"1/demo/__init__.py",
                             imports + "\ndef register(): pass\ndef unregister(): pass"}}},
                 "do-nothing")
      .snapshots.front();
}

class LibraryImport : public ::testing::TestWithParam<const char*> {};

TEST_P(LibraryImport, AddsFewerThanTwentyNodes) {
  std::size_t without = with_imports("").graph.nodes.size();
  EXPECT_LT(with_imports(GetParam()).graph.nodes.size(), without + 20);
}

INSTANTIATE_TEST_SUITE_P(
    Libraries, LibraryImport,
    ::testing::Values("import pathlib", "import json, decimal, xml.dom.minidom",
                      "from pathlib import *", "from typing import *",
                      "from decimal import Decimal, getcontext; context = getcontext()",
                      "import asyncio, concurrent.futures, email, http.client, unittest.mock"));

TEST(LibraryImport, IsListed) {
  Snapshot snapshot = with_imports("import xml.dom.minidom");
  EXPECT_THAT(snapshot.libraries, Contains("xml.dom.minidom"));
  EXPECT_EQ(at(snapshot, {"demo", ".xml"}), "module xml");
}

}  // namespace
}  // namespace afresh
