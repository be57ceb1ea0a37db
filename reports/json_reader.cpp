// SPDX-License-Identifier: MIT
#include "reports/json_reader.hpp"

namespace afresh {

std::string shown(const nlohmann::json& value) {
  constexpr std::size_t kMaxColumns = 60;
  return one_line(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                  kMaxColumns);
}

}  // namespace afresh
