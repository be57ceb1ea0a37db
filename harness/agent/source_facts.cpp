// SPDX-License-Identifier: MIT
#include "harness/agent/source_facts.hpp"

#include "harness/agent/embedded/agent.hpp"
#include "harness/python/compiled.hpp"
#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

std::string stripped_line(const std::string& text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number && begin != std::string::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  if (begin == std::string::npos) return {};
  std::string line = text.substr(begin, text.find('\n', begin) - begin);
  std::size_t first = line.find_first_not_of(" \t");
  std::size_t last = line.find_last_not_of(" \t\r");
  return first == std::string::npos ? std::string() : line.substr(first, last - first + 1);
}

}  // namespace

SourceFacts source_facts(const std::map<std::string, std::string>& sources) {
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::code_object(embedded::agent::facts_py);
  py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  PyObject* function = PyDict_GetItemString(names.get(), "facts");

  SourceFacts facts;
  for (const auto& [path, text] : sources) {
    py::Ref bytes =
        py::own(PyBytes_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
    py::Ref tuples = py::own(PyObject_CallFunctionObjArgs(function, bytes.get(), nullptr));
    if (tuples.get() == Py_None) {
      facts.unread.push_back(path);
      continue;
    }
    std::vector<BindingFact>& bindings = facts.files[path];
    for (Py_ssize_t i = 0; i < PyList_Size(tuples.get()); ++i) {
      PyObject* tuple = PyList_GetItem(tuples.get(), i);
      int line = static_cast<int>(PyLong_AsLong(PyTuple_GetItem(tuple, 2)));
      std::vector<std::string> reads;
      PyObject* read = PyTuple_GetItem(tuple, 5);
      for (Py_ssize_t k = 0; k < PyList_Size(read); ++k)
        reads.push_back(py::to_string(PyList_GetItem(read, k)));
      bindings.push_back(
          {.name = py::to_string(PyTuple_GetItem(tuple, 0)),
           .kind = static_cast<BindingKind>(PyLong_AsLong(PyTuple_GetItem(tuple, 1))),
           .line = line,
           .text = stripped_line(text, line),
           .module = py::to_string(PyTuple_GetItem(tuple, 3)),
           .original = py::to_string(PyTuple_GetItem(tuple, 4)),
           .reads = std::move(reads)});
    }
  }
  return facts;
}

}  // namespace afresh::agent
