// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/holder_links.hpp"

#include "harness/agent/baseline/foreign_containers.hpp"
#include "harness/agent/facts/fingerprint.hpp"
#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

constexpr std::size_t kFreeNames = 6;  ///< `co_freevars` in `py::kCodeMembers`

PyObject* type_of(PyObject* object) { return reinterpret_cast<PyObject*>(Py_TYPE(object)); }

std::string last_part(const std::string& dotted) {
  return dotted.substr(dotted.find_last_of('.') + 1);
}

class HolderLinks {
 public:
  HolderLinks(const py::PassiveReader& passive, const Ownership& ownership,
              const std::vector<PyObject*>& path)
      : passive_(passive), ownership_(ownership), path_(path) {}

  std::vector<Link> from(const std::optional<Link>& root) const {
    if (!root && path_.size() == 1) return {};
    std::vector<Link> links{root.value_or(Link{.kind = LinkKind::kNativeCode})};
    // A module that is a root is what the root is called.
    bool is_module_root = root && PyModule_Check(path_.front());
    if (path_.size() > 1 && !is_module_root) add_own_link(path_.front(), root.has_value(), links);
    for (std::size_t i = 1; i < path_.size(); ++i) {
      std::string step = step_to(i);
      links.back().steps += step;
      if (i + 1 < path_.size()) add_own_link(path_[i], !step.empty(), links);
    }
    return links;
  }

 private:
  void add_own_link(PyObject* object, bool is_named, std::vector<Link>& links) const {
    if (std::optional<Link> own = own_link(object, is_named)) links.push_back(std::move(*own));
  }

  // None for what is told well enough by how one came to it.
  [[nodiscard]] std::optional<Link> own_link(PyObject* object, bool is_named) const {
    bool is_owned = owner_of_tagged(passive_, ownership_, object) >= 0;
    if (PyModule_Check(object) || PyType_Check(object) || passive_.is_function(object)) {
      if (!is_owned && is_named) return std::nullopt;
      ObjectRef definition = describe_definition(passive_, object);
      return Link{.kind = link_kind(definition.kind), .label = full_name(definition), .steps = {}};
    }
    if (passive_.is_method(object))
      return Link{.kind = LinkKind::kMethod, .label = method_name(object), .steps = {}};
    std::string type = passive_.name_of_type(object);
    if (owner_of_definition(passive_, ownership_, object) >= 0)
      return Link{.kind = LinkKind::kInstance, .label = std::move(type), .steps = {}};
    bool is_plain = is_container(object) || PyTuple_Check(object) || PyAnySet_Check(object) ||
                    passive_.is_cell(object) || passive_.is_mapping_proxy(object);
    if (is_plain || is_named) return std::nullopt;
    return Link{.kind = LinkKind::kObject, .label = last_part(type), .steps = {}};
  }

  static LinkKind link_kind(ObjectKind kind) {
    if (kind == ObjectKind::kModule) return LinkKind::kModule;
    return kind == ObjectKind::kClass ? LinkKind::kClass : LinkKind::kFunction;
  }

  [[nodiscard]] std::string method_name(PyObject* method) const {
    for (PyObject* part : passive_.referents(method)) {
      if (!passive_.is_function(part)) continue;
      PyObject* name = passive_.function_fields(part).qualname;
      if (PyUnicode_Check(name)) return last_part(py::to_string(name));
    }
    return {};
  }

  // How the holder before has the object at this place, as its path goes on.
  [[nodiscard]] std::string step_to(std::size_t at) const {
    PyObject* holder = path_[at - 1];
    PyObject* held = path_[at];
    if (PyDict_Check(holder)) return step_in_dict(at, holder, held);
    if (PyList_Check(holder) || PyTuple_Check(holder)) return step_in_sequence(at, holder, held);
    if (PyAnySet_Check(holder)) return " element";
    if (passive_.is_function(holder)) return step_in_function(holder, held);
    if (PyWeakref_Check(holder)) return " callback";
    if (PyType_Check(holder)) return PyType_Check(held) ? " base" : "";
    if (PyModule_Check(holder) || passive_.is_method(holder) || held == type_of(holder)) return {};
    return step_in_instance(holder, held);
  }

  [[nodiscard]] std::string step_in_dict(std::size_t at, PyObject* dict, PyObject* held) const {
    std::string step;
    py::for_each_item(dict, [&](PyObject* key, PyObject* value) {
      if (value != held) return true;
      bool is_name = PyUnicode_CheckExact(key) && is_namespace(at - 1);
      step = is_name ? "." + py::to_string(key) : "[" + key_text(passive_, key) + "]";
      // Of several names rather the public one.
      return step.starts_with("._");
    });
    return step.empty() ? " key" : step;
  }

  // Whether the dictionary at this place is that of a module, class or instance, or of a function.
  [[nodiscard]] bool is_namespace(std::size_t at) const {
    PyObject* dict = path_[at];
    if (at == 0) return PyDict_GetItemString(dict, "__name__") != nullptr;
    PyObject* holder = path_[at - 1];
    if (PyModule_Check(holder) || PyType_Check(holder)) return true;
    if (passive_.is_function(holder)) {
      py::FunctionFields fields = passive_.function_fields(holder);
      return dict == fields.globals || dict == fields.dict;
    }
    return passive_.instance_dict(holder).get() == dict;
  }

  [[nodiscard]] std::string step_in_sequence(std::size_t at, PyObject* sequence,
                                             PyObject* held) const {
    bool is_list = PyList_Check(sequence);
    Py_ssize_t size = is_list ? PyList_Size(sequence) : PyTuple_Size(sequence);
    for (Py_ssize_t i = 0; i < size; ++i) {
      PyObject* element = is_list ? PyList_GetItem(sequence, i) : PyTuple_GetItem(sequence, i);
      if (element != held) continue;
      if (passive_.is_cell(held)) return free_name(at - 1, i);
      bool is_of_class = at >= 2 && PyType_Check(path_[at - 2]);
      return is_of_class ? " base" : "[" + std::to_string(i) + "]";
    }
    return {};
  }

  // ` closure x` for the cell at this index of the tuple at this place.
  [[nodiscard]] std::string free_name(std::size_t at, Py_ssize_t index) const {
    if (at == 0 || !passive_.is_function(path_[at - 1])) return {};
    py::Ref names = passive_.code_member(passive_.function_fields(path_[at - 1]).code, kFreeNames);
    bool is_named = names && PyTuple_Check(names.get()) && index < PyTuple_Size(names.get());
    return is_named ? " closure " + py::to_string(PyTuple_GetItem(names.get(), index)) : "";
  }

  [[nodiscard]] std::string step_in_function(PyObject* function, PyObject* held) const {
    py::FunctionFields fields = passive_.function_fields(function);
    if (held == fields.globals) return " globals";
    if (held == fields.defaults || held == fields.kwdefaults) return " defaults";
    if (held == fields.annotations) return " annotations";
    return {};
  }

  [[nodiscard]] std::string step_in_instance(PyObject* object, PyObject* held) const {
    if (py::Ref dict = passive_.instance_dict(object); dict && dict.get() != held) {
      std::string name;
      py::for_each_item(dict.get(), [&](PyObject* key, PyObject* value) {
        if (value == held && PyUnicode_CheckExact(key)) name = "." + py::to_string(key);
        return name.empty();
      });
      if (!name.empty()) return name;
    }
    return step_by_slot(object, held);
  }

  [[nodiscard]] std::string step_by_slot(PyObject* object, PyObject* held) const {
    py::Ref mro = passive_.class_mro(type_of(object));
    for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
      PyObject* cls = PyTuple_GetItem(mro.get(), i);
      std::string name;
      py::for_each_item(passive_.class_dict(cls), [&](PyObject* key, PyObject* member) {
        bool is_slot = PyUnicode_CheckExact(key) && passive_.is_slot(member);
        if (is_slot && passive_.read_slot(member, object).get() == held)
          name = "." + py::to_string(key);
        return name.empty();
      });
      if (!name.empty()) return name;
    }
    return {};
  }

  const py::PassiveReader& passive_;
  const Ownership& ownership_;
  const std::vector<PyObject*>& path_;
};

}  // namespace

std::vector<Link> holder_links(const py::PassiveReader& passive, const Ownership& ownership,
                               const std::optional<Link>& root,
                               const std::vector<PyObject*>& path) {
  return HolderLinks(passive, ownership, path).from(root);
}

}  // namespace afresh::agent
