// SPDX-License-Identifier: MIT
#include "harness/values/object_ref.hpp"

namespace afresh {

std::string full_name(const ObjectRef& object) {
  return object.module.empty() ? object.name : object.module + "." + object.name;
}

ObjectRef without_load(ObjectRef object) {
  object.load = 0;
  object.size = 0;
  object.file.clear();
  return object;
}

}  // namespace afresh
