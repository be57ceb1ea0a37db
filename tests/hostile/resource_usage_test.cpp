// What the processes of a trial take together is counted, and what they share once.
// SPDX-License-Identifier: MIT
#include "harness/worker/resource_usage.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <functional>

#include "harness/worker/guard.hpp"
#include "harness/worker/sandbox.hpp"

namespace afresh::worker {
namespace {

constexpr std::size_t kSome = std::size_t{16} << 20;
constexpr int kChildren = 8;

int wait_for_exit(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WEXITSTATUS(status);
}

void touch_some() {
  void* some = mmap(nullptr, kSome, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  std::memset(some, 1, kSome);
}

// Children that are all there, each after it has done `work`.
void start_children(const std::function<void()>& work) {
  int ends[2];
  if (pipe(ends) != 0) _exit(99);
  char byte = 0;
  for (int i = 0; i < kChildren; ++i) {
    if (fork() == 0) {
      work();
      if (write(ends[1], &byte, 1) != 1) _exit(1);
      while (true) pause();
    }
  }
  for (int i = 0; i < kChildren; ++i) {
    if (read(ends[0], &byte, 1) != 1) _exit(99);
  }
}

// What the resource usage is in the first process of a namespace, after `begin` was run there.
std::int32_t excess_after(const std::function<void()>& begin, ResourceUsage::Bounds bounds) {
  pid_t outside = fork();
  if (outside == 0) {
    if (enter_namespaces(true) == NamespaceEntry::kNothing) _exit(99);
    pid_t first = fork();
    if (first != 0) _exit(wait_for_exit(first));
    if (mount_private_proc() < 0) _exit(99);
    begin();
    std::int32_t excess = ResourceUsage(true, bounds).excess();
    _exit(excess == 0 ? 0 : excess - kProcessLimitExceeded + 1);
  }
  int status = wait_for_exit(outside);
  return status == 0 ? 0 : status - 1 + kProcessLimitExceeded;
}

class Counted : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!can_use_pid_namespace()) GTEST_SKIP() << "this machine allows no namespaces";
  }
};

TEST_F(Counted, AreProcesses) {
  auto begin = [] { start_children([] {}); };
  EXPECT_EQ(excess_after(begin, {.processes = kChildren - 1}), kProcessLimitExceeded);
  EXPECT_EQ(excess_after(begin, {.processes = kChildren}), 0);
}

TEST_F(Counted, IsMemoryOfAllTogether) {
  auto begin = [] { start_children(touch_some); };
  EXPECT_EQ(excess_after(begin, {.bytes = (kChildren - 1) * kSome}), kMemoryLimitExceeded);
  EXPECT_EQ(excess_after(begin, {.bytes = (kChildren + 2) * kSome}), 0);
}

TEST_F(Counted, IsSharedMemoryOnce) {
  auto begin = [] {
    touch_some();
    start_children([] {});
  };
  EXPECT_EQ(excess_after(begin, {.bytes = 2 * kSome}), 0);
}

}  // namespace
}  // namespace afresh::worker
