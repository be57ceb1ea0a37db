// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/application.hpp"

#include "harness/hosts/blender/embedded/blender_library.hpp"
#include "harness/hosts/blender/interposers.hpp"
#include "harness/hosts/blender/open_exr.hpp"
#include "harness/hosts/blender/readers.hpp"
#include "harness/hosts/blender/window_look.hpp"
#include "harness/hosts/names.hpp"
#include "harness/python/compiled.hpp"
#include "harness/python/entries.hpp"

namespace afresh::blender {
namespace {

/// Runs a file of our Python part; gives its names.
py::Ref run(const EmbeddedFile& file, const char* name) {
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::check(PyDict_SetItemString(names.get(), "__name__", py::make_str(name).get()));
  py::own(PyEval_EvalCode(py::code_object(file).get(), names.get(), names.get()));
  return names;
}

/// What the Python part found, by name.
class Facts {
 public:
  explicit Facts(py::Ref dict) : dict_(std::move(dict)) {}

  [[nodiscard]] py::Ref operator[](const char* name) const {
    return py::own_borrowed(PyDict_GetItemString(dict_.get(), name));
  }
  template <typename Container>
  void texts(const char* name, Container& into) const {
    const py::Ref list = (*this)[name];
    for (Py_ssize_t i = 0; i < PyList_Size(list.get()); ++i)
      into.insert(into.end(), py::to_string(PyList_GetItem(list.get(), i)));
  }

 private:
  py::Ref dict_;
};

std::string folder_above(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

void keep(Runtime& runtime, const Facts& facts) {
  runtime.bpy = facts["bpy"];
  runtime.addon_utils = facts["addon_utils"];
  runtime.app = facts["app"];
  runtime.timers = facts["timers"];
  runtime.context = facts["context"];
  runtime.data = facts["data"];
  runtime.previews = facts["previews"];
  runtime.structure = facts["structure"];
  runtime.get_owner_id = facts["get_owner_id"];
  runtime.set_owner_id = facts["set_owner_id"];
  facts.texts("collections", runtime.collections);
  facts.texts("driver_names", runtime.driver_names);
  facts.texts("keymap_names", runtime.keymap_names);
  py::for_each_item(facts["handlers"].get(), [&](PyObject* name, PyObject* list) {
    runtime.handlers.push_back({py::to_string(name), py::borrow(list)});
  });
  py::for_each_item(facts["tool_lists"].get(), [&](PyObject* name, PyObject* modes) {
    runtime.tool_lists.emplace_back(py::to_string(name), py::borrow(modes));
  });
}

void remember_modules(Runtime& runtime) {
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* name, PyObject*) {
    if (PyUnicode_Check(name)) runtime.modules.insert(hosts::first_part(py::to_string(name)));
  });
  // The package that all extensions are in is no module of anybody's.
  runtime.modules.erase("bl_ext");
}

void remember_document(Runtime& runtime) {
  Registries registries;
  read_document(runtime, registries);
  for (const Registry& registry : registries) {
    for (const Entry& entry : registry.entries) runtime.document_names.insert(entry.label);
  }
}

}  // namespace

std::unique_ptr<Runtime> start_blender(std::pair<int, int> version, const std::string& addons) {
  auto runtime = std::make_unique<Runtime>();
  runtime->version = version;
  const py::Ref names = run(embedded::blender_library::start_py, "afresh_start");
  const Facts facts(py::own(PyObject_CallFunction(PyDict_GetItemString(names.get(), "start"),
                                                  "ss(ii)", folder_above(addons).c_str(),
                                                  addons.c_str(), version.first, version.second)));
  keep(*runtime, facts);
  end_exr_threads();
  runtime->changes = run(embedded::blender_library::changes_py, "afresh_changes");
  // Modules and classes of the default add-ons go, and with them what would count as Blender's own.
  PyGC_Collect();
  runtime->interposers = std::make_unique<Interposers>(*runtime);
  const py::Ref types = py::attribute(runtime->bpy.get(), "types");
  runtime->built_in = BuiltInClasses(runtime->passive, types.get());
  remember_tools(*runtime);
  remember_modules(*runtime);
  remember_document(*runtime);
  return runtime;
}

void look_like_a_window(Runtime& runtime) {
  const py::Ref app = as_in_a_window(runtime.app.get());
  py::check(PyObject_SetAttrString(runtime.bpy.get(), "app", app.get()));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), "bpy.app", app.get()));
}

}  // namespace afresh::blender
