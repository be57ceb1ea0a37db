// SPDX-License-Identifier: MIT
#include "harness/engine/validate_case.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "harness/engine/plan.hpp"
#include "harness/engine/user_references.hpp"

namespace afresh::engine {
namespace {

std::string describe_exception(const OpResult& result) {
  if (result.type.empty()) return result.message.empty() ? "the interpreter ended" : result.message;
  return result.type + ": " + result.message;
}

/// `x.case:12` of the step that an operation comes from.
std::string step_location(const PreparedCase& a_case, const Op& op) {
  const Case& value = a_case.value;
  std::string place = value.origin.empty() ? value.name : value.origin;
  int line = op.step >= 0 ? a_case.steps[static_cast<std::size_t>(op.step)].line : 0;
  return line > 0 ? fmt::format("{}:{}", place, line) : place;
}

using Answer = std::optional<Error>;

Answer unloadable(const PreparedCase& a_case, const Plan& plan, const Observation& trial) {
  std::map<std::string, bool> was_enabled;
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const OpResult& result = trial.results[i];
    const auto* enable = std::get_if<EnableOp>(&plan.trial.ops[i].action);
    bool is_first = enable != nullptr && !std::exchange(was_enabled[enable->addon], true);
    if (!is_first || result.outcome == OpOutcome::kOk) continue;
    return Error{
        fmt::format("{}: add-on '{}' cannot be enabled on a fresh start ({}{}{}); expected an "
                    "add-on with register() and unregister()",
                    step_location(a_case, plan.trial.ops[i]), enable->addon,
                    describe_exception(result), result.where.empty() ? "" : " in ", result.where)};
  }
  return {};
}

/// Up to the first reload nothing depends on a strategy.
Answer raising_step(const PreparedCase& a_case, const Plan& plan, const Observation& trial) {
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const Op& op = plan.trial.ops[i];
    if (std::holds_alternative<ReloadOp>(op.action)) break;
    if (!is_of_the_case(op) || trial.results[i].outcome == OpOutcome::kOk) continue;
    return Error{fmt::format("{}: `{}` raises {} before any reload; expected a step that runs",
                             step_location(a_case, op),
                             render_step(a_case.steps[static_cast<std::size_t>(op.step)]),
                             describe_exception(trial.results[i]))};
  }
  return {};
}

Answer unbound_name(const PreparedCase& a_case, const Plan& plan, const Observation& trial) {
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const Op& op = plan.trial.ops[i];
    const auto* expect = std::get_if<ExpectOp>(&op.action);
    if (expect == nullptr || !mentions(expect->expression, a_case.bound_names)) continue;
    if (trial.results[i].type != "NameError") continue;
    return Error{
        fmt::format("{}: `expect {}` asks a name that nothing binds before ({}); expected "
                    "one that a `python` step binds",
                    step_location(a_case, op), expect->expression, trial.results[i].message)};
  }
  return {};
}

Answer broken_expectation(const PreparedCase& a_case, const Plan& plan, const Observation& trial) {
  for (std::uint32_t op : plan.first_expects) {
    const OpResult& result = trial.results[op];
    if (result.outcome == OpOutcome::kOk) continue;
    return Error{fmt::format("{}: `expect {}` gives {} on a fresh start; expected to hold there",
                             step_location(a_case, plan.trial.ops[op]),
                             std::get<ExpectOp>(plan.trial.ops[op].action).expression,
                             describe_exception(result))};
  }
  return {};
}

}  // namespace

std::optional<Error> validate_case(const PreparedCase& a_case, FreshStarts& fresh_starts) {
  Plan plan = make_plan(a_case.value, a_case.files, kNoStrategy);
  SharedObservation trial = fresh_starts.observe(plan.trial, Variant::kBase);
  for (auto* reason : {&unloadable, &raising_step, &unbound_name, &broken_expectation}) {
    if (Answer answer = reason(a_case, plan, *trial)) return answer;
  }
  return {};
}

}  // namespace afresh::engine
