// SPDX-License-Identifier: MIT
#define PY_SSIZE_T_CLEAN
#include "harness/hosts/bpy/module.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "harness/hosts/bpy/array.hpp"
#include "harness/hosts/bpy/classes.hpp"
#include "harness/hosts/bpy/collection.hpp"
#include "harness/hosts/bpy/define.hpp"
#include "harness/hosts/bpy/document.hpp"
#include "harness/hosts/bpy/groups.hpp"
#include "harness/hosts/bpy/library.hpp"
#include "harness/hosts/bpy/operators.hpp"
#include "harness/hosts/bpy/registration.hpp"
#include "harness/hosts/names.hpp"

namespace afresh::bpy {
namespace {

/// Makes a C function of one that takes its arguments as a tuple.
template <py::Ref (*Body)(PyObject*)>
PyObject* from_python(PyObject*, PyObject* arguments) {
  return py::guarded([&] { return Body(arguments); });
}

template <typename... Into>
void parse(PyObject* arguments, const char* format, Into*... into) {
  if (PyArg_ParseTuple(arguments, format, into...) == 0) py::throw_current();
}

py::Ref none() { return py::borrow(Py_None); }

RecordRef record_in(PyObject* object) {
  const Place* place = place_in(object);
  if (place == nullptr || !place->is_record()) py::raise(PyExc_TypeError, "expected a struct");
  return place->record;
}

py::Ref register_one(PyObject* cls) {
  register_class(cls);
  return none();
}
py::Ref unregister_one(PyObject* cls) {
  unregister_class(cls);
  return none();
}

py::Ref call_registered(PyObject* arguments) {
  const char* id = nullptr;
  PyObject* keywords = nullptr;
  int invoked = 0;
  parse(arguments, "sO!p:call", &id, &PyDict_Type, &keywords, &invoked);
  const auto type = operator_type(id);
  if (!type) {
    py::raise(PyExc_AttributeError,
              fmt::format("Calling operator \"bpy.ops.{}\" error, could not be found", id));
  }
  return call_operator(type, keywords, invoked != 0);
}

py::Ref poll_registered(PyObject* arguments) {
  const char* id = nullptr;
  parse(arguments, "s:poll", &id);
  const auto type = operator_type(id);
  return py::own(PyBool_FromLong(type && poll_operator(type) ? 1 : 0));
}

/// The struct of an operator's arguments, or None when no such one is registered.
py::Ref operator_rna(PyObject* arguments) {
  const char* id = nullptr;
  parse(arguments, "s:operator_rna", &id);
  const auto type = operator_type(id);
  if (!type) return none();
  return make_object(place_about(type->arguments ? type->arguments : type));
}

py::Ref operator_options(PyObject* arguments) {
  const char* id = nullptr;
  parse(arguments, "s:operator_options", &id);
  py::Ref set = py::own(PySet_New(nullptr));
  if (const auto type = operator_type(id)) {
    for (const std::string& each : type->facts.options) {
      py::check(PySet_Add(set.get(), py::make_str(each).get()));
    }
  }
  return set;
}

/// Ids of registered operators.
py::Ref operators(PyObject*) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& each : runtime().types.registered()) {
    if (each->is_a("Operator") || each->is_a("Macro")) {
      py::check(PyList_Append(list.get(), py::make_str(each->facts.id_name).get()));
    }
  }
  return list;
}

/// Ids of Blender's own operators, whether or not the Python part has something that acts as they.
py::Ref own_operators(PyObject*) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& [module, names] : runtime().types.operators()) {
    for (const std::string& each : names) {
      py::check(PyList_Append(list.get(), py::make_str(module + "." + each).get()));
    }
  }
  return list;
}

/// Kind, module, space and region of a class of Blender's own interface, or None.
py::Ref interface_class(PyObject* arguments) {
  const char* name = nullptr;
  parse(arguments, "s:interface_class", &name);
  const auto found = runtime().types.interface().find(name);
  if (found == runtime().types.interface().end()) return none();
  const InterfaceClass& each = found->second;
  return py::own(Py_BuildValue("(ssss)", each.kind.c_str(), each.module.c_str(),
                               each.space_type.c_str(), each.region_type.c_str()));
}

py::Ref interface_names(PyObject*) {
  py::Ref list = py::own(PyList_New(0));
  for (const auto& [name, each] : runtime().types.interface()) {
    py::check(PyList_Append(list.get(), py::make_str(name).get()));
  }
  return list;
}

/// The class of a type by its identifier, or None.
py::Ref find_type(PyObject* arguments) {
  const char* name = nullptr;
  parse(arguments, "s:find_type", &name);
  const auto type = runtime().types.find(name);
  return type ? class_of(type) : none();
}

py::Ref type_names(PyObject*) {
  py::Ref list = py::own(PyList_New(0));
  for (const std::string& each : runtime().types.public_names()) {
    py::check(PyList_Append(list.get(), py::make_str(each).get()));
  }
  return list;
}

py::Ref report(PyObject* arguments) {
  PyObject* types = nullptr;
  const char* message = nullptr;
  parse(arguments, "Os:report", &types, &message);
  add_report(types, message);
  return none();
}

// From here on: the document.

py::Ref block_add(PyObject* arguments) {
  const char* collection = nullptr;
  const char* type = nullptr;
  const char* name = nullptr;
  parse(arguments, "sss:block_add", &collection, &type, &name);
  return make_object(place_of(runtime().database.add(collection, type, name)));
}

py::Ref block_remove(PyObject* arguments) {
  PyObject* block = nullptr;
  parse(arguments, "O:block_remove", &block);
  runtime().database.remove(record_in(block));
  return none();
}

/// A copy of a data-block in the same collection: its own values and what Python stored in it.
py::Ref block_copy(PyObject* arguments) {
  PyObject* block = nullptr;
  const char* collection = nullptr;
  parse(arguments, "Os:block_copy", &block, &collection);
  const RecordRef from = record_in(block);
  const RecordRef to =
      runtime().database.add(collection, from->type->identifier, from->name());
  const std::string name = to->name();
  to->built_in = copy_of(*from->built_in);
  to->built_in->set("name", name);
  to->custom = copy_of(*from->custom);
  to->links = from->links;
  to->lists = from->lists;
  return make_object(place_of(to));
}

py::Ref struct_new(PyObject* arguments) {
  const char* type = nullptr;
  parse(arguments, "s:struct_new", &type);
  return make_object(place_of(runtime().database.make(type)));
}

/// Adds to, and takes out of, a collection of structs that Python cannot change itself.
py::Ref list_append(PyObject* arguments) {
  PyObject* collection = nullptr;
  PyObject* member = nullptr;
  parse(arguments, "OO:list_append", &collection, &member);
  const auto [owner, name] = list_shown_by(collection);
  owner->lists[name].push_back(record_in(member));
  return none();
}

py::Ref list_remove(PyObject* arguments) {
  PyObject* collection = nullptr;
  PyObject* member = nullptr;
  parse(arguments, "OO:list_remove", &collection, &member);
  const auto [owner, name] = list_shown_by(collection);
  const RecordRef removed = record_in(member);
  check_is_there(place_of(removed));
  RecordList& list = owner->lists[name];
  list.erase(std::remove(list.begin(), list.end(), removed), list.end());
  removed->is_removed = true;
  return none();
}

/// A place for an operator's arguments: kept in a struct under a name, or for this once.
py::Ref operator_arguments(PyObject* arguments) {
  const char* id = nullptr;
  PyObject* keeper = Py_None;
  parse(arguments, "s|O:operator_arguments", &id, &keeper);
  Place place;
  const auto type = operator_type(id);
  place.type = type && type->arguments ? type->arguments
                                       : runtime().types.built_in("OperatorProperties");
  place.group = std::make_shared<Group>();
  if (keeper != Py_None) {
    place.record = record_in(keeper);
    Group& kept = *place.record->built_in;
    if (const Stored* stored = kept.find("properties")) {
      place.group = std::get<std::shared_ptr<Group>>(*stored);
    } else {
      kept.set("properties", place.group);
    }
  }
  return make_object(place);
}

/// A capsule that stands for something that was added.
py::Ref new_handle(PyObject*) {
  static char place = 0;
  return py::own(PyCapsule_New(&place, "handle", nullptr));
}

/// Sets a built-in value or link that Python cannot assign.
py::Ref put(PyObject* arguments) {
  PyObject* owner = nullptr;
  PyObject* value = nullptr;
  const char* name = nullptr;
  parse(arguments, "OsO:put", &owner, &name, &value);
  const RecordRef record = record_in(owner);
  if (place_in(value) != nullptr) {
    record->links[name] = record_in(value);
  } else if (value == Py_None) {
    record->links.erase(name);
  } else {
    record->built_in->set(name, stored_from_python(value));
  }
  return none();
}

py::Ref link_of(PyObject* arguments) {
  PyObject* owner = nullptr;
  const char* name = nullptr;
  parse(arguments, "Os:link_of", &owner, &name);
  const auto& links = record_in(owner)->links;
  const auto found = links.find(name);
  return make_object_or_none(found == links.end() ? nullptr : found->second);
}

py::Ref read_factory(PyObject*) {
  runtime().database.read_factory_document();
  return none();
}

py::Ref set_debug_python(PyObject* arguments) {
  int is_on = 0;
  parse(arguments, "p:set_debug_python", &is_on);
  runtime().debugs_python = is_on != 0;
  return none();
}

py::Ref save(PyObject*) {
  const std::string bytes = save_document(runtime().database, Preferences::kApart);
  return py::own(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
}

py::Ref load(PyObject* arguments) {
  const char* bytes = nullptr;
  Py_ssize_t size = 0;
  parse(arguments, "y#:load_document", &bytes, &size);
  load_document(runtime().database, std::string_view(bytes, static_cast<std::size_t>(size)));
  return none();
}

/// Whom registrations belong to from now on: an add-on's name, or None.
py::Ref set_owner(PyObject* arguments) {
  const char* owner = nullptr;
  parse(arguments, "z:set_owner", &owner);
  runtime().ledger.set_owner(owner == nullptr ? "" : owner);
  return none();
}

/// What something that is registered is called in the ledger.
std::string noted_name(PyObject* object) {
  if (PyUnicode_Check(object)) return py::to_string(object);
  return hosts::name_of(runtime().passive, object);
}

/// Notes a registration and gives the add-on that it belongs to.
py::Ref note(PyObject* arguments) {
  const char* probe = nullptr;
  PyObject* what = nullptr;
  parse(arguments, "sO:note", &probe, &what);
  const hosts::Origin origin = runtime().ledger.origin();
  runtime().ledger.note(probe, noted_name(what), origin);
  return py::make_str(origin.owner);
}

py::Ref note_removed(PyObject* arguments) {
  const char* probe = nullptr;
  PyObject* what = nullptr;
  parse(arguments, "sO:note_removed", &probe, &what);
  runtime().ledger.note_removed(probe, noted_name(what));
  return none();
}

/// Registers a class of Blender's own interface, which is no add-on's.
py::Ref register_own_class(PyObject* cls) {
  register_class(cls);
  const auto type = own_type_of(cls);
  type->owner.clear();
  type->is_own = true;
  return none();
}

py::Ref data(PyObject*) { return make_object(place_of(runtime().database.data())); }
py::Ref context(PyObject*) { return make_object(place_of(runtime().database.context())); }
py::Ref preferences(PyObject*) { return make_object(place_of(runtime().database.preferences())); }

/// The preferences of an add-on's module, through the class registered for it; None without one.
py::Ref addon_preferences(PyObject* arguments) {
  PyObject* addon = nullptr;
  parse(arguments, "O:addon_preferences", &addon);
  const RecordRef record = record_in(addon);
  const Stored* module = record->built_in->find("module");
  const std::string name = module == nullptr ? std::string() : std::get<std::string>(*module);
  for (const auto& each : runtime().types.registered()) {
    if (!each->is_a("AddonPreferences") || each->facts.id_name != name) continue;
    Place place = place_of(record);
    place.type = each;
    return make_object(place);
  }
  return none();
}

std::span<const PyMethodDef> functions() {
  static const PyMethodDef table[] = {
      {"call", from_python<call_registered>, METH_VARARGS, "Runs a registered operator."},
      {"poll", from_python<poll_registered>, METH_VARARGS, "Asks a registered operator's poll()."},
      {"operator_rna", from_python<operator_rna>, METH_VARARGS, "The struct of its arguments."},
      {"operator_options", from_python<operator_options>, METH_VARARGS, "Its bl_options."},
      {"operators", from_python<operators>, METH_NOARGS, "Ids of registered operators."},
      {"own_operators", from_python<own_operators>, METH_NOARGS, "Ids of Blender's own operators."},
      {"interface_class", from_python<interface_class>, METH_VARARGS, "Facts of an own class."},
      {"interface_names", from_python<interface_names>, METH_NOARGS, "Names of own classes."},
      {"find_type", from_python<find_type>, METH_VARARGS, "The class of a type, or None."},
      {"type_names", from_python<type_names>, METH_NOARGS, "Identifiers of public types."},
      {"report", from_python<report>, METH_VARARGS, "A report of the operator that runs."},
      {"block_add", from_python<block_add>, METH_VARARGS, "A new data-block."},
      {"block_remove", from_python<block_remove>, METH_VARARGS, "Removes a data-block."},
      {"block_copy", from_python<block_copy>, METH_VARARGS, "A copy of a data-block."},
      {"struct_new", from_python<struct_new>, METH_VARARGS, "A new struct that is no data-block."},
      {"operator_arguments", from_python<operator_arguments>, METH_VARARGS, "An operator's arguments."},
      {"new_handle", from_python<new_handle>, METH_NOARGS, "A capsule."},
      {"set_owner", from_python<set_owner>, METH_VARARGS, "Whom registrations belong to."},
      {"note", from_python<note>, METH_VARARGS, "Notes a registration; gives its owner."},
      {"note_removed", from_python<note_removed>, METH_VARARGS, "Notes that it was taken back."},
      {"register_own_class", from_python<register_own_class>, METH_O, "Of Blender's interface."},
      {"set_debug_python", from_python<set_debug_python>, METH_VARARGS, "bpy.app.debug_python"},
      {"save_document", from_python<save>, METH_NOARGS, "The document as bytes."},
      {"load_document", from_python<load>, METH_VARARGS, "A document from its bytes."},
      {"list_append", from_python<list_append>, METH_VARARGS, "Adds to a struct's list."},
      {"list_remove", from_python<list_remove>, METH_VARARGS, "Removes from a struct's list."},
      {"put", from_python<put>, METH_VARARGS, "Sets a built-in value."},
      {"link_of", from_python<link_of>, METH_VARARGS, "A struct that another leads to."},
      {"read_factory", from_python<read_factory>, METH_NOARGS, "A new document."},
      {"data", from_python<data>, METH_NOARGS, "bpy.data"},
      {"context", from_python<context>, METH_NOARGS, "bpy.context"},
      {"preferences", from_python<preferences>, METH_NOARGS, "The preferences."},
      {"addon_preferences", from_python<addon_preferences>, METH_VARARGS, "Of an add-on."}};
  return table;
}

/// Of no module: their errors show bare names, as Blender's do.
std::span<const PyMethodDef> class_functions() {
  static const PyMethodDef table[] = {
      {"register_class", from_python<register_one>, METH_O, "Makes a type of a class."},
      {"unregister_class", from_python<unregister_one>, METH_O, "Undoes register_class."}};
  return table;
}

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

void run(Runtime& runtime, const LibraryModule& each) {
  const std::string name(each.name);
  py::Ref module = new_module(runtime, name.c_str());
  PyObject* dict = PyModule_GetDict(module.get());
  const std::string file = "<afresh>/" + std::string(each.file);
  py::check(PyDict_SetItemString(dict, "__file__", py::make_str(file).get()));
  py::check(PyDict_SetItemString(dict, "__builtins__", PyEval_GetBuiltins()));
  if (each.is_package) {
    py::check(PyDict_SetItemString(dict, "__path__", py::own(PyList_New(0)).get()));
    py::check(PyDict_SetItemString(dict, "__package__", py::make_str(name).get()));
  }
  const py::Ref code =
      py::own(Py_CompileString(std::string(each.source).c_str(), file.c_str(), Py_file_input));
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
  add_functions(core, functions(), "_bpy");
  add_functions(core, class_functions(), nullptr);
  py::check(PyModule_AddObjectRef(core.get(), "bpy_struct", runtime.python.structure.get()));
  py::check(PyModule_AddObjectRef(core.get(), "bpy_struct_meta_idprop", runtime.python.meta.get()));
  py::check(
      PyModule_AddObjectRef(core.get(), "bpy_prop_collection", runtime.python.collection.get()));
  py::check(PyModule_AddObjectRef(core.get(), "bpy_prop_array", runtime.python.array.get()));

  const py::Ref props = new_module(runtime, "bpy.props");
  add_functions(props, property_functions(), "bpy.props");
  py::check(
      PyModule_AddObjectRef(props.get(), "_PropertyDeferred", runtime.python.deferred.get()));
  for (const LibraryModule& each : library()) run(runtime, each);
  for (const char* each : {"bpy.app", "bpy.app.handlers", "bpy.app.timers", "bpy.app.translations"}) {
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
