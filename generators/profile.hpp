// Every probability and size of generation, in one place.
// Read by build and edit; a default-made profile is what `compare --generated` and the tests use.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/values/case.hpp"

namespace afresh {

/// Sizes are inclusive ranges, drawn evenly; `_percent` is a chance in a hundred; weights are
/// relative to each other.
struct Profile {
  HostKind host = HostKind::kPlain;

  // The tree. The number of modules is the smaller of two draws, so that small packages are common.
  int modules_min = 1;
  int modules_max = 12;
  int depth_max = 4;               ///< of a module path with the package itself; at least 2
  int below_root_percent = 50;     ///< a new module lies directly in the package
  int empty_package_percent = 10;  ///< a module without children is a folder with `__init__.py`

  // One module.
  int imports_max = 3;
  int constants_max = 3;
  int functions_min = 1;
  int functions_max = 3;
  int classes_max = 2;
  int host_properties_percent = 15;
  int all_percent = 25;        ///< states `__all__`
  int re_export_percent = 35;  ///< of a package: offers names of a module it imports

  // Import forms.
  int relative_weight = 20;
  int from_parent_weight = 10;
  int dotted_as_weight = 6;
  int dotted_weight = 14;
  int names_weight = 24;
  int absolute_names_weight = 8;
  int names_as_weight = 8;
  int star_weight = 10;
  int late_percent = 15;         ///< a function imports what it needs when it is called
  int lazy_module_percent = 12;  ///< a module is imported inside functions only, if at all
  int cycle_percent = 8;  ///< a function imports, when called, from a module that loads later

  // Constants.
  int sum_percent = 35;  ///< is made from other constants at import time
  int str_weight = 20;
  int int_weight = 40;
  int tuple_weight = 15;
  int list_weight = 15;
  int dict_weight = 10;
  int items_max = 3;

  // Functions and methods.
  int plus_max = 3;
  int cost_max = 40;  ///< definitions that one call may look at
  int handler_percent = 12;
  int timer_percent = 8;
  int menu_percent = 8;  ///< on Blender

  // Classes.
  int plain_weight = 30;
  int dataclass_weight = 12;
  int enum_weight = 12;
  int named_tuple_weight = 8;
  int operator_weight = 20;
  int panel_weight = 8;
  int group_weight = 22;
  int base_percent = 55;  ///< derives from a class of another module or of its own
  int fields_max = 3;
  int properties_max = 3;
  int pointer_percent = 50;  ///< a property of a group points at a group, if there is one
  int key_percent = 30;      ///< of an operator, on Blender

  // The package.
  int by_module_percent = 40;    ///< each module registers its own things
  int preferences_percent = 25;  ///< on Blender
  int probe_max = 12;            ///< values that `probe()` returns

  // Edits.
  int third_version_percent = 30;
  int edits_max = 3;  ///< from one version to the next, besides the one that shows
  int change_constant_weight = 16;
  int change_number_weight = 20;
  int change_references_weight = 10;
  int add_constant_weight = 6;
  int remove_constant_weight = 5;
  int add_function_weight = 6;
  int remove_function_weight = 5;
  int add_class_weight = 4;
  int remove_class_weight = 4;
  int rename_class_weight = 6;
  int change_property_weight = 6;
  int add_module_weight = 5;
  int remove_module_weight = 4;
  int module_to_package_weight = 5;
  int change_import_weight = 10;
};

}  // namespace afresh
