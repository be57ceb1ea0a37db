// Requirements and versions, as PEP 440 compares them. SPDX-License-Identifier: MIT
#include "harness/installations/requirement.hpp"

#include <gmock/gmock.h>

#include "harness/installations/host_version.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

bool allows(std::string_view requirement, std::string_view version) {
  const auto parsed = parse_requirement(requirement);
  EXPECT_TRUE(parsed) << requirement;
  return parsed && parsed->allows(version);
}

TEST(Requirement, AllowsWhatBeginsSoOrThatVersionAlone) {
  EXPECT_TRUE(allows("bpy==5.0.*", "5.0.1"));
  EXPECT_TRUE(allows("bpy==5.0.*", "5.0"));
  EXPECT_FALSE(allows("bpy==5.0.*", "5.1.0"));
  EXPECT_TRUE(allows("bpy==4.*", "4.10.2"));
  EXPECT_TRUE(allows("bpy==5.0.1", "5.0.1"));
  EXPECT_FALSE(allows("bpy==5.0.1", "5.0.10"));
  EXPECT_TRUE(allows("bpy==5.0", "5.0.0"));
  EXPECT_FALSE(allows("bpy==5.0", "5.0.1"));
}

TEST(Requirement, AllowsNoVersionThatIsStillToCome) {
  EXPECT_FALSE(allows("bpy==5.1.*", "5.1.0rc1"));
  EXPECT_FALSE(allows("bpy==5.1.*", "5.1.0.dev3"));
}

TEST(Requirement, TakesTheNewestByNumberAndNotByLetter) {
  const auto requirement = parse_requirement("bpy==4.*");
  ASSERT_TRUE(requirement);
  EXPECT_EQ(newest_allowed(*requirement, {"4.9.0", "4.10.0", "5.0.0", "4.2.23"}), "4.10.0");
  EXPECT_EQ(newest_allowed(*requirement, {"5.0.0"}), std::nullopt);
}

TEST(Requirement, RefusesAllElse) {
  for (const char* text : {"", "bpy", "bpy>=5.0", "bpy==", "bpy==*", "bpy==.*", "bpy==5.0.*.*",
                           "bpy==5.", "bpy==x", "bpy==5.0 --index-url=x", "numpy==1.0",
                           "bpy===5.0.1", "-r file", "bpy==5.0.1;x", "bpy==99999999999999999999"}) {
    const auto parsed = parse_requirement(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_THAT(parsed.error().message, HasSubstr("expected one like bpy==5.0.* or bpy==5.0.1"));
  }
}

TEST(HostVersion, IsThatOfTheRowOfItsFirstTwoNumbers) {
  EXPECT_EQ(host_of_version("5.0.1"), HostKind::kBlender50);
  EXPECT_EQ(host_of_version("4.2.0-rc1"), HostKind::kBlender42);
  EXPECT_EQ(host_of_version("4.3.0"), std::nullopt);
  EXPECT_EQ(host_of_version("5"), std::nullopt);
  EXPECT_EQ(host_of_version(""), std::nullopt);
  EXPECT_EQ(version_of_host(HostKind::kBlender34), "3.4");
  EXPECT_EQ(version_of_host(HostKind::kBpy42), "");
}

TEST(HostVersion, ReadsNumbersUpToWhatIsNone) {
  EXPECT_THAT(version_numbers("4.2.0-rc1"), ElementsAre(4, 2, 0));
  EXPECT_THAT(version_numbers("x"), IsEmpty());
  EXPECT_THAT(version_numbers("-1.2"), IsEmpty());
}

}  // namespace
}  // namespace afresh
