// Reads Python objects without running their code or changing them: slots and descriptors of the
// builtin types, raw fields of functions, `tp_traverse` for the rest. Knows nothing of graphs.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::py {

/// The fields of a function, borrowed. Read from memory and not through the attributes, because
/// `__code__`, `__globals__` and others raise an audit event, which runs an add-on's audit hook.
struct FunctionFields {
  PyObject* code = nullptr;
  PyObject* globals = nullptr;
  PyObject* module = nullptr;  ///< null or any object
  PyObject* qualname = nullptr;
  PyObject* defaults = nullptr;  ///< null, None or tuple
  PyObject* kwdefaults = nullptr;
  PyObject* closure = nullptr;      ///< null or tuple of cells
  PyObject* annotations = nullptr;  ///< null, dict, or the tuple CPython keeps until someone asks
  PyObject* dict = nullptr;
};

/// Members of a code object: first those that make its meaning as they are, `co_names` the last of
/// them, then four with a part of their own. `co_exceptiontable` came with 3.11.
inline constexpr std::array<const char*, 15> kCodeMembers{
    "co_name",     "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_flags",
    "co_varnames", "co_freevars", "co_cellvars",        "co_code",           "co_exceptiontable",
    "co_names",    "co_filename", "co_firstlineno",     "co_linetable",      "co_consts"};
enum class CodeMember : std::uint8_t {
  kName = 0,
  kNames = 10,
  kFile,
  kLine,
  kLineTable,
  kConstants
};
inline constexpr std::size_t kMeaningMembers = 11;  ///< how many of them, from the first on

/// Reads objects by what was learnt once of this interpreter's builtin types.
class PassiveReader {
 public:
  /// Learns slots, descriptors and field offsets from builtin types and one function of its own.
  /// Throws `std::runtime_error` when a field cannot be found (an unknown CPython).
  PassiveReader();

  [[nodiscard]] FunctionFields function_fields(PyObject* function) const;
  /// The dictionary of a class itself, borrowed (never the proxy).
  [[nodiscard]] PyObject* class_dict(PyObject* cls) const;
  [[nodiscard]] Ref class_bases(PyObject* cls) const;
  [[nodiscard]] Ref class_mro(PyObject* cls) const;
  /// `module.qualname` as stored, without asking a metaclass.
  [[nodiscard]] std::string module_of_class(PyObject* cls) const;
  [[nodiscard]] std::string qualname_of_class(PyObject* cls) const;
  /// `__name__` of a class, whatever its metaclass says.
  [[nodiscard]] std::string name_of_class(PyObject* cls) const;
  [[nodiscard]] std::string full_name(PyObject* cls) const;
  [[nodiscard]] std::string name_of_type(PyObject* object) const;
  /// The instance dictionary, or empty where there is none (yet).
  [[nodiscard]] Ref instance_dict(PyObject* object) const;
  /// What a `member_descriptor` (a slot) of the object's class holds; empty when unset.
  [[nodiscard]] Ref read_slot(PyObject* descriptor, PyObject* object) const;
  /// What a getset descriptor of C code gives; empty where it raises.
  [[nodiscard]] Ref get(PyObject* descriptor, PyObject* object) const;
  /// The member `kCodeMembers[index]` of a code object; empty where this CPython has none.
  [[nodiscard]] Ref code_member(PyObject* code, std::size_t index) const;
  [[nodiscard]] Ref code_member(PyObject* code, CodeMember member) const {
    return code_member(code, static_cast<std::size_t>(member));
  }
  /// What C code visits from this object: borrowed, in order, its own type left out. For an
  /// instance of a Python class only what the nearest C base adds.
  [[nodiscard]] std::vector<PyObject*> referents(PyObject* object) const;
  /// The elements of a set or frozenset (subclasses included), by the builtin iterator.
  [[nodiscard]] std::vector<Ref> elements(PyObject* set) const;
  /// The keys of a dictionary of C's `OrderedDict` class or a subclass, all of them builtin values,
  /// in the order in which it gives them.
  [[nodiscard]] std::vector<Ref> keys_in_order(PyObject* dict, PyTypeObject* ordered_dict) const;
  /// `repr` as the builtin numeric type itself gives it, whatever a subclass overrides.
  [[nodiscard]] std::string number_text(PyObject* number) const;

  [[nodiscard]] bool is_function(PyObject* object) const {
    return Py_TYPE(object) == function_type_;
  }
  [[nodiscard]] bool is_code(PyObject* object) const { return Py_TYPE(object) == code_type_; }
  [[nodiscard]] bool is_method(PyObject* object) const { return Py_TYPE(object) == method_type_; }
  [[nodiscard]] bool is_cell(PyObject* object) const { return Py_TYPE(object) == cell_type_; }
  [[nodiscard]] bool is_mapping_proxy(PyObject* object) const {
    return Py_TYPE(object) == proxy_type_;
  }
  [[nodiscard]] bool is_slot(PyObject* object) const { return Py_TYPE(object) == slot_type_; }
  [[nodiscard]] bool is_getset(PyObject* object) const { return Py_TYPE(object) == getset_type_; }
  [[nodiscard]] bool is_method_of_c(PyObject* object) const {
    return Py_TYPE(object) == c_method_type_;
  }
  [[nodiscard]] bool is_python_class(PyObject* cls) const;

 private:
  struct Descriptor {
    Ref object;
    descrgetfunc get = nullptr;
  };
  [[nodiscard]] Descriptor type_descriptor(const char* name) const;
  [[nodiscard]] Ref read(const Descriptor& descriptor, PyObject* object) const;
  void learn_function_fields(PyObject* function);

  struct Offsets {
    std::size_t code, globals, module, qualname, defaults, kwdefaults, closure, annotations, dict;
  };
  Offsets offsets_{};
  PyTypeObject* function_type_ = nullptr;
  PyTypeObject* code_type_ = nullptr;
  PyTypeObject* method_type_ = nullptr;
  PyTypeObject* cell_type_ = nullptr;
  PyTypeObject* proxy_type_ = nullptr;
  PyTypeObject* slot_type_ = nullptr;
  PyTypeObject* getset_type_ = nullptr;
  PyTypeObject* c_method_type_ = nullptr;
  traverseproc python_traverse_ = nullptr;  ///< the one of every class made by a `class` statement
  traverseproc proxy_traverse_ = nullptr;
  Descriptor type_dict_, type_bases_, type_mro_, type_name_, type_qualname_, type_dictoffset_;
  std::vector<Ref> member_names_;  ///< of `kCodeMembers`, made once
  std::vector<Ref> kept_;
};

}  // namespace afresh::py
