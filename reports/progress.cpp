// SPDX-License-Identifier: MIT
#include "reports/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::size_t kBarColumns = 24;
constexpr const char* kWipeLine = "\r\x1b[K";

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, const std::string& label,
                          std::size_t width) {
  std::size_t filled = total == 0 ? 0 : std::min(done, total) * kBarColumns / total;
  std::string line =
      fmt::format("[{:-<{}}] {}/{} {}", std::string(filled, '#'), kBarColumns, done, total, label);
  return one_line(line, width);
}

ProgressBar::ProgressBar(std::ostream& out, bool is_terminal, std::size_t width)
    : out_(out), is_terminal_(is_terminal), width_(std::max<std::size_t>(width, 2)) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::update(std::size_t done, std::size_t total, const std::string& label) {
  if (!is_terminal_) return;
  // A line that fills the last column makes some terminals scroll.
  std::string line = progress_line(done, total, label, width_ - 1);
  if (line == drawn_) return;
  out_ << kWipeLine << line << std::flush;
  drawn_ = line;
}

void ProgressBar::clear() {
  if (drawn_.empty()) return;
  out_ << kWipeLine << std::flush;
  drawn_.clear();
}

}  // namespace afresh
