// What the page says of what was not seen.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "reports/html_parts.hpp"
#include "reports/reason_text.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxReasons = 12;

void write_reasons(Markup& page, const std::set<std::string>& reasons) {
  if (reasons.empty()) return;
  auto list = page.open("ul");
  std::size_t count = 0;
  for (const std::string& reason : reasons) {
    if (++count <= kMaxReasons) page.element("li", reason);
  }
  if (count > kMaxReasons)
    page.element("li", fmt::format("and {} other reasons", count - kMaxReasons));
}

}  // namespace

void write_limits(Markup& page, const Report& report) {
  int masked = 0;
  int opaque = 0;
  int unknown = 0;
  std::set<std::string> reasons;
  for (const Record& record : report.records) {
    masked = std::max(masked, record.masked);
    opaque = std::max(opaque, record.opaque);
    for (const auto& [aspect, verdict] : record.verdicts) {
      if (verdict.outcome != Outcome::kUnknown) continue;
      ++unknown;
      reasons.insert(render_reason(verdict.reason));
    }
  }
  auto section = page.open("section", {{"id", "limits"}});
  page.element("h2", "what this does not see");
  auto list = page.open("ul");
  page.element("li", fmt::format("Most places masked in one case, because fresh starts differ "
                                 "there: {}.",
                                 masked));
  page.element("li", fmt::format("Most objects of one case of which only the type was looked at "
                                 "(open files, sockets, locks, frames, native handles): {}.",
                                 opaque));
  {
    auto li = page.open("li");
    page.text(
        fmt::format("Answers that are unknown, which is never counted as a pass: {}.", unknown));
    write_reasons(page, reasons);
  }
  for (std::string_view limit :
       {"What a third party’s C code keeps to itself is seen as far as the collector and its "
        "members show it.",
        "Of a value that an add-on leaves in a library which it imported first only the name is "
        "seen. A plain value that it leaves in another add-on is not seen.",
        "Cases are small on purpose: a strategy that passes them may still fail a larger add-on.",
        "Nothing here counts how often a case is met."})
    page.element("li", limit);
}

}  // namespace afresh
