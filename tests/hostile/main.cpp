// Runs the tests, or is a worker of one. Where it is allowed, the temporary folders are this
// process's own: what others do there meanwhile is not taken for ours.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <string>

#include "harness/worker/sandbox.hpp"
#include "harness/worker/worker.hpp"

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  if (afresh::worker::enter_namespaces(false) != afresh::worker::NamespaceEntry::kNothing) {
    for (const std::string folder : {"/tmp", "/var/tmp", "/dev/shm"}) {
      if (!std::string(AFRESH_SOURCE_DIR).starts_with(folder + "/"))
        mount("test", folder.c_str(), "tmpfs", 0, "mode=1777");
    }
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
