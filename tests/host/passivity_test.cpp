// Looking at the registries runs no Python code and changes nothing.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

class Passivity : public PlainHostTest {
 protected:
  // Every registry holds something that shouts when it is asked anything.
  Passivity() {
    run(R"(
asked = []
class Meta(type):
    def __getattribute__(cls, name): asked.append(name); return type.__getattribute__(cls, name)
class Loud(metaclass=Meta):
    def __getattribute__(self, name): asked.append(name); return object.__getattribute__(self, name)
    def __repr__(self): asked.append('repr'); return ''
    def __hash__(self): asked.append('hash'); return 1
    def __eq__(self, other): asked.append('eq'); return self is other
    def __call__(self): asked.append('call')
class Key(str):
    def __repr__(self): asked.append('key'); return ''
    def __str__(self): asked.append('key'); return ''
    __hash__ = str.__hash__
    def __eq__(self, other): asked.append('key'); return str.__eq__(self, other)
class LoudOp(H.Operator, metaclass=Meta): pass
class Item(H.PropertyGroup, metaclass=Meta):
    x: H.Int()
loud = Loud()
H.register_class(LoudOp); H.register_class(Item)
H.handlers.append(loud); H.handlers.append(loud.__call__); H.add_timer(loud)
H.define_property(H.Scene, 'it', H.Pointer(Item)); H.scene.it.x = 3
H.state['loud'] = loud; H.state[loud] = LoudOp; H.state[Key('k')] = Loud
H.claim(Key('c')); H.draw = loud
asked.clear()
)");
  }

  /// Identity, label and owner of everything there is.
  std::vector<std::string> look() {
    std::vector<std::string> lines;
    for (const RegistryProbe& probe : host_->registries()) {
      for (const RegistryEntry& entry : probe.entries) {
        lines.push_back(probe.name + " " + entry.label + " " + entry.owner + " " +
                        std::to_string(reinterpret_cast<std::uintptr_t>(entry.object.get())));
      }
    }
    return lines;
  }
};

TEST_F(Passivity, TwoLooksAreEqual) {
  const std::vector<std::string> first = look();
  EXPECT_EQ(first.size(), 12u);
  EXPECT_EQ(look(), first);
}

TEST_F(Passivity, NoCodeOfTheSubjectIsAsked) {
  (void)look();
  EXPECT_EQ(eval("asked"), "[]");
}

TEST_F(Passivity, AProfileFunctionIsNeverCalled) {
  run("calls = []\ndef profile(frame, event, arg): calls.append(event)\nsys.setprofile(profile)");
  run("calls.clear()");
  // The statement that clears the list is itself profiled while it returns.
  py::Ref calls = py::own_borrowed(PyDict_GetItemString(names_.get(), "calls"));
  const Py_ssize_t before = PyList_Size(calls.get());
  (void)host_->registries();
  const Py_ssize_t after = PyList_Size(calls.get());
  run("sys.setprofile(None)");
  EXPECT_EQ(after, before);
}

TEST_F(Passivity, NoCollectionBeginsMeanwhile) {
  run(R"(
collected = []
def watch(phase, info): collected.append(phase)
gc.enable(); threshold = gc.get_threshold(); gc.callbacks.append(watch); gc.set_threshold(1)
)");
  py::Ref collected = py::own_borrowed(PyDict_GetItemString(names_.get(), "collected"));
  const Py_ssize_t before = PyList_Size(collected.get());
  (void)host_->registries();
  const Py_ssize_t after = PyList_Size(collected.get());
  run("gc.set_threshold(*threshold); gc.callbacks.remove(watch)");
  EXPECT_EQ(after, before);
  EXPECT_EQ(eval("gc.isenabled()"), "True");
}

TEST_F(Passivity, ACollectorThatIsOffStaysOff) {
  run("gc.disable()");
  (void)host_->registries();
  EXPECT_EQ(eval("gc.isenabled()"), "False");
  run("gc.enable()");
}

TEST_F(Passivity, NoAnnotationsAppearOnAClass) {
  run("class Bare(H.Operator): pass\nH.register_class(Bare)");
  (void)look();
  EXPECT_EQ(eval("'__annotations__' in vars(Bare)"), "False");
}

}  // namespace
}  // namespace afresh
