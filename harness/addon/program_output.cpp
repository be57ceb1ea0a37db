// SPDX-License-Identifier: MIT
#include "harness/addon/program_output.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace afresh {
namespace {

/// A file in memory: neither end can wait for the other, as those of a pipe do.
class MemoryFile {
 public:
  MemoryFile() : fd_(memfd_create("afresh", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "making a memory file");
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  void put(const std::string& text) const {
    for (std::size_t done = 0; done < text.size();) {
      ssize_t written = write(fd_, text.data() + done, text.size() - done);
      if (written < 0) throw std::system_error(errno, std::generic_category(), "memory file");
      done += static_cast<std::size_t>(written);
    }
    lseek(fd_, 0, SEEK_SET);
  }
  [[nodiscard]] std::string all() const {
    std::string text;
    std::array<char, 65536> part{};
    lseek(fd_, 0, SEEK_SET);
    for (ssize_t size = 0; (size = read(fd_, part.data(), part.size())) > 0;)
      text.append(part.data(), static_cast<std::size_t>(size));
    return text;
  }

 private:
  int fd_;
};

}  // namespace

std::optional<ProgramOutput> output_of(std::vector<std::string> words, const std::string& input) {
  MemoryFile in;
  MemoryFile out;
  in.put(input);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.fd(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.fd(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t process = 0;
  int error = posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return {};
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return ProgramOutput{.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .text = out.all()};
}

}  // namespace afresh
