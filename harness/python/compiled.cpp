// SPDX-License-Identifier: MIT
#include "harness/python/compiled.hpp"

#include <cstdint>
#include <cstring>

namespace afresh::py {
namespace {

/// The number is stored as in a `.pyc` file: four bytes, the least first.
bool is_of_this_python(std::string_view compiled) {
  std::uint32_t number = 0;
  if (compiled.size() < sizeof number) return false;
  std::memcpy(&number, compiled.data(), sizeof number);
  return number == static_cast<std::uint32_t>(PyImport_GetMagicNumber());
}

}  // namespace

Ref code_object(std::string_view compiled, std::string_view text, const std::string& shown) {
  if (!is_of_this_python(compiled))
    return own(Py_CompileString(std::string(text).c_str(), shown.c_str(), Py_file_input));
  compiled.remove_prefix(sizeof(std::uint32_t));
  Ref object =
      own(PyBytes_FromStringAndSize(compiled.data(), static_cast<Py_ssize_t>(compiled.size())));
  return own(PyObject_CallMethod(import("marshal").get(), "loads", "O", object.get()));
}

Ref code_object(const EmbeddedFile& file) {
  return code_object(file.code, file.text, "<afresh>/" + std::string(file.path));
}

}  // namespace afresh::py
