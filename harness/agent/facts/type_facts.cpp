// SPDX-License-Identifier: MIT
#include "harness/agent/facts/type_facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

using namespace std::string_view_literals;

constexpr std::array kOpaque{
    "builtins.frame"sv,          "builtins.traceback"sv, "_thread.lock"sv,
    "_thread.RLock"sv,           "_io.TextIOWrapper"sv,  "_io.BufferedReader"sv,
    "_io.BufferedWriter"sv,      "_io.FileIO"sv,         "_socket.socket"sv,
    "builtins.PyCapsule"sv,      "_abc._abc_data"sv,     "_ctypes.CFuncPtr"sv,
    "builtins.async_generator"sv};

// Reading these raises an audit event, which runs an add-on's audit hook; what they hold is visited
// by the collector too.
constexpr std::array kAudited{"gi_frame"sv, "gi_code"sv, "cr_frame"sv, "cr_code"sv,
                              "ag_frame"sv, "ag_code"sv, "tb_frame"sv};

// `__dictoffset__` and its like stand for where something lies, and would be read as an address.
bool is_readable(std::string_view name) {
  return !name.ends_with("offset__") && std::ranges::find(kAudited, name) == kAudited.end();
}

}  // namespace

const TypeFacts& TypeTable::of(PyObject* object) {
  PyTypeObject* type = Py_TYPE(object);
  auto found = known_.find(type);
  return found != known_.end() ? found->second : known_.emplace(type, learn(type)).first->second;
}

TypeFacts TypeTable::learn(PyTypeObject* type) const {
  TypeFacts facts;
  auto* cls = reinterpret_cast<PyObject*>(type);
  facts.name = passive_.full_name(cls);
  facts.is_opaque = std::ranges::find(kOpaque, facts.name) != kOpaque.end();
  facts.is_cache = facts.name == "functools._lru_cache_wrapper";
  py::Ref mro = passive_.class_mro(cls);
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* base = PyTuple_GetItem(mro.get(), i);
    py::for_each_item(passive_.class_dict(base), [&](PyObject* key, PyObject* value) {
      if (!passive_.is_slot(value) || !PyUnicode_CheckExact(key)) return;
      std::string name = py::to_string(key);
      if (is_readable(name)) facts.members.push_back({name, value});
    });
    // What a class statement made has nothing that only C code could read.
    if (passive_.is_python_class(base)) continue;
    std::string name = passive_.full_name(base);
    facts.is_sequence = facts.is_sequence || name == "collections.deque";
    facts.is_local = facts.is_local || name == "_thread._local";
    if (name == "collections.OrderedDict")
      facts.ordered_dict = reinterpret_cast<PyTypeObject*>(base);
    add_native_readers(passive_, base, name, facts.natives);
  }
  return facts;
}

}  // namespace afresh::agent
