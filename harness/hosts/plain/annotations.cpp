// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/annotations.hpp"

#include <algorithm>

#include "harness/hosts/plain/property.hpp"
#include "harness/python/entries.hpp"

namespace afresh::plain {
namespace {

void append_unless_named(std::vector<NamedProperty>& all, std::string name, PyObject* property) {
  bool is_taken = std::any_of(all.begin(), all.end(),
                              [&](const NamedProperty& each) { return each.name == name; });
  if (!is_taken) all.push_back({std::move(name), py::borrow(property)});
}

}  // namespace

std::vector<NamedProperty> annotated_properties(const py::PassiveReader& passive,
                                                const py::Ref& property_type, PyObject* cls) {
  std::vector<NamedProperty> all;
  py::Ref mro = passive.class_mro(cls);
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    // From the namespace and not by attribute, which on some versions adds what is missing.
    PyObject* own = passive.class_dict(PyTuple_GetItem(mro.get(), i));
    PyObject* annotations = PyDict_GetItemString(own, "__annotations__");
    if (annotations == nullptr || !PyDict_Check(annotations)) continue;
    py::for_each_item(annotations, [&](PyObject* key, PyObject* value) {
      if (!PyUnicode_Check(key) || !is_property(property_type, value)) return;
      append_unless_named(all, py::to_string(key), value);
    });
  }
  return all;
}

}  // namespace afresh::plain
