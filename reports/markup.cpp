// SPDX-License-Identifier: MIT
#include "reports/markup.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <stdexcept>

#include "reports/text.hpp"

namespace afresh {
namespace {

/// Elements of HTML that have no end. https://html.spec.whatwg.org/#void-elements
constexpr auto kVoid =
    std::to_array<std::string_view>({"meta", "br", "hr", "img", "input", "link"});
/// Elements of HTML that begin a line here: between them white space says nothing.
constexpr auto kOnLines = std::to_array<std::string_view>(
    {"html", "head",     "meta",       "title",   "style",  "script", "body",    "header",
     "main", "footer",   "nav",        "section", "h1",     "h2",     "h3",      "h4",
     "p",    "div",      "table",      "thead",   "tbody",  "tr",     "caption", "ul",
     "ol",   "li",       "dl",         "details", "figure", "pre",    "summary", "form",
     "svg",  "colgroup", "figcaption", "aside"});

bool is_raw(std::string_view element) { return element == "script" || element == "style"; }

bool begins_line(std::string_view element, MarkupLanguage language) {
  return language == MarkupLanguage::kXml || std::ranges::find(kOnLines, element) != kOnLines.end();
}

std::string html_byte(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return std::string(1, c);
  }
}

std::string xml_byte(char c, bool in_quotes) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    // Plain ones would be read back as blanks in an attribute.
    case '\t': return in_quotes ? "&#9;" : "\t";
    case '\n': return in_quotes ? "&#10;" : "\n";
    case '\r': return "&#13;";
    default: break;
  }
  bool is_control = static_cast<unsigned char>(c) < 0x20;
  return is_control ? std::string(kReplacement) : std::string(1, c);
}

/// Valid UTF-8 without U+FFFE and U+FFFF, which are no characters of XML.
std::string xml_characters(std::string_view text) {
  std::string valid = valid_utf8(text);
  for (std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = 0; (at = valid.find(none, at)) != std::string::npos;)
      valid.replace(at, none.size(), kReplacement);
  }
  return valid;
}

}  // namespace

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

std::string escaped(std::string_view text, MarkupLanguage language, bool in_quotes) {
  const bool is_html = language == MarkupLanguage::kHtml;
  std::string out;
  for (char c : is_html ? shown(text) : xml_characters(text))
    out += is_html ? html_byte(c) : xml_byte(c, in_quotes);
  return out;
}

Markup::Markup(std::ostream& out, MarkupLanguage language) : out_(out), language_(language) {
  out_ << (language == MarkupLanguage::kHtml ? "<!DOCTYPE html>"
                                             : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

Markup::Scope Markup::open(std::string_view name, const Attributes& attributes) {
  if (begins_line(name, language_)) {
    break_line();
  } else {
    begin_content();
  }
  out_ << '<' << name;
  for (const Attribute& attribute : attributes) {
    if (attribute.value)
      out_ << ' ' << attribute.name << "=\"" << escaped(*attribute.value, language_, true) << '"';
  }
  open_.push_back({.name = name});
  return Scope(*this);
}

void Markup::element(std::string_view name, std::string_view text) { element(name, {}, text); }

void Markup::element(std::string_view name, const Attributes& attributes, std::string_view text) {
  Scope scope = open(name, attributes);
  if (!text.empty()) this->text(text);
}

void Markup::text(std::string_view text) {
  const std::string_view element = open_.empty() ? std::string_view() : open_.back().name;
  begin_content();
  if (language_ == MarkupLanguage::kXml || !is_raw(element)) {
    out_ << escaped(text, language_);
    return;
  }
  if (text.find("</") != std::string_view::npos || text.find("<!--") != std::string_view::npos)
    throw std::logic_error("a script or style would end within itself");
  out_ << text;
}

/// The start tag ends with the first that stands in the element.
void Markup::begin_content() {
  if (open_.empty() || open_.back().has_content) return;
  open_.back().has_content = true;
  out_ << '>';
  // The first line end of this element is none of its text.
  if (open_.back().name == "pre" && language_ == MarkupLanguage::kHtml) out_ << '\n';
}

void Markup::break_line() {
  begin_content();
  if (!open_.empty()) open_.back().has_lines = true;
  out_ << '\n' << (language_ == MarkupLanguage::kXml ? std::string(2 * open_.size(), ' ') : "");
}

void Markup::close() {
  const Element element = open_.back();
  open_.pop_back();
  const bool is_void =
      language_ == MarkupLanguage::kHtml && std::ranges::find(kVoid, element.name) != kVoid.end();
  if (!element.has_content) {
    const bool is_html = language_ == MarkupLanguage::kHtml;
    out_ << (is_html ? ">" : "/>");
    if (is_html && !is_void) out_ << "</" << element.name << '>';
  } else {
    if (element.has_lines)
      out_ << '\n' << (language_ == MarkupLanguage::kXml ? std::string(2 * open_.size(), ' ') : "");
    out_ << "</" << element.name << '>';
  }
  if (open_.empty()) out_ << '\n';
}

}  // namespace afresh
