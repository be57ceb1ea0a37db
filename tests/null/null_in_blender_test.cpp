// Nothing is wrong in the real Blenders of this machine either, where nothing is.
// AFRESH_BLENDER_NULL_CASES sets the number of packages for each of them.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>

#include "generators/generate.hpp"
#include "harness/installations/find_installations.hpp"
#include "harness/installations/interpreter.hpp"
#include "tests/null/null_trials.hpp"

namespace afresh::testing {
namespace {

using engine::Variant;
using ::testing::IsEmpty;

constexpr int kDefaultCases = 50;

int number_of_cases() {
  const char* asked = std::getenv("AFRESH_BLENDER_NULL_CASES");
  return std::max(1, asked == nullptr ? kDefaultCases : std::atoi(asked));
}

class NullInBlender : public ::testing::TestWithParam<HostKind> {};

TEST_P(NullInBlender, RestartsAndCorrectPurgesHaveNoFindingAndDoingNothingIsCaught) {
  const HostKind host = GetParam();
  const std::vector<Installation> found = find_installations(read_surroundings());
  const auto installed = std::ranges::find_if(
      found, [&](const Installation& each) { return each.host == host && each.is_usable(); });
  if (installed == found.end())
    GTEST_SKIP() << name_of(host) << " is not here; expected what 'afresh hosts add' makes";
  // Up to 4.2 Blender never lets go of a property group that was registered.
  const Objection wrong =
      host <= HostKind::kBlender42 ? not_silent_but_for_the_hosts_leaks : not_silent;
  EXPECT_THAT(objections({.first = 0, .count = number_of_cases()},
                         {{"restart-clean", Variant::kOtherSeed, not_silent_but_for_the_document},
                          {"purge-dotted", Variant::kBase, wrong},
                          {"purge-dotted-collect", Variant::kBase, wrong},
                          {"do-nothing", Variant::kBase, not_caught, 10}},
                         [&](int index) { return generate_case(kSeed, index, {.host = host}); },
                         {{host, interpreter_of(*installed)}}),
              IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Every, NullInBlender,
                         ::testing::Values(HostKind::kBlender34, HostKind::kBlender42,
                                           HostKind::kBlender45, HostKind::kBlender50,
                                           HostKind::kBlender51, HostKind::kBlender52,
                                           HostKind::kBlender53),
                         [](const auto& host) {
                           std::string name(name_of(host.param));
                           std::erase_if(name, [](char c) { return c == '-' || c == '.'; });
                           return name;
                         });

}  // namespace
}  // namespace afresh::testing
