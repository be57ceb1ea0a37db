// SPDX-License-Identifier: MIT
#include "harness/worker/resource_usage.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "harness/values/limits.hpp"

namespace afresh::worker {
namespace {

// A file below /proc as a C string; empty where its process has ended.
class ProcText {
 public:
  ProcText(int folder, const char* process, const char* file) {
    char path[64];
    std::snprintf(path, sizeof path, "%s/%s", process, file);
    int fd = openat(folder, path, O_RDONLY | O_CLOEXEC);
    ssize_t size = fd < 0 ? 0 : read(fd, text_, sizeof text_ - 1);
    text_[size > 0 ? size : 0] = '\0';
    if (fd >= 0) close(fd);
  }
  [[nodiscard]] const char* get() const { return text_; }

 private:
  char text_[4096];
};

// Memory of its own, and what it shares with its parent since they parted: proc_pid_statm(5).
std::size_t private_bytes(int folder, const char* process) {
  unsigned long size = 0;
  unsigned long resident = 0;
  unsigned long shared = 0;
  ProcText text(folder, process, "statm");
  if (std::sscanf(text.get(), "%lu %lu %lu", &size, &resident, &shared) != 3) return 0;
  return (resident - shared) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// The same with shared pages divided among those who share them: right, and slow.
std::size_t proportional_bytes(int folder, const char* process) {
  ProcText text(folder, process, "smaps_rollup");
  const char* line = std::strstr(text.get(), "Pss_Anon:");
  return line == nullptr ? 0 : std::strtoul(line + std::strlen("Pss_Anon:"), nullptr, 10) * 1024;
}

// Calls `visit` with the name of each process but the first, until it says that it is enough.
template <typename Visit>
void for_each_process(int folder, Visit visit) {
  alignas(dirent64) char buffer[4096];
  lseek(folder, 0, SEEK_SET);
  for (long size = 0; (size = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0;) {
    for (long at = 0; at < size;) {
      auto* entry = reinterpret_cast<dirent64*>(buffer + at);
      at += entry->d_reclen;
      bool is_process = entry->d_name[0] >= '1' && entry->d_name[0] <= '9';
      bool is_first = std::string_view(entry->d_name) == "1";
      if (is_process && !is_first && !visit(entry->d_name)) return;
    }
  }
}

std::size_t all_bytes(int folder, std::size_t (*bytes_of)(int, const char*)) {
  std::size_t bytes = 0;
  for_each_process(folder, [&](const char* process) {
    bytes += bytes_of(folder, process);
    return true;
  });
  return bytes;
}

}  // namespace

ResourceUsage::ResourceUsage(bool is_possible, Bounds bounds)
    : bounds_(bounds),
      folder_(is_possible ? open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1) {}

ResourceUsage::~ResourceUsage() {
  if (folder_ >= 0) close(folder_);
}

std::int32_t ResourceUsage::excess() const {
  if (folder_ < 0) return 0;
  // The number first, and no further than the bound: where there are very many, each moment counts.
  int processes = 0;
  for_each_process(folder_, [&](const char*) { return ++processes <= bounds_.processes; });
  if (processes > bounds_.processes) return kProcessLimitExceeded;
  if (all_bytes(folder_, private_bytes) <= bounds_.bytes) return 0;
  return all_bytes(folder_, proportional_bytes) > bounds_.bytes ? kMemoryLimitExceeded : 0;
}

}  // namespace afresh::worker
