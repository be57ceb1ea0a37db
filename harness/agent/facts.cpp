// SPDX-License-Identifier: MIT
#include "harness/agent/facts.hpp"

#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

// Gives (name, kind, line, module, original, reads) tuples; kinds in the order of BindingKind.
constexpr const char* kProgram = R"(
import ast

IMPORT, FROM, STAR, DEFINITION, ASSIGNMENT, EFFECT = range(6)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

def targets(node):
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, (ast.Tuple, ast.List)):
        for element in node.elts:
            yield from targets(element)
    elif isinstance(node, ast.Starred):
        yield from targets(node.value)

def imports(node, prefix):
    if isinstance(node, ast.Import):
        for alias in node.names:
            bound = alias.asname or alias.name.split('.')[0]
            yield prefix + bound, IMPORT, node.lineno, alias.name, ''
    elif isinstance(node, ast.ImportFrom):
        module = '.' * node.level + (node.module or '')
        for alias in node.names:
            if alias.name == '*':
                yield '*', STAR, node.lineno, module, '*'
            else:
                yield prefix + (alias.asname or alias.name), FROM, node.lineno, module, alias.name

def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return '.'.join([node.id, *reversed(parts)]) if parts and isinstance(node, ast.Name) else ''

# What is read where an expression stands; the body of a lambda runs later.
def reads(*nodes):
    for node in nodes:
        if name := dotted(node):
            yield name
        elif isinstance(node, ast.Lambda):
            yield from reads(node.args)
        elif node is not None:
            yield from reads(*ast.iter_child_nodes(node))

def bindings(body, prefix):
    for node in body:
        line = getattr(node, 'lineno', 0)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from imports(node, prefix)
        elif isinstance(node, FUNCTIONS):
            defaults = *node.args.defaults, *node.args.kw_defaults
            yield prefix + node.name, DEFINITION, line, '', '', *reads(*defaults)
            # Names that a function declares global are bound by its body.
            declared = {name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names}
            for inner in ast.walk(node):
                if isinstance(inner, ast.Assign):
                    for target in inner.targets:
                        for name in targets(target):
                            if name in declared:
                                yield name, ASSIGNMENT, inner.lineno, '', ''
                for name, *rest in imports(inner, ''):
                    yield (name if name in declared else ''), *rest
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name, DEFINITION, line, '', ''
            yield from bindings(node.body, prefix + node.name + '.')
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name in targets(target):
                    yield prefix + name, ASSIGNMENT, line, '', '', *reads(node.value)
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
            for name in targets(node.target):
                yield prefix + name, ASSIGNMENT, line, '', '', *reads(node.value)
        else:
            if isinstance(node, (ast.For, ast.AsyncFor)):
                for name in targets(node.target):
                    yield prefix + name, ASSIGNMENT, line, '', ''
            for field in ('body', 'orelse', 'finalbody'):
                yield from bindings(getattr(node, field, []), prefix)
            for handler in getattr(node, 'handlers', []):
                yield from bindings(handler.body, prefix)

# What each imported name stands for, wherever in the file it is imported.
def origins(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((alias.asname or alias.name, node.module + '.' + alias.name) for alias in node.names)

def written_out(node, known):
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return written_out(node.value, known) + '.' + node.attr
    if isinstance(node, ast.Call):
        return written_out(node.func, known) + '()'
    if isinstance(node, ast.Subscript):
        key = repr(node.slice.value) if isinstance(node.slice, ast.Constant) else ''
        return written_out(node.value, known) + '[' + key + ']'
    return ''

def effects(tree):
    known = dict(origins(tree))
    for node in ast.walk(tree):
        acted_on = []
        # What a subscript gives when called is not what holds it.
        if isinstance(node, ast.Call) and not isinstance(node.func, ast.Subscript):
            acted_on = [node.func]
        elif isinstance(node, ast.Assign):
            acted_on = [target for target in node.targets if isinstance(target, (ast.Attribute, ast.Subscript))]
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, (ast.Attribute, ast.Subscript)):
            acted_on = [node.target]
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            acted_on = [each for each in node.decorator_list if not isinstance(each, ast.Call)]
        for each in acted_on:
            yield written_out(each, known), EFFECT, each.lineno, '', ''

def facts(text):
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    found = [*bindings(tree.body, '')]
    imported = {name for name, kind, *_ in found if kind in (IMPORT, FROM)}
    for name, kind, line, module, original, *read in [*found, *effects(tree)]:
        yield name, kind, line, module, original, [each for each in read if each.split('.')[0] in imported]
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
    py::Ref tuples = py::own(PySequence_List(
        py::own(PyObject_CallFunctionObjArgs(function, bytes.get(), nullptr)).get()));
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
