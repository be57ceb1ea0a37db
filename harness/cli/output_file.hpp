// A file that a user names for something to be written to. What is a regular file, or not there, is
// replaced by a whole one or left alone; what is no regular file is only written into.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "harness/cli/descriptor_stream.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// Opened before anything runs, so that what cannot be written to is said at once, and whoever
/// reads a pipe finds its other end open until it is written.
///
/// - Pipes with a reader, terminals, `/dev/null` and other character devices, and descriptors of
///   this process by their names (`/dev/stdout`, `/dev/fd/3`): streams, never replaced.
/// - A link: what it leads to is replaced or written into, and the link stays.
/// - A pipe that nobody reads, a socket, a disk, a folder, a link that leads nowhere: refused.
class OutputFile {
 public:
  /// The file that `option` names, or one sentence about what is wrong with it. A new one gets this
  /// mode, less the umask.
  static Result<OutputFile> open(const std::string& option, const std::string& name,
                                 mode_t mode = 0666);

  [[nodiscard]] const std::string& option() const { return option_; }
  /// As the user wrote it.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_stream() const { return stream_.is_open(); }
  /// Of no stream: the file itself, where a link of that name leads.
  [[nodiscard]] const std::string& place() const { return place_; }

  /// Write it once. A regular file is made beside the old one, under a name of its own, and takes
  /// its place when it is whole.
  [[nodiscard]] std::optional<Error> write(
      const std::function<void(std::ostream&)>& write_content) const;

 private:
  OutputFile(std::string option, std::string name, mode_t mode)
      : option_(std::move(option)), name_(std::move(name)), mode_(mode) {}

  [[nodiscard]] std::optional<Error> write_stream(
      const std::function<void(std::ostream&)>& write_content) const;
  [[nodiscard]] std::optional<Error> replace(
      const std::function<void(std::ostream&)>& write_content) const;
  [[nodiscard]] Error cannot_be_written(int error) const;

  std::string option_;
  std::string name_;
  std::string place_;
  mode_t mode_;
  Descriptor stream_;
};

}  // namespace afresh::cli
