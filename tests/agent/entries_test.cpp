// Going through what a container holds: order, end, and what may happen meanwhile.
// SPDX-License-Identifier: MIT
#include "harness/python/entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/agent/in_process.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// What an expression of Python gives.
py::Ref evaluate_expression(const char* expression) {
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::own(Py_CompileString(expression, "<test>", Py_eval_input));
  return py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
}

std::string text(PyObject* object) { return object == nullptr ? "" : py::to_string(object); }

std::vector<std::string> list_entries(PyObject* container) {
  std::vector<std::string> seen;
  py::for_each_entry(container, [&](PyObject* key, PyObject* value) {
    seen.push_back(text(key) + "=" + text(value));
  });
  return seen;
}

class Entries : public InProcess {};

TEST_F(Entries, ComeInTheOrderOfTheContainer) {
  EXPECT_THAT(list_entries(evaluate_expression("{'b': '1', 'a': '2'}").get()),
              ElementsAre("b=1", "a=2"));
  EXPECT_THAT(list_entries(evaluate_expression("['b', 'a']").get()), ElementsAre("=b", "=a"));
  EXPECT_THAT(list_entries(evaluate_expression("{'b', 'a'}").get()),
              UnorderedElementsAre("=b", "=a"));
}

TEST_F(Entries, OfWhatIsNoContainerAreNone) {
  EXPECT_THAT(list_entries(evaluate_expression("'text'").get()), IsEmpty());
  EXPECT_TRUE(py::for_each_item(nullptr, [](PyObject*, PyObject*) { return false; }));
  EXPECT_TRUE(py::for_each_item(evaluate_expression("['b']").get(),
                                [](PyObject*, PyObject*) { return false; }));
}

TEST_F(Entries, EndWhereOneSaysSo) {
  for (const char* container : {"{'a': 'x', 'b': 'y', 'c': 'z'}", "['x', 'y', 'z']"}) {
    std::vector<std::string> seen;
    bool is_through =
        py::for_each_entry(evaluate_expression(container).get(), [&](PyObject*, PyObject* value) {
          seen.push_back(text(value));
          return seen.back() != "y";
        });
    EXPECT_FALSE(is_through) << container;
    EXPECT_THAT(seen, ElementsAre("x", "y")) << container;
  }
}

TEST_F(Entries, LetThroughWhatIsThrown) {
  py::Ref dict = evaluate_expression("{'a': 'x'}");
  auto fail = [](PyObject*, PyObject*) { throw std::runtime_error("seen"); };
  EXPECT_THROW(py::for_each_item(dict.get(), fail), std::runtime_error);
}

TEST_F(Entries, MayGetOtherValuesMeanwhile) {
  py::Ref dict = evaluate_expression("{'a': 'x', 'b': 'y'}");
  py::for_each_item(dict.get(), [&](PyObject* key, PyObject*) {
    py::check(PyDict_SetItem(dict.get(), key, key));
  });
  EXPECT_THAT(list_entries(dict.get()), ElementsAre("a=a", "b=b"));
}

}  // namespace
}  // namespace afresh::testing
