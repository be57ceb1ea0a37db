// SPDX-License-Identifier: MIT
#include "tests/blender/blender_test.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <optional>

#include "harness/installations/find_installations.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

struct Found {
  std::unique_ptr<Host> host;
  HostKind kind{};
  fs::path addons;
  std::string reason;  ///< why there is none
};

/// `bpy/5.0` is the folder of Blender 5.0's own files.
std::optional<HostKind> kind_in(const fs::path& packages) {
  for (const HostKind kind : kHostKinds) {
    const std::string name(name_of(kind));
    if (is_real_blender(kind) && fs::exists(packages / "bpy" / name.substr(name.find('-') + 1)))
      return kind;
  }
  return std::nullopt;
}

/// The folder that AFRESH_TEST_BPY names, else that of the newest package for this Python.
std::string find_packages() {
  if (const char* named = std::getenv("AFRESH_TEST_BPY")) return named;
  const std::string version = Py_GetVersion();
  for (const Installation& each : find_installations(read_surroundings())) {
    const bool is_for_us = each.is_usable() && each.kind == Installation::Kind::kModule &&
                           version.starts_with(each.python + ".");
    if (is_for_us) return each.packages.front().string();
  }
  return {};
}

Found find_blender() {
  const std::string packages = find_packages();
  if (packages.empty()) return {.reason = "no package bpy for this Python is here"};
  const std::optional<HostKind> kind = kind_in(packages);
  if (!kind) return {.reason = fmt::format("{} has no package bpy of a known Blender", packages)};
  std::string scratch = (fs::temp_directory_path() / "afresh_blender_XXXXXX").string();
  if (mkdtemp(scratch.data()) == nullptr) return {.reason = "no folder can be made"};
  setenv("HOME", (scratch + "/home").c_str(), 1);
  setenv("TMPDIR", (scratch + "/tmp").c_str(), 1);
  const fs::path addons = scratch + "/addons";
  fs::create_directories(addons);
  PyObject* path = PySys_GetObject("path");
  for (const std::string& each : {packages, addons.string()})
    py::check(PyList_Append(path, py::make_str(each).get()));
  try {
    return {.host = make_host(*kind, {.addons = addons.string()}), .kind = *kind, .addons = addons};
  } catch (const py::PythonError& error) {
    // A Blender for another CPython cannot be imported; everything else is a failure.
    if (error.type() != "ImportError") throw std::runtime_error(error.traceback());
    return {.reason = fmt::format("{} is for another Python: {}", packages, error.message())};
  }
}

Found& found() {
  static Found blender = find_blender();
  return blender;
}

std::string describe(PyObject* object) {
  py::Ref name = py::steal(PyObject_GetAttrString(object, "__name__"));
  if (name && PyUnicode_Check(name.get())) return py::to_string(name.get());
  PyErr_Clear();
  return py::to_string(py::own(PyObject_Repr(object)).get());
}

}  // namespace

Host& BlenderTest::host() { return *found().host; }
HostKind BlenderTest::kind() { return found().kind; }
fs::path BlenderTest::addons() { return found().addons; }

void BlenderTest::SetUp() {
  if (!found().host) GTEST_SKIP() << found().reason;
  names_ = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names_.get(), "__name__", py::make_str("case").get()));
  py::check(PyDict_SetItemString(names_.get(), "__builtins__", PyEval_GetBuiltins()));
  run("import sys, gc, os, bpy");
  host().configure(TakenNames::kStrict);
}

void BlenderTest::TearDown() {
  if (!found().host) return;
  for (const std::string& name : host().enabled()) host().disable(name);
  for (const std::string& name : written_) {
    host().take_back(name);
    run("for m in [m for m in sys.modules if m == '" + name + "' or m.startswith('" + name +
        ".')]: del sys.modules[m]");
  }
  for (const auto& each : fs::directory_iterator(addons())) fs::remove_all(each);
  PyDict_Clear(names_.get());
  PyGC_Collect();
}

void BlenderTest::write_file(const std::string& path, const std::string& text) {
  const fs::path file = addons() / path;
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
  py::own(PyObject_CallMethod(py::import("importlib").get(), "invalidate_caches", nullptr));
}

void BlenderTest::write_addon(const std::string& name, const std::string& source) {
  written_.push_back(name);
  write_file(name + "/__init__.py",
             "import bpy\nbl_info = {'name': 'Test', 'blender': (3, 4, 0)}\n" + source);
}

void BlenderTest::enable_addon(const std::string& name, const std::string& source) {
  write_addon(name, source);
  EXPECT_EQ(error_of_enabling(name), "");
}

std::string BlenderTest::error_of_enabling(const std::string& name) {
  try {
    host().enable(name);
  } catch (const py::PythonError& error) {
    return error.type() + ": " + error.message();
  }
  return {};
}

void BlenderTest::run(const std::string& code) {
  py::Ref compiled = py::own(Py_CompileString(code.c_str(), "case.py", Py_file_input));
  try {
    py::own(PyEval_EvalCode(compiled.get(), names_.get(), names_.get()));
  } catch (const py::PythonError& error) {
    ADD_FAILURE() << error.traceback();
  }
}

std::string BlenderTest::eval(const std::string& expression) {
  py::Ref code = py::own(Py_CompileString(expression.c_str(), "case.py", Py_eval_input));
  py::Ref value = py::own(PyEval_EvalCode(code.get(), names_.get(), names_.get()));
  return py::to_string(py::own(PyObject_Repr(value.get())).get());
}

std::vector<std::string> BlenderTest::registry(const std::string& probe) {
  std::vector<std::string> lines;
  for (const RegistryProbe& each : host().registries()) {
    if (each.name != probe) continue;
    for (const RegistryEntry& entry : each.entries) {
      lines.push_back(fmt::format("{}{}{} owner={}", entry.label, entry.label.empty() ? "" : " ",
                                  describe(entry.object.get()), entry.owner));
    }
  }
  return lines;
}

std::vector<std::string> BlenderTest::everything() {
  std::vector<std::string> lines;
  for (const RegistryProbe& each : host().registries()) {
    if (each.is_document) continue;
    for (const RegistryEntry& entry : each.entries) {
      lines.push_back(fmt::format("{}: {} {} owner={}", each.name, entry.label,
                                  describe(entry.object.get()), entry.owner));
    }
  }
  return lines;
}

std::vector<std::string> BlenderTest::ledger() {
  std::vector<std::string> lines;
  for (const Registration& each : host().ledger()) {
    lines.push_back(fmt::format("{}{}: {} owner={} at {}", each.probe,
                                each.is_removal ? " removed" : "", each.name, each.owner,
                                fs::path(each.where).filename().string()));
  }
  return lines;
}

}  // namespace afresh
