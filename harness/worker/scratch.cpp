// SPDX-License-Identifier: MIT
#include "harness/worker/scratch.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include "harness/worker/protocol.hpp"

namespace afresh::worker {
namespace {

constexpr const char* kFolders[] = {"addons", "home", "tmp"};

// The kernel's own record of a directory entry, see getdents64(2).
struct Entry {
  ino64_t inode;
  off64_t offset;
  unsigned short size;
  unsigned char type;
  char name[1];
};

// Also one that its owner may not enter.
int open_folder(int in, const char* name) {
  constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  int folder = openat(in, name, kFlags);
  if (folder < 0 && errno == EACCES && fchmodat(in, name, 0700, 0) == 0)
    folder = openat(in, name, kFlags);
  return folder;
}

// Another one is a mount, which is not ours to empty.
dev_t device_of(int folder) {
  struct stat status {};
  return fstat(folder, &status) == 0 ? status.st_dev : 0;
}

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
        int inner = open_folder(folder, name);
        if (inner < 0) continue;
        if (depth < kDeepest && device_of(inner) == device_of(folder))
          clear_folder(inner, depth + 1);
        close(inner);
        if (unlinkat(folder, name, AT_REMOVEDIR) == 0) removed_some = true;
      }
    }
  }
}

void clear_folder(const char* path) {
  int folder = open_folder(AT_FDCWD, path);
  if (folder < 0) return;
  clear_folder(folder, 0);
  close(folder);
}

// Files and folders of a disk besides its root; 0 where it does not count them.
unsigned long used_entries(const char* path) {
  struct statfs disk {};
  if (statfs(path, &disk) != 0 || disk.f_files == 0) return 0;
  return disk.f_files - disk.f_ffree - 1;
}

void clear_ipc() {
  shm_info memory{};
  shmid_ds segment{};
  for (int i = shmctl(0, SHM_INFO, reinterpret_cast<shmid_ds*>(&memory));
       i >= 0 && memory.used_ids > 0; --i) {
    int id = shmctl(i, SHM_STAT, &segment);
    if (id >= 0) shmctl(id, IPC_RMID, nullptr);
  }
  seminfo semaphores{};
  semid_ds set{};
  for (int i = semctl(0, 0, SEM_INFO, &semaphores); i >= 0 && semaphores.semusz > 0; --i) {
    int id = semctl(i, 0, SEM_STAT, &set);
    if (id >= 0) semctl(id, 0, IPC_RMID);
  }
  msginfo queues{};
  msqid_ds queue{};
  for (int i = msgctl(0, MSG_INFO, reinterpret_cast<msqid_ds*>(&queues));
       i >= 0 && queues.msgpool > 0; --i) {
    int id = msgctl(i, MSG_STAT, &queue);
    if (id >= 0) msgctl(id, IPC_RMID, nullptr);
  }
}

}  // namespace

Scratch::Scratch(const WorkerEnvironment& environment)
    : root_(environment.scratch), home_(root_ + "/home"), owns_ipc_(environment.owns_processes) {
  if (environment.disks.empty()) return;
  // Out of what would count for as long as somebody stands in it.
  if (chdir("/") != 0) _exit(1);
  clear_folder(root_.c_str());
  rmdir(root_.c_str());
  for (const PrivateDisk& disk : private_disks(environment.disks))
    disks_.push_back({.disk = disk, .kept = used_entries(disk.path)});
}

void Scratch::clear_disk(const Disk& disk) {
  constexpr unsigned long kQuicklyRemoved = 4096;
  const char* path = disk.disk.path;
  // What is mounted in it would be gone with it.
  if (disk.kept > 0 || used_entries(path) <= kQuicklyRemoved) clear_folder(path);
  if (used_entries(path) == disk.kept) return;
  // Too many, or too deep: another one in its place is quicker than removing them.
  if (disk.kept == 0 && umount2(path, MNT_DETACH) != 0) return;
  if (disk.kept > 0 || !mount_disk(disk.disk)) _exit(1);
}

void Scratch::clear() const {
  // Out of what may be replaced.
  if (chdir("/") != 0) _exit(1);
  for (const Disk& disk : disks_) clear_disk(disk);
  if (disks_.empty()) clear_folder(root_.c_str());
  if (owns_ipc_) clear_ipc();
  mkdir(root_.c_str(), 0700);
  int top = open_folder(AT_FDCWD, root_.c_str());
  for (const char* folder : kFolders) mkdirat(top, folder, 0755);
  close(top);
  if (chdir(home_.c_str()) != 0) _exit(1);
}

}  // namespace afresh::worker
