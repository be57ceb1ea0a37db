// The folder that `afresh hosts add` keeps: an environment for each Blender, whole or not there.
// One process at a time changes it. SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "harness/values/result.hpp"

namespace afresh {

/// Held by whoever changes the folder, until it goes.
class HostsFolder {
 public:
  /// Make the folder where it is missing, and lock it. Refuses where another process has it.
  [[nodiscard]] static Result<HostsFolder> open(const std::filesystem::path& folder);
  HostsFolder(HostsFolder&& other) noexcept;
  HostsFolder& operator=(HostsFolder&&) = delete;
  ~HostsFolder();

  [[nodiscard]] std::filesystem::path place_of(const std::string& name) const {
    return folder_ / name;
  }
  /// Remove what was made for that name.
  [[nodiscard]] std::optional<Error> remove(const std::string& name);

  /// What is being made: it goes with this value, unless it was put in its place.
  class Draft {
   public:
    explicit Draft(const HostsFolder& folder);
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft();
    /// A folder that is not there yet, beside its place: what is begun again begins with nothing.
    [[nodiscard]] const std::filesystem::path& begin();
    /// The same, once it is begun.
    [[nodiscard]] const std::filesystem::path& place() const { return place_; }
    /// Under its own name, from now on seen by everybody.
    [[nodiscard]] std::optional<Error> publish(const std::filesystem::path& as) const;

   private:
    std::filesystem::path place_;
  };

 private:
  HostsFolder(std::filesystem::path folder, int descriptor);
  /// What killed processes left.
  void remove_drafts() const;

  std::filesystem::path folder_;
  int descriptor_ = -1;
};

}  // namespace afresh
