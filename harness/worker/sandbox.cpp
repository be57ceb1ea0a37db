// The kernel's own documentation of what is used here: namespaces(7), mount_setattr(2),
// pid_namespaces(7), capabilities(7).
// SPDX-License-Identifier: MIT
#include "harness/worker/sandbox.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "harness/worker/protocol.hpp"

namespace afresh::worker {
namespace {

constexpr PrivateDisk kTemporary{"/tmp", "tmpfs", "size=256m,nr_inodes=64k,mode=1777"};
constexpr PrivateDisk kSharedMemory{"/dev/shm", "tmpfs", "size=64m,nr_inodes=4k,mode=1777"};
constexpr PrivateDisk kMessageQueues{"/dev/mqueue", "mqueue", nullptr};

// Devices that hold nothing. Those that do (a disk, a terminal) are not there.
constexpr const char* kHarmlessDevices[] = {"null", "zero", "full", "random", "urandom", "tty"};
constexpr std::array<std::array<const char*, 2>, 5> kDeviceLinks{{{"/proc/self/fd", "fd"},
                                                                  {"/proc/self/fd/0", "stdin"},
                                                                  {"/proc/self/fd/1", "stdout"},
                                                                  {"/proc/self/fd/2", "stderr"},
                                                                  {"pts/ptmx", "ptmx"}}};

bool write_text(const char* path, std::string_view text) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  bool is_written = write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  close(fd);
  return is_written;
}

// All mounts below / in one call; Linux 5.12. The C library knows it only since 2.36.
void make_everything_read_only() {
  struct Attributes {
    std::uint64_t set, clear, propagation, user_namespace;
  };
  constexpr unsigned kRecursive = 0x8000;
  Attributes attributes{.set = MS_RDONLY, .clear = 0, .propagation = 0, .user_namespace = 0};
  syscall(SYS_mount_setattr, AT_FDCWD, "/", kRecursive, &attributes, sizeof attributes);
}

bool link_device(const std::string& folder, const char* name) {
  std::string here = folder + "/" + name;
  int file = open(here.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return false;
  close(file);
  return mount((std::string("/dev/") + name).c_str(), here.c_str(), nullptr, MS_BIND, nullptr) == 0;
}

// A bound on processes that holds before anybody looks: since Linux 6.14 each process namespace has
// its own, before that it is the machine's and not ours to change.
void limit_process_numbers() {
  utsname system{};
  int major = 0;
  int minor = 0;
  bool is_known = uname(&system) == 0 && std::sscanf(system.release, "%d.%d", &major, &minor) == 2;
  if (is_known && (major > 6 || (major == 6 && minor >= 14)))
    write_text("/proc/sys/kernel/pid_max", std::to_string(kHighestPid));
}

// Put together aside, then moved over the machine's own.
void mount_own_devices() {
  const std::string aside = "/tmp/dev";
  mkdir(aside.c_str(), 0755);
  bool is_whole =
      mount("afresh", aside.c_str(), "tmpfs", MS_NOSUID, "size=64k,nr_inodes=64,mode=755") == 0;
  for (const char* name : kHarmlessDevices) is_whole = is_whole && link_device(aside, name);
  for (const auto& [target, name] : kDeviceLinks)
    is_whole = is_whole && symlink(target, (aside + "/" + name).c_str()) == 0;
  for (const char* name : {"pts", "shm", "mqueue"}) mkdir((aside + "/" + name).c_str(), 0755);
  constexpr unsigned long kReadOnly = MS_REMOUNT | MS_BIND | MS_NOSUID | MS_RDONLY;
  is_whole = is_whole && mount(nullptr, aside.c_str(), nullptr, kReadOnly, nullptr) == 0 &&
             mount(aside.c_str(), "/dev", nullptr, MS_MOVE, nullptr) == 0;
  if (!is_whole) umount2(aside.c_str(), MNT_DETACH);
  rmdir(aside.c_str());
  if (is_whole)
    mount("afresh", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666");
}

// Folders that lie below what gets a disk of its own: held open from before, mounted after.
class HiddenFolders {
 public:
  explicit HiddenFolders(std::vector<std::string> folders) {
    std::ranges::sort(folders);  // what holds another comes before it
    for (const std::string& folder : folders) {
      const bool is_hidden = folder.starts_with("/tmp/") || folder.starts_with("/dev/shm/");
      int held = is_hidden ? open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
      if (held >= 0) held_.push_back({folder, held});
    }
  }
  ~HiddenFolders() {
    for (const auto& [folder, held] : held_) close(held);
  }
  HiddenFolders(const HiddenFolders&) = delete;
  HiddenFolders& operator=(const HiddenFolders&) = delete;

  /// Read-only, as everything is that was there before. One inside another is there already.
  void show() const {
    for (const auto& [folder, held] : held_) {
      const std::string from = "/proc/self/fd/" + std::to_string(held);
      std::error_code ignored;
      if (!std::filesystem::exists(folder, ignored) &&
          std::filesystem::create_directories(folder, ignored))
        mount(from.c_str(), folder.c_str(), nullptr, MS_BIND | MS_REC, nullptr);
    }
  }

 private:
  std::vector<std::pair<std::string, int>> held_;
};

}  // namespace

NamespaceEntry enter_namespaces(bool with_processes) {
  int flags = CLONE_NEWNS | (with_processes ? CLONE_NEWPID | CLONE_NEWIPC : 0);
  uid_t user = getuid();
  gid_t group = getgid();
  NamespaceEntry entered = NamespaceEntry::kByPrivilege;
  if (unshare(flags) != 0) {
    if (unshare(CLONE_NEWUSER | flags) != 0) return NamespaceEntry::kNothing;
    entered = NamespaceEntry::kByItsOwnUser;
    std::string user_map = std::to_string(user) + " " + std::to_string(user) + " 1";
    std::string group_map = std::to_string(group) + " " + std::to_string(group) + " 1";
    if (!write_text("/proc/self/setgroups", "deny") ||
        !write_text("/proc/self/uid_map", user_map) || !write_text("/proc/self/gid_map", group_map))
      return NamespaceEntry::kNothing;
  }
  bool is_private = mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  return is_private ? entered : NamespaceEntry::kNothing;
}

bool leave_network() {
  if (unshare(CLONE_NEWNET) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
  // Programs that talk to themselves go on doing so. A new loopback is down; netdevice(7).
  int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq loopback{};
  std::strcpy(loopback.ifr_name, "lo");
  loopback.ifr_flags = IFF_UP;
  ioctl(any, SIOCSIFFLAGS, &loopback);
  close(any);
  return true;
}

bool can_leave_network() {
  pid_t probe = fork();
  if (probe == 0) _exit(leave_network() ? 0 : 1);
  int status = 0;
  return probe > 0 && waitpid(probe, &status, 0) == probe && status == 0;
}

int mount_private_proc() {
  constexpr unsigned long kFlags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  if (mount("proc", "/proc", "proc", kFlags, nullptr) != 0) return -1;
  // Where memory runs out, a trial goes first. Inherited.
  write_text("/proc/self/oom_score_adj", "1000");
  limit_process_numbers();
  int last_pid = open("/proc/sys/kernel/ns_last_pid", O_WRONLY | O_CLOEXEC);
  // A mount with a file open for writing cannot be made read-only: it makes room for another.
  umount2("/proc", MNT_DETACH);
  bool is_mounted = mount("proc", "/proc", "proc", kFlags | MS_RDONLY, nullptr) == 0;
  if (last_pid >= 0 && is_mounted) return last_pid;
  close(last_pid);
  return -1;
}

bool mount_disk(const PrivateDisk& disk) {
  return mount("afresh", disk.path, disk.type, MS_NOSUID | MS_NODEV, disk.limits) == 0;
}

std::vector<PrivateDisk> mount_private_disks(const std::vector<std::string>& folders) {
  make_everything_read_only();
  const HiddenFolders hidden(folders);
  if (!mount_disk(kTemporary)) return {};
  std::vector<PrivateDisk> mounted{kTemporary};
  mount_own_devices();
  for (const PrivateDisk& disk : {kSharedMemory, kMessageQueues}) {
    if (mount_disk(disk)) mounted.push_back(disk);
  }
  hidden.show();
  return mounted;
}

std::vector<PrivateDisk> private_disks(std::string_view paths) {
  std::vector<PrivateDisk> disks;
  for (const PrivateDisk& disk : {kTemporary, kSharedMemory, kMessageQueues}) {
    const std::string list = ":" + std::string(paths) + ":";
    if (list.find(":" + std::string(disk.path) + ":") != std::string::npos) disks.push_back(disk);
  }
  return disks;
}

int raise_priority() {
  int before = getpriority(PRIO_PROCESS, 0);
  sched_param none{};
  if (sched_setscheduler(0, SCHED_OTHER | SCHED_RESET_ON_FORK, &none) != 0) return before;
  setpriority(PRIO_PROCESS, 0, -20);
  return before;
}

void drop_privileges() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A root user's program would get them back for a moment, for which the kernel takes away what
  // was set for it: that its addresses are not randomised.
  prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED, 0, 0, 0);
  __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  syscall(SYS_capset, &header, none.data());
}

}  // namespace afresh::worker
