// SPDX-License-Identifier: MIT
#include "harness/worker/worker_environment.hpp"

#include <sys/stat.h>

#include <array>
#include <cstdlib>

#include "harness/worker/words.hpp"

namespace afresh::worker {
namespace {

constexpr std::array kOwners{NamedValue{"own", true}, NamedValue{"shared", false}};

template <typename How, auto member>
constexpr WordRow<WorkerEnvironment> fact(std::string_view key) {
  return row<WorkerEnvironment, How, member>(key);
}

constexpr std::array kRows{fact<Text, &WorkerEnvironment::scratch>("scratch"),
                           fact<Text, &WorkerEnvironment::disks>("disks"),
                           fact<OneOf<kOwners>, &WorkerEnvironment::owns_processes>("processes"),
                           fact<Number, &WorkerEnvironment::niceness>("niceness"),
                           fact<OneOf<kOwners>, &WorkerEnvironment::owns_user>("user"),
                           fact<Number, &WorkerEnvironment::last_pid>("last-pid")};

}  // namespace

std::vector<std::string> encode_environment(const WorkerEnvironment& environment) {
  return encode_words(kRows, environment);
}

WorkerEnvironment decode_environment(std::span<const char* const> words) {
  return decode_words(kRows, words);
}

void set_variables(const WorkerEnvironment& environment) {
  const std::string& root = environment.scratch;
  clearenv();
  setenv("PATH", "/usr/bin:/bin", 1);
  setenv("LANG", "C.UTF-8", 1);
  setenv("HOME", (root + "/home").c_str(), 1);
  setenv("TMPDIR", (root + "/tmp").c_str(), 1);
  setenv("XDG_CACHE_HOME", (root + "/home/.cache").c_str(), 1);
  setenv("XDG_CONFIG_HOME", (root + "/home/.config").c_str(), 1);
  setenv("XDG_DATA_HOME", (root + "/home/.local/share").c_str(), 1);
  umask(022);
}

}  // namespace afresh::worker
