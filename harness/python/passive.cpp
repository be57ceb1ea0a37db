// SPDX-License-Identifier: MIT
#include "harness/python/passive.hpp"

#include <cstring>
#include <stdexcept>

#include "harness/python/compiled.hpp"
#include "harness/python/embedded/python.hpp"

namespace afresh::py {
namespace {

PyObject* raw_field(PyObject* object, std::size_t offset) {
  PyObject* field = nullptr;
  std::memcpy(&field, reinterpret_cast<char*>(object) + offset, sizeof field);
  return field;
}

std::size_t find_offset(PyObject* function, PyObject* field, std::size_t size, const char* name) {
  for (std::size_t at = sizeof(PyObject); at + sizeof(PyObject*) <= size; at += sizeof(PyObject*)) {
    if (raw_field(function, at) == field) return at;
  }
  throw std::runtime_error(std::string("this CPython keeps no ") + name + " in its functions");
}

int collect(PyObject* object, void* into) {
  static_cast<std::vector<PyObject*>*>(into)->push_back(object);
  return 0;
}

void* type_slot(PyTypeObject* type, int slot) { return PyType_GetSlot(type, slot); }

// All that the iterator of this C type gives, whatever a subclass overrides.
std::vector<Ref> iterated(PyObject* container, PyTypeObject* type) {
  auto begin = reinterpret_cast<getiterfunc>(type_slot(type, Py_tp_iter));
  Ref iterator = own(begin(container));
  std::vector<Ref> elements;
  while (Ref element = steal(PyIter_Next(iterator.get()))) elements.push_back(std::move(element));
  // An `OrderedDict` that was changed behind its back raises when it comes to the gap.
  PyErr_Clear();
  return elements;
}

PyObject* as_object(PyTypeObject* type) { return reinterpret_cast<PyObject*>(type); }

}  // namespace

PassiveReader::PassiveReader() {
  Ref names = own(PyDict_New());
  Ref builtins = import("builtins");
  check(PyDict_SetItemString(names.get(), "__builtins__", builtins.get()));
  Ref name = make_str("afresh_sample");
  check(PyDict_SetItemString(names.get(), "__name__", name.get()));
  Ref code = code_object(embedded::python::sample_py);
  own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  auto sample = [&](const char* key) {
    return own_borrowed(PyDict_GetItemString(names.get(), key));
  };

  Ref function = sample("sample");
  function_type_ = Py_TYPE(function.get());
  code_type_ = Py_TYPE(code.get());
  method_type_ = Py_TYPE(sample("bound").get());
  proxy_type_ = Py_TYPE(sample("proxy").get());
  slot_type_ = Py_TYPE(sample("slot").get());
  getset_type_ = Py_TYPE(sample("getset").get());
  c_method_type_ = Py_TYPE(sample("method").get());
  proxy_traverse_ = reinterpret_cast<traverseproc>(type_slot(proxy_type_, Py_tp_traverse));
  auto* empty = reinterpret_cast<PyTypeObject*>(sample("Empty").get());
  python_traverse_ = reinterpret_cast<traverseproc>(type_slot(empty, Py_tp_traverse));
  learn_function_fields(function.get());
  cell_type_ = Py_TYPE(PyTuple_GetItem(function_fields(function.get()).closure, 0));

  type_dict_ = {sample("getset"),
                reinterpret_cast<descrgetfunc>(type_slot(getset_type_, Py_tp_descr_get))};
  type_bases_ = type_descriptor("__bases__");
  type_mro_ = type_descriptor("__mro__");
  type_name_ = type_descriptor("__name__");
  type_qualname_ = type_descriptor("__qualname__");
  type_dictoffset_ = type_descriptor("__dictoffset__");
  kept_.push_back(names);
  for (const char* member : kCodeMembers) member_names_.push_back(make_str(member));
}

void PassiveReader::learn_function_fields(PyObject* function) {
  Ref basic_size = attribute(as_object(function_type_), "__basicsize__");
  auto size = static_cast<std::size_t>(PyLong_AsLong(basic_size.get()));
  auto offset = [&](const char* name) {
    return find_offset(function, attribute(function, name).get(), size, name);
  };
  offsets_ = {.code = offset("__code__"),
              .globals = offset("__globals__"),
              .module = offset("__module__"),
              .qualname = offset("__qualname__"),
              .defaults = offset("__defaults__"),
              .kwdefaults = offset("__kwdefaults__"),
              .closure = offset("__closure__"),
              .annotations = offset("__annotations__"),
              .dict = offset("__dict__")};
}

PassiveReader::Descriptor PassiveReader::type_descriptor(const char* name) const {
  PyObject* found = PyDict_GetItemString(class_dict(as_object(&PyType_Type)), name);
  Ref object = own_borrowed(found);
  void* get = type_slot(Py_TYPE(object.get()), Py_tp_descr_get);
  return {object, reinterpret_cast<descrgetfunc>(get)};
}

Ref PassiveReader::read(const Descriptor& descriptor, PyObject* object) const {
  return own(descriptor.get(descriptor.object.get(), object, as_object(Py_TYPE(object))));
}

FunctionFields PassiveReader::function_fields(PyObject* function) const {
  return {.code = raw_field(function, offsets_.code),
          .globals = raw_field(function, offsets_.globals),
          .module = raw_field(function, offsets_.module),
          .qualname = raw_field(function, offsets_.qualname),
          .defaults = raw_field(function, offsets_.defaults),
          .kwdefaults = raw_field(function, offsets_.kwdefaults),
          .closure = raw_field(function, offsets_.closure),
          .annotations = raw_field(function, offsets_.annotations),
          .dict = raw_field(function, offsets_.dict)};
}

PyObject* PassiveReader::class_dict(PyObject* cls) const {
  Ref proxy = read(type_dict_, cls);
  std::vector<PyObject*> visited;
  proxy_traverse_(proxy.get(), collect, &visited);
  return visited.front();
}

Ref PassiveReader::class_bases(PyObject* cls) const { return read(type_bases_, cls); }
Ref PassiveReader::class_mro(PyObject* cls) const { return read(type_mro_, cls); }

std::string PassiveReader::module_of_class(PyObject* cls) const {
  PyObject* module = PyDict_GetItemString(class_dict(cls), "__module__");
  if (module != nullptr && PyUnicode_Check(module)) return to_string(module);
  // A static type has its module in its C name, and the full name nowhere else but in its repr.
  std::string repr =
      to_string(own(reinterpret_cast<reprfunc>(type_slot(&PyType_Type, Py_tp_repr))(cls)).get());
  std::size_t quote = repr.find('\'');
  std::string full = repr.substr(quote + 1, repr.rfind('\'') - quote - 1);
  std::string qualname = qualname_of_class(cls);
  return full.size() > qualname.size() ? full.substr(0, full.size() - qualname.size() - 1)
                                       : "builtins";
}

std::string PassiveReader::qualname_of_class(PyObject* cls) const {
  return to_string(read(type_qualname_, cls).get());
}

std::string PassiveReader::name_of_class(PyObject* cls) const {
  return to_string(read(type_name_, cls).get());
}

std::string PassiveReader::full_name(PyObject* cls) const {
  return module_of_class(cls) + "." + qualname_of_class(cls);
}

std::string PassiveReader::name_of_type(PyObject* object) const {
  return full_name(as_object(Py_TYPE(object)));
}

Ref PassiveReader::instance_dict(PyObject* object) const {
  long offset = PyLong_AsLong(read(type_dictoffset_, as_object(Py_TYPE(object))).get());
  if (offset == 0) return {};
  // A dictionary that is not there yet must not be made by looking.
  if (offset > 0) return borrow(raw_field(object, static_cast<std::size_t>(offset)));
  return own(PyObject_GenericGetDict(object, nullptr));
}

Ref PassiveReader::read_slot(PyObject* descriptor, PyObject* object) const {
  auto get = reinterpret_cast<descrgetfunc>(type_slot(slot_type_, Py_tp_descr_get));
  Ref value = steal(get(descriptor, object, as_object(Py_TYPE(object))));
  if (!value) PyErr_Clear();
  return value;
}

Ref PassiveReader::get(PyObject* descriptor, PyObject* object) const {
  auto get = reinterpret_cast<descrgetfunc>(type_slot(getset_type_, Py_tp_descr_get));
  Ref value = steal(get(descriptor, object, as_object(Py_TYPE(object))));
  if (!value) PyErr_Clear();
  return value;
}

Ref PassiveReader::code_member(PyObject* code, std::size_t index) const {
  Ref value = steal(PyObject_GetAttr(code, member_names_[index].get()));
  if (!value) PyErr_Clear();
  return value;
}

bool PassiveReader::is_python_class(PyObject* cls) const {
  auto* type = reinterpret_cast<PyTypeObject*>(cls);
  return type_slot(type, Py_tp_traverse) == reinterpret_cast<void*>(python_traverse_);
}

std::vector<PyObject*> PassiveReader::referents(PyObject* object) const {
  std::vector<PyObject*> visited;
  auto* type = Py_TYPE(object);
  if ((PyType_GetFlags(type) & Py_TPFLAGS_HAVE_GC) == 0) return visited;
  auto traverse = reinterpret_cast<traverseproc>(type_slot(type, Py_tp_traverse));
  if (traverse == python_traverse_) {
    // Its dictionary and slots are read by name elsewhere; a C base may hold more.
    traverse = nullptr;
    Ref mro = class_mro(as_object(type));
    for (Py_ssize_t i = 1; traverse == nullptr && i < PyTuple_Size(mro.get()); ++i) {
      auto* base = reinterpret_cast<PyTypeObject*>(PyTuple_GetItem(mro.get(), i));
      auto candidate = reinterpret_cast<traverseproc>(type_slot(base, Py_tp_traverse));
      if (candidate != nullptr && candidate != python_traverse_) traverse = candidate;
    }
  }
  if (traverse == nullptr) return visited;
  traverse(object, collect, &visited);
  std::erase(visited, as_object(type));
  return visited;
}

std::vector<Ref> PassiveReader::elements(PyObject* set) const {
  bool is_frozen = PyType_IsSubtype(Py_TYPE(set), &PyFrozenSet_Type) != 0;
  return iterated(set, is_frozen ? &PyFrozenSet_Type : &PySet_Type);
}

std::vector<Ref> PassiveReader::keys_in_order(PyObject* dict, PyTypeObject* ordered_dict) const {
  return iterated(dict, ordered_dict);
}

std::string PassiveReader::number_text(PyObject* number) const {
  PyTypeObject* builtin = PyLong_Check(number)    ? &PyLong_Type
                          : PyFloat_Check(number) ? &PyFloat_Type
                                                  : &PyComplex_Type;
  Ref text = steal(reinterpret_cast<reprfunc>(type_slot(builtin, Py_tp_repr))(number));
  if (!text) {
    // More digits than sys.get_int_max_str_digits() allows in decimal.
    PyErr_Clear();
    text = own(PyNumber_ToBase(number, 16));
  }
  return to_string(text.get());
}

}  // namespace afresh::py
