// SPDX-License-Identifier: MIT
#include "reports/reason_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

namespace afresh {
namespace {

std::string join_kinds(const std::vector<FindingKind>& kinds) {
  std::vector<std::string_view> names;
  for (FindingKind kind : kinds) names.push_back(name_of(kind));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string_view run_text(ConfirmingRun run) {
  switch (run) {
    case ConfirmingRun::kSecondProcess: return "a second process";
    case ConfirmingRun::kNewProcess: return "a new process with another seed";
  }
  return "";
}

std::string not_confirmed_text(const Reason& reason) {
  std::string there = "nothing";
  if (!reason.there.empty()) there = join_kinds(reason.there);
  if (!reason.because.empty())
    there = fmt::format("unknown ({})", render_reason(reason.because.front()));
  return fmt::format("not the same again in {}: {} there, {} here", run_text(reason.run), there,
                     join_kinds(reason.here));
}

}  // namespace

std::string render_reason(const Reason& reason) {
  switch (reason.kind) {
    case ReasonKind::kRefusal: return reason.message;
    case ReasonKind::kFreshStartsDiffer:
      return fmt::format("fresh starts differ at {}", reason.place);
    case ReasonKind::kTooMuchDiffers:
      return fmt::format("{}.{} % of what is compared differs between fresh starts",
                         reason.per_mille / 10, reason.per_mille % 10);
    case ReasonKind::kNotConfirmed: return not_confirmed_text(reason);
    case ReasonKind::kStepRaised:
      return fmt::format("the step `{}` raised {}: {}", reason.place, reason.error_type,
                         reason.message);
    case ReasonKind::kEditNotVisible: return "the edit changes nothing that can be seen";
    case ReasonKind::kSourceUnread:
      return fmt::format("what {} copies is not known: it is too deep for Python's own parser",
                         reason.place);
    case ReasonKind::kNoSnapshot: return "there is no snapshot to compare";
    case ReasonKind::kOracleBroke:
      return fmt::format("the oracle of {} broke: {}", reason.place, reason.message);
    case ReasonKind::kHarnessError:
      return fmt::format("it could not be judged: {}", reason.message);
  }
  return "";
}

std::string render_reason(const std::optional<Reason>& reason) {
  return reason ? render_reason(*reason) : "";
}

}  // namespace afresh
