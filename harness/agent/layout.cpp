// SPDX-License-Identifier: MIT
#include "harness/agent/layout.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <fstream>

namespace fs = std::filesystem;

namespace afresh::agent {
namespace {

// A time later than this is a real one: no case advances the clock by years.
constexpr std::int64_t kLatestLogicalTime = kLogicalEpoch + 100'000'000;

}  // namespace

void Layout::set_time(const fs::path& path, std::int64_t second) const {
  std::array<timespec, 2> times{timespec{.tv_sec = kLogicalEpoch + second, .tv_nsec = 0},
                                timespec{.tv_sec = kLogicalEpoch + second, .tv_nsec = 0}};
  utimensat(AT_FDCWD, path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW);
}

void Layout::remove_file(const fs::path& path) const {
  fs::remove(path);
  // A package whose last file went is no package any more, only a folder of bytecode.
  for (fs::path folder = path.parent_path(); folder != folder_; folder = folder.parent_path()) {
    bool is_empty = true;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().filename() != "__pycache__") is_empty = false;
    }
    if (!is_empty) break;
    fs::remove_all(folder);
  }
}

void Layout::write(const WriteFilesOp& op) {
  for (const FileChange& change : op.changes) {
    if (!change.content) remove_file(folder_ / change.path);
  }
  for (const FileChange& change : op.changes) {
    if (!change.content) continue;
    fs::path path = folder_ / change.path;
    fs::create_directories(path.parent_path() / "__pycache__");
    std::ofstream(path, std::ios::binary) << *change.content;
  }
  stamp(op.second);
}

void Layout::touch(const TouchOp& op) { set_time(folder_ / op.path, op.second); }

void Layout::stamp(std::int64_t second) {
  auto stamp_one = [&](const fs::path& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) return;
    if (status.st_mtim.tv_sec > kLatestLogicalTime) set_time(path, second);
  };
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder_, ignored))
    stamp_one(entry.path());
  stamp_one(folder_);
}

void Layout::wipe() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored))
    fs::remove_all(entry.path(), ignored);
}

}  // namespace afresh::agent
