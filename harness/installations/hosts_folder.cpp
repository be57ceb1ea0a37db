// SPDX-License-Identifier: MIT
#include "harness/installations/hosts_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace afresh {
namespace {

/// No installation has a name that begins with a dot.
constexpr const char* kDraft = ".draft";
/// What is being removed gets this name first: half of it must not be found.
constexpr const char* kGoing = ".going";

Error trouble(const fs::path& path, const char* what) {
  return {fmt::format("{}: {}; expected a folder that can be written to", path.string(), what)};
}

void remove_whole(const fs::path& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace

HostsFolder::HostsFolder(fs::path folder, int descriptor)
    : folder_(std::move(folder)), descriptor_(descriptor) {}

HostsFolder::HostsFolder(HostsFolder&& other) noexcept
    : folder_(std::move(other.folder_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

HostsFolder::~HostsFolder() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<HostsFolder> HostsFolder::open(const fs::path& folder) {
  if (folder.empty())
    return Error{"hosts: this user has no home; expected a folder in XDG_DATA_HOME"};
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return trouble(folder, error.message().c_str());
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return trouble(folder, std::strerror(errno));
  HostsFolder opened(folder, descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return trouble(folder, std::strerror(errno));
    return Error{
        fmt::format("{}: another 'afresh hosts' is at work there; expected to be started "
                    "when that is done",
                    folder.string())};
  }
  if (access(folder.c_str(), W_OK) != 0) return trouble(folder, std::strerror(errno));
  opened.remove_drafts();
  return opened;
}

void HostsFolder::remove_drafts() const {
  for (const char* name : {kDraft, kGoing}) remove_whole(folder_ / name);
}

std::optional<Error> HostsFolder::remove(const std::string& name) {
  const fs::path going = folder_ / kGoing;
  std::error_code error;
  fs::rename(place_of(name), going, error);
  if (!error) fs::remove_all(going, error);
  if (error) return trouble(place_of(name), error.message().c_str());
  return {};
}

HostsFolder::Draft::Draft(const HostsFolder& folder) : place_(folder.folder_ / kDraft) {}

HostsFolder::Draft::~Draft() { remove_whole(place_); }

const fs::path& HostsFolder::Draft::begin() {
  remove_whole(place_);
  return place_;
}

std::optional<Error> HostsFolder::Draft::publish(const fs::path& as) const {
  std::error_code error;
  fs::rename(place_, as, error);
  if (error) return trouble(as, error.message().c_str());
  return {};
}

}  // namespace afresh
