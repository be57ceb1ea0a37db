// Blender's add-ons as its preferences switch them: what the real Blender and its work-alike share,
// since both have a module `addon_utils`. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/hosts/ledger.hpp"
#include "harness/python/ref.hpp"

namespace afresh::hosts {

class BlenderAddons {
 public:
  /// `ledger` outlives it.
  BlenderAddons(py::Ref addon_utils, Ledger& ledger);

  /// As the checkbox in the preferences does it. Throws what the add-on raised, or a `RuntimeError`
  /// where Blender refused it without an exception.
  void enable(const std::string& addon);
  /// Likewise; what `unregister()` raised is noted in the ledger, as Blender only prints it.
  void disable(const std::string& addon);
  /// A function of the add-on's, with the ledger's owner set.
  void call(const std::string& addon, const char* function);
  /// What the operator behind the checkbox completes in `bl_info` of each enabled add-on; Blender's
  /// start and its scripts' reload do not.
  void complete_info() const;
  /// Names of the enabled add-ons, in the order in which each was first enabled.
  [[nodiscard]] std::vector<std::string> enabled() const;

 private:
  /// Gives what the add-on raised meanwhile, if anything.
  py::Ref switch_addon(const char* function, const std::string& addon);

  py::Ref addon_utils_;
  Ledger& ledger_;
  std::vector<std::string> by_first_enabling_;
};

}  // namespace afresh::hosts
