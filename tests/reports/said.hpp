// A reason that is rendered as these words. SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/values/reason.hpp"

namespace afresh::sample {

inline Reason said(const std::string& words) {
  return {.kind = ReasonKind::kRefusal, .message = words};
}

}  // namespace afresh::sample
