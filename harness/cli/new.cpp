// A strategy or case of one's own to begin with: the files of templates/, which run as they are.
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>
#include <string_view>

#include "harness/cli/commands.hpp"
#include "harness/cli/descriptor_stream.hpp"
#include "harness/cli/embedded/templates.hpp"
#include "harness/cli/run.hpp"
#include "harness/values/identifier.hpp"

namespace afresh::cli {
namespace {

/// With its ending, which may be given or not.
std::string file_name(const NewOptions& options, std::string_view ending) {
  return options.name.ends_with(ending) ? options.name : options.name + std::string(ending);
}

std::string_view file_stem(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  return name.substr(0, name.find_last_of('.'));
}

int create(const std::string& path, std::string_view text, const std::string& next) {
  std::string stem(file_stem(path));
  std::string word = stem;
  std::ranges::replace(word, '-', '_');
  if (!is_python_name(word)) {
    print_error(
        {fmt::format("{}: the name '{}' cannot be used; expected letters, digits, - and _, "
                     "beginning with a letter",
                     path, stem)});
    return kExitUsage;
  }
  // Never over something that is there, whatever it is, and whole or not at all.
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) {
    print_error(
        {fmt::format("{}: {}; expected the name of a new file in a folder that can be written "
                     "to",
                     path, errno == EEXIST ? "is there already" : std::strerror(errno))});
    return kExitUsage;
  }
  DescriptorStream out(file.get());
  out << text;
  if (!out.flush()) {
    print_error({fmt::format("{}: {}", path, std::strerror(out.error()))});
    unlink(path.c_str());
    return kExitHarnessError;
  }
  std::cout << path << " is written, and runs as it is:\n  " << next << '\n';
  return kExitSuccess;
}

}  // namespace

int new_strategy(const NewOptions& options) {
  std::string path = file_name(options, ".py");
  return create(path, embedded::templates::strategy_py.text,
                fmt::format("./afresh compare --strategy {}", path));
}

int new_case(const NewOptions& options) {
  std::string path = file_name(options, ".case");
  return create(path, embedded::templates::new_case.text, fmt::format("./afresh replay {}", path));
}

}  // namespace afresh::cli
