// SPDX-License-Identifier: MIT
#include "harness/agent/recording/interposers.hpp"

#include <array>
#include <string>

#include "harness/python/entries.hpp"
#include "harness/python/frames.hpp"
#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

constexpr const char* kHistory = "registrations";
constexpr std::size_t kMaxLines = 16;

// One successful call of an interposed function, to be noted in its ledger.
struct Call {
  PyObject* ledger;
  PyObject* history;  ///< list of (probe, name, lines)
  PyObject* probe;
  PyObject* args;    ///< tuple
  PyObject* kwargs;  ///< dict or null

  [[nodiscard]] PyObject* argument(Py_ssize_t index, const char* keyword = nullptr) const {
    if (index < PyTuple_Size(args)) return PyTuple_GetItem(args, index);
    return keyword != nullptr && kwargs != nullptr ? PyDict_GetItemString(kwargs, keyword)
                                                   : nullptr;
  }
};

// The qualified name of a function or bound method. Anything else might answer in Python.
py::Ref name_of(PyObject* callback) {
  PyObject* types = py::loaded_module("types");
  auto is_of = [&](PyObject* object, const char* type) {
    PyObject* found =
        types != nullptr ? PyDict_GetItemString(PyModule_GetDict(types), type) : nullptr;
    return reinterpret_cast<PyObject*>(Py_TYPE(object)) == found;
  };
  py::Ref function =
      is_of(callback, "MethodType") ? py::attribute(callback, "__func__") : py::borrow(callback);
  return is_of(function.get(), "FunctionType") ? py::attribute(function.get(), "__qualname__")
                                               : py::make_str("");
}

void remember(const Call& call, PyObject* callback) {
  py::Ref lines = py::own(PyList_New(0));
  for (const std::string& line : py::calling_lines(kMaxLines))
    py::check(PyList_Append(lines.get(), py::make_str(line).get()));
  py::Ref name = name_of(callback);
  py::Ref entry = py::own(PyTuple_Pack(3, call.probe, name.get(), lines.get()));
  py::check(PyList_Append(call.history, entry.get()));
}

void append(const Call& call) {
  if (PyObject* callback = call.argument(0, "hook")) {
    py::check(PyList_Append(call.ledger, callback));
    remember(call, callback);
  }
}

// All that are equal, as `atexit.unregister` does.
void remove_equal(const Call& call) {
  PyObject* callback = call.argument(0);
  for (Py_ssize_t i = PyList_Size(call.ledger) - 1; i >= 0; --i) {
    if (py::check(PyObject_RichCompareBool(PyList_GetItem(call.ledger, i), callback, Py_EQ)) == 1) {
      py::check(PyList_SetSlice(call.ledger, i, i + 1, nullptr));
    }
  }
}

// The first that is the same object, as `codecs.unregister` does.
void remove_same(const Call& call) {
  PyObject* function = call.argument(0);
  for (Py_ssize_t i = 0; i < PyList_Size(call.ledger); ++i) {
    if (PyList_GetItem(call.ledger, i) != function) continue;
    py::check(PyList_SetSlice(call.ledger, i, i + 1, nullptr));
    return;
  }
}

void remove_all(const Call& call) {
  py::check(PyList_SetSlice(call.ledger, 0, PyList_Size(call.ledger), nullptr));
}

void set_by_name(const Call& call) {
  py::check(PyDict_SetItem(call.ledger, call.argument(0), call.argument(1)));
  remember(call, call.argument(1));
}

void append_by_keyword(const Call& call) {
  py::for_each_item(call.kwargs, [&](PyObject* moment, PyObject* hook) {
    PyObject* hooks = PyDict_GetItem(call.ledger, moment);
    if (hooks == nullptr) {
      py::check(PyDict_SetItem(call.ledger, moment, py::own(PyList_New(0)).get()));
      hooks = PyDict_GetItem(call.ledger, moment);
    }
    py::check(PyList_Append(hooks, hook));
    remember(call, hook);
  });
}

// `self` is (original function, ledger, history, name of the probe).
template <void (*note)(const Call&)>
PyObject* forward(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&] {
    py::Ref result = py::own(PyObject_Call(PyTuple_GetItem(self, 0), args, kwargs));
    note({PyTuple_GetItem(self, 1), PyTuple_GetItem(self, 2), PyTuple_GetItem(self, 3), args,
          kwargs});
    return result;
  });
}

template <void (*note)(const Call&)>
constexpr PyMethodDef method(const char* name) {
  return {name, reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&forward<note>)),
          METH_VARARGS | METH_KEYWORDS, nullptr};
}

struct Interposed {
  const char* module;
  const char* source;  ///< the C module that `module` has the function from, or the same
  const char* ledger;
  const char* probe;
  bool is_by_name;     ///< the ledger is a dictionary
  PyMethodDef method;  ///< CPython keeps a pointer to it for as long as the function lives
};

std::array table{
    Interposed{"atexit", "atexit", "exit_callbacks", "atexit", false, method<append>("register")},
    Interposed{"atexit", "atexit", "exit_callbacks", "atexit", false,
               method<remove_equal>("unregister")},
    Interposed{"atexit", "atexit", "exit_callbacks", "atexit", false, method<remove_all>("_clear")},
    Interposed{"atexit", "atexit", "exit_callbacks", "atexit", false,
               method<remove_all>("_run_exitfuncs")},
    Interposed{"codecs", "_codecs", "codec_searches", "codecs.register", false,
               method<append>("register")},
    Interposed{"codecs", "_codecs", "codec_searches", "codecs.register", false,
               method<remove_same>("unregister")},
    Interposed{"codecs", "_codecs", "codec_errors", "codecs.register_error", true,
               method<set_by_name>("register_error")},
    Interposed{"os", "posix", "fork_hooks", "os.register_at_fork", true,
               method<append_by_keyword>("register_at_fork")},
    Interposed{"sys", "sys", "audit_hooks", "sys.addaudithook", false,
               method<append>("addaudithook")},
};

// Of the module `_afresh`, made where it is not there yet. Borrowed.
PyObject* ensure_ledger(PyObject* ours, const char* name, bool is_by_name) {
  PyObject* ledgers = PyModule_GetDict(ours);
  if (PyDict_GetItemString(ledgers, name) == nullptr) {
    py::Ref made = py::own(is_by_name ? PyDict_New() : PyList_New(0));
    py::check(PyDict_SetItemString(ledgers, name, made.get()));
  }
  return PyDict_GetItemString(ledgers, name);
}

// A list of the module `_afresh`, borrowed; null where an add-on removed the module.
PyObject* find_ledger(const char* name) {
  PyObject* ours = py::loaded_module("_afresh");
  return ours != nullptr ? PyDict_GetItemString(PyModule_GetDict(ours), name) : nullptr;
}

}  // namespace

void interpose() {
  py::Ref ours = py::own(PyModule_New("_afresh"));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), "_afresh", ours.get()));
  PyObject* history = ensure_ledger(ours.get(), kHistory, false);
  for (Interposed& row : table) {
    py::Ref module = py::import(row.module);
    py::Ref original = py::attribute(module.get(), row.method.ml_name);
    py::Ref self = py::own(PyTuple_Pack(4, original.get(),
                                        ensure_ledger(ours.get(), row.ledger, row.is_by_name),
                                        history, py::make_str(row.probe).get()));
    py::Ref name = py::make_str(row.source);
    py::Ref function = py::own(PyCFunction_NewEx(&row.method, self.get(), name.get()));
    py::check(PyObject_SetAttrString(module.get(), row.method.ml_name, function.get()));
    py::check(
        PyObject_SetAttrString(py::import(row.source).get(), row.method.ml_name, function.get()));
  }
}

std::vector<Interposition> interpositions(std::size_t known) {
  std::vector<Interposition> entries;
  PyObject* history = find_ledger(kHistory);
  if (history == nullptr) return entries;
  for (Py_ssize_t i = static_cast<Py_ssize_t>(known); i < PyList_Size(history); ++i) {
    PyObject* entry = PyList_GetItem(history, i);
    Interposition& read = entries.emplace_back();
    read.probe = py::to_string(PyTuple_GetItem(entry, 0));
    read.name = py::to_string(PyTuple_GetItem(entry, 1));
    PyObject* lines = PyTuple_GetItem(entry, 2);
    for (Py_ssize_t line = 0; line < PyList_Size(lines); ++line)
      read.lines.push_back(py::to_string(PyList_GetItem(lines, line)));
  }
  return entries;
}

bool has_audit_hook() {
  PyObject* hooks = find_ledger("audit_hooks");
  return hooks == nullptr || PyList_Size(hooks) > 0;
}

}  // namespace afresh::agent
