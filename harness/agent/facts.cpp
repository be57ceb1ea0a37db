// SPDX-License-Identifier: MIT
#include "harness/agent/facts.hpp"

#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

// Gives (name, kind, line) triples; kinds in the order of BindingKind.
constexpr const char* kProgram = R"(
import ast

IMPORT, FROM, STAR, DEFINITION, ASSIGNMENT = range(5)

def targets(node):
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, (ast.Tuple, ast.List)):
        for element in node.elts:
            yield from targets(element)
    elif isinstance(node, ast.Starred):
        yield from targets(node.value)

def bindings(body, prefix):
    for node in body:
        line = getattr(node, 'lineno', 0)
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield prefix + (alias.asname or alias.name.split('.')[0]), IMPORT, line
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == '*':
                    yield '*', STAR, line
                else:
                    yield prefix + (alias.asname or alias.name), FROM, line
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield prefix + node.name, DEFINITION, line
            # Names that a function declares global are bound by its body.
            declared = {name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names}
            for inner in ast.walk(node):
                if isinstance(inner, ast.Assign):
                    for target in inner.targets:
                        for name in targets(target):
                            if name in declared:
                                yield name, ASSIGNMENT, inner.lineno
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name, DEFINITION, line
            yield from bindings(node.body, prefix + node.name + '.')
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name in targets(target):
                    yield prefix + name, ASSIGNMENT, line
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
            for name in targets(node.target):
                yield prefix + name, ASSIGNMENT, line
        else:
            for field in ('body', 'orelse', 'finalbody'):
                yield from bindings(getattr(node, field, []), prefix)
            for handler in getattr(node, 'handlers', []):
                yield from bindings(handler.body, prefix)

def facts(text):
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    return list(bindings(tree.body, ''))
)";

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
  py::Ref code = py::own(Py_CompileString(kProgram, "<afresh facts>", Py_file_input));
  py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  PyObject* function = PyDict_GetItemString(names.get(), "facts");

  SourceFacts facts;
  for (const auto& [path, text] : sources) {
    py::Ref bytes =
        py::own(PyBytes_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
    py::Ref triples = py::own(PyObject_CallFunctionObjArgs(function, bytes.get(), nullptr));
    std::vector<BindingFact>& bindings = facts.files[path];
    for (Py_ssize_t i = 0; i < PyList_Size(triples.get()); ++i) {
      PyObject* triple = PyList_GetItem(triples.get(), i);
      int line = static_cast<int>(PyLong_AsLong(PyTuple_GetItem(triple, 2)));
      bindings.push_back(
          {.name = py::to_string(PyTuple_GetItem(triple, 0)),
           .kind = static_cast<BindingKind>(PyLong_AsLong(PyTuple_GetItem(triple, 1))),
           .line = line,
           .text = stripped_line(text, line)});
    }
  }
  return facts;
}

}  // namespace afresh::agent
