// SPDX-License-Identifier: MIT
#include "generators/gens.hpp"

#include <rapidcheck.h>

#include <ostream>
#include <utility>

#include "generators/build.hpp"
#include "generators/draw_edits.hpp"
#include "generators/render.hpp"
#include "generators/shrink.hpp"
#include "generators/to_case.hpp"

namespace afresh::generators {
namespace {

template <typename T>
rc::Shrinkable<T> shrinking(T value) {
  return rc::shrinkable::shrinkRecur(std::move(value), [](const T& from) {
    return rc::seq::fromContainer(shrink_candidates(from));
  });
}

}  // namespace

rc::Gen<PackageModel> gen_package(const Profile& profile) {
  return [profile](const rc::Random& random, int) {
    RandomSource rng(random);
    return shrinking(build_package(rng, profile));
  };
}

rc::Gen<History> gen_history(const Profile& profile) {
  return [profile](const rc::Random& random, int) {
    RandomSource rng(random);
    return shrinking(build_history(rng, profile));
  };
}

rc::Gen<Case> gen_purge_safe_case(const Profile& profile) {
  return rc::gen::map(gen_history(profile), to_case);
}

void showValue(const PackageModel& model, std::ostream& out) {
  for (const auto& [path, content] : render_package(model)) {
    out << "-- " << path << " --\n" << content;
  }
}

void showValue(const History& history, std::ostream& out) {
  for (const PackageModel& model : build_versions(history)) {
    showValue(model, out);
    out << "==\n";
  }
}

}  // namespace afresh::generators
