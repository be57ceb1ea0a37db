// The null test by feature: for an add-on that uses it, a correct purge differs from a fresh start
// in nothing, and not reloading at all is seen. SPDX-License-Identifier: MIT
#include "tests/agent/features.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/agent/observed.hpp"
#include "tests/engine/subject.hpp"

namespace afresh {
namespace {

using testing::Feature;
using ::testing::StartsWith;

std::string with_number(std::string_view text, std::string_view number) {
  std::string result(text);
  return result.replace(result.find('$'), 1, number);
}

class PythonFeature : public ::testing::TestWithParam<Feature> {
 protected:
  PythonFeature() : laboratory_(testing::workers()) {}

  static Case a_case() {
    std::string_view text = GetParam().text;
    return testing::case_of(
        testing::case_text({.steps = "enable demo; edit demo 2; reload demo; disable demo; enable "
                                     "demo; edit demo 1; reload demo; disable demo",
                            .files = {{"1/demo/__init__.py",
                                       "from .part import *\nfrom . import part\n"
                                       "def register(): pass\n"
                                       "def unregister(): getattr(part, 'forget', int)()"},
                                      {"1/demo/part.py", with_number(text, "1")},
                                      {"2/demo/part.py", with_number(text, "22")}}}));
  }
  Record judged(const std::string& strategy) {
    return testing::run_once(laboratory_, a_case(), testing::shipped(strategy));
  }

  engine::Laboratory laboratory_;
};

TEST_P(PythonFeature, DiffersInNothingAfterACorrectPurge) {
  Record record = judged("purge-dotted-collect");
  // Caches of the interpreter may keep an old class, which is no fault of the purge.
  std::erase_if(record.findings, [](const Finding& finding) {
    return finding.attribution == Attribution::kInterpreter;
  });
  EXPECT_EQ(testing::told(record), "fresh=pass surface=pass clean=pass leak=pass")
      << testing::written(record);
}

TEST_P(PythonFeature, DiffersInNothingAfterACleanRestart) {
  Record record = judged("restart-clean");
  EXPECT_EQ(testing::told(record), "fresh=pass surface=pass clean=pass leak=pass")
      << testing::written(record);
}

TEST_P(PythonFeature, IsSeenToBeOldWhenNothingIsReloaded) {
  EXPECT_THAT(testing::told(judged("do-nothing")), StartsWith("fresh=fail"));
}

INSTANTIATE_TEST_SUITE_P(Features, PythonFeature,
                         ::testing::ValuesIn(testing::features().begin(),
                                             testing::features().end()),
                         [](const auto& feature) { return std::string(feature.param.name); });

}  // namespace
}  // namespace afresh
