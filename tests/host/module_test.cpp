// The module itself: what it looks like from Python, and what is left when its host goes.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

class HostModule : public PlainHostTest {};

TEST_F(HostModule, TypesSayWhereTheyComeFrom) {
  EXPECT_EQ(
      eval("{t.__module__ for t in (H.Operator, H.Panel, H.PropertyGroup, H.Property, H.Scene, "
           "H.Object, type(H.handlers))}"),
      "{'hostapi'}");
  EXPECT_EQ(eval("{type(t) for t in (H.Operator, H.Panel, H.PropertyGroup)}"), "{<class 'type'>}");
  EXPECT_EQ(eval("H.register_class.__module__, H.draw.__module__"), "('hostapi', 'hostapi')");
}

TEST_F(HostModule, HasASpecAndIsTheHostsModule) {
  EXPECT_EQ(eval("H.__spec__.name"), "'hostapi'");
  run("import importlib.util");
  EXPECT_EQ(eval("importlib.util.find_spec('hostapi') is H.__spec__"), "True");
  EXPECT_EQ(eval("sys.modules['hostapi'] is H"), "True");
}

TEST_F(HostModule, DrawDoesNothing) { EXPECT_EQ(eval("H.draw(), H.draw(1, 2)"), "(None, None)"); }

TEST_F(HostModule, AnErrorLoadsNoModule) {
  run("before = set(sys.modules)");
  raised_error("H.register_class(5)");
  EXPECT_EQ(eval("set(sys.modules) - before"), "set()");
}

TEST_F(HostModule, WhatIsStillHeldAfterTheHostWentRaises) {
  run(R"(
def on(): pass
H.define_property(H.Scene, 'n', H.Int(3))
scene, handlers = H.scene, H.handlers
)");
  host_.reset();
  EXPECT_EQ(eval("'hostapi' in sys.modules"), "False");
  EXPECT_EQ(raised_error("H.claim('a')"), "RuntimeError: hostapi: the host is gone");
  EXPECT_EQ(raised_error("scene.n"), "RuntimeError: hostapi: the host is gone");
  EXPECT_EQ(raised_error("handlers.append(on)"), "");
  host_ = make_host(HostKind::kPlain);
}

}  // namespace
}  // namespace afresh
