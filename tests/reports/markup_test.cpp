// The writer of HTML and XML: what is opened is closed, and no text becomes markup.
// SPDX-License-Identifier: MIT
#include "reports/markup.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>
#include <stdexcept>

namespace afresh {
namespace {

std::string written(MarkupLanguage language, const std::function<void(Markup&)>& write) {
  std::ostringstream out;
  Markup markup(out, language);
  write(markup);
  return out.str();
}

std::string html(const std::function<void(Markup&)>& write) {
  return written(MarkupLanguage::kHtml, write);
}

std::string xml(const std::function<void(Markup&)>& write) {
  return written(MarkupLanguage::kXml, write);
}

TEST(Markup, PutsElementsOfXmlOnLinesOfTheirOwn) {
  EXPECT_EQ(xml([](Markup& out) {
              auto root = out.open("a", {{"n", 1}});
              out.element("b", "text\nin lines");
              auto inner = out.open("c");
              out.element("d", {{"e", "f"}});
            }),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<a n=\"1\">\n  <b>text\nin lines</b>\n  <c>\n    <d e=\"f\"/>\n  </c>\n</a>\n");
}

TEST(Markup, KeepsWordsOfHtmlTogether) {
  EXPECT_EQ(html([](Markup& out) {
              auto p = out.open("p");
              out.text("a ");
              out.element("b", "c");
              out.text(".");
            }),
            "<!DOCTYPE html>\n<p>a <b>c</b>.</p>\n");
}

TEST(Markup, EndsVoidElementsAndEmptyOnes) {
  EXPECT_EQ(html([](Markup& out) {
              auto body = out.open("body");
              out.element("meta", {{"charset", "utf-8"}});
              out.element("td");
            }),
            "<!DOCTYPE html>\n<body>\n<meta charset=\"utf-8\"><td></td>\n</body>\n");
}

TEST(Markup, WritesNoAttributeWithoutAValue) {
  EXPECT_EQ(html([](Markup& out) {
              out.element("p", {{"a", std::nullopt}, {"b", ""}, {"c", 2.5}}, "x");
            }),
            "<!DOCTYPE html>\n<p b=\"\" c=\"2.5\">x</p>\n");
}

TEST(Markup, EscapesTextAndAttributes) {
  auto write = [](Markup& out) { out.element("p", {{"a", "<\"\n'"}}, "<&>\r\x01"); };
  EXPECT_EQ(html(write),
            "<!DOCTYPE html>\n<p a=\"&lt;&quot;\n&#39;\">&lt;&amp;&gt;\uFFFD\uFFFD</p>\n");
  EXPECT_EQ(xml(write),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<p a=\"&lt;&quot;&#10;'\">&lt;&amp;&gt;&#13;\uFFFD</p>\n");
}

TEST(Markup, LetsNoScriptEndWithinItself) {
  EXPECT_EQ(html([](Markup& out) { out.element("script", "a < b && c"); }),
            "<!DOCTYPE html>\n<script>a < b && c</script>\n");
  for (const char* bad : {"'</script>'", "<!-- <script>"})
    EXPECT_THROW(html([&](Markup& out) { out.element("style", bad); }), std::logic_error) << bad;
}

TEST(Markup, KeepsTheFirstLineEndOfPreformattedText) {
  EXPECT_EQ(html([](Markup& out) { out.element("pre", "\na"); }),
            "<!DOCTYPE html>\n<pre>\n\na</pre>\n");
}

}  // namespace
}  // namespace afresh
