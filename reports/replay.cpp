// SPDX-License-Identifier: MIT
#include "reports/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "reports/colour.hpp"
#include "reports/finding_text.hpp"
#include "reports/reason_text.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

std::string form(Outcome outcome, const std::set<FindingKind>& kinds) {
  std::string text(name_of(outcome));
  if (outcome != Outcome::kFail || kinds.empty()) return text;
  std::vector<std::string_view> names;
  for (FindingKind kind : kinds) names.push_back(name_of(kind));
  return fmt::format("{}({})", text, fmt::join(names, ","));
}

Colour outcome_colour(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass: return Colour::kGreen;
    case Outcome::kFail: return Colour::kRed;
    case Outcome::kUnknown: return Colour::kMagenta;
    case Outcome::kRefused: return Colour::kYellow;
  }
  return Colour::kNone;
}

// Nothing that an add-on said may move the cursor.
void write_finding(std::ostream& out, const Finding& finding) {
  out << fmt::format("    {} after `{}`: {}\n", name_of(finding.kind), one_line(finding.step_text),
                     one_line(finding.paths.front()));
  auto say = [&](std::string_view label, std::string_view words) {
    if (words.empty()) return;
    out << fmt::format("        {:<23}{}\n", fmt::format("{}:", label), one_line(words));
  };
  if (finding.paths.size() > 1) {
    say("also at", finding.paths[1] + (finding.paths.size() > 2 ? ", …" : ""));
  }
  const SideTexts sides = side_texts(finding);
  say(yardstick_text(finding.aspect), sides.fresh);
  say("here is", sides.actual);
  say("because of", source_line_text(finding.cause));
  say("to blame", attribution_text(finding.attribution));
}

void write_verdict(std::ostream& out, Aspect aspect, const Verdict& verdict, bool colour) {
  bool behaves = verdict.outcome == Outcome::kFail && verdict.behaviour == Outcome::kPass;
  Colour its_colour = behaves ? Colour::kBlue : outcome_colour(verdict.outcome);
  out << fmt::format("  {:<10} {}{}{}{}\n", name_of(aspect),
                     paint(name_of(verdict.outcome), its_colour, colour),
                     behaves ? " in structure alone; all that the case expects holds" : "",
                     verdict.reason ? ": " : "", one_line(render_reason(verdict.reason)));
}

}  // namespace

std::string stated_form(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  if (verdict == record.verdicts.end()) return "absent";
  return form(verdict->second.outcome, kinds_against(record, aspect));
}

std::vector<std::string> broken_statements(const Case& a_case, const Record& record) {
  std::vector<std::string> broken;
  auto stated = a_case.verdicts.find(record.strategy);
  if (stated == a_case.verdicts.end()) return broken;
  for (const auto& [aspect, statement] : stated->second) {
    auto verdict = record.verdicts.find(aspect);
    bool holds = verdict != record.verdicts.end() && verdict->second.outcome == statement.outcome &&
                 (statement.kinds.empty() || statement.kinds == kinds_against(record, aspect));
    if (!holds) {
      broken.push_back(fmt::format("{}: stated {}, was {}", name_of(aspect),
                                   form(statement.outcome, statement.kinds),
                                   stated_form(record, aspect)));
    }
  }
  return broken;
}

void write_record(std::ostream& out, const Record& record, bool colour) {
  out << record.strategy << '\n';
  for (const auto& [aspect, verdict] : record.verdicts) {
    write_verdict(out, aspect, verdict, colour);
    for (const Finding& finding : record.findings) {
      if (finding.aspect == aspect) write_finding(out, finding);
    }
  }
}

bool write_replay(std::ostream& out, const Case& a_case, const std::vector<Record>& records,
                  bool colour) {
  out << a_case.name << '\n';
  std::istringstream story(a_case.story);
  for (std::string line; std::getline(story, line);) out << "  " << line << '\n';
  out << "\nsteps\n";
  for (const Step& step : unrolled(a_case.steps)) out << "  " << render_step(step) << '\n';
  bool all_hold = true;
  for (const Record& record : records) {
    out << '\n';
    write_record(out, record, colour);
    for (const std::string& line : broken_statements(a_case, record)) {
      all_hold = false;
      out << "  DOES NOT HOLD " << line << '\n';
    }
  }
  return all_hold;
}

}  // namespace afresh
