// How far a long run has come: one line of a terminal, redrawn in place.
// Writes nothing at all where there is no terminal, and leaves no trace of itself where there is.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace afresh {

/// A progress bar on a stream. Not for several threads at once.
class ProgressBar {
 public:
  /// `out` must outlive the bar. `width`: columns of the terminal.
  ProgressBar(std::ostream& out, bool is_terminal, std::size_t width = 80);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Draws the bar, if it looks different from the one drawn last. `done` of `total` things are
  /// done; `label` says what is being done.
  void update(std::size_t done, std::size_t total, const std::string& label);

  /// Wipes the line, so that what is printed next starts on a clean one.
  void clear();

 private:
  std::ostream& out_;
  bool is_terminal_;
  std::size_t width_;
  std::string drawn_;
};

/// The text of a bar, at most `width` columns: `[######----] 60/100 purge-dotted`.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t total,
                                        const std::string& label, std::size_t width);

}  // namespace afresh
