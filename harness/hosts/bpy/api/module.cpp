// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/api/module.hpp"

#include <span>

#include "harness/hosts/bpy/api/api.hpp"
#include "harness/hosts/bpy/api/library.hpp"
#include "harness/hosts/bpy/objects/array.hpp"
#include "harness/hosts/bpy/objects/collection.hpp"
#include "harness/hosts/bpy/objects/groups.hpp"
#include "harness/hosts/bpy/objects/struct_type.hpp"
#include "harness/hosts/bpy/registration/define.hpp"
#include "harness/hosts/bpy/registration/meta_class.hpp"
#include "harness/python/compiled.hpp"

namespace afresh::bpy {
namespace {

py::Ref new_module(Runtime& runtime, const char* name) {
  py::Ref module = py::own(PyModule_New(name));
  const py::Ref machinery = py::import("importlib.machinery");
  const py::Ref spec =
      py::own(PyObject_CallMethod(machinery.get(), "ModuleSpec", "sO", name, Py_None));
  py::check(PyModule_AddObjectRef(module.get(), "__spec__", spec.get()));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), name, module.get()));
  runtime.modules[name] = module;
  return module;
}

void add_functions(const py::Ref& module, std::span<const PyMethodDef> table,
                   const char* module_name) {
  const py::Ref name = module_name == nullptr ? py::Ref() : py::make_str(module_name);
  for (const PyMethodDef& each : table) {
    // CPython only reads the definition; its signature is older than const.
    const py::Ref function =
        py::own(PyCFunction_NewEx(const_cast<PyMethodDef*>(&each), nullptr, name.get()));
    py::check(PyModule_AddObjectRef(module.get(), each.ml_name, function.get()));
  }
}

/// Modules that are not for add-ons have an underscore from 4.2 on.
std::string name_in(const Runtime& runtime, const std::string& name) {
  const bool is_private = name == "bpy_types" || name == "bpy_restrict_state";
  return is_private && runtime.version != BlenderVersion::k34 ? "_" + name : name;
}

void run(Runtime& runtime, const LibraryModule& each) {
  const std::string name(each.name);
  py::Ref module = new_module(runtime, name_in(runtime, name).c_str());
  runtime.modules[name] = module;
  PyObject* dict = PyModule_GetDict(module.get());
  const std::string file = "<afresh>/" + std::string(each.file);
  py::check(PyDict_SetItemString(dict, "__file__", py::make_str(file).get()));
  py::check(PyDict_SetItemString(dict, "__builtins__", PyEval_GetBuiltins()));
  if (each.is_package) {
    py::check(PyDict_SetItemString(dict, "__path__", py::own(PyList_New(0)).get()));
    py::check(PyDict_SetItemString(dict, "__package__", py::make_str(name).get()));
  }
  const py::Ref code = py::code_object(each.code, each.text, file);
  (void)py::own(PyEval_EvalCode(code.get(), dict, dict));
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) {
    const py::Ref& parent = runtime.modules.at(name.substr(0, dot));
    py::check(PyModule_AddObjectRef(parent.get(), name.c_str() + dot + 1, module.get()));
  }
}

}  // namespace

void install_modules(Runtime& runtime) {
  // Whatever an error needs is loaded now: the first error must not add to `sys.modules`.
  for (const char* each : {"traceback", "typing", "importlib", "ast"}) (void)py::import(each);
  runtime.python.meta = make_meta_type();
  runtime.python.structure = make_struct_type();
  runtime.python.collection = make_collection_type();
  runtime.python.array = make_array_type();
  runtime.python.group = make_group_type();
  runtime.python.id_array = make_id_array_type();
  runtime.python.deferred = make_deferred_type();

  const py::Ref core = new_module(runtime, "_bpy");
  add_functions(core, type_functions(), "_bpy");
  add_functions(core, document_functions(), "_bpy");
  add_functions(core, class_functions(), nullptr);
  py::check(PyModule_AddObjectRef(core.get(), "bpy_struct", runtime.python.structure.get()));
  py::check(PyModule_AddObjectRef(core.get(), "bpy_struct_meta_idprop", runtime.python.meta.get()));
  py::check(
      PyModule_AddObjectRef(core.get(), "bpy_prop_collection", runtime.python.collection.get()));
  py::check(PyModule_AddObjectRef(core.get(), "bpy_prop_array", runtime.python.array.get()));

  const py::Ref props = new_module(runtime, "bpy.props");
  add_functions(props, property_functions(), "bpy.props");
  py::check(PyModule_AddObjectRef(props.get(), "_PropertyDeferred", runtime.python.deferred.get()));
  for (const LibraryModule& each : library()) run(runtime, each);
  for (const char* each :
       {"bpy.app", "bpy.app.handlers", "bpy.app.timers", "bpy.app.translations"}) {
    runtime.modules[each] = py::own_borrowed(PyDict_GetItemString(PyImport_GetModuleDict(), each));
  }
}

void withdraw_modules(Runtime& runtime) noexcept {
  PyObject* modules = PyImport_GetModuleDict();
  for (const auto& [name, module] : runtime.modules) {
    if (PyDict_GetItemString(modules, name.c_str()) == module.get()) {
      PyDict_DelItemString(modules, name.c_str());
    }
  }
  PyErr_Clear();
}

}  // namespace afresh::bpy
