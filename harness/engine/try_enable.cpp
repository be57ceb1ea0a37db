// SPDX-License-Identifier: MIT
#include "harness/engine/try_enable.hpp"

#include "harness/engine/attempt.hpp"
#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/plan.hpp"

namespace afresh::engine {

Result<OpResult> try_enable(WorkerPool& worker_pool, const Case& a_case) {
  Case beginning{.name = a_case.name, .addons = a_case.addons, .host = a_case.host};
  beginning.versions = {a_case.versions.front()};
  for (const std::string& addon : a_case.addons) beginning.steps.push_back({EnableStep{addon}});
  Plan plan = make_plan(beginning, files_of_case(beginning), kNoStrategy);
  Result<Observation> seen = attempt([&] { return worker_pool.run(plan.trial, Variant::kBase); });
  if (!seen) return Error{a_case.name + ": " + seen.error().message};
  return *enable_result(plan.trial, *seen);
}

}  // namespace afresh::engine
