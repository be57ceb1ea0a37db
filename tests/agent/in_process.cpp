// SPDX-License-Identifier: MIT
#include "tests/agent/in_process.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "harness/python/interpreter.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

class Process : public ::testing::Environment {
 public:
  agent::Agent& agent() {
    if (!agent_) start();
    return *agent_;
  }
  void TearDown() override {
    agent_.reset();
    interpreter_.reset();
    std::error_code ignored;
    if (!scratch_.empty()) fs::remove_all(scratch_, ignored);
  }

 private:
  void start() {
    std::string scratch = (fs::temp_directory_path() / "test_agent.XXXXXX").string();
    if (mkdtemp(scratch.data()) == nullptr) {
      throw std::system_error(errno, std::generic_category(), "making " + scratch);
    }
    scratch_ = scratch;
    agent::ScratchFolders folders{
        .addons = scratch_ / "addons", .home = scratch_ / "home", .temporary = scratch_ / "tmp"};
    for (const fs::path& folder : {folders.addons, folders.home, folders.temporary}) {
      fs::create_directory(folder);
    }
    interpreter_.emplace(py::Interpreter::Options{.executable = AFRESH_PYTHON, .hash_seed = 1});
    agent_ = std::make_unique<agent::Agent>(agent::AgentOptions{.scratch = folders});
  }

  fs::path scratch_;
  std::optional<py::Interpreter> interpreter_;
  std::unique_ptr<agent::Agent> agent_;
};

Process& process() {
  // Owned by GoogleTest from here on.
  static auto* const registered =
      static_cast<Process*>(::testing::AddGlobalTestEnvironment(new Process));
  return *registered;
}

constexpr const char* kForget = R"(
for key, module in list(sys.modules.items()):
    if key not in modules_before: del sys.modules[key]
importlib.invalidate_caches()
gc.collect()
)";

}  // namespace

void register_interpreter() { process(); }

InProcess::InProcess()
    : agent_(process().agent()),
      layout_(agent_.scratch().addons),
      ownership_({"demo"}, agent_.scratch().addons.string()),
      names_(py::own(PyDict_New())) {
  py::check(PyDict_SetItemString(names_.get(), "__builtins__", PyEval_GetBuiltins()));
  run("import gc, importlib, sys, threading, types, weakref; modules_before = set(sys.modules)");
}

InProcess::~InProcess() {
  run("sys.setprofile(None); sys.settrace(None)");
  run(kForget);
  layout_.wipe();
}

void InProcess::load(const std::vector<FileChange>& files) {
  layout_.write({.changes = files, .second = 0});
  run("import demo");
}

py::Ref InProcess::evaluate(const std::string& code, int mode) {
  py::Ref compiled = py::own(Py_CompileString(code.c_str(), "<test>", mode));
  return py::own(PyEval_EvalCode(compiled.get(), names_.get(), names_.get()));
}

void InProcess::run(const std::string& code) {
  try {
    evaluate(code, Py_file_input);
  } catch (const py::PythonError& error) {
    ADD_FAILURE() << error.traceback();
  }
}

std::string InProcess::eval(const std::string& expression) {
  return py::to_string(py::own(PyObject_Repr(evaluate(expression, Py_eval_input).get())).get());
}

py::Ref InProcess::object(const std::string& name) {
  return py::own_borrowed(PyDict_GetItemString(names_.get(), name.c_str()));
}

Snapshot InProcess::snapshot() {
  loads_.begin();
  return agent::take_snapshot(context());
}

agent::SnapshotContext InProcess::context() {
  return {.passive = agent_.passive(),
          .baseline = agent_.baseline(),
          .ownership = ownership_,
          .loads = loads_,
          .fingerprints = fingerprints_,
          .host = agent_.host()};
}

}  // namespace afresh::testing
