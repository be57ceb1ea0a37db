// Ctrl-C and its like, while something long runs: they end it in order, and not in the middle.
// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

namespace afresh::cli {

/// While one lives, SIGINT, SIGTERM and SIGHUP do not end this process but make a descriptor
/// readable. Make it before any thread. What was not taken by then has its usual effect at the end.
class StopSignals {
 public:
  /// Throws `std::system_error`.
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Readable once such a signal has come. Not to be read by others.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Take the signal that has come; 0 where none has.
  [[nodiscard]] int take() const;

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

}  // namespace afresh::cli
