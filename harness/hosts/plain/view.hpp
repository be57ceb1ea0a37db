// Views: Python objects that stand for a place in the document. The two data-blocks, the groups
// that pointers give, and collections. A view holds no values; it is made anew at each look.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/python/ref.hpp"

namespace afresh::plain {

struct HostParts;

/// Layout of an instance. All owned and visited by the collector.
struct ViewObject {
  PyObject_HEAD PyObject* host;  ///< the capsule
  PyObject* path;                ///< str: `scene`, `scene.settings`, `scene.items[0]`
  PyObject* group;  ///< the class whose annotations are the attributes; null for a data-block
};

/// `Scene` and `Object`: only the host makes instances, one each.
[[nodiscard]] py::Ref make_block_type(const char* name);
[[nodiscard]] py::Ref make_group_view_type();
/// `len(c)`, `c[i]`, `c.add()` (the new item's view), `c.clear()`.
[[nodiscard]] py::Ref make_collection_view_type();

/// `group` is null for a data-block.
[[nodiscard]] py::Ref make_view(const HostParts& parts, const py::Ref& type,
                                const std::string& path, PyObject* group);

/// The value of a property of the view: an atom, its default where unset, or a view again.
/// Other names as on any object (AttributeError).
[[nodiscard]] py::Ref get_attribute(PyObject* view, PyObject* name);
/// AttributeError when not defined or a group, TypeError when the value does not fit.
void set_attribute(PyObject* view, PyObject* name, PyObject* value);

}  // namespace afresh::plain
