// The user's values: what add-ons' properties hold in data blocks and in the preferences, and
// custom properties. Values of bones, nodes and the like, which are parts of a data block, are not
// looked at.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "harness/hosts/blender/readers.hpp"

namespace afresh::blender {
namespace {

/// What Blender's own render engine keeps: Blender writes some of it when it opens a file.
constexpr std::string_view kOwnPrefix = "cycles";
/// No name begins so.
constexpr std::string_view kNothing{"\0", 1};

class DocumentReader {
 public:
  DocumentReader(Runtime& runtime, Registry& registry) : runtime_(runtime), registry_(registry) {}

  /// Values of a structure that may have some: those of defined properties, from 5.0 on in a group
  /// of their own, and custom ones.
  void add_structure(const std::string& path, PyObject* structure) {
    if (const py::Ref group = ask(structure, "bl_system_properties_get")) {
      if (group.get() != Py_None) add_items(path, ask(group.get(), "items"), kOwnPrefix);
    }
    add_items(path, ask(structure, "items"), kOwnPrefix);
  }

 private:
  /// What a method of Blender's gives; empty where the version or the structure does not have it.
  py::Ref ask(PyObject* structure, const char* method) const {
    const py::Ref function = plain_attribute(runtime_, structure, method);
    py::Ref answer = function ? py::steal(PyObject_CallNoArgs(function.get())) : py::Ref();
    if (!answer) PyErr_Clear();
    return answer;
  }

  void add_items(const std::string& path, const py::Ref& items,
                 std::string_view left_out = kNothing) {
    if (!items) return;
    for_each_in(items.get(), [&](PyObject* item) {
      PyObject* name = PyTuple_GetItem(item, 0);
      const std::string word = PyUnicode_Check(name) ? py::to_string(name) : std::string();
      if (!word.empty() && !word.starts_with(left_out))
        add_value(path + "." + word, PyTuple_GetItem(item, 1));
    });
  }

  void add_text(const std::string& path, py::Ref value) {
    registry_.entries.push_back({std::move(value), path, "", 0});
  }

  void add_value(const std::string& path, PyObject* value) {
    if (runtime_.document_names.contains(path)) return;
    const std::string type =
        runtime_.passive.name_of_class(reinterpret_cast<PyObject*>(Py_TYPE(value)));
    if (value == Py_None || PyLong_Check(value) || PyFloat_Check(value) || PyUnicode_Check(value)) {
      add_text(path, py::borrow(value));
    } else if (type == "IDPropertyGroup") {
      add_items(path, py::own(PyObject_CallMethod(value, "items", nullptr)));
    } else if (type == "IDPropertyArray") {
      const py::Ref list = py::own(PyObject_CallMethod(value, "to_list", nullptr));
      add_text(path, py::own(PyObject_Repr(list.get())));
    } else if (PyList_Check(value)) {
      add_text(path, py::own(PyLong_FromSsize_t(PyList_Size(value))));
      for (Py_ssize_t i = 0; i < PyList_Size(value); ++i)
        add_value(fmt::format("{}[{}]", path, i), PyList_GetItem(value, i));
    } else if (PyBytes_Check(value)) {
      add_text(path, py::borrow(value));
    } else {
      // A link to another data block.
      add_text(path, py::make_str(text_attribute(value, "name_full")));
    }
  }

  Runtime& runtime_;
  Registry& registry_;
};

}  // namespace

void read_document(Runtime& runtime, Registries& into) {
  Registry& registry = into.emplace_back(Registry{.name = "bpy.document", .is_document = true});
  DocumentReader reader(runtime, registry);
  for (const CollectionName& name : runtime.collections) {
    const py::Ref collection = attribute_if_any(runtime.data.get(), name.c_str());
    if (!collection) continue;
    for_each_in(collection.get(), [&](PyObject* block) {
      reader.add_structure(
          fmt::format("bpy.data.{}['{}']", name, text_attribute(block, "name_full")), block);
    });
  }
  const py::Ref preferences = py::attribute(runtime.context.get(), "preferences");
  for_each_in(py::attribute(preferences.get(), "addons").get(), [&](PyObject* addon) {
    const py::Ref values = attribute_if_any(addon, "preferences");
    if (values && values.get() != Py_None)
      reader.add_structure("preferences." + text_attribute(addon, "module"), values.get());
  });
}

}  // namespace afresh::blender
