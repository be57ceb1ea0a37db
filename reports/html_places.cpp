// SPDX-License-Identifier: MIT
#include "reports/html_places.hpp"

#include <fmt/format.h>

namespace afresh {

std::string html_id(std::string_view text) {
  std::string id;
  for (char c : text) {
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    // What is no letter becomes its number, so that two names never share a place.
    id += is_plain || c == '-' ? std::string(1, c)
                               : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

std::string witness_id(const std::string& host, const std::string& strategy, Aspect aspect) {
  return fmt::format("w.{}.{}.{}", html_id(host), html_id(strategy), name_of(aspect));
}

std::string row_id(const std::string& host, bool is_generated, const std::string& strategy) {
  return fmt::format("{}.{}.{}", is_generated ? "g" : "r", html_id(host), html_id(strategy));
}

std::string family_id(const std::string& host, bool is_generated, const std::string& family) {
  return fmt::format("f{}.{}.{}", is_generated ? "g" : "r", html_id(host), html_id(family));
}

std::string witnesses_id(const std::string& host, const std::string& strategy) {
  return fmt::format("s.{}.{}", html_id(host), html_id(strategy));
}

}  // namespace afresh
