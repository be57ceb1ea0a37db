// Timers, claims, and the one function that add-ons replace.
// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/api.hpp"

namespace afresh::plain {
namespace {

constexpr const char* kTimers = "hostapi.timers";
constexpr const char* kClaims = "hostapi.claims";

py::Ref add_timer(HostParts& parts, PyObject* function) {
  if (PyCallable_Check(function) == 0) {
    py::raise(PyExc_TypeError, "add_timer(): expected something to call, not " +
                                   hosts::name_of(parts.passive, function));
  }
  const hosts::Origin origin = parts.ledger.origin();
  parts.timers.add({.function = py::borrow(function), .owner = origin.owner});
  parts.ledger.note(kTimers, hosts::name_of(parts.passive, function), origin);
  return py::borrow(Py_None);
}

py::Ref remove_timer(HostParts& parts, PyObject* function) {
  py::Ref removed = parts.timers.remove(function);
  parts.ledger.note_removed(kTimers, hosts::name_of(parts.passive, function));
  return py::borrow(Py_None);
}

py::Ref timers(HostParts& parts, PyObject*) {
  py::Ref list = py::own(PyList_New(0));
  for (const Timer& each : parts.timers.entries()) {
    py::check(PyList_Append(list.get(), each.function.get()));
  }
  return list;
}

py::Ref exact_name(PyObject* name, const char* call) {
  if (!PyUnicode_Check(name)) py::raise(PyExc_TypeError, std::string(call) + ": expected a str");
  return py::own(PyUnicode_FromObject(name));
}

py::Ref claim(HostParts& parts, PyObject* argument) {
  py::Ref name = exact_name(argument, "claim()");
  const std::string text = py::to_string(name.get());
  const hosts::Origin origin = parts.ledger.origin();
  parts.claims.add({.name = std::move(name), .text = text, .owner = origin.owner});
  parts.ledger.note(kClaims, text, origin);
  return py::borrow(Py_None);
}

py::Ref release(HostParts& parts, PyObject* argument) {
  const std::string text = py::to_string(exact_name(argument, "release()").get());
  parts.claims.release(text);
  parts.ledger.note_removed(kClaims, text);
  return py::borrow(Py_None);
}

py::Ref draw(HostParts&, PyObject*) { return py::borrow(Py_None); }

}  // namespace

std::span<const PyMethodDef> event_functions() {
  static const PyMethodDef functions[] = {
      {"add_timer", from_python<add_timer>, METH_O, "Call a function once a turn."},
      {"remove_timer", from_python<remove_timer>, METH_O, "Undo add_timer, for this very object."},
      {"timers", from_python<timers>, METH_NOARGS, "The timers, as a new list."},
      {"claim", from_python<claim>, METH_O, "Take a name for oneself."},
      {"release", from_python<release>, METH_O, "Undo claim."},
      {"draw", from_python<draw>, METH_VARARGS, "Does nothing; add-ons may replace it."}};
  return functions;
}

}  // namespace afresh::plain
