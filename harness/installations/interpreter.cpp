// SPDX-License-Identifier: MIT
#include "harness/installations/interpreter.hpp"

#include <fmt/ranges.h>

namespace afresh {

worker::Interpreter interpreter_of(const Installation& installation) {
  std::vector<std::string> packages;
  for (const std::filesystem::path& folder : installation.packages)
    packages.push_back(folder.string());
  return {.program = installation.program.string(),
          .path = fmt::format("{}", fmt::join(packages, ":")),
          .is_application = installation.kind == Installation::Kind::kApplication};
}

}  // namespace afresh
