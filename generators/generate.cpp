// SPDX-License-Identifier: MIT
#include "generators/generate.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include "generators/gens.hpp"

namespace afresh {
namespace {

/// RapidCheck's own recommendation; the generators of packages do not look at it.
constexpr int kSize = rc::kNominalSize;

Case draw(const rc::Random::Key& key, const Profile& profile) {
  return generators::gen_purge_safe_case(profile)(rc::Random(key), kSize).value();
}

}  // namespace

Case generate_case(std::uint64_t seed, int index, const Profile& profile) {
  Case made = draw({seed, static_cast<std::uint64_t>(index), 0, 0}, profile);
  std::string host =
      profile.host == HostKind::kPlain ? "" : fmt::format("{}-", name_of(profile.host));
  made.name = fmt::format("generated-{}{}-{:05}", host, seed, index);
  made.source = fmt::format("generated: seed {}, index {}", seed, index);
  return made;
}

Case generate_sized_case(int modules, std::uint64_t seed) {
  Profile profile;
  profile.modules_min = modules;
  profile.modules_max = modules;
  profile.third_version_percent = 0;
  // Every module is loaded, so that the size says what a reload has to do.
  profile.lazy_module_percent = 0;
  // Edits that change the number of modules would change what is measured.
  profile.add_module_weight = 0;
  profile.remove_module_weight = 0;
  // The third word of the key keeps these cases apart from those of `compare --generated`.
  Case made = draw({seed, static_cast<std::uint64_t>(modules), 1, 0}, profile);
  made.name = fmt::format("sized-{}-{}", modules, seed);
  made.source = fmt::format("generated: {} modules, seed {}", modules, seed);
  return made;
}

}  // namespace afresh
