// SPDX-License-Identifier: MIT
#include "harness/cli/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <utility>

#include "harness/cli/unpredictable_name.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

constexpr const char* kOwnDescriptors = "/proc/self/fd";
constexpr int kMaxLinks = 40;  ///< as many as the kernel follows

bool can_be_written_to(const fs::path& folder) { return access(folder.c_str(), W_OK) == 0; }

fs::path parent_folder(const std::string& path) {
  std::error_code error;
  return fs::absolute(path, error).parent_path();
}

bool is_link(const fs::path& path) {
  std::error_code error;
  return fs::is_symlink(path, error);
}

std::optional<int> to_number(const std::string& text) {
  int number = 0;
  const char* end = text.data() + text.size();
  auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end || number < 0) return {};
  return number;
}

/// The descriptor of this process that a name means, as `/dev/stdout` does. To open the name again
/// would begin a regular file anew that others are writing, and cannot open a socket.
std::optional<int> own_descriptor(fs::path path) {
  std::error_code error;
  const fs::path own = fs::canonical(kOwnDescriptors, error);
  for (int links = 0; links < kMaxLinks; ++links) {
    const fs::path folder = fs::canonical(fs::absolute(path, error).parent_path(), error);
    if (error) return {};
    if (folder == own) return to_number(path.filename());
    path = folder / path.filename();
    if (!is_link(path)) return {};
    path = folder / fs::read_symlink(path, error);
    if (error) return {};
  }
  return {};
}

std::string name_in_proc(int fd) { return fmt::format("{}/{}", kOwnDescriptors, fd); }

/// What a pipe, device or socket cannot be written to for; empty where it is open.
std::string open_stream(int found, const struct stat& kind, Descriptor& stream) {
  if (S_ISSOCK(kind.st_mode)) return "is a socket";
  if (S_ISBLK(kind.st_mode)) return "is a disk";
  // A pipe without a reader would be waited for until one comes.
  stream =
      Descriptor(::open(name_in_proc(found).c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!stream.is_open()) return errno == ENXIO ? "is a pipe that nobody reads" : strerror(errno);
  fcntl(stream.get(), F_SETFL, fcntl(stream.get(), F_GETFL) & ~O_NONBLOCK);
  return {};
}

/// While one lives, a pipe whose reader has gone is an error of the write and not this program's
/// end.
class NoBrokenPipes {
 public:
  NoBrokenPipes() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoBrokenPipes() {
    const timespec at_once{};
    sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoBrokenPipes(const NoBrokenPipes&) = delete;
  NoBrokenPipes& operator=(const NoBrokenPipes&) = delete;

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

/// A new file beside the one that it is to become; removed unless it has.
class Unfinished {
 public:
  Unfinished(const fs::path& folder, mode_t mode) {
    for (int i = 0; i < kNamesTried && !file_.is_open(); ++i) {
      path_ = folder / (".afresh." + unpredictable_name());
      constexpr int kNew = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
      file_ = Descriptor(::open(path_.c_str(), kNew, mode));
      if (!file_.is_open() && errno != EEXIST) return;
    }
  }
  ~Unfinished() {
    if (file_.is_open() && !is_finished_) unlink(path_.c_str());
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  [[nodiscard]] const Descriptor& file() const { return file_; }

  /// Belong to whom the other file belongs to, and be as open to others.
  void be_like(const std::string& other) const {
    struct stat old {};
    if (lstat(other.c_str(), &old) != 0 || !S_ISREG(old.st_mode)) return;
    constexpr mode_t kAll = S_IRWXU | S_IRWXG | S_IRWXO;
    constexpr mode_t kButTheGroup = S_IRWXU | S_IRWXO;
    // Who may not give files away keeps this one, and its group.
    bool is_given = fchown(file_.get(), old.st_uid, old.st_gid) == 0;
    struct stat mine {};
    bool is_of_group = is_given || (fstat(file_.get(), &mine) == 0 && mine.st_gid == old.st_gid);
    fchmod(file_.get(), old.st_mode & (is_of_group ? kAll : kButTheGroup));
  }
  bool become(const std::string& path) {
    is_finished_ = std::rename(path_.c_str(), path.c_str()) == 0;
    return is_finished_;
  }

 private:
  fs::path path_;
  Descriptor file_;
  bool is_finished_ = false;
};

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& option, const std::string& name,
                                    mode_t mode) {
  OutputFile file(option, name, mode);
  const Error no_folder{
      fmt::format("{}: {} needs a file in a folder that can be written to", name, option)};
  auto refused = [&](const std::string& why) {
    return Error{fmt::format("{}: {}; {} needs a file, a pipe that is read, or a terminal", name,
                             why, option)};
  };
  if (auto own = own_descriptor(name)) {
    const int flags = fcntl(*own, F_GETFL);
    const bool can_be_written = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
    if (can_be_written) file.stream_ = Descriptor(fcntl(*own, F_DUPFD_CLOEXEC, 0));
    if (!file.is_stream()) return refused("is not open for writing");
    return file;
  }
  // By the kernel, which follows no link that somebody else has laid where everybody may.
  const Descriptor found(::open(name.c_str(), O_PATH | O_CLOEXEC));
  struct stat kind {};
  if (!found.is_open() || fstat(found.get(), &kind) != 0) {
    const int why = errno;
    if (is_link(name)) return refused(fmt::format("is a link ({})", strerror(why)));
    if (why != ENOENT || fs::path(name).filename().empty()) return no_folder;
    file.place_ = name;
  } else if (S_ISREG(kind.st_mode)) {
    std::error_code error;
    file.place_ =
        is_link(name) ? fs::read_symlink(name_in_proc(found.get()), error).string() : name;
    if (error) return no_folder;
  } else if (S_ISDIR(kind.st_mode)) {
    return no_folder;
  } else {
    const std::string why = open_stream(found.get(), kind, file.stream_);
    if (!why.empty()) return refused(why);
    return file;
  }
  if (!can_be_written_to(parent_folder(file.place_))) return no_folder;
  return file;
}

std::optional<Error> OutputFile::write(
    const std::function<void(std::ostream&)>& write_content) const {
  return is_stream() ? write_stream(write_content) : replace(write_content);
}

std::optional<Error> OutputFile::write_stream(
    const std::function<void(std::ostream&)>& write_content) const {
  // It may be the same terminal or pipe.
  std::cout.flush();
  const NoBrokenPipes guard;
  DescriptorStream out(stream_.get());
  write_content(out);
  if (out.flush()) return {};
  return cannot_be_written(out.error());
}

std::optional<Error> OutputFile::replace(
    const std::function<void(std::ostream&)>& write_content) const {
  Unfinished unfinished(parent_folder(place_), mode_);
  if (!unfinished.file().is_open()) return cannot_be_written(errno);
  unfinished.be_like(place_);
  DescriptorStream out(unfinished.file().get());
  write_content(out);
  if (!out.flush()) return cannot_be_written(out.error());
  if (!unfinished.become(place_)) return cannot_be_written(errno);
  return {};
}

Error OutputFile::cannot_be_written(int error) const {
  return {
      fmt::format("{}: {}: it cannot be written ({}); expected a file in a folder that can be "
                  "written to",
                  name_, option_, strerror(error))};
}

}  // namespace afresh::cli
