// SPDX-License-Identifier: MIT
#include "harness/worker/scratch.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "harness/worker/protocol.hpp"

namespace fs = std::filesystem;

namespace afresh::worker {
namespace {

constexpr const char* kFolders[] = {"addons", "home", "tmp"};

bool write_text(const char* path, const std::string& text) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  bool is_written = write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  close(fd);
  return is_written;
}

// Without privileges a user namespace gives the right to mount; ids stay what they were.
bool enter_namespaces() {
  if (unshare(CLONE_NEWNS) == 0) return true;
  uid_t user = getuid();
  gid_t group = getgid();
  if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  std::string user_map = std::to_string(user) + " " + std::to_string(user) + " 1";
  std::string group_map = std::to_string(group) + " " + std::to_string(group) + " 1";
  return write_text("/proc/self/setgroups", "deny") && write_text("/proc/self/uid_map", user_map) &&
         write_text("/proc/self/gid_map", group_map);
}

bool mount_private_tmp() {
  return enter_namespaces() && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount("afresh", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "size=1g,mode=1777") == 0;
}

// The kernel's own record of a directory entry, see getdents64(2).
struct Entry {
  ino64_t inode;
  off64_t offset;
  unsigned short size;
  unsigned char type;
  char name[1];
};

void clear_folder(int folder, int depth) {
  constexpr int kDeepest = 64;
  alignas(Entry) char buffer[4096];
  bool removed_some = true;
  // Removing entries while reading may skip some: begin again until nothing is left to remove.
  while (removed_some) {
    removed_some = false;
    lseek(folder, 0, SEEK_SET);
    long size = 0;
    while ((size = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0) {
      for (long at = 0; at < size;) {
        auto* entry = reinterpret_cast<Entry*>(buffer + at);
        at += entry->size;
        const char* name = reinterpret_cast<const char*>(entry) + offsetof(Entry, name);
        if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0) continue;
        if (unlinkat(folder, name, 0) == 0) {
          removed_some = true;
          continue;
        }
        int inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (inner < 0) continue;
        if (depth < kDeepest) clear_folder(inner, depth + 1);
        close(inner);
        if (unlinkat(folder, name, AT_REMOVEDIR) == 0) removed_some = true;
      }
    }
  }
}

}  // namespace

std::string enter_private_scratch(const std::string& fallback) {
  std::string root = mount_private_tmp() ? kPrivateScratch : fallback;
  for (const char* folder : kFolders) fs::create_directories(fs::path(root) / folder);
  return root;
}

void clear_scratch(const char* root) {
  int top = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (top < 0) return;
  for (const char* folder : kFolders) {
    int fd = openat(top, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
      mkdirat(top, folder, 0755);
      continue;
    }
    clear_folder(fd, 0);
    close(fd);
  }
  close(top);
}

}  // namespace afresh::worker
