// SPDX-License-Identifier: MIT
#include "harness/values/template_text.hpp"

namespace afresh {

std::string fill_placeholders(std::string_view text, const Placeholders& gaps) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t at = text.find('@');
    filled += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
    const std::size_t end = text.find('@');
    auto gap = end == std::string_view::npos ? gaps.end() : gaps.find(text.substr(0, end));
    if (gap == gaps.end()) {
      filled += '@';
      continue;
    }
    std::string_view filling = gap->second;
    if (filling.ends_with('\n')) filling.remove_suffix(1);
    filled += filling;
    text.remove_prefix(end + 1);
  }
  return filled;
}

}  // namespace afresh
