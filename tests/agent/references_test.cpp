// No reference of ours leaks: counted by a debug build of CPython, which knows the sum of all
// references. SPDX-License-Identifier: MIT
#include "tests/agent/features.hpp"
#include "tests/agent/in_process.hpp"

namespace afresh {
namespace {

constexpr int kWarmUp = 3;  ///< rounds in which caches of the interpreter fill
constexpr int kRounds = 10;

class References : public testing::InProcess {
 protected:
  /// What the sum of references grows by in a round of `act`, whole numbers.
  template <typename Act>
  long growth(const Act& act) {
    for (int i = 0; i < kWarmUp; ++i) act();
    long before = total();
    for (int i = 0; i < kRounds; ++i) act();
    return (total() - before) / kRounds;
  }
  long total() {
    run("gc.collect(); now = sys.gettotalrefcount()");
    return std::stol(eval("now"));
  }
};

class ReferencesOfFeature : public References,
                            public ::testing::WithParamInterface<testing::Feature> {};

TEST_P(ReferencesOfFeature, AreGivenBackByASnapshot) {
  std::string text(GetParam().text);
  text.replace(text.find('$'), 1, "1");
  load({{"demo/__init__.py", "from . import part"}, {"demo/part.py", text}});
  EXPECT_EQ(growth([&] { static_cast<void>(snapshot()); }), 0);
}

INSTANTIATE_TEST_SUITE_P(Each, ReferencesOfFeature, ::testing::ValuesIn(testing::features()),
                         [](const auto& each) { return std::string(each.param.name); });

TEST_F(References, AreGivenBackByEnableAndDisable) {
  layout_.write(
      {.changes = {{"demo.py", "def register(): pass\ndef unregister(): pass\n"}}, .second = 0});
  EXPECT_EQ(growth([&] {
              agent_.host().enable("demo");
              static_cast<void>(snapshot());
              agent_.host().disable("demo");
            }),
            0);
}

TEST_F(References, ACountedLeakIsSeen) {
  py::Ref kept = py::own(PyList_New(0));
  EXPECT_GT(growth([&] { Py_INCREF(kept.get()); }), 0);
  for (int i = 0; i < kWarmUp + kRounds; ++i) Py_DECREF(kept.get());
}

}  // namespace
}  // namespace afresh
