// The null test by feature: for an add-on that uses it, a correct purge differs from a fresh start
// in nothing, and not reloading at all is seen. SPDX-License-Identifier: MIT
#include "tests/agent/features.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using testing::Feature;
using ::testing::StartsWith;

std::string with_number(std::string_view text, std::string_view number) {
  std::string result(text);
  return result.replace(result.find('$'), 1, number);
}

using PythonFeature = ::testing::TestWithParam<Feature>;

TEST_P(PythonFeature, IsSeenToBeOldOnlyWhereItIs) {
  std::string_view text = GetParam().text;
  Case context = testing::case_from_text(
      testing::case_text({.steps = "enable demo; edit demo 2; reload demo; disable demo; enable "
                                   "demo; edit demo 1; reload demo; disable demo",
                          .files = {{"1/demo/__init__.py",
                                     "from .part import *\nfrom . import part\n"
                                     "def register(): pass\n"
                                     "def unregister(): getattr(part, 'forget', int)()"},
                                    {"1/demo/part.py", with_number(text, "1")},
                                    {"2/demo/part.py", with_number(text, "22")}}}));

  std::vector<Record> records =
      testing::run_all(testing::shared_worker_pool(), context,
                       {testing::shipped("do-nothing"), testing::shipped("restart-clean"),
                        testing::shipped("purge-dotted-collect")});

  EXPECT_THAT(testing::verdict_text(records[0]), StartsWith("fresh=fail"));
  // Caches of the interpreter may keep an old class, which is no fault of the purge.
  std::erase_if(records[2].findings, [](const Finding& finding) {
    return finding.attribution == Attribution::kInterpreter;
  });
  for (const Record& record : {records[1], records[2]})
    EXPECT_EQ(testing::verdict_text(record), "fresh=pass process-state=pass clean=pass leaks=pass")
        << testing::record_text(record);
}

INSTANTIATE_TEST_SUITE_P(Features, PythonFeature,
                         ::testing::ValuesIn(testing::features().begin(),
                                             testing::features().end()),
                         [](const auto& feature) { return std::string(feature.param.name); });

}  // namespace
}  // namespace afresh
