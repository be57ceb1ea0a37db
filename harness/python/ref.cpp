// SPDX-License-Identifier: MIT
#include "harness/python/ref.hpp"

#include <stdexcept>

namespace afresh::py {
namespace {

// Formatting an exception must not raise another one: what cannot be had is left empty.
std::string text_or_empty(PyObject* new_reference) {
  Ref text = steal(new_reference);
  if (!text) {
    PyErr_Clear();
    return {};
  }
  return to_string(text.get());
}

}  // namespace

std::string PythonError::type() const {
  PyObject* type = reinterpret_cast<PyObject*>(Py_TYPE(exception_.get()));
  std::string module = text_or_empty(PyObject_GetAttrString(type, "__module__"));
  std::string name = text_or_empty(PyObject_GetAttrString(type, "__qualname__"));
  return module.empty() || module == "builtins" ? name : module + "." + name;
}

std::string PythonError::message() const { return text_or_empty(PyObject_Str(exception_.get())); }

std::string PythonError::traceback() const {
  Ref module = steal(PyImport_ImportModule("traceback"));
  Ref trace = steal(PyException_GetTraceback(exception_.get()));
  PyObject* type = reinterpret_cast<PyObject*>(Py_TYPE(exception_.get()));
  Ref lines = module ? steal(PyObject_CallMethod(module.get(), "format_exception", "OOO", type,
                                                 exception_.get(), trace ? trace.get() : Py_None))
                     : Ref();
  Ref empty = steal(PyUnicode_FromString(""));
  PyErr_Clear();
  return lines ? text_or_empty(PyUnicode_Join(empty.get(), lines.get())) : std::string();
}

void PythonError::restore() const {
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception_.get())), exception_.get());
}

void throw_current() {
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* trace = nullptr;
  PyErr_Fetch(&type, &value, &trace);
  if (type == nullptr) throw std::logic_error("a C API call failed without an exception");
  PyErr_NormalizeException(&type, &value, &trace);
  Ref type_ref = steal(type);
  Ref exception = steal(value);
  Ref traceback = steal(trace);
  if (traceback) PyException_SetTraceback(exception.get(), traceback.get());
  throw PythonError(std::move(exception));
}

std::string to_string(PyObject* text) {
  Py_ssize_t length = 0;
  if (const char* utf8 = PyUnicode_AsUTF8AndSize(text, &length)) {
    return std::string(utf8, static_cast<std::size_t>(length));
  }
  // Lone surrogates have no UTF-8.
  PyErr_Clear();
  Ref bytes = steal(PyUnicode_AsEncodedString(text, "utf-8", "backslashreplace"));
  if (!bytes) throw_current();
  char* data = nullptr;
  Py_ssize_t size = 0;
  check(PyBytes_AsStringAndSize(bytes.get(), &data, &size));
  return std::string(data, static_cast<std::size_t>(size));
}

Ref make_str(std::string_view text) {
  return own(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

Ref attribute(PyObject* object, const char* name) {
  return own(PyObject_GetAttrString(object, name));
}

Ref import(const char* module) { return own(PyImport_ImportModule(module)); }

PyObject* loaded_module(const char* name) {
  PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), name);
  return module != nullptr && PyModule_Check(module) ? module : nullptr;
}

Ref referent(PyObject* weak) {
  // 3.13 deprecates the only function for this that the limited API of 3.10 has; it stays in the
  // stable ABI.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  PyObject* object = PyWeakref_GetObject(weak);
#pragma GCC diagnostic pop
  if (object == nullptr) throw_current();
  return object == Py_None ? Ref() : borrow(object);
}

void raise(PyObject* exception_type, const std::string& message) {
  PyErr_SetString(exception_type, message.c_str());
  throw_current();
}

}  // namespace afresh::py
