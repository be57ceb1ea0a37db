// SPDX-License-Identifier: MIT
#include "harness/values/edge_label.hpp"

namespace afresh {

std::string_view edge_label_prefix(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::kNameless: return "";
    case EdgeKind::kAttribute: return ".";
    case EdgeKind::kPosition:
    case EdgeKind::kKey: return "[";
    case EdgeKind::kModule: return " module";
    case EdgeKind::kGlobals: return " globals";
    case EdgeKind::kCode: return " code";
    case EdgeKind::kPlace: return " place";
    case EdgeKind::kClosure: return " closure ";
    case EdgeKind::kOwnDict: return " dict";
    case EdgeKind::kFunction: return " function";
    case EdgeKind::kReferent: return " referent";
    case EdgeKind::kPairKey: return " key";
    case EdgeKind::kPart: return " part ";
    case EdgeKind::kTrait: return " ";
  }
  return "";
}

std::string edge_label(EdgeKind kind, std::string_view name) {
  std::string label(edge_label_prefix(kind));
  label += name;
  if (kind == EdgeKind::kPosition || kind == EdgeKind::kKey) label += ']';
  return label;
}

}  // namespace afresh
