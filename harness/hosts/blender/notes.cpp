// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/notes.hpp"

#include <algorithm>

#include "harness/hosts/blender/readers.hpp"
#include "harness/hosts/names.hpp"

namespace afresh::blender {
namespace {

/// Whether Blender's own code asked, for a function or class of its own.
bool is_blenders(const Call& call, PyObject* object) {
  return call.origin.owner.empty() && call.runtime.modules.contains(hosts::first_part(
                                          module_behind(call.runtime.passive, object)));
}

/// Whether a class is a subclass of this one of `bpy.types`.
bool is_below(PyObject* cls, const char* base) {
  const py::Ref parent = py::attribute(py::import("bpy.types").get(), base);
  return PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(cls),
                          reinterpret_cast<PyTypeObject*>(parent.get())) != 0;
}

py::Ref weak(PyObject* object) { return py::own(PyWeakref_NewRef(object, nullptr)); }

/// Takes the first one out for which `is_it` holds; whether there was one.
template <typename Is>
bool take_out(std::vector<Recorded>& list, Is is_it) {
  const auto found = std::ranges::find_if(list, is_it);
  if (found == list.end()) return false;
  list.erase(found);
  return true;
}

bool is_marked_persistent(const Call& call) {
  PyObject* options = call.argument(4, "options");
  if (options == nullptr || !PyAnySet_Check(options)) return false;
  return py::check(PySet_Contains(options, py::make_str("PERSISTENT").get())) == 1;
}

/// Blender says to nobody that it drops subscriptions: one of ours, whose owner only Blender holds,
/// goes with them.
void watch_for_dropping(const Call& call) {
  if (has_kept_subscriptions(call.runtime)) return;
  std::erase_if(call.runtime.subscriptions,
                [](const Recorded& each) { return !each.is_persistent; });
  const py::Ref owner = py::own(PySet_New(nullptr));
  call.runtime.subscription_canary = weak(owner.get());
  const py::Ref original = py::borrow(PyTuple_GetItem(call.interposed, 1));
  const py::Ref key = py::borrow(call.argument(0, "key"));
  const py::Ref none = py::own(PyTuple_New(0));
  const py::Ref arguments = py::own(
      Py_BuildValue("{sOsOsOsO}", "key", key.get(), "owner", owner.get(), "args", none.get(),
                    "notify", PyDict_GetItemString(call.runtime.changes.get(), "nothing")));
  py::own(PyObject_Call(original.get(), none.get(), arguments.get()));
}

/// By which a collection is told from others; borrowed, or null.
PyObject* number_of(const Runtime& runtime, PyObject* collection) {
  const py::Ref names = runtime.passive.instance_dict(collection);
  return names ? PyDict_GetItemString(names.get(), "_uuid") : nullptr;
}

}  // namespace

void Call::note(const char* probe, PyObject* object) const {
  runtime.ledger.note(probe, hosts::name_of(runtime.passive, object), origin);
}

void Call::note_removed(const char* probe, PyObject* object) const {
  runtime.ledger.note_removed(probe, hosts::name_of(runtime.passive, object));
}

void class_registered(const Call& call) {
  PyObject* cls = call.argument(0, "cls");
  // Where its scripts are reloaded, Blender registers its own once more: not shown, as the first.
  if (is_blenders(call, cls)) return;
  std::erase_if(call.runtime.classes, [&](const Recorded& each) {
    const py::Ref known = py::referent(each.object.get());
    return known.get() == cls || !known || !is_registered(call.runtime, known.get());
  });
  call.runtime.classes.push_back({.object = weak(cls), .owner = call.origin.owner});
  call.note(kClasses, cls);
  if (is_below(cls, "AddonPreferences")) {
    PyObject* apply = PyDict_GetItemString(call.runtime.changes.get(), "apply_preferences");
    py::own(PyObject_CallFunctionObjArgs(apply, cls, nullptr));
  }
}

void class_unregistered(const Call& call) {
  PyObject* cls = call.argument(0, "cls");
  std::erase_if(call.runtime.classes,
                [&](const Recorded& each) { return py::referent(each.object.get()).get() == cls; });
  if (call.runtime.leaks_groups() && is_below(cls, "PropertyGroup"))
    call.runtime.leaked_groups.push_back(py::borrow(cls));
  call.note_removed(kClasses, cls);
}

void timer_registered(const Call& call) {
  PyObject* function = call.argument(0, "function");
  if (is_blenders(call, function)) return;
  std::erase_if(call.runtime.timer_list,
                [&](const Recorded& each) { return each.object.get() == function; });
  call.runtime.timer_list.push_back({.object = py::borrow(function), .owner = call.origin.owner});
  call.note(kTimers, function);
}

void timer_unregistered(const Call& call) {
  const py::Ref function = py::borrow(call.argument(0, "function"));
  std::erase_if(call.runtime.timer_list,
                [&](const Recorded& each) { return each.object.get() == function.get(); });
  call.note_removed(kTimers, function.get());
}

void subscribed(const Call& call) {
  PyObject* notify = call.argument(3, "notify");
  if (is_blenders(call, notify)) return;
  const bool is_persistent = is_marked_persistent(call);
  if (!is_persistent) watch_for_dropping(call);
  call.runtime.subscriptions.push_back({.object = py::borrow(notify),
                                        .owner = call.origin.owner,
                                        .handle = py::borrow(call.argument(1, "owner")),
                                        .is_persistent = is_persistent});
  call.note(kSubscriptions, notify);
}

void unsubscribed(const Call& call) {
  PyObject* owner = call.argument(0, "owner");
  std::vector<py::Ref> removed;
  std::erase_if(call.runtime.subscriptions, [&](const Recorded& each) {
    if (each.handle.get() != owner) return false;
    removed.push_back(each.object);
    return true;
  });
  for (const py::Ref& each : removed) call.note_removed(kSubscriptions, each.get());
}

void draw_handler_added(const Call& call) {
  PyObject* callback = call.argument(0, "callback");
  if (is_blenders(call, callback)) return;
  std::string place = py::to_string(PyTuple_GetItem(call.interposed, 0));
  const bool is_cursor = place == "WindowManager";
  call.runtime.draw_handlers.push_back({.object = py::borrow(callback),
                                        .owner = call.origin.owner,
                                        .handle = py::borrow(call.result),
                                        .place = std::move(place),
                                        .region = call.text(is_cursor ? 3 : 2, "region_type")});
  call.note(kDrawHandlers, callback);
}

void draw_handler_removed(const Call& call) {
  PyObject* handle = call.argument(0, "handle");
  py::Ref callback;
  take_out(call.runtime.draw_handlers, [&](const Recorded& each) {
    if (each.handle.get() != handle) return false;
    callback = each.object;
    return true;
  });
  if (callback) call.note_removed(kDrawHandlers, callback.get());
}

void command_registered(const Call& call) {
  PyObject* execute = call.argument(1, "execute");
  call.runtime.commands.push_back({.object = py::borrow(execute),
                                   .owner = call.origin.owner,
                                   .handle = py::borrow(call.result),
                                   .place = call.text(0, "id")});
  call.note(kCommands, execute);
}

void command_unregistered(const Call& call) {
  PyObject* handle = call.argument(0, "handle");
  py::Ref execute;
  take_out(call.runtime.commands, [&](const Recorded& each) {
    if (each.handle.get() != handle) return false;
    execute = each.object;
    return true;
  });
  if (execute) call.note_removed(kCommands, execute.get());
}

void previews_made(const Call& call) {
  PyObject* number = number_of(call.runtime, call.result);
  std::vector<Recorded>& list = call.runtime.collections_of_previews;
  std::erase_if(list, [&](const Recorded& each) {
    const py::Ref known = py::referent(each.object.get());
    if (!known) return true;
    // One that was closed has a number that is free to be given again.
    PyObject* other = number_of(call.runtime, known.get());
    return other != nullptr && number != nullptr && PyUnicode_Compare(number, other) == 0;
  });
  list.push_back({.object = weak(call.result), .owner = call.origin.owner});
  call.note(kPreviews, call.result);
}

void previews_removed(const Call& call) {
  PyObject* collection = call.argument(0, "pcoll");
  std::erase_if(call.runtime.collections_of_previews, [&](const Recorded& each) {
    return py::referent(each.object.get()).get() == collection;
  });
  call.note_removed(kPreviews, collection);
}

bool has_kept_subscriptions(const Runtime& runtime) {
  return runtime.subscription_canary && py::referent(runtime.subscription_canary.get());
}

bool is_registered(const Runtime& runtime, PyObject* cls) {
  return PyDict_GetItemString(runtime.passive.class_dict(cls), "bl_rna") != nullptr;
}

}  // namespace afresh::blender
