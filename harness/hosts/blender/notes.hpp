// What is noted of a call of an interposed function that Blender has carried out: one function for
// each of them, which keeps the list and writes the ledger.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/blender/runtime.hpp"

namespace afresh::blender {

/// A call that Blender has carried out. All pointers are borrowed.
struct Call {
  Runtime& runtime;
  PyObject* args;    ///< tuple
  PyObject* kwargs;  ///< dict or null
  PyObject* result;
  PyObject* interposed;  ///< tuple: name of the class or module that has it, the original, …
  hosts::Origin origin;

  [[nodiscard]] PyObject* argument(Py_ssize_t index, const char* keyword) const {
    if (index < PyTuple_Size(args)) return PyTuple_GetItem(args, index);
    return kwargs != nullptr ? PyDict_GetItemString(kwargs, keyword) : nullptr;
  }
  [[nodiscard]] std::string text(Py_ssize_t index, const char* keyword) const {
    PyObject* found = argument(index, keyword);
    return found != nullptr && PyUnicode_Check(found) ? py::to_string(found) : std::string();
  }
  void note(const char* probe, PyObject* object) const;
  void note_removed(const char* probe, PyObject* object) const;
};

void class_registered(const Call& call);
void class_unregistered(const Call& call);
void timer_registered(const Call& call);
void timer_unregistered(const Call& call);
void subscribed(const Call& call);
void unsubscribed(const Call& call);
void draw_handler_added(const Call& call);
void draw_handler_removed(const Call& call);
void command_registered(const Call& call);
void command_unregistered(const Call& call);
void previews_made(const Call& call);
void previews_removed(const Call& call);

/// Whether Blender still has the subscriptions that it drops when it opens a file.
[[nodiscard]] bool has_kept_subscriptions(const Runtime& runtime);
/// Whether a class is registered now.
[[nodiscard]] bool is_registered(const Runtime& runtime, PyObject* cls);

}  // namespace afresh::blender
