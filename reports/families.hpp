// The families of strategies: sorts of technique, in the order in which every report has them.
// One table; a strategy says in its own file which of them it belongs to.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "reports/report.hpp"

namespace afresh {

struct Family {
  std::string_view name;   ///< as strategy files write it: `reload in place`
  std::string_view doing;  ///< as the subject of a sentence: `reloading in place`
  std::string_view how;    ///< one sentence on how it works
};

/// What a strategy from a file of the user's is in that names no family.
inline constexpr std::string_view kOwnFamily = "yours";
/// What a strategy is in of which nothing is known.
inline constexpr std::string_view kUnknownFamily = "strategies";

inline constexpr std::array kFamilies{
    Family{kOwnFamily, "your own way", "These strategies are files of your own."},
    Family{"start again", "starting again",
           "The process ends, and another one loads the new files."},
    Family{"swap versions", "swapping versions",
           "The old version steps aside; it comes back if the new one does not load."},
    Family{"forget and import again", "forgetting and importing again",
           "Modules are deleted from sys.modules, so that the next import reads their files."},
    Family{"reload in place", "reloading in place",
           "The new files run in the module objects that are there."},
    Family{"load by hand", "loading by hand",
           "The tool executes the files itself, without the import statement."},
    Family{"leave it loaded", "leaving it loaded",
           "No file is read again: what every other way is held against."}};

/// The family that the strategy says it is in, as a name of the table where it is one.
[[nodiscard]] std::string strategy_family(const Report& report, const std::string& strategy);

/// Place in every report: that of the table, and behind it for a name that is not there.
[[nodiscard]] std::size_t rank_of_family(std::string_view name);

/// As the subject of a sentence: `reloading in place`; a name that is not in the table as it is.
[[nodiscard]] std::string_view doing_of_family(std::string_view name);

}  // namespace afresh
