// Going through what a container holds, as it lies there: no Python code runs, no reference is
// taken (after a fork each one taken would copy a page of memory).
// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::py {

/// What a set holds, borrowed, in its own order.
[[nodiscard]] std::vector<PyObject*> borrowed_elements(PyObject* set);

namespace entries_detail {
/// What `see` says of going on; one that says nothing always goes on.
template <typename See>
bool goes_on(See& see, PyObject* key, PyObject* value) {
  if constexpr (std::is_void_v<std::invoke_result_t<See&, PyObject*, PyObject*>>) {
    see(key, value);
    return true;
  } else {
    return see(key, value);
  }
}
}  // namespace entries_detail

/// Calls `see(key, value)` for every item of a dictionary in its order. `see` returns false to end
/// it, true to go on, or nothing at all. False when `see` ended it; what `see` throws goes through.
/// Null, and what is no dictionary, has no items.
///
/// Key and value are borrowed: whoever may take them out of the dictionary meanwhile takes a
/// reference first. `see` must neither add an item nor take one away; another value for a key that
/// is there is allowed.
template <typename See>
bool for_each_item(PyObject* dict, See&& see) {
  if (dict == nullptr) return true;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    if (!entries_detail::goes_on(see, key, value)) return false;
  }
  return true;
}

/// The same for a dictionary, list or set; of a list or set the key is null.
template <typename See>
bool for_each_entry(PyObject* container, See&& see) {
  if (PyDict_Check(container)) return for_each_item(container, see);
  if (PyList_Check(container)) {
    Py_ssize_t size = PyList_Size(container);
    for (Py_ssize_t i = 0; i < size; ++i) {
      if (!entries_detail::goes_on(see, nullptr, PyList_GetItem(container, i))) return false;
    }
  } else if (PyAnySet_Check(container)) {
    for (PyObject* element : borrowed_elements(container)) {
      if (!entries_detail::goes_on(see, nullptr, element)) return false;
    }
  }
  return true;
}

}  // namespace afresh::py
