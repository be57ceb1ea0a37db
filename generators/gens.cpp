// SPDX-License-Identifier: MIT
#include "generators/gens.hpp"

#include <rapidcheck.h>

#include <ostream>
#include <utility>

#include "generators/build.hpp"
#include "generators/propose.hpp"
#include "generators/render.hpp"
#include "generators/shrink.hpp"
#include "generators/to_case.hpp"

namespace afresh::generators {
namespace {

template <typename T>
rc::Shrinkable<T> shrinking(T value) {
  return rc::shrinkable::shrinkRecur(
      std::move(value), [](const T& from) { return rc::seq::fromContainer(smaller(from)); });
}

}  // namespace

rc::Gen<PackageModel> package(const Profile& profile) {
  return [profile](const rc::Random& random, int) {
    Dice dice(random);
    return shrinking(build_package(dice, profile));
  };
}

rc::Gen<History> history(const Profile& profile) {
  return [profile](const rc::Random& random, int) {
    Dice dice(random);
    return shrinking(build_history(dice, profile));
  };
}

rc::Gen<Case> purge_safe_case(const Profile& profile) {
  return rc::gen::map(history(profile), to_case);
}

void showValue(const PackageModel& model, std::ostream& out) {
  for (const auto& [path, content] : render_package(model)) {
    out << "-- " << path << " --\n" << content;
  }
}

void showValue(const History& history, std::ostream& out) {
  for (const PackageModel& model : versions_of(history)) {
    showValue(model, out);
    out << "==\n";
  }
}

}  // namespace afresh::generators
