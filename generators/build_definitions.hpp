// Dice → single definitions and imports: what building a package and editing one have in common.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "generators/model.hpp"
#include "generators/profile.hpp"
#include "generators/random_source.hpp"

namespace afresh::generators {

/// A literal that nests at most once.
[[nodiscard]] Value build_value(RandomSource& rng, const Profile& profile);

[[nodiscard]] ImportForm build_import_form(RandomSource& rng, const Profile& profile);

/// Draws `Constant`, `Function`, … for one module from a pool of what it can refer to. The pool
/// must hold only what is reachable for a definition that is appended to the module.
class DefinitionBuilder {
 public:
  DefinitionBuilder(RandomSource& rng, const Profile& profile, const PackageModel& model,
                    std::vector<Reference> pool);

  Constant constant(std::string name);
  Function function(std::string name);
  Class a_class(std::string name);
  HostProperty host_property(std::string name);
  std::vector<Property> preferences();

  /// Makes a definition that was appended to the module available to the next.
  void add_to_pool(Reference reference);

 private:
  /// Up to `plus_max` references that `fits`, as long as their cost stays below the profile's.
  std::vector<Reference> plus(bool (*fits)(const Definition&));
  std::vector<Reference> in_pool(bool (*fits)(const Definition&)) const;
  ClassKind class_kind();
  Property property(std::string name);
  void fill(Class& a_class);

  RandomSource& rng_;
  const Profile& profile_;
  const PackageModel& model_;
  std::vector<Reference> pool_;
};

}  // namespace afresh::generators
