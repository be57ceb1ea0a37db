// SPDX-License-Identifier: MIT
#include "reports/check_lines.hpp"

#include <fmt/format.h>

#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

/// As the runner reads it back: `%` first in any case, `:` and `,` in a property only.
/// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += is_property ? "%3A" : ":"; break;
      case ',': out += is_property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

void write_annotation(std::ostream& out, const CheckReport& report, const Diagnostic& each) {
  const DiagnosticPlace& place = each.place;
  out << "::" << name_of(each.severity)
      << " file=" << escaped(one_line(place.path.empty() ? report.path : place.path), true);
  if (place.line > 0) out << ",line=" << place.line << ",endLine=" << place.line;
  if (place.line > 0 && place.column > 0)
    out << ",col=" << place.column << ",endColumn=" << place.end_column;
  std::string text = diagnostic_text(each);
  if (std::string mend = mend_sentence(each.mend); !mend.empty()) text += "\nmend: " + mend;
  out << ",title=" << escaped(name_of(each.code), true) << "::" << escaped(text, false) << '\n';
}

}  // namespace

void write_check_short(std::ostream& out, const CheckReport& report, bool is_verbose) {
  for (const Diagnostic* each : told_diagnostics(report, is_verbose))
    out << fmt::format("{}: {}: {} [{}]\n", place_text(each->place, report.path),
                       name_of(each->severity), diagnostic_text(*each), name_of(each->code));
}

void write_check_github(std::ostream& out, const CheckReport& report, bool is_verbose) {
  for (const Diagnostic* each : told_diagnostics(report, is_verbose))
    write_annotation(out, report, *each);
}

}  // namespace afresh
