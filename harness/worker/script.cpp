// SPDX-License-Identifier: MIT
#include "harness/worker/script.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "harness/hosts/make_host.hpp"
#include "harness/python/interpreter.hpp"
#include "harness/python/ref.hpp"

namespace afresh::worker {
namespace {

std::string read_script(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code ignored;
  if (!stream || std::filesystem::is_directory(file, ignored))
    throw std::runtime_error(file + ": cannot be read; expected a Python script");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void set_arguments(const ScriptRun& run) {
  py::Ref list = py::own(PyList_New(0));
  py::check(PyList_Append(list.get(), py::make_str(run.file).get()));
  for (const std::string& each : run.arguments) {
    py::check(PyList_Append(list.get(), py::make_str(each).get()));
  }
  py::check(PySys_SetObject("argv", list.get()));
}

void run_as_main(const ScriptRun& run, const std::string& text) {
  PyObject* main = py::own_borrowed(PyImport_AddModule("__main__")).release();
  PyObject* names = PyModule_GetDict(main);
  py::check(PyDict_SetItemString(names, "__file__", py::make_str(run.file).get()));
  py::check(PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()));
  const py::Ref code = py::own(Py_CompileString(text.c_str(), run.file.c_str(), Py_file_input));
  (void)py::own(PyEval_EvalCode(code.get(), names, names));
  Py_DECREF(main);
}

/// What `SystemExit` asks for; 1 after any other exception, which is printed.
int exit_status(const py::PythonError& error) {
  PyObject* exception = error.exception().get();
  if (PyErr_GivenExceptionMatches(exception, PyExc_SystemExit) == 0) {
    error.restore();
    PyErr_Print();
    return 1;
  }
  const py::Ref code = py::attribute(exception, "code");
  if (code.get() == Py_None) return 0;
  if (PyLong_Check(code.get())) return static_cast<int>(PyLong_AsLong(code.get()));
  PySys_FormatStderr("%S\n", code.get());
  return 1;
}

void flush(const char* stream) {
  PyObject* file = PySys_GetObject(stream);
  if (file == nullptr || !py::steal(PyObject_CallMethod(file, "flush", nullptr))) PyErr_Clear();
}

}  // namespace

int run_script(const ScriptRun& run) {
  const std::string text = read_script(run.file);
  py::Interpreter interpreter({.executable = AFRESH_PYTHON});
  std::unique_ptr<Host> host;
  int status = 0;
  try {
    // A script is to see what it would see in the real Blender, its leak included.
    host = make_host(run.host, {.has_own_leaks = true});
    set_arguments(run);
    run_as_main(run, text);
  } catch (const py::PythonError& error) {
    status = exit_status(error);
  }
  flush("stdout");
  flush("stderr");
  return status;
}

}  // namespace afresh::worker
