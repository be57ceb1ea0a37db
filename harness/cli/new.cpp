// A strategy or case of one's own to begin with: files that run as they are.
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

#include "harness/casefile/identifier.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/descriptor_stream.hpp"
#include "harness/cli/run.hpp"

namespace afresh::cli {
namespace {

constexpr std::string_view kStrategy = R"("""Say in one line what it does.

Idea: which steps, and why in this order.
Source: where the technique was met: a thread, a tool, a commit.
Resets: what is new afterwards.
Cannot: what stays old, as far as you know.
"""

import sys
from typing import Any

API = 1


def reload(host: Any, addon: Any) -> None:
    """From the old files to the new ones, enabled. What raises here is a finding."""
    disable(host, addon)
    host.enable(addon.name)


def disable(host: Any, addon: Any) -> None:
    """What the user's disable does. Optional: without it the host's alone."""
    host.disable(addon.name)
    for key in host.owned_modules(addon.name):
        del sys.modules[key]


# Optional:
# def install(host): ...              machinery of a tool's own, before any add-on
# def adapt(files): return files      what lives in the add-on's own code: path -> text
)";

constexpr std::string_view kCase = R"(# Say in a sentence or two what goes wrong, and why.
source: where it was met: thread, issue, commit
addon: demo
features: from-import
claims: fresh
verdict do-nothing: fresh=fail
steps:
  enable demo
  edit demo 2
  reload demo
  expect demo.run() == 20
  disable demo

-- 1/demo/__init__.py --
from .settings import LIMIT
def run(): return LIMIT
def register(): pass
def unregister(): pass
-- 1/demo/settings.py --
LIMIT = 10
-- 2/demo/settings.py --
LIMIT = 20
)";

/// With its ending, which may be given or not.
std::string file_name(const NewOptions& options, std::string_view ending) {
  return options.name.ends_with(ending) ? options.name : options.name + std::string(ending);
}

std::string_view stem_of(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  return name.substr(0, name.find_last_of('.'));
}

int create(const std::string& path, std::string_view text, const std::string& next) {
  std::string stem(stem_of(path));
  std::string word = stem;
  std::ranges::replace(word, '-', '_');
  if (!is_python_name(word)) {
    complain(
        {fmt::format("{}: the name '{}' cannot be used; expected letters, digits, - and _, "
                     "beginning with a letter",
                     path, stem)});
    return kWrongUse;
  }
  // Never over something that is there, whatever it is, and whole or not at all.
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) {
    complain(
        {fmt::format("{}: {}; expected the name of a new file in a folder that can be written "
                     "to",
                     path, errno == EEXIST ? "is there already" : std::strerror(errno))});
    return kWrongUse;
  }
  DescriptorStream out(file.get());
  out << text;
  if (!out.flush()) {
    complain({fmt::format("{}: {}", path, std::strerror(out.error()))});
    unlink(path.c_str());
    return kHarnessTrouble;
  }
  std::cout << path << " is written, and runs as it is:\n  " << next << '\n';
  return kDone;
}

}  // namespace

int new_strategy(const NewOptions& options) {
  std::string path = file_name(options, ".py");
  return create(path, kStrategy, fmt::format("./afresh compare --strategy {}", path));
}

int new_case(const NewOptions& options) {
  std::string path = file_name(options, ".case");
  return create(path, kCase, fmt::format("./afresh replay {}", path));
}

}  // namespace afresh::cli
