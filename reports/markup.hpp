// Writes a document of HTML or XML as elements, attributes and text.
// What is opened is closed, and no text becomes markup; knows nothing of what is written.
// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

enum class MarkupLanguage { kHtml, kXml };

/// The text as content of an element; of a quoted attribute with `in_quotes`. What the language has
/// no way to say (control characters, what is not UTF-8) becomes U+FFFD.
/// https://www.w3.org/TR/xml/#charsets
[[nodiscard]] std::string escaped(std::string_view text, MarkupLanguage language,
                                  bool in_quotes = false);

/// What a page of HTML shows of any bytes, and by what its script finds them again: valid UTF-8, no
/// control characters but line ends and tabs. Not escaped.
[[nodiscard]] std::string shown(std::string_view text);

/// One attribute; one whose value is `std::nullopt` is not written.
struct Attribute {
  Attribute(std::string_view its_name, std::optional<std::string> its_value)
      : name(its_name), value(std::move(its_value)) {}
  Attribute(std::string_view its_name, std::string_view its_value)
      : Attribute(its_name, std::optional(std::string(its_value))) {}
  Attribute(std::string_view its_name, const std::string& its_value)
      : Attribute(its_name, std::optional(its_value)) {}
  Attribute(std::string_view its_name, const char* its_value)
      : Attribute(its_name, std::optional<std::string>(its_value)) {}
  template <typename Number>
  requires std::integral<Number> || std::floating_point<Number> Attribute(std::string_view its_name,
                                                                          Number number)
      : Attribute(its_name, std::optional(fmt::format("{}", number))) {}

  std::string_view name;
  std::optional<std::string> value;
};
using Attributes = std::vector<Attribute>;

/// One document. Begins with what its language begins with; elements that stand for themselves go
/// on lines of their own. `names` are views of literals.
class Markup {
 public:
  Markup(std::ostream& out, MarkupLanguage language);
  Markup(const Markup&) = delete;
  Markup& operator=(const Markup&) = delete;

  /// Keeps an element open.
  class [[nodiscard]] Scope {
   public:
    explicit Scope(Markup& markup) : markup_(markup) {}
    ~Scope() { markup_.close(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Markup& markup_;
  };

  /// What is written while the scope lives stands in the element.
  Scope open(std::string_view name, const Attributes& attributes = {});

  /// A whole element with nothing but text in it, or with nothing.
  void element(std::string_view name, std::string_view text = {});
  void element(std::string_view name, const Attributes& attributes, std::string_view text = {});

  /// Text at this place. In a `script` or `style` of HTML, where nothing can be escaped, it goes
  /// out as it is; throws `std::logic_error` where it would end the element.
  void text(std::string_view text);

 private:
  struct Element {
    std::string_view name;
    bool has_content = false;
    bool has_lines = false;  ///< an element within it begins a line
  };

  void begin_content();
  void break_line();
  void close();

  std::ostream& out_;
  MarkupLanguage language_;
  std::vector<Element> open_;
};

}  // namespace afresh
