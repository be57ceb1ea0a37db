// SPDX-License-Identifier: MIT
#include "harness/agent/agent.hpp"

#include <array>
#include <sstream>
#include <stdexcept>

#include "harness/agent/aging_addon.hpp"
#include "harness/agent/baseline/baseline.hpp"
#include "harness/agent/recording/body_runs.hpp"
#include "harness/agent/recording/interposers.hpp"
#include "harness/agent/strategies.hpp"
#include "harness/hosts/make_host.hpp"
#include "harness/strategies/shipped.hpp"

namespace afresh::agent {
namespace {

// What an application of some size has imported before any add-on comes; also what our own
// strategies and the agent import, so that no trial is charged with it.
constexpr std::array kPreloaded{"abc",
                                "ast",
                                "atexit",
                                "collections.abc",
                                "contextlib",
                                "contextvars",
                                "copyreg",
                                "dataclasses",
                                "enum",
                                "functools",
                                "gc",
                                "importlib.util",
                                "importlib",
                                "inspect",
                                "itertools",
                                "logging",
                                "math",
                                "operator",
                                "os",
                                "re",
                                "signal",
                                "threading",
                                "traceback",
                                "types",
                                "typing",
                                "warnings",
                                "weakref",
                                "string",
                                "importlib.machinery",
                                "concurrent.futures.thread"};

// What the standard library imports and registers when it is first used, and nobody can undo.
void warm_up_library() {
  // From 3.12 on this imports `importlib.metadata`.
  py::own(PyObject_CallMethod(py::import("importlib").get(), "invalidate_caches", nullptr));
  // The first finalizer of a process registers an exit callback, and the first temporary file
  // chooses a folder and a source of names.
  py::Ref folder =
      py::own(PyObject_CallMethod(py::import("tempfile").get(), "TemporaryDirectory", nullptr));
  py::own(PyObject_CallMethod(folder.get(), "cleanup", nullptr));
}

}  // namespace

Agent::Agent(const AgentOptions& options) : scratch_(options.scratch) {
  // Once at the end finds all that a dozen times on the way would.
  PyGC_Disable();
  for (const char* module : kPreloaded) static_cast<void>(py::import(module));
  std::istringstream paths(options.path);
  for (std::string path; std::getline(paths, path, ':');)
    py::check(PyList_Append(PySys_GetObject("path"), py::make_str(path).get()));
  py::Ref folder = py::make_str(scratch_.addons.string());
  // An application's add-on folder comes last, so that no add-on can hide a library.
  py::check(PyList_Append(PySys_GetObject("path"), folder.get()));
  host_ = make_host(options.host, {.addons = scratch_.addons.string()});
  interpose();
  install_execution_hook();
  warm_up_library();
  for (auto shipped : {shipped_strategies(), control_strategies()}) {
    for (const ShippedStrategy& one : shipped) shipped_.emplace(one.name, load_shipped(one));
  }
  if (options.is_aged) {
    perturb_heap();
    age(*host_, scratch_.addons);
  }
  PyGC_Enable();
  PyGC_Collect();
  PyGC_Disable();
  baseline_ = std::make_unique<Baseline>(passive_);
  // A collection in a child then looks at the child's own objects only.
  py::own(PyObject_CallMethod(py::import("gc").get(), "freeze", nullptr));
}

Agent::~Agent() = default;

void Agent::after_fork() { baseline_->absorb_fork(); }

py::Ref Agent::strategy(const StrategySource& source) const {
  if (!source.source.empty()) return load_strategy(source);
  auto found = shipped_.find(source.name);
  if (found == shipped_.end())
    throw std::invalid_argument("no strategy '" + source.name + "' ships with afresh");
  return found->second;
}

}  // namespace afresh::agent
