// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/registration/report.hpp"

namespace afresh::bpy {

void warn_of_name(const RegistrableKind& kind, const std::string& id) {
  const std::string infix = kind.infix;
  const std::size_t at = id.find(infix);
  const std::size_t suffix = at == std::string::npos ? at : at + infix.size();
  std::string why;
  if (at == std::string::npos || at == 0 || suffix == id.size()) {
    why = fmt::format("does not contain '{}' with prefix and suffix", infix);
  } else if (!std::all_of(id.begin(), id.begin() + static_cast<std::ptrdiff_t>(at), [](char each) {
               return (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '_';
             })) {
    why = "doesn't have upper case alpha-numeric prefix";
  } else if (!std::all_of(id.begin() + static_cast<std::ptrdiff_t>(suffix), id.end(),
                          [](char each) {
                            const auto byte = static_cast<unsigned char>(each);
                            return byte < 128 && (std::isalnum(byte) != 0 || each == '_');
                          })) {
    why = "doesn't have an alpha-numeric suffix";
  } else {
    return;
  }
  const std::string warning = fmt::format("Warning: '{}' {}", id, why);
  print_line(warning);
  print_line("register_class(...):");
  print_line(warning);
}

void warn_of_practice(const std::shared_ptr<StructType>& parent, PyObject* cls) {
  const auto name_of = [](PyObject* each) { return runtime().passive.name_of_class(each); };
  const auto warn = [&](const std::string& what) {
    std::fputs(fmt::format("register_class(...): warning, {}: {}\n", name_of(cls), what).c_str(),
               stderr);
  };
  const py::Ref mro = runtime().passive.class_mro(cls);
  for (Py_ssize_t i = 1; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* base = PyTuple_GetItem(mro.get(), i);
    const auto type = own_struct_type(base);
    if (!type || !type->is_runtime) continue;
    warn("references and already registered base-class " + name_of(base));
    break;
  }
  const py::Ref below = py::own(PyObject_CallMethod(cls, "__subclasses__", nullptr));
  for (Py_ssize_t i = 0; i < PyList_Size(below.get()); ++i) {
    PyObject* subclass = PyList_GetItem(below.get(), i);
    if (!own_struct_type(subclass)) continue;
    warn("references and already registered sub-class " + name_of(subclass));
    break;
  }
  const bool has_slots =
      PyDict_GetItemString(runtime().passive.class_dict(cls), "__slots__") != nullptr;
  if (parent->is_a("PropertyGroup") && !has_slots)
    warn("is expected to contain a \"__slots__\" member to prevent arbitrary assignments.");
}

}  // namespace afresh::bpy
