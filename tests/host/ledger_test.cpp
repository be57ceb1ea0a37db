// Owner and line of what the ledger notes.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;

class Ledger : public PlainHostTest {};

TEST_F(Ledger, NotesEverySuccessWithItsLine) {
  load("demo", R"(
class Op(H.Operator): pass
def tick(): pass
def register():
    H.register_class(Op)
    H.define_property(H.Scene, 'n', H.Int())
    H.add_timer(tick)
    H.claim('port:1')
def unregister():
    H.release('port:1')
    H.remove_timer(tick)
    H.remove_property(H.Scene, 'n')
    H.unregister_class(Op)
)");
  host_->enable("demo");
  host_->disable("demo");
  EXPECT_THAT(ledger(),
              ElementsAre("hostapi.classes: Op owner=demo at /addons/demo.py:5",
                          "hostapi.properties: Scene.n owner=demo at /addons/demo.py:6",
                          "hostapi.timers: tick owner=demo at /addons/demo.py:7",
                          "hostapi.claims: port:1 owner=demo at /addons/demo.py:8",
                          "hostapi.claims removed: port:1 owner=demo at /addons/demo.py:10",
                          "hostapi.timers removed: tick owner=demo at /addons/demo.py:11",
                          "hostapi.properties removed: Scene.n owner=demo at /addons/demo.py:12",
                          "hostapi.classes removed: Op owner=demo at /addons/demo.py:13"));
}

TEST_F(Ledger, OwnerOfAnImportIsTheTopPackageOfTheFrame) {
  load("demo.sub.mod", "H.claim('a')");
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: a owner=demo at /addons/demo.sub.mod.py:1"));
}

TEST_F(Ledger, CurrentOwnerGoesBeforeTheFrame) {
  load("helper", "def claim(name): H.claim(name)");
  load("demo", "import helper\ndef register(): helper.claim('a')");
  host_->call_register("demo");
  run("sys.modules['helper'].claim('b')");
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: a owner=demo at /addons/helper.py:1",
                                    "hostapi.claims: b owner=helper at /addons/helper.py:1"));
}

TEST_F(Ledger, OwnerIsGivenBackAfterAnException) {
  load("demo", "def register(): raise RuntimeError('x')");
  EXPECT_THROW(host_->enable("demo"), py::PythonError);
  run("H.claim('a')");
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: a owner=case at case.py:1"));
}

TEST_F(Ledger, ARegistrationWithoutPythonFrameHasNoOwner) {
  py::Ref claim = py::attribute(host_->api_module().get(), "claim");
  py::own(PyObject_CallFunction(claim.get(), "s", "a"));
  EXPECT_THAT(ledger(), ElementsAre("hostapi.claims: a owner= at "));
}

}  // namespace
}  // namespace afresh
