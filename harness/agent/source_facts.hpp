// Source facts: which line binds which name, from the syntax tree. Runs Python, so only ever in a
// process of its own, never in a trial.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "harness/values/source_facts.hpp"

namespace afresh::agent {

/// Facts of each source text by path; a text that does not compile has none.
[[nodiscard]] SourceFacts source_facts(const std::map<std::string, std::string>& sources);

}  // namespace afresh::agent
