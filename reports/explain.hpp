// What each word of a report means, with an example and what helps: the text of `afresh explain`.
// Data and its layout; knows nothing of any report.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "harness/values/aspect.hpp"
#include "harness/values/attribution.hpp"
#include "harness/values/finding_kind.hpp"
#include "harness/values/outcome.hpp"

namespace afresh {

/// A strategy under which a scenario shows what the word means; empty where none does.
struct Demonstration {
  std::string_view scenario;
  std::string_view strategy;
};

/// One word of the vocabulary of `harness/values/verdict.hpp`. All texts are static.
struct Explanation {
  std::string_view word;      ///< `stale-code`
  std::string_view summary;   ///< one line, after the word in a list
  std::string_view meaning;   ///< a paragraph: what was compared with what, and when it is said
  std::string_view example;   ///< Python of an add-on and the edit that shows it, or of its host
  std::string_view remedies;  ///< what usually helps, a line each
  Demonstration see = {};
};

/// A part of the vocabulary.
struct Chapter {
  std::string_view title;  ///< `kinds of finding`
  std::string_view sort;   ///< of each: `a kind of finding`
  std::vector<Explanation> entries;
};

[[nodiscard]] std::vector<Explanation> explained_aspects();
[[nodiscard]] std::vector<Explanation> explained_kinds();
/// The codes of `check` that are no kinds of finding too.
[[nodiscard]] std::vector<Explanation> explained_codes();
/// The first part of them.
[[nodiscard]] std::vector<Explanation> explained_leftovers();
[[nodiscard]] std::vector<Explanation> explained_attributions();
[[nodiscard]] std::vector<Explanation> explained_outcomes();
/// The parts of `explained_kinds`, in its order.
[[nodiscard]] std::vector<Explanation> explained_kinds_of_loading();
[[nodiscard]] std::vector<Explanation> explained_kinds_of_entries();
[[nodiscard]] std::vector<Explanation> explained_kinds_of_side_effects();
[[nodiscard]] std::vector<Chapter> chapters();

/// All words, chapter by chapter, each with its summary.
void write_vocabulary(std::ostream& out);

/// All that the word means, in lines of at most `width` columns but for the example; false, and
/// nothing written, where it is no word of the vocabulary.
bool write_explanation(std::ostream& out, std::string_view word, std::size_t width);

/// The words most like this one, the likeliest first, at most three.
[[nodiscard]] std::vector<std::string_view> nearest_words(std::string_view word);

}  // namespace afresh
