// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/claims.hpp"

#include <algorithm>

namespace afresh::plain {

void Claims::add(Claim claim) {
  for (const Claim& each : entries_) {
    if (each.text != claim.text) continue;
    py::raise(PyExc_RuntimeError, "claim: '" + claim.text + "' is already claimed");
  }
  entries_.push_back(std::move(claim));
}

void Claims::release(const std::string& text) {
  auto found = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Claim& each) { return each.text == text; });
  if (found == entries_.end()) py::raise(PyExc_KeyError, text);
  entries_.erase(found);
}

}  // namespace afresh::plain
