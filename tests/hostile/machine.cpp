// SPDX-License-Identifier: MIT
#include "tests/hostile/machine.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

std::set<pid_t> processes_that(const std::function<bool(const fs::path&)>& are_such) {
  std::set<pid_t> found;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
    std::string name = entry.path().filename();
    bool is_process = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (is_process && are_such(entry.path())) found.insert(std::stoi(name));
  }
  return found;
}

std::string pid_namespace(const fs::path& process) {
  std::error_code error;
  return fs::read_symlink(process / "ns/pid", error);
}

bool has_mark(const fs::path& process, const std::string& mark) {
  std::ostringstream words;
  words << std::ifstream(process / "cmdline", std::ios::binary).rdbuf();
  return words.str().find(mark) != std::string::npos;
}

}  // namespace

Namespaces::~Namespaces() {
  for (const auto& [name, descriptor] : held_) close(descriptor);
}

void Namespaces::add_around(const std::string& mark) {
  const std::string own = pid_namespace("/proc/self");
  for (pid_t process : processes_that([&](const fs::path& path) { return has_mark(path, mark); })) {
    const std::string place = "/proc/" + std::to_string(process) + "/ns/pid";
    const int descriptor = open(place.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) continue;
    std::error_code error;
    const std::string name = fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error);
    const bool is_new = !error && name != own && held_.emplace(name, descriptor).second;
    if (!is_new) close(descriptor);
  }
}

std::set<pid_t> Namespaces::processes() const {
  return processes_that([&](const fs::path& path) { return held_.contains(pid_namespace(path)); });
}

std::set<pid_t> processes_around(const std::string& mark) {
  Namespaces namespaces;
  namespaces.add_around(mark);
  std::set<pid_t> all = namespaces.processes();
  all.merge(processes_that([&](const fs::path& path) { return has_mark(path, mark); }));
  return all;
}

bool have_ended(const std::set<pid_t>& processes, int within_ms) {
  return std::ranges::all_of(processes, [&](pid_t process) {
    auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
    if (descriptor < 0) return true;
    pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
    bool has_ended = poll(&ended, 1, within_ms) == 1;
    close(descriptor);
    return has_ended;
  });
}

Files files_below(const std::set<fs::path>& folders) {
  Files files;
  for (const fs::path& folder : folders) {
    for (auto at = fs::recursive_directory_iterator(folder,
                                                    fs::directory_options::skip_permission_denied);
         at != fs::recursive_directory_iterator(); ++at) {
      std::string name = at->path().filename();
      if (name == "build" || name == ".git") {
        at.disable_recursion_pending();
      } else if (!at->is_symlink()) {
        files[at->path()] = at->last_write_time();
      }
    }
  }
  return files;
}

std::set<fs::path> changed(const Files& before, const Files& after) {
  std::set<fs::path> paths;
  for (const auto& [files, others] : {std::pair(&before, &after), std::pair(&after, &before)}) {
    for (const auto& [path, time] : *files) {
      auto other = others->find(path);
      if (other == others->end() || other->second != time) paths.insert(path);
    }
  }
  return paths;
}

bool eventually(const std::function<bool()>& holds) {
  auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    poll(nullptr, 0, 5);
  }
  return true;
}

}  // namespace afresh::testing
