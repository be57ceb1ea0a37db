// SPDX-License-Identifier: MIT
#include "harness/python/ref.hpp"

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

std::string qualified_type_name(PyObject* exception) {
  PyObject* type = reinterpret_cast<PyObject*>(Py_TYPE(exception));
  std::string module = text_or_empty(PyObject_GetAttrString(type, "__module__"));
  std::string name = text_or_empty(PyObject_GetAttrString(type, "__qualname__"));
  return module.empty() || module == "builtins" ? name : module + "." + name;
}

std::string formatted(PyObject* exception, PyObject* traceback) {
  Ref module = steal(PyImport_ImportModule("traceback"));
  if (!module) {
    PyErr_Clear();
    return {};
  }
  PyObject* type = reinterpret_cast<PyObject*>(Py_TYPE(exception));
  Ref lines = steal(PyObject_CallMethod(module.get(), "format_exception", "OOO", type, exception,
                                        traceback != nullptr ? traceback : Py_None));
  if (!lines) {
    PyErr_Clear();
    return {};
  }
  Ref empty = steal(PyUnicode_FromString(""));
  return text_or_empty(PyUnicode_Join(empty.get(), lines.get()));
}

}  // namespace

PythonError::PythonError(std::string type, std::string message, std::string traceback, Ref exception)
    : std::runtime_error(type + ": " + message),
      type_(std::move(type)),
      message_(std::move(message)),
      traceback_(std::move(traceback)),
      exception_(std::move(exception)) {}

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
  std::string name = qualified_type_name(exception.get());
  std::string message = text_or_empty(PyObject_Str(exception.get()));
  std::string text = formatted(exception.get(), traceback.get());
  throw PythonError(std::move(name), std::move(message), std::move(text), std::move(exception));
}

std::string to_string(PyObject* text) {
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

Ref attribute(PyObject* object, const char* name) { return own(PyObject_GetAttrString(object, name)); }

Ref import(const char* module) { return own(PyImport_ImportModule(module)); }

void raise(PyObject* exception_type, const std::string& message) {
  PyErr_SetString(exception_type, message.c_str());
  throw_current();
}

}  // namespace afresh::py
