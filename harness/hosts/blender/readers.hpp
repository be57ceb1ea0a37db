// How each registry of Blender's is read: by C functions and C getters only, so that no Python code
// runs, and nothing is changed.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/hosts/blender/owners.hpp"
#include "harness/hosts/blender/runtime.hpp"

namespace afresh::blender {

using Registries = std::vector<Registry>;

/// Add-ons that are switched on, and those of the preferences.
void read_addons(Runtime& runtime, const std::vector<std::string>& enabled, Registries& into);
/// Classes, properties on Blender's types, draw functions, engines that panels are shown for.
void read_classes(Runtime& runtime, Registries& into);
/// What is in plain Python lists and dictionaries, and what was noted when it was registered.
void read_lists(Runtime& runtime, Registries& into);
/// Key maps, tools, running operators, and what the preferences list besides add-ons.
void read_interface(Runtime& runtime, Registries& into);
/// The user's values in data blocks and in the preferences of add-ons.
void read_document(Runtime& runtime, Registries& into);

/// Before any add-on: which tools are Blender's own.
void remember_tools(Runtime& runtime);

/// All of them.
[[nodiscard]] Registries read_all(Runtime& runtime, const std::vector<std::string>& enabled);

/// Identity of an entry that is the same object for as long as it is there.
[[nodiscard]] inline std::uintptr_t identity_of(PyObject* object) {
  return reinterpret_cast<std::uintptr_t>(object);
}
/// Identity of an entry that is made anew each time it is read.
[[nodiscard]] std::uintptr_t identity_of(const std::string& text);

/// Calls `see(item)` for what iterating gives; the item is borrowed. Only for collections of C
/// code.
template <typename See>
void for_each_in(PyObject* collection, See&& see) {
  const py::Ref iterator = py::own(PyObject_GetIter(collection));
  while (const py::Ref item = py::steal(PyIter_Next(iterator.get()))) see(item.get());
  if (PyErr_Occurred() != nullptr) py::throw_current();
}
/// A text attribute of one of Blender's structures.
[[nodiscard]] std::string text_attribute(PyObject* structure, const char* name);
/// An attribute that some versions do not have.
[[nodiscard]] py::Ref attribute_if_any(PyObject* object, const char* name);

/// The module that a class, a function, what wraps one, or an instance's class says it comes from.
[[nodiscard]] std::string module_behind(const py::PassiveReader& passive, PyObject* object);

/// Whether Blender itself puts the object into a class or module when something is registered: the
/// link from a class to what Blender knows of it, a `draw` that others were appended to, a function
/// of its own, the list of extensions that do not fit.
[[nodiscard]] bool is_made_by_blender(const Runtime& runtime, PyObject* object);
/// What looking up an attribute of one of Blender's structures gives, by C code whatever a class of
/// an add-on overrides. Empty where there is none.
[[nodiscard]] py::Ref plain_attribute(const Runtime& runtime, PyObject* structure,
                                      const char* name);

/// The list behind a `draw` that was extended, or null.
[[nodiscard]] PyObject* draw_functions(const py::PassiveReader& passive, PyObject* draw);

}  // namespace afresh::blender
