// SPDX-License-Identifier: MIT
#include "harness/agent/interposers.hpp"

#include <array>
#include <string>

#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

// One successful call of an interposed function, to be noted in its ledger.
struct Call {
  PyObject* ledger;
  PyObject* args;    ///< tuple
  PyObject* kwargs;  ///< dict or null

  [[nodiscard]] PyObject* argument(Py_ssize_t index, const char* keyword = nullptr) const {
    if (index < PyTuple_Size(args)) return PyTuple_GetItem(args, index);
    return keyword != nullptr && kwargs != nullptr ? PyDict_GetItemString(kwargs, keyword)
                                                   : nullptr;
  }
};

void append(const Call& call) {
  if (PyObject* callback = call.argument(0, "hook"))
    py::check(PyList_Append(call.ledger, callback));
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

void set_by_name(const Call& call) {
  py::check(PyDict_SetItem(call.ledger, call.argument(0), call.argument(1)));
}

void append_by_keyword(const Call& call) {
  PyObject* moment = nullptr;
  PyObject* hook = nullptr;
  Py_ssize_t position = 0;
  while (call.kwargs != nullptr && PyDict_Next(call.kwargs, &position, &moment, &hook) != 0) {
    PyObject* hooks = PyDict_GetItem(call.ledger, moment);
    if (hooks == nullptr) {
      py::check(PyDict_SetItem(call.ledger, moment, py::own(PyList_New(0)).get()));
      hooks = PyDict_GetItem(call.ledger, moment);
    }
    py::check(PyList_Append(hooks, hook));
  }
}

// `self` is (original function, ledger).
template <void (*note)(const Call&)>
PyObject* forward(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&] {
    py::Ref result = py::own(PyObject_Call(PyTuple_GetItem(self, 0), args, kwargs));
    note({PyTuple_GetItem(self, 1), args, kwargs});
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
  bool is_by_name;     ///< the ledger is a dictionary
  PyMethodDef method;  ///< CPython keeps a pointer to it for as long as the function lives
};

std::array table{
    Interposed{"atexit", "atexit", "exit_callbacks", false, method<append>("register")},
    Interposed{"atexit", "atexit", "exit_callbacks", false, method<remove_equal>("unregister")},
    Interposed{"codecs", "_codecs", "codec_searches", false, method<append>("register")},
    Interposed{"codecs", "_codecs", "codec_searches", false, method<remove_same>("unregister")},
    Interposed{"codecs", "_codecs", "codec_errors", true, method<set_by_name>("register_error")},
    Interposed{"os", "posix", "fork_hooks", true, method<append_by_keyword>("register_at_fork")},
    Interposed{"sys", "sys", "audit_hooks", false, method<append>("addaudithook")},
};

PyObject* ledger_of(PyObject* ours, const Interposed& row) {
  PyObject* ledgers = PyModule_GetDict(ours);
  if (PyDict_GetItemString(ledgers, row.ledger) == nullptr) {
    py::Ref made = py::own(row.is_by_name ? PyDict_New() : PyList_New(0));
    py::check(PyDict_SetItemString(ledgers, row.ledger, made.get()));
  }
  return PyDict_GetItemString(ledgers, row.ledger);
}

}  // namespace

void interpose() {
  py::Ref ours = py::own(PyModule_New("_afresh"));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), "_afresh", ours.get()));
  for (Interposed& row : table) {
    py::Ref module = py::import(row.module);
    py::Ref original = py::attribute(module.get(), row.method.ml_name);
    py::Ref self = py::own(PyTuple_Pack(2, original.get(), ledger_of(ours.get(), row)));
    py::Ref name = py::make_str(row.source);
    py::Ref function = py::own(PyCFunction_NewEx(&row.method, self.get(), name.get()));
    py::check(PyObject_SetAttrString(module.get(), row.method.ml_name, function.get()));
    py::check(
        PyObject_SetAttrString(py::import(row.source).get(), row.method.ml_name, function.get()));
  }
}

}  // namespace afresh::agent
