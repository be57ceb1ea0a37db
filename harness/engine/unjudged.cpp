// SPDX-License-Identifier: MIT
#include "harness/engine/unjudged.hpp"

#include <initializer_list>
#include <string>
#include <variant>

namespace afresh::engine {
namespace {

/// What the step of one kind asks.
class Asked {
 public:
  void operator()(const EnableStep& step) {
    // The first one is the beginning of the trial, and no load anew.
    if (!enabled_.insert(step.addon).second) add({Aspect::kFresh, Aspect::kIsolation});
  }
  void operator()(const ReloadStep&) {
    add({Aspect::kFresh, Aspect::kProcessState, Aspect::kIsolation, Aspect::kLeaks});
  }
  void operator()(const DisableStep&) { add({Aspect::kClean, Aspect::kIsolation}); }
  void operator()(const SetStep&) { add({Aspect::kUserData}); }
  void operator()(const PythonStep&) { add({Aspect::kLiveObjects}); }
  template <typename OtherStep>
  void operator()(const OtherStep&) {}

  std::set<Aspect> aspects;

 private:
  void add(std::initializer_list<Aspect> more) { aspects.insert(more); }

  std::set<std::string> enabled_;
};

}  // namespace

std::set<Aspect> aspects_asked(const Case& a_case) {
  Asked asked;
  for (const Step& step : unrolled(a_case.steps)) std::visit(asked, step.action);
  asked.aspects.insert(a_case.claims.begin(), a_case.claims.end());
  for (const auto& [strategy, verdicts] : a_case.verdicts) {
    for (const auto& [aspect, verdict] : verdicts) asked.aspects.insert(aspect);
  }
  return asked.aspects;
}

Record unjudged(const Case& a_case, const StrategySource& strategy, const Error& error,
                const std::set<Aspect>& aspects) {
  Record record{.case_name = a_case.name,
                .strategy = strategy.name,
                .host = std::string(name_of(a_case.host)),
                .verdicts = {},
                .findings = {}};
  const Reason reason{.kind = ReasonKind::kHarnessError, .message = error.message};
  for (Aspect aspect : aspects) record.verdicts[aspect] = {Outcome::kUnknown, reason};
  return record;
}

}  // namespace afresh::engine
