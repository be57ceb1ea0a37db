// SPDX-License-Identifier: MIT
#include "tests/generators/sample.hpp"

#include "generators/repair.hpp"

namespace afresh::generators {
namespace {

Module units() {
  Module module{.path = "lib.units"};
  module.constants = {{"WIDTH", int_value(5), {}}, {"TITLE", str_value("red"), {}}};
  module.functions = {{.name = "scale", .number = 10, .plus = {{"lib.units", "WIDTH"}}}};
  module.classes = {
      {.name = "Shape", .number = 2},
      {.name = "Item", .kind = ClassKind::kGroup, .properties = {{.name = "amount", .number = 3}}}};
  return module;
}

Module lib() {
  Module module{.path = "lib", .is_package = true};
  module.imports = {{"lib.units", ImportForm::kNames}};
  module.re_exports = {{"lib.units", "WIDTH"}};
  module.constants = {{"DEPTH", int_value(1), {{"lib.units", "WIDTH"}}}};
  return module;
}

Module ops() {
  Module module{.path = "ops"};
  module.imports = {{"lib.units", ImportForm::kNamesAs}};
  module.functions = {{.name = "bake", .number = 1, .plus = {{"lib.units", "TITLE"}}}};
  module.classes = {
      {.name = "Brush", .base = Reference{"lib.units", "Shape"}, .number = 4},
      {.name = "Layer",
       .kind = ClassKind::kGroup,
       .properties = {
           {.name = "target", .kind = PropertyKind::kPointer, .target = {"lib.units", "Item"}}}}};
  return module;
}

}  // namespace

PackageModel sample_package() {
  Module root{.path = "", .is_package = true};
  root.imports = {{"lib", ImportForm::kRelative}, {"ops", ImportForm::kDotted}};
  PackageModel model{.name = "demo", .modules = {units(), lib(), ops(), root}};
  model.probe = {{"lib", "WIDTH"}, {"lib", "DEPTH"}, {"ops", "bake"}, {"ops", "Brush"}};
  return repaired(std::move(model));
}

}  // namespace afresh::generators
