// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/interposers.hpp"

#include "harness/hosts/blender/notes.hpp"
#include "harness/hosts/names.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

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

}  // namespace afresh::blender
