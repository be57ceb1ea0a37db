// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/define.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/hosts/bpy/objects/python_object.hpp"
#include "harness/hosts/bpy/registration/declaration.hpp"
#include "harness/python/entries.hpp"

namespace afresh::bpy {
namespace {

constexpr std::size_t kMaxNameBytes = 63;

/// A declaration: which function was called, and with what.
struct DeferredObject {
  PyObject_HEAD PyObject* function;
  PyObject* keywords;
};

DeferredObject* as_self(PyObject* object) { return reinterpret_cast<DeferredObject*>(object); }

int traverse(PyObject* object, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(object));
  Py_VISIT(as_self(object)->function);
  Py_VISIT(as_self(object)->keywords);
  return 0;
}

int clear(PyObject* object) {
  Py_CLEAR(as_self(object)->function);
  Py_CLEAR(as_self(object)->keywords);
  return 0;
}

void dealloc(PyObject* object) {
  PyObject_GC_UnTrack(object);
  clear(object);
  hosts::free_instance(object);
}

PyObject* get_function(PyObject* object, void*) {
  return py::borrow(as_self(object)->function).release();
}
PyObject* get_keywords(PyObject* object, void*) {
  return py::borrow(as_self(object)->keywords).release();
}

PyObject* represent(PyObject* object) {
  return PyUnicode_FromFormat("<_PropertyDeferred, %R, %R>", as_self(object)->function,
                              as_self(object)->keywords);
}

/// Each function of the module gives a declaration of itself; its name says of what.
template <int Index>
PyObject* declare(PyObject*, PyObject*, PyObject* keywords) {
  return py::guarded([&] {
    py::Ref object = hosts::new_instance(runtime().python.deferred);
    const py::Ref& module = runtime().modules.at("bpy.props");
    as_self(object.get())->function =
        py::attribute(module.get(), property_functions()[Index].ml_name).release();
    as_self(object.get())->keywords =
        (keywords == nullptr ? py::own(PyDict_New()) : py::own(PyDict_Copy(keywords))).release();
    return object;
  });
}

PyObject* remove_by_call(PyObject*, PyObject* args, PyObject* keywords) {
  return py::guarded([&] {
    static const char* names[] = {"", "attr", nullptr};
    PyObject* cls = nullptr;
    const char* name = nullptr;
    if (PyArg_ParseTupleAndKeywords(args, keywords, "Os:RemoveProperty", const_cast<char**>(names),
                                    &cls, &name) == 0) {
      py::throw_current();
    }
    const py::Ref type = py::attribute(cls, "bl_rna");
    const RnaPlace* place = place_in(type.get());
    const auto* about =
        place == nullptr ? nullptr : std::get_if<std::shared_ptr<StructType>>(&place->definition);
    if (about == nullptr) py::raise(PyExc_TypeError, "RemoveProperty(): expected a struct type");
    if (!(*about)->find_own_property(name)) {
      py::raise(PyExc_TypeError,
                fmt::format("RemoveProperty(): '{}' not a defined dynamic property", name));
    }
    remove_property(**about, name);
    return py::borrow(Py_None);
  });
}

/// Clears away what an earlier definition of the name held; the new one takes its place.
void put(StructType& type, std::shared_ptr<RnaProperty> property) {
  std::shared_ptr<RnaProperty> earlier;
  const auto same =
      std::find_if(type.properties.begin(), type.properties.end(), [&](const auto& each) {
        return each->is_runtime && each->identifier == property->identifier;
      });
  if (same != type.properties.end()) {
    earlier = *same;
    type.properties.erase(same);
  }
  type.properties.push_back(std::move(property));
}

std::string registration_error(const std::string& type, const std::string& name,
                               const std::string& function, const char* why) {
  return fmt::format("bpy_struct \"{}\" registration error: '{}' {} could not register {}", type,
                     name, function, why);
}

py::Ref own_annotations(PyObject* cls) {
  PyObject* stored = PyDict_GetItemString(runtime().passive.class_dict(cls), "__annotations__");
  return stored != nullptr && PyDict_Check(stored) ? py::borrow(stored) : py::Ref();
}

/// Texts, and what may hold one (`Optional["Other"]`); plain classes and declarations do not.
bool needs_evaluating(const py::Ref& annotations) {
  return !py::for_each_item(annotations.get(), [](PyObject*, PyObject* value) {
    return is_deferred(value) || value == Py_None || PyType_Check(value);
  });
}

/// Every annotation through the bases, with texts evaluated, as `typing.get_type_hints` gives them.
py::Ref evaluated(PyObject* cls) {
  try {
    const py::Ref typing = py::import("typing");
    return py::own(PyObject_CallMethod(typing.get(), "get_type_hints", "O", cls));
  } catch (const py::PythonError&) {
    PySys_FormatStderr("typing.get_type_hints failed with: %s\n",
                       runtime().passive.name_of_class(cls).c_str());
    throw;
  }
}

}  // namespace

std::span<const PyMethodDef> property_functions() {
  const auto call = [](PyCFunctionWithKeywords function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
  };
  constexpr int kCall = METH_VARARGS | METH_KEYWORDS;
  static const PyMethodDef functions[] = {
      {"BoolProperty", call(declare<0>), kCall, "Declares a truth value."},
      {"BoolVectorProperty", call(declare<1>), kCall, "Declares an array of truth values."},
      {"IntProperty", call(declare<2>), kCall, "Declares a whole number."},
      {"IntVectorProperty", call(declare<3>), kCall, "Declares an array of whole numbers."},
      {"FloatProperty", call(declare<4>), kCall, "Declares a number."},
      {"FloatVectorProperty", call(declare<5>), kCall, "Declares an array of numbers."},
      {"StringProperty", call(declare<6>), kCall, "Declares a text."},
      {"EnumProperty", call(declare<7>), kCall, "Declares a choice."},
      {"PointerProperty", call(declare<8>), kCall, "Declares a group or a data-block."},
      {"CollectionProperty", call(declare<9>), kCall, "Declares a list of groups."},
      {"RemoveProperty", call(remove_by_call), kCall, "Removes a property from a type."}};
  return functions;
}

/// `typing.get_type_hints` takes only what can be called for a type, before Python 3.11.
PyObject* call_deferred(PyObject*, PyObject*, PyObject*) { return py::borrow(Py_None).release(); }

py::Ref make_deferred_type() {
  static const PyGetSetDef attributes[] = {
      {"function", get_function, nullptr, "The function of bpy.props.", nullptr},
      {"keywords", get_keywords, nullptr, "What it was called with.", nullptr},
      {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse),
                         hosts::function_slot(Py_tp_clear, clear),
                         hosts::function_slot(Py_tp_dealloc, dealloc),
                         hosts::function_slot(Py_tp_repr, represent),
                         hosts::function_slot(Py_tp_call, call_deferred),
                         hosts::table_slot(Py_tp_getset, attributes),
                         {0, nullptr}};
  PyType_Spec spec = {"_PropertyDeferred", sizeof(DeferredObject), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                      slots};
  return finish_type(spec);
}

bool is_deferred(PyObject* object) {
  return reinterpret_cast<PyObject*>(Py_TYPE(object)) == runtime().python.deferred.get();
}

void define_property(const std::shared_ptr<StructType>& type, const std::string& name,
                     PyObject* deferred) {
  const py::Ref function = py::borrow(as_self(deferred)->function);
  const std::string call = py::to_string(py::attribute(function.get(), "__name__").get());
  if (name.starts_with("_")) {
    py::raise(PyExc_ValueError,
              registration_error(type->identifier, name, call, "because it starts with an '_'"));
  }
  try {
    if (name.size() > kMaxNameBytes) {
      py::raise(PyExc_TypeError,
                fmt::format("'{}' too long, max length is {}", name, kMaxNameBytes));
    }
    if (const auto present = type->find_own_property(name); present && !present->is_runtime) {
      py::raise(PyExc_TypeError, fmt::format("'{}' is defined as a non-dynamic type for '{}'", name,
                                             type->identifier));
    }
    auto property = property_from(call, name, py::borrow(as_self(deferred)->keywords), *type);
    property->declaration = py::borrow(deferred);
    const hosts::Origin origin = runtime().ledger.origin();
    property->owner = origin.owner;
    if (!type->is_runtime) {
      runtime().ledger.note(kProperties, type->identifier + "." + name, origin);
    }
    put(*type, std::move(property));
  } catch (const py::PythonError& error) {
    error.restore();
    PyErr_Print();
    py::raise(PyExc_ValueError,
              registration_error(type->identifier, name, call, "(see previous error)"));
  }
}

void remove_property(StructType& type, const std::string& name) {
  const auto found = std::find_if(type.properties.rbegin(), type.properties.rend(),
                                  [&](const auto& each) { return each->identifier == name; });
  if (found == type.properties.rend()) return;
  if (!(*found)->is_runtime) {
    py::raise(PyExc_TypeError,
              fmt::format("struct_meta_idprop.detattr(): '{}' not a dynamic property", name));
  }
  // Taken out first: what it holds may run Python code as it goes.
  const std::shared_ptr<RnaProperty> removed = *found;
  if (!type.is_runtime) {
    runtime().ledger.note_removed(kProperties, type.identifier + "." + name);
  }
  type.properties.erase(std::next(found).base());
}

void define_annotated(const std::shared_ptr<StructType>& type, PyObject* cls) {
  const py::Ref mro = runtime().passive.class_mro(cls);
  const Py_ssize_t size = PyTuple_Size(mro.get());
  py::Ref hints;
  for (Py_ssize_t index = 0; index < size && !hints; ++index) {
    const py::Ref own = own_annotations(PyTuple_GetItem(mro.get(), index));
    if (own && needs_evaluating(own)) hints = evaluated(cls);
  }
  if (!hints) {
    hints = py::own(PyDict_New());
    for (Py_ssize_t index = size - 1; index >= 0; --index) {
      const py::Ref own = own_annotations(PyTuple_GetItem(mro.get(), index));
      if (own) py::check(PyDict_Update(hints.get(), own.get()));
    }
  }
  py::for_each_item(hints.get(), [&](PyObject* key, PyObject* value) {
    if (!is_deferred(value)) return;
    if (!PyUnicode_Check(key)) {
      py::raise(PyExc_TypeError,
                fmt::format("bpy: '{}' has an annotation whose name is no str; Blender 3.4 reads "
                            "memory that is not its own here",
                            runtime().passive.name_of_class(cls)));
    }
    define_property(type, py::to_string(key), value);
  });
}

}  // namespace afresh::bpy
