// Who registered what, and from which line: noted when it happens, because nothing that is left
// afterwards tells. Entries are only ever added; whether one was right is not asked here.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/hosts/host.hpp"

namespace afresh::hosts {

/// Where a call into the host came from.
struct Origin {
  std::string owner;  ///< add-on, or empty
  std::string where;  ///< `FILE:LINE` of the innermost Python frame, or empty
};

class Ledger {
 public:
  /// The owner is the add-on whose `register()` or `unregister()` the host is calling, else the
  /// one in whose code the innermost frame is.
  [[nodiscard]] Origin origin() const;

  /// Whom registrations belong to from now on; empty: whoever makes them.
  void set_owner(std::string addon) { current_owner_ = std::move(addon); }

  void note(const std::string& probe, const std::string& name, const Origin& origin);
  /// That it was taken out again, from where the caller is now.
  void note_removed(const std::string& probe, const std::string& name);

  [[nodiscard]] const std::vector<Registration>& entries() const { return entries_; }

 private:
  friend class CurrentOwner;
  std::string current_owner_;
  std::vector<Registration> entries_;
};

/// `FILE:LINE` of the innermost frame of an exception's traceback; empty where it has none.
[[nodiscard]] std::string raised_at(const py::PythonError& error);

/// While it lives, whatever is registered belongs to this add-on. Nests.
class CurrentOwner {
 public:
  CurrentOwner(Ledger& ledger, std::string addon);
  ~CurrentOwner();
  CurrentOwner(const CurrentOwner&) = delete;
  CurrentOwner& operator=(const CurrentOwner&) = delete;

 private:
  Ledger& ledger_;
  std::string outer_;
};

}  // namespace afresh::hosts
