// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/interposers.hpp"

#include <algorithm>

#include "harness/hosts/blender/readers.hpp"
#include "harness/hosts/names.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

// A call of an interposed function that Blender has carried out.
struct Call {
  Runtime& runtime;
  PyObject* args;    ///< tuple
  PyObject* kwargs;  ///< dict or null
  PyObject* result;
  PyObject* place;  ///< str: the class that the function is an attribute of, or the module
  hosts::Origin origin;

  [[nodiscard]] PyObject* argument(Py_ssize_t index, const char* keyword) const {
    if (index < PyTuple_Size(args)) return PyTuple_GetItem(args, index);
    return kwargs != nullptr ? PyDict_GetItemString(kwargs, keyword) : nullptr;
  }
  [[nodiscard]] std::string text(Py_ssize_t index, const char* keyword) const {
    PyObject* found = argument(index, keyword);
    return found != nullptr && PyUnicode_Check(found) ? py::to_string(found) : std::string();
  }
  void note(const char* probe, PyObject* object) const {
    runtime.ledger.note(probe, hosts::name_of(runtime.passive, object), origin);
  }
  void note_removed(const char* probe, PyObject* object) const {
    runtime.ledger.note_removed(probe, hosts::name_of(runtime.passive, object));
  }
};

/// Whether Blender's own code asked, for a function of its own.
bool is_blenders(const Call& call, PyObject* function) {
  return call.origin.owner.empty() && call.runtime.modules.contains(hosts::first_part(
                                          module_behind(call.runtime.passive, function)));
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

void class_registered(const Call& call) {
  PyObject* cls = call.argument(0, "cls");
  std::erase_if(call.runtime.classes, [&](const Recorded& each) {
    const py::Ref known = py::referent(each.object.get());
    return known.get() == cls || !known || !is_registered(call.runtime, known.get());
  });
  call.runtime.classes.push_back({.object = weak(cls), .owner = call.origin.owner});
  call.note(kClasses, cls);
}

void class_unregistered(const Call& call) {
  PyObject* cls = call.argument(0, "cls");
  std::erase_if(call.runtime.classes,
                [&](const Recorded& each) { return py::referent(each.object.get()).get() == cls; });
  const py::Ref groups = py::attribute(py::import("bpy.types").get(), "PropertyGroup");
  const bool is_group = PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(cls),
                                         reinterpret_cast<PyTypeObject*>(groups.get())) != 0;
  if (is_group && call.runtime.leaks_groups())
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
  const py::Ref original = py::borrow(PyTuple_GetItem(call.place, 1));
  const py::Ref key = py::borrow(call.argument(0, "key"));
  const py::Ref none = py::own(PyTuple_New(0));
  const py::Ref arguments = py::own(
      Py_BuildValue("{sOsOsOsO}", "key", key.get(), "owner", owner.get(), "args", none.get(),
                    "notify", PyDict_GetItemString(call.runtime.changes.get(), "nothing")));
  py::own(PyObject_Call(original.get(), none.get(), arguments.get()));
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
  std::string place = py::to_string(PyTuple_GetItem(call.place, 0));
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
  std::vector<Recorded>& list = call.runtime.collections_of_previews;
  std::erase_if(list, [](const Recorded& each) { return !py::referent(each.object.get()); });
  list.push_back({.object = weak(call.result), .owner = call.origin.owner});
  call.note(kPreviews, call.result);
}

void previews_removed(const Call& call) { call.note_removed(kPreviews, call.argument(0, "pcoll")); }

/// Whose `register()` Blender is calling, as it says itself; else as the ledger finds out.
hosts::Origin origin_of(Runtime& runtime) {
  hosts::Origin origin = runtime.ledger.origin();
  const py::Ref id = py::steal(PyObject_CallNoArgs(runtime.get_owner_id.get()));
  if (!id) PyErr_Clear();
  if (id && PyUnicode_Check(id.get()) && py::to_string(id.get()) != "")
    origin.owner = py::to_string(id.get());
  if (runtime.modules.contains(hosts::first_part(origin.owner))) origin.owner.clear();
  return origin;
}

// `self` is (name of the place, original function, capsule of the runtime).
template <void (*note)(const Call&)>
PyObject* forward(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&] {
    auto* runtime = static_cast<Runtime*>(PyCapsule_GetPointer(PyTuple_GetItem(self, 2), nullptr));
    // Before: what it is called for may call others, and from elsewhere.
    hosts::Origin origin = origin_of(*runtime);
    py::Ref result = py::own(PyObject_Call(PyTuple_GetItem(self, 1), args, kwargs));
    note({*runtime, args, kwargs, result.get(), self, std::move(origin)});
    return result;
  });
}

template <void (*note)(const Call&)>
constexpr PyMethodDef method(const char* name) {
  return {name, reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&forward<note>)),
          METH_VARARGS | METH_KEYWORDS, nullptr};
}

/// A text that tells collections of previews apart, in place of an address, which would differ from
/// run to run: the smallest number that no open collection has.
PyObject* preview_number(PyObject* self, PyObject*) {
  return py::guarded([&] {
    for (unsigned number = 1;; ++number) {
      py::Ref text = py::own(PyUnicode_FromFormat("0x%x", number));
      if (py::check(PySet_Contains(self, text.get())) == 0) return text;
    }
  });
}
PyMethodDef preview_number_method{"hex", preview_number, METH_O, nullptr};

}  // namespace

struct Interposers::Row {
  const char* module;  ///< or null: every editor
  PyMethodDef method;  ///< CPython keeps a pointer to it for as long as the function lives
};

std::vector<Interposers::Row>& Interposers::rows() {
  static std::vector<Row> all{{"bpy.utils", method<class_registered>("register_class")},
                              {"bpy.utils", method<class_unregistered>("unregister_class")},
                              {"bpy.utils", method<command_registered>("register_cli_command")},
                              {"bpy.utils", method<command_unregistered>("unregister_cli_command")},
                              {"bpy.app.timers", method<timer_registered>("register")},
                              {"bpy.app.timers", method<timer_unregistered>("unregister")},
                              {"bpy.msgbus", method<subscribed>("subscribe_rna")},
                              {"bpy.msgbus", method<unsubscribed>("clear_by_owner")},
                              {"bpy.utils.previews", method<previews_made>("new")},
                              {"bpy.utils.previews", method<previews_removed>("remove")},
                              {nullptr, method<draw_handler_added>("draw_handler_add")},
                              {nullptr, method<draw_handler_removed>("draw_handler_remove")},
                              {nullptr, method<draw_handler_added>("draw_cursor_add")},
                              {nullptr, method<draw_handler_removed>("draw_cursor_remove")}};
  return all;
}

Interposers::Interposers(Runtime& runtime) : runtime_(runtime) {
  capsule_ = py::own(PyCapsule_New(&runtime, nullptr, nullptr));
  for (Row& row : rows()) {
    if (row.module == nullptr) continue;
    py::Ref module;
    for (std::string path = std::string(row.module) + "."; !path.empty();) {
      const std::string part = hosts::first_part(path);
      path.erase(0, part.size() + 1);
      module = module ? py::attribute(module.get(), part.c_str()) : runtime.bpy;
    }
    put(module.get(), row, row.module);
  }
  put_on_spaces();
  PyObject* previews = PyModule_GetDict(runtime.previews.get());
  if (PyObject* open = PyDict_GetItemString(previews, "_uuid_open")) {
    const py::Ref number = py::own(PyCFunction_NewEx(&preview_number_method, open, nullptr));
    py::check(PyDict_SetItemString(previews, "hex", number.get()));
  }
}

void Interposers::put(PyObject* place, Row& row, const std::string& place_name) {
  const py::Ref original = py::steal(PyObject_GetAttrString(place, row.method.ml_name));
  // Of those that a version does not have.
  if (!original) return PyErr_Clear();
  const py::Ref name = py::make_str(place_name);
  const py::Ref self = py::own(PyTuple_Pack(3, name.get(), original.get(), capsule_.get()));
  const py::Ref module = py::steal(PyObject_GetAttrString(original.get(), "__module__"));
  if (!module) PyErr_Clear();
  const py::Ref ours = py::own(PyCFunction_NewEx(&row.method, self.get(), module.get()));
  if (row.module != nullptr && place_name == "bpy.utils") {
    put_everywhere(original.get(), ours.get(), row.method.ml_name);
    return;
  }
  replaced_.push_back({py::borrow(place), row.method.ml_name, original});
  py::check(PyObject_SetAttrString(place, row.method.ml_name, ours.get()));
}

/// In each module that took the function over from where it is defined.
void Interposers::put_everywhere(PyObject* original, PyObject* ours, const char* name) {
  std::vector<py::Ref> modules;
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject*, PyObject* module) {
    if (PyModule_Check(module) && PyDict_GetItemString(PyModule_GetDict(module), name) == original)
      modules.push_back(py::borrow(module));
  });
  for (const py::Ref& module : modules) {
    replaced_.push_back({module, name, py::borrow(original)});
    py::check(PyDict_SetItemString(PyModule_GetDict(module.get()), name, ours));
  }
}

/// They are class methods, which tell by the class which editor is meant.
void Interposers::put_on_spaces() {
  const py::Ref types = py::attribute(runtime_.bpy.get(), "types");
  const py::Ref space = py::attribute(types.get(), "Space");
  const py::Ref spaces = py::own(PyObject_CallMethod(reinterpret_cast<PyObject*>(&PyType_Type),
                                                     "__subclasses__", "O", space.get()));
  const py::Ref manager = py::attribute(types.get(), "WindowManager");
  py::check(PyList_Append(spaces.get(), manager.get()));
  for (Py_ssize_t i = 0; i < PyList_Size(spaces.get()); ++i) {
    PyObject* cls = PyList_GetItem(spaces.get(), i);
    for (Row& row : rows()) {
      if (row.module == nullptr) put(cls, row, runtime_.passive.name_of_class(cls));
    }
  }
}

Interposers::~Interposers() {
  for (auto each = replaced_.rbegin(); each != replaced_.rend(); ++each) {
    if (PyObject_SetAttrString(each->place.get(), each->name.c_str(), each->original.get()) < 0)
      PyErr_Clear();
  }
}

Runtime::Runtime() = default;
Runtime::~Runtime() = default;

bool has_kept_subscriptions(const Runtime& runtime) {
  return runtime.subscription_canary && py::referent(runtime.subscription_canary.get());
}

bool is_registered(const Runtime& runtime, PyObject* cls) {
  return PyDict_GetItemString(runtime.passive.class_dict(cls), "bl_rna") != nullptr;
}

}  // namespace afresh::blender
