// The worker as an extension module: any CPython from 3.10 on, or an application that embeds one,
// imports it and becomes a worker. What configures the embedded interpreter is made up for here.
// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "harness/python/frames.hpp"
#include "harness/python/ref.hpp"
#include "harness/worker/launch.hpp"
#include "harness/worker/prepared_agent.hpp"

namespace afresh::worker {
namespace {

std::vector<std::string> read_words(PyObject* list) {
  std::vector<std::string> words;
  const py::Ref sequence = py::own(PySequence_List(list));
  for (Py_ssize_t i = 0; i < PyList_Size(sequence.get()); ++i)
    words.push_back(py::to_string(PyList_GetItem(sequence.get(), i)));
  return words;
}

/// Ignored by any Python program, and by the embedded one not: to C and to Python.
void reset_signals() {
  const py::Ref module = py::import("_signal");
  const py::Ref by_default = py::attribute(module.get(), "SIG_DFL");
  for (int number : {SIGPIPE, SIGXFSZ})
    (void)py::own(PyObject_CallMethod(module.get(), "signal", "iO", number, by_default.get()));
}

/// From the process, and from what Python noted of it when it started, which `os` reads later.
void remove_launch_variables() {
  const py::Ref noted = py::attribute(py::import("posix").get(), "environ");
  for (const char* variable : kLaunchVariables) {
    unsetenv(variable);
    const py::Ref name = py::own(PyBytes_FromString(variable));
    if (PyDict_DelItem(noted.get(), name.get()) != 0) PyErr_Clear();
  }
}

/// No folder of the program's, and no arguments.
void reset_arguments() {
  PyObject* path = PySys_GetObject("path");
  const py::Ref empty = py::make_str("");
  const Py_ssize_t at = PySequence_Index(path, empty.get());
  if (at >= 0) py::check(PySequence_DelItem(path, at));
  PyErr_Clear();
  const py::Ref arguments = py::own(Py_BuildValue("[s]", ""));
  py::check(PySys_SetObject("argv", arguments.get()));
}

void become(const std::vector<std::string>& all) {
  if (all.empty()) throw std::invalid_argument("a role is missing");
  std::vector<const char*> words;
  words.reserve(all.size());
  for (const std::string& word : all) words.push_back(word.c_str());
  const auto begin = words.begin() + 1;
  const auto mark = std::find(begin, words.end(), std::string_view(kEnvironmentFollows));
  if (mark == words.end()) throw std::invalid_argument("the worker's environment is missing");
  const WorkerOptions options = decode_options({begin, mark});
  const WorkerEnvironment environment = decode_environment({mark + 1, words.end()});
  remove_launch_variables();
  py::ignore_launching_frame();
  reset_signals();
  reset_arguments();
  if (all.front() == kTrialRole) run_spawned_trial(options, environment);
  run_forking_worker(options, environment);
}

/// Never returns: what comes back to the interpreter would be the program's own.
PyObject* run(PyObject*, PyObject* list) {
  try {
    become(read_words(list));
    _exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "afresh worker: %s\n", error.what());
    _exit(3);
  }
}

PyMethodDef methods[] = {{"run", &run, METH_O, nullptr}, {nullptr, nullptr, 0, nullptr}};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_afresh", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace
}  // namespace afresh::worker

// CPython asks for it by this name.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
PyMODINIT_FUNC PyInit__afresh() { return PyModule_Create(&afresh::worker::definition); }
