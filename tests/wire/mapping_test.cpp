// The shared memory keeps what was committed, and only that.
// SPDX-License-Identifier: MIT
#include "harness/wire/mapping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace afresh::wire {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class MappingTest : public ::testing::Test {
 protected:
  MappingTest() : descriptor_(Mapping::make_file()), mapping_(descriptor_) {}
  ~MappingTest() override { close(descriptor_); }

  int descriptor_;
  Mapping mapping_;
};

TEST_F(MappingTest, GivesTheOtherEndTheRequest) {
  mapping_.set_request(FactsRequest{{{"a.py", "x = 1"}}});
  Mapping other(descriptor_);
  EXPECT_EQ(std::get<FactsRequest>(decode_request(other.request())).sources.at("a.py"), "x = 1");
}

TEST_F(MappingTest, KeepsWhatWasCommittedBeforeTheProcessDied) {
  mapping_.set_request(DescribeRequest{});
  pid_t child = fork();
  if (child == 0) {
    mapping_.commit(OpStarted{7});
    _exit(1);
  }
  waitpid(child, nullptr, 0);
  auto events = decode_events(mapping_.events());
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_EQ(std::get<OpStarted>(events.front()).op, 7U);
}

TEST_F(MappingTest, ForgetsEventsAndHandoverWithTheNextRequest) {
  mapping_.set_request(DescribeRequest{});
  mapping_.commit(Finished{});
  mapping_.set_handover(true);
  mapping_.set_request(DescribeRequest{});
  EXPECT_THAT(decode_events(mapping_.events()), IsEmpty());
  EXPECT_FALSE(mapping_.handover_requested());
}

TEST_F(MappingTest, CannotBeMadeShorterByAnyoneWhoHasItsDescriptor) {
  EXPECT_EQ(ftruncate(descriptor_, 0), -1);
  EXPECT_EQ(ftruncate(descriptor_, kMappingBytes * 2), -1);
  mapping_.set_request(DescribeRequest{});
}

TEST_F(MappingTest, GivesMemoryBackWhenItForgets) {
  mapping_.set_request(DescribeRequest{});
  mapping_.commit(Finished{});
  mapping_.forget();
  struct stat file {};
  ASSERT_EQ(fstat(descriptor_, &file), 0);
  EXPECT_EQ(file.st_blocks, 0);
  EXPECT_THAT(decode_events(mapping_.events()), IsEmpty());
}

TEST_F(MappingTest, RefusesAnEventThatHasNoRoomAndKeepsTheOthers) {
  mapping_.set_request(DescribeRequest{});
  mapping_.commit(OpStarted{1});
  // One string for all copies: only what is written is there.
  std::size_t room = kMappingBytes - kRequestBytes;
  EXPECT_THROW(mapping_.commit(RequestFailed{std::string(room, 'x')}), std::length_error);
  EXPECT_THAT(decode_events(mapping_.events()), SizeIs(1));
}

TEST_F(MappingTest, RefusesARequestThatHasNoRoom) {
  EXPECT_THROW(mapping_.set_request(FactsRequest{{{"a.py", std::string(kRequestBytes, 'x')}}}),
               std::length_error);
}

TEST_F(MappingTest, LooksNoFurtherThanItsOwnEndWhateverTheHeaderSays) {
  mapping_.set_request(DescribeRequest{});
  // As a trial could: every byte of the header set.
  constexpr std::size_t kPage = 4096;
  void* header = mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
  ASSERT_NE(header, MAP_FAILED);
  std::fill_n(static_cast<unsigned char*>(header), kPage, static_cast<unsigned char>(0xff));
  munmap(header, kPage);
  EXPECT_LE(mapping_.request().size(), kRequestBytes);
  EXPECT_LE(mapping_.events().size(), kMappingBytes);
  EXPECT_FALSE(mapping_.handover_requested());
}

}  // namespace
}  // namespace afresh::wire
