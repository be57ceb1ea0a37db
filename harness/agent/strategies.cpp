// SPDX-License-Identifier: MIT
#include "harness/agent/strategies.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "harness/python/compiled.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

constexpr long kApi = 1;

bool has(PyObject* module, const char* name) { return PyObject_HasAttrString(module, name) == 1; }

void check_interface(PyObject* module, const std::string& file) {
  py::Ref api = py::steal(PyObject_GetAttrString(module, "API"));
  PyErr_Clear();
  if (!api || !PyLong_Check(api.get()) || PyLong_AsLong(api.get()) != kApi) {
    throw std::invalid_argument(fmt::format(
        "{}: no line 'API = {}'; expected a strategy of interface version {}", file, kApi, kApi));
  }
  py::Ref reload = py::steal(PyObject_GetAttrString(module, "reload"));
  PyErr_Clear();
  if (!reload || PyCallable_Check(reload.get()) == 0) {
    throw std::invalid_argument(
        fmt::format("{}: no function 'reload(host, addon)'; every strategy has one", file));
  }
}

py::Ref run_strategy(const std::string& strategy, const std::string& place, PyObject* code) {
  std::string name = strategy_module(strategy);
  py::Ref module = py::own(PyModule_New(name.c_str()));
  PyObject* names = PyModule_GetDict(module.get());
  py::Ref file = py::make_str(place);
  py::check(PyDict_SetItemString(names, "__file__", file.get()));
  py::check(PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()));
  // In `sys.modules`, as dataclasses and pickling of a strategy's own classes expect.
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), name.c_str(), module.get()));
  py::own(PyEval_EvalCode(code, names, names));
  check_interface(module.get(), place);
  return module;
}

}  // namespace

std::string strategy_module(std::string_view strategy) {
  std::string name = fmt::format("afresh_strategy_{}", strategy);
  for (char& c : name) {
    if (c == '-' || c == '.' || c == '/') c = '_';
  }
  return name;
}

py::Ref load_strategy(const StrategySource& source) {
  py::Ref code =
      py::own(Py_CompileString(source.source.c_str(), source.file.c_str(), Py_file_input));
  return run_strategy(source.name, source.file, code.get());
}

py::Ref load_shipped(const ShippedStrategy& shipped) {
  py::Ref code = py::code_object(shipped.code, shipped.source, shipped.file);
  return run_strategy(std::string(shipped.name), std::string(shipped.file), code.get());
}

wire::StrategyDescription describe_strategy(PyObject* module) {
  wire::StrategyDescription described{.adapts = has(module, "adapt"),
                                      .disables = has(module, "disable"),
                                      .installs = has(module, "install")};
  py::Ref doc = py::attribute(module, "__doc__");
  if (PyUnicode_Check(doc.get())) {
    std::string text = py::to_string(doc.get());
    std::size_t begin = text.find_first_not_of(" \n");
    if (begin != std::string::npos)
      described.summary = text.substr(begin, text.find('\n', begin) - begin);
  }
  return described;
}

std::map<std::string, std::string> adapt_files(PyObject* module, const std::string& place,
                                               const std::map<std::string, std::string>& files) {
  if (!has(module, "adapt")) return files;
  std::map<std::string, std::string> adapted;
  py::Ref texts = py::own(PyDict_New());
  for (const auto& [path, content] : files) {
    py::Ref text = py::steal(
        PyUnicode_DecodeUTF8(content.data(), static_cast<Py_ssize_t>(content.size()), "strict"));
    if (!text) {
      PyErr_Clear();
      adapted.emplace(path, content);
      continue;
    }
    py::check(PyDict_SetItem(texts.get(), py::make_str(path).get(), text.get()));
  }
  py::Ref result = py::own(PyObject_CallMethod(module, "adapt", "O", texts.get()));
  auto refuse = [&] {
    throw std::invalid_argument(place +
                                ": adapt() did not give a dict; expected one of path to text");
  };
  if (!PyDict_Check(result.get())) refuse();
  py::for_each_item(result.get(), [&](PyObject* path, PyObject* text) {
    if (!PyUnicode_Check(path) || !PyUnicode_Check(text)) refuse();
    adapted.insert_or_assign(py::to_string(path), py::to_string(text));
  });
  return adapted;
}

}  // namespace afresh::agent
