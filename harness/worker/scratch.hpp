// The worker's own private disk: every trial sees the same fixed path, and nothing of it is left
// when the worker ends, however it ends.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace afresh::worker {

/// Give this process a /tmp of its own (user and mount namespace, memory file system) and make the
/// scratch folders in it. Where the system does not allow that, `fallback` is used instead: an
/// existing empty folder, removed by whoever made it. Returns the scratch root.
std::string enter_private_scratch(const std::string& fallback);

/// Remove everything below the scratch root's folders. Allocates nothing: it runs in a fork of a
/// zygote whose heap must look alike before every trial.
void clear_scratch(const char* root);

}  // namespace afresh::worker
