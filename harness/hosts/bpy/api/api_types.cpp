// What `_bpy` can do with types, operators and the ledger.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "harness/hosts/bpy/api/api.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/registration/operators.hpp"
#include "harness/hosts/bpy/registration/registration.hpp"
#include "harness/hosts/names.hpp"

namespace afresh::bpy {
namespace {

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
  return make_object(definition_place(type->arguments ? type->arguments : type));
}

/// The same of one of Blender's own operators.
py::Ref own_operator_rna(PyObject* arguments) {
  const char* id = nullptr;
  parse(arguments, "s:own_operator_rna", &id);
  const auto type = runtime().types.arguments_of_own(operator_identifier(id));
  return type ? make_object(definition_place(type)) : none();
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
  return type ? python_class_for(type) : none();
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

/// A place for an operator's arguments: kept in a struct under a name, or for this once.
py::Ref operator_arguments(PyObject* arguments) {
  const char* id = nullptr;
  PyObject* keeper = Py_None;
  parse(arguments, "s|O:operator_arguments", &id, &keeper);
  RnaPlace place;
  const auto type = operator_type(id);
  place.type = type && type->arguments ? type->arguments
                                       : runtime().types.arguments_of_own(operator_identifier(id));
  if (!place.type) place.type = runtime().types.built_in("OperatorProperties");
  place.group = std::make_shared<Group>();
  if (keeper != Py_None) {
    place.record = struct_in(keeper);
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

/// Which Blender is worked alike, as `bpy.app.version` has it.
py::Ref version(PyObject*) {
  return py::own(is_newer() ? Py_BuildValue("(iii)", 4, 2, 0) : Py_BuildValue("(iii)", 3, 4, 1));
}

/// A module of our own Python part by the name that it has in 3.4, whatever it is called here.
py::Ref library_module(PyObject* arguments) {
  const char* name = nullptr;
  parse(arguments, "s:library_module", &name);
  return runtime().modules.at(name);
}

py::Ref set_debug_python(PyObject* arguments) {
  int is_on = 0;
  parse(arguments, "p:set_debug_python", &is_on);
  runtime().debugs_python = is_on != 0;
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

}  // namespace

std::span<const PyMethodDef> type_functions() {
  static const PyMethodDef table[] = {
      {"call", from_python<call_registered>, METH_VARARGS, "Runs a registered operator."},
      {"poll", from_python<poll_registered>, METH_VARARGS, "Asks a registered operator's poll()."},
      {"operator_rna", from_python<operator_rna>, METH_VARARGS, "The struct of its arguments."},
      {"own_operator_rna", from_python<own_operator_rna>, METH_VARARGS, "Of one of Blender's own."},
      {"operator_options", from_python<operator_options>, METH_VARARGS, "Its bl_options."},
      {"operators", from_python<operators>, METH_NOARGS, "Ids of registered operators."},
      {"version", from_python<version>, METH_NOARGS, "Of Blender, three numbers."},
      {"library_module", from_python<library_module>, METH_VARARGS, "A module of the Python part."},
      {"own_operators", from_python<own_operators>, METH_NOARGS, "Ids of Blender's own operators."},
      {"interface_class", from_python<interface_class>, METH_VARARGS, "Facts of an own class."},
      {"interface_names", from_python<interface_names>, METH_NOARGS, "Names of own classes."},
      {"find_type", from_python<find_type>, METH_VARARGS, "The class of a type, or None."},
      {"type_names", from_python<type_names>, METH_NOARGS, "Identifiers of public types."},
      {"report", from_python<report>, METH_VARARGS, "A report of the operator that runs."},
      {"operator_arguments", from_python<operator_arguments>, METH_VARARGS,
       "An operator's arguments."},
      {"new_handle", from_python<new_handle>, METH_NOARGS, "A capsule."},
      {"set_owner", from_python<set_owner>, METH_VARARGS, "Whom registrations belong to."},
      {"note", from_python<note>, METH_VARARGS, "Notes a registration; gives its owner."},
      {"note_removed", from_python<note_removed>, METH_VARARGS, "Notes that it was taken back."},
      {"set_debug_python", from_python<set_debug_python>, METH_VARARGS, "bpy.app.debug_python"}};
  return table;
}

std::span<const PyMethodDef> class_functions() {
  static const PyMethodDef table[] = {
      {"register_class", from_python<register_one>, METH_O, "Makes a type of a class."},
      {"unregister_class", from_python<unregister_one>, METH_O, "Undoes register_class."}};
  return table;
}

}  // namespace afresh::bpy
