// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/classes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh::plain {

const RegisteredClass* ClassRegistry::find(PyObject* cls) const {
  for (const RegisteredClass& entry : entries_) {
    if (entry.cls.get() == cls) return &entry;
  }
  return nullptr;
}

const RegisteredClass* ClassRegistry::find_last(const std::string& name) const {
  auto found = std::find_if(entries_.rbegin(), entries_.rend(),
                            [&](const RegisteredClass& entry) { return entry.name == name; });
  return found == entries_.rend() ? nullptr : &*found;
}

py::Ref ClassRegistry::add(RegisteredClass entry, TakenNames taken_names) {
  if (find(entry.cls.get()) != nullptr) {
    py::raise(PyExc_ValueError,
              fmt::format("register_class({}): this class is already registered", entry.name));
  }
  py::Ref pushed_out;
  auto same = std::find_if(entries_.begin(), entries_.end(), [&](const RegisteredClass& each) {
    return each.kind == entry.kind && each.name == entry.name;
  });
  if (same != entries_.end()) {
    if (taken_names == TakenNames::kStrict) {
      py::raise(
          PyExc_ValueError,
          fmt::format("register_class({0}): the name '{0}' is already registered", entry.name));
    }
    if (entry.kind != HostClassKind::kPropertyGroup) {
      pushed_out = take(static_cast<std::size_t>(same - entries_.begin()));
    }
  }
  entries_.push_back(std::move(entry));
  return pushed_out;
}

py::Ref ClassRegistry::remove(PyObject* cls, const std::string& name) {
  const RegisteredClass* entry = find(cls);
  if (entry == nullptr) {
    py::raise(PyExc_ValueError,
              fmt::format("unregister_class({}): this class is not registered", name));
  }
  return take(static_cast<std::size_t>(entry - entries_.data()));
}

// The class must not die while the vector is being changed: its end may run code that comes back.
py::Ref ClassRegistry::take(std::size_t index) {
  py::Ref cls = std::move(entries_[index].cls);
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
  return cls;
}

}  // namespace afresh::plain
