// What `_bpy` can do with the document, the context and the preferences.
// SPDX-License-Identifier: MIT
#define PY_SSIZE_T_CLEAN
#include <algorithm>

#include "harness/hosts/bpy/api/api.hpp"
#include "harness/hosts/bpy/document/document.hpp"
#include "harness/hosts/bpy/objects/collection.hpp"
#include "harness/hosts/bpy/objects/groups.hpp"

namespace afresh::bpy {
namespace {

py::Ref block_add(PyObject* arguments) {
  const char* collection = nullptr;
  const char* type = nullptr;
  const char* name = nullptr;
  parse(arguments, "sss:block_add", &collection, &type, &name);
  return make_object(record_place(runtime().database.add(collection, type, name)));
}

py::Ref block_remove(PyObject* arguments) {
  PyObject* block = nullptr;
  parse(arguments, "O:block_remove", &block);
  runtime().database.remove(struct_in(block));
  return none();
}

/// A copy of a data-block in the same collection: its own values and what Python stored in it.
py::Ref block_copy(PyObject* arguments) {
  PyObject* block = nullptr;
  const char* collection = nullptr;
  parse(arguments, "Os:block_copy", &block, &collection);
  const StructRef from = struct_in(block);
  const StructRef to = runtime().database.add(collection, from->type->identifier, from->name());
  const std::string name = to->name();
  to->built_in = deep_copy(*from->built_in);
  to->built_in->set("name", name);
  to->custom = deep_copy(*from->custom);
  to->links = from->links;
  to->lists = from->lists;
  return make_object(record_place(to));
}

py::Ref struct_new(PyObject* arguments) {
  const char* type = nullptr;
  parse(arguments, "s:struct_new", &type);
  return make_object(record_place(runtime().database.make(type)));
}

/// Adds to, and takes out of, a collection of structs that Python cannot change itself.
py::Ref list_append(PyObject* arguments) {
  PyObject* collection = nullptr;
  PyObject* member = nullptr;
  parse(arguments, "OO:list_append", &collection, &member);
  const auto [owner, name] = list_shown_by(collection);
  owner->lists[name].push_back(struct_in(member));
  return none();
}

py::Ref list_remove(PyObject* arguments) {
  PyObject* collection = nullptr;
  PyObject* member = nullptr;
  parse(arguments, "OO:list_remove", &collection, &member);
  const auto [owner, name] = list_shown_by(collection);
  const StructRef removed = struct_in(member);
  check_is_there(record_place(removed));
  StructList& list = owner->lists[name];
  list.erase(std::remove(list.begin(), list.end(), removed), list.end());
  removed->is_removed = true;
  return none();
}

/// Sets a built-in value or link that Python cannot assign.
py::Ref put(PyObject* arguments) {
  PyObject* owner = nullptr;
  PyObject* value = nullptr;
  const char* name = nullptr;
  parse(arguments, "OsO:put", &owner, &name, &value);
  const StructRef record = struct_in(owner);
  if (place_in(value) != nullptr) {
    record->links[name] = struct_in(value);
  } else if (value == Py_None) {
    record->links.erase(name);
  } else {
    record->built_in->set(name, stored_from_python(value));
  }
  return none();
}

py::Ref get_link(PyObject* arguments) {
  PyObject* owner = nullptr;
  const char* name = nullptr;
  parse(arguments, "Os:link_of", &owner, &name);
  const auto& links = struct_in(owner)->links;
  const auto found = links.find(name);
  return make_object_or_none(found == links.end() ? nullptr : found->second);
}

py::Ref read_factory(PyObject*) {
  runtime().database.read_factory_document();
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

py::Ref data(PyObject*) { return make_object(record_place(runtime().database.data())); }

py::Ref context(PyObject*) { return make_object(record_place(runtime().database.context())); }

py::Ref user_scripts(PyObject*) {
  const std::string& folder = runtime().user_scripts;
  return folder.empty() ? none() : py::make_str(folder);
}

py::Ref preferences(PyObject*) {
  return make_object(record_place(runtime().database.preferences()));
}

/// The preferences of an add-on's module, through the class registered for it; None without one.
py::Ref addon_preferences(PyObject* arguments) {
  PyObject* addon = nullptr;
  parse(arguments, "O:addon_preferences", &addon);
  const StructRef record = struct_in(addon);
  const Stored* module = record->built_in->find("module");
  const std::string name = module == nullptr ? std::string() : std::get<std::string>(*module);
  for (const auto& each : runtime().types.registered()) {
    if (!each->is_a("AddonPreferences") || each->facts.id_name != name) continue;
    RnaPlace place = record_place(record);
    place.type = each;
    return make_object(place);
  }
  return none();
}

}  // namespace

StructRef struct_in(PyObject* object) {
  const RnaPlace* place = place_in(object);
  if (place == nullptr || !place->is_record()) py::raise(PyExc_TypeError, "expected a struct");
  return place->record;
}

std::span<const PyMethodDef> document_functions() {
  static const PyMethodDef table[] = {
      {"block_add", from_python<block_add>, METH_VARARGS, "A new data-block."},
      {"block_remove", from_python<block_remove>, METH_VARARGS, "Removes a data-block."},
      {"block_copy", from_python<block_copy>, METH_VARARGS, "A copy of a data-block."},
      {"struct_new", from_python<struct_new>, METH_VARARGS, "A new struct that is no data-block."},
      {"save_document", from_python<save>, METH_NOARGS, "The document as bytes."},
      {"load_document", from_python<load>, METH_VARARGS, "A document from its bytes."},
      {"list_append", from_python<list_append>, METH_VARARGS, "Adds to a struct's list."},
      {"list_remove", from_python<list_remove>, METH_VARARGS, "Removes from a struct's list."},
      {"put", from_python<put>, METH_VARARGS, "Sets a built-in value."},
      {"link_of", from_python<get_link>, METH_VARARGS, "A struct that another leads to."},
      {"read_factory", from_python<read_factory>, METH_NOARGS, "A new document."},
      {"data", from_python<data>, METH_NOARGS, "bpy.data"},
      {"context", from_python<context>, METH_NOARGS, "bpy.context"},
      {"preferences", from_python<preferences>, METH_NOARGS, "The preferences."},
      {"user_scripts", from_python<user_scripts>, METH_NOARGS, "The user's scripts folder."},
      {"addon_preferences", from_python<addon_preferences>, METH_VARARGS, "Of an add-on."}};
  return table;
}

}  // namespace afresh::bpy
