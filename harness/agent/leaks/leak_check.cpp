// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/leak_check.hpp"

#include <algorithm>
#include <array>

#include "harness/agent/leaks/holders.hpp"
#include "harness/agent/leaks/interpreter_caches.hpp"
#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/python/collector.hpp"

namespace afresh::agent {
namespace {

// A finaliser may make new garbage each time.
constexpr int kMaxCollections = 10;

void collect() {
  PyGC_Enable();
  for (int i = 0; i < kMaxCollections && PyGC_Collect() > 0; ++i) {
  }
  // Until the check is done nothing may go by itself: what is looked at is only borrowed.
  PyGC_Disable();
}

// What an interactive session keeps of the last exception that nobody caught.
void forget_last_exception() {
  for (const char* name : {"last_exc", "last_type", "last_value", "last_traceback"}) {
    if (PySys_GetObject(name) != nullptr) PySys_SetObject(name, nullptr);
  }
  PyErr_Clear();
}

std::vector<Survivor> find_survivors(const SnapshotContext& context, const OldObjects& old,
                                     PyObject* strategy) {
  std::vector<Survivor> survivors;
  if (old.alive.empty()) return survivors;
  for (HeldOldObject& held : find_holders(context, old, strategy)) {
    ObjectRef object = describe_definition(context.passive, held.old.object);
    object.load = held.old.born;
    survivors.push_back(
        {.object = std::move(object), .owner = held.old.owner, .holders = std::move(held.holders)});
  }
  return survivors;
}

// Of those that were there before, which are not among those that still are: gone with the caches.
std::vector<Survivor> with_cached(std::vector<Survivor> before, std::vector<Survivor> still) {
  for (Survivor& survivor : before) {
    auto is_same = [&](const Survivor& other) { return other.object == survivor.object; };
    if (std::ranges::any_of(still, is_same)) continue;
    survivor.is_cached = true;
    still.push_back(std::move(survivor));
  }
  std::ranges::sort(still);
  return still;
}

}  // namespace

LeakCheck check_leaks(const SnapshotContext& context, bool is_final, PyObject* strategy) {
  py::GcPause guard;
  if (is_final) forget_last_exception();
  collect();
  LeakCheck check{.tagged = count_tagged_objects(context)};
  if (!is_final) return check;
  std::vector<Survivor> before = find_survivors(context, old_objects(context), strategy);
  if (before.empty()) return check;
  empty_interpreter_caches();
  collect();
  check.survivors =
      with_cached(std::move(before), find_survivors(context, old_objects(context), strategy));
  return check;
}

}  // namespace afresh::agent
