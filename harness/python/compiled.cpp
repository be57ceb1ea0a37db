// SPDX-License-Identifier: MIT
#include "harness/python/compiled.hpp"

namespace afresh::py {

Ref unmarshalled(std::string_view bytes) {
  Ref object = own(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
  return own(PyObject_CallMethod(import("marshal").get(), "loads", "O", object.get()));
}

}  // namespace afresh::py
