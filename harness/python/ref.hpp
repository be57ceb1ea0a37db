// The Python boundary: handles, and the two checkers through which every C API call goes.
// Limited API 3.10 only, so that any CPython >= 3.10 can load what includes this.
// SPDX-License-Identifier: MIT
#pragma once

// CMake defines Py_LIMITED_API for every target that includes this, but one (interpreter.cpp).
#include <Python.h>

#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace afresh::py {

/// An owning handle on a Python object; empty or holding one strong reference.
class Ref {
 public:
  Ref() = default;
  Ref(const Ref& other) : object_(other.object_) { Py_XINCREF(object_); }
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() { Py_XDECREF(object_); }

  [[nodiscard]] PyObject* get() const { return object_; }
  /// Give the reference away, for an API that steals it or a return to Python.
  [[nodiscard]] PyObject* release() { return std::exchange(object_, nullptr); }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  friend Ref steal(PyObject*);
  explicit Ref(PyObject* object) : object_(object) {}
  PyObject* object_ = nullptr;
};

/// Take over a new reference; null gives an empty handle.
inline Ref steal(PyObject* object) { return Ref(object); }
/// Add a reference of our own to a borrowed object; null gives an empty handle.
inline Ref borrow(PyObject* object) {
  Py_XINCREF(object);
  return steal(object);
}

/// A Python exception, taken out of the interpreter. Holds only the exception object: its words are
/// formatted when asked for, since that may run code of whoever defined the exception.
class PythonError : public std::exception {
 public:
  explicit PythonError(Ref exception) : exception_(std::move(exception)) {}

  [[nodiscard]] const char* what() const noexcept override { return "a Python exception"; }
  [[nodiscard]] const Ref& exception() const { return exception_; }
  [[nodiscard]] std::string type() const;       ///< `ImportError`, `foo.errs.Bad`
  [[nodiscard]] std::string message() const;    ///< `str(exception)`
  [[nodiscard]] std::string traceback() const;  ///< as Python prints it
  /// Put the exception back as the interpreter's current one.
  void restore() const;

 private:
  Ref exception_;
};

/// Thrown by the checkers: takes the current exception. Never call it when none is set.
[[noreturn]] void throw_current();

/// Checker one: a new reference or the current exception.
inline Ref own(PyObject* new_reference) {
  if (new_reference == nullptr) throw_current();
  return steal(new_reference);
}
/// The same for a borrowed reference that must be there.
inline Ref own_borrowed(PyObject* borrowed_reference) {
  if (borrowed_reference == nullptr) throw_current();
  return borrow(borrowed_reference);
}
/// Checker two: a status, negative when an exception is set.
inline int check(int status) {
  if (status < 0) throw_current();
  return status;
}

/// UTF-8 text of a `str` (subclasses included), lone surrogates escaped; no Python code runs.
[[nodiscard]] std::string to_string(PyObject* text);
[[nodiscard]] Ref make_str(std::string_view text);
/// `object.name` through the ordinary attribute protocol (may run Python code).
[[nodiscard]] Ref attribute(PyObject* object, const char* name);
[[nodiscard]] Ref import(const char* module);
/// An entry of `sys.modules` that is a module, borrowed; null where there is none. Never imports.
[[nodiscard]] PyObject* loaded_module(const char* name);
/// What a weak reference or weak proxy leads to; empty when that is gone. No Python code runs.
[[nodiscard]] Ref referent(PyObject* weak);

/// For a C function called from Python: run `body`, which returns a `Ref`, and turn exceptions of
/// either kind into a Python exception and a null result.
template <typename Body>
PyObject* guarded(Body&& body) noexcept {
  try {
    return body().release();
  } catch (const PythonError& error) {
    error.restore();
  } catch (const std::exception& error) {
    PyErr_SetString(PyExc_SystemError, error.what());
  }
  return nullptr;
}

/// Raise a Python exception of this type from C++.
[[noreturn]] void raise(PyObject* exception_type, const std::string& message);

}  // namespace afresh::py
