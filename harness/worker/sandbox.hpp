// What closes a worker off from the machine: namespaces, mounts, and the privileges that its trials
// do not get. Only ever called in processes that nothing else shares: what is entered here cannot
// be left again.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace afresh::worker {

enum class NamespaceEntry : std::uint8_t {
  kNothing,       ///< not allowed
  kByPrivilege,   ///< as a root user
  kByItsOwnUser,  ///< by way of a user namespace, in which the ids stay what they were
};
/// Enter mount, process and IPC namespaces of one's own, or a mount namespace alone. The next child
/// is the first of its processes.
[[nodiscard]] NamespaceEntry enter_namespaces(bool with_processes);

/// Leave the machine's network for one that has only its own loopback. False: not allowed.
[[nodiscard]] bool leave_network();
/// Whether `leave_network` is allowed here. Forks a process that tries.
[[nodiscard]] bool can_leave_network();

/// In the first process of a process namespace: a /proc that shows this namespace and cannot be
/// written to. Returns the descriptor that a number written to makes the last process number given
/// away, or -1: not allowed.
[[nodiscard]] int mount_private_proc();

/// A file system in memory, or of message queues, that trials may fill.
struct PrivateDisk {
  const char* path;
  const char* type;
  const char* limits;
};
[[nodiscard]] bool mount_disk(const PrivateDisk& disk);

/// A /tmp of one's own, the only place besides /dev/shm that can be written to, and no device but
/// those that hold nothing. Returns what was mounted to be written to; nothing: not allowed. Those
/// of the `folders` that would be hidden by it can be read there all the same.
[[nodiscard]] std::vector<PrivateDisk> mount_private_disks(const std::vector<std::string>& folders);
/// Those at these paths, with ':' between them.
[[nodiscard]] std::vector<PrivateDisk> private_disks(std::string_view paths);

/// Be served before all trials, however many processes they are, and not hand that on to them. Only
/// a root user may. Returns the niceness of before, which trials are to have.
[[nodiscard]] int raise_priority();

/// Give up, for good and for all that is executed from here, what a root user may do to a machine:
/// mounts, devices, other processes' memory, numbers of processes.
void drop_privileges();

}  // namespace afresh::worker
