// SPDX-License-Identifier: MIT
#include "reports/html_text.hpp"

#include <fmt/format.h>

#include <vector>

#include "reports/line_edit.hpp"
#include "reports/text.hpp"

namespace afresh {

std::string shown(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string plain;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    auto byte = static_cast<unsigned char>(valid[i]);
    // Of two bytes, U+0080 to U+009F.
    bool is_c1 = byte == 0xC2 && static_cast<unsigned char>(valid[i + 1]) < 0xA0;
    bool is_c0 = (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F;
    if (is_c1 || is_c0)
      plain += kReplacement;
    else
      plain += valid[i];
    if (is_c1) ++i;
  }
  return plain;
}

std::string html_text(std::string_view text) {
  std::string escaped;
  for (char c : shown(text)) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string id_of(std::string_view text) {
  std::string id;
  for (char c : text) {
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    // What is no letter becomes its number, so that two names never share a place.
    id += is_plain || c == '-' ? std::string(1, c)
                               : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

std::string witness_id(const std::string& host, const std::string& strategy, Aspect aspect) {
  return fmt::format("w.{}.{}.{}", id_of(host), id_of(strategy), name_of(aspect));
}

std::string html_edit(std::string_view before, std::string_view after) {
  std::string html;
  for (const EditedLine& line : line_edit(before, after)) {
    std::string_view name = line.change == EditedLine::Change::kSame    ? "same"
                            : line.change == EditedLine::Change::kAdded ? "added"
                                                                        : "gone";
    html += fmt::format("<span class=\"{}\">{}</span>\n", name, html_text(line.text));
  }
  return html;
}

}  // namespace afresh
