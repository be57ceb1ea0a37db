// A finding as people read it: the one place where the values of `harness/values/finding.hpp`
// become words. Whatever shows a finding (terminal, HTML, Markdown, JUnit, JSON) gets its words
// here, and nothing ever reads them back. SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "harness/values/finding.hpp"

namespace afresh {

/// Bytes that one side of a finding may take in words.
inline constexpr std::size_t kMaxSideBytes = 120;

/// At most `max_bytes` bytes, cut between characters and ended by `…` where something was cut.
[[nodiscard]] std::string shortened(std::string text, std::size_t max_bytes = kMaxSideBytes);

/// `str 'cm'`, `function unit (demo/settings.py), load 2`, `class Item`, `list of 3`.
[[nodiscard]] std::string object_text(const ObjectRef& object);

/// `demo/settings.py:4: LIMIT = 10`, as far as it is known; empty where nothing is.
[[nodiscard]] std::string source_line_text(const SourceLine& line);

/// What both sides have, in words, each at most `kMaxSideBytes` bytes; never empty.
struct SideTexts {
  std::string fresh;
  std::string actual;
};
[[nodiscard]] SideTexts side_texts(const Finding& finding);

/// What the aspect's answer is held against, before what it has: `a fresh start has`.
[[nodiscard]] std::string_view yardstick_text(Aspect aspect);

/// Who is to blame, as a remark: `the host's doing`; empty where it is the strategy.
[[nodiscard]] std::string_view attribution_text(Attribution attribution);

/// One sentence: what is wrong where after which step, what the yardstick has there, what is there,
/// why, and who is to blame where it is not the strategy. On one line; each part at most
/// `kMaxSideBytes` bytes.
[[nodiscard]] std::string finding_sentence(const Finding& finding);

}  // namespace afresh
