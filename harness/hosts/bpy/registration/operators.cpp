// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/registration/operators.hpp"

#include <fmt/format.h>

#include "harness/hosts/bpy/objects/access.hpp"
#include "harness/hosts/bpy/objects/classes.hpp"
#include "harness/hosts/bpy/objects/convert.hpp"
#include "harness/hosts/bpy/objects/enums.hpp"
#include "harness/hosts/bpy/registration/report.hpp"
#include "harness/python/entries.hpp"
#include "harness/python/frames.hpp"

namespace afresh::bpy {
namespace {

constexpr const char* kConverting = "Converting py args to operator properties: ";

const EnumItems& results() {
  static const EnumItems items{{"RUNNING_MODAL", "", "", "NONE", 1},
                               {"CANCELLED", "", "", "NONE", 2},
                               {"FINISHED", "", "", "NONE", 4},
                               {"PASS_THROUGH", "", "", "NONE", 8},
                               {"INTERFACE", "", "", "NONE", 16}};
  return items;
}

py::Ref result_set(const char* name) {
  return set_of_value(results(), find_item(results(), std::string(name))->value);
}

/// Reports of one call; a call may be made within another.
class Reports {
 public:
  Reports() : outer_(std::exchange(innermost_, this)) {}
  ~Reports() { innermost_ = outer_; }
  Reports(const Reports&) = delete;
  Reports& operator=(const Reports&) = delete;

  static Reports* innermost() { return innermost_; }

  void add(const std::string& kind, const std::string& message) {
    if (kind.starts_with("ERROR")) {
      errors_ += "Error: " + message + "\n";
      print_line("Error: " + message);
    } else {
      print_line((kind == "WARNING" ? "Warning: " : "Info: ") + message);
    }
  }
  /// RuntimeError with all errors, when there was one.
  void raise_errors() const {
    if (!errors_.empty()) py::raise(PyExc_RuntimeError, errors_);
  }

 private:
  static inline Reports* innermost_ = nullptr;
  Reports* outer_;
  std::string errors_;
};

/// The line of `bpy.ops` from which the operator was called, as Blender adds it.
std::string location() {
  const std::vector<std::string> lines = py::calling_lines(1);
  return "Location: " + (lines.empty() ? std::string("?") : lines.front());
}

[[noreturn]] void fail(const std::string& text) {
  report_error("Python: " + text + "\n" + location());
}

std::string without_last_line_end(std::string text) {
  while (text.ends_with("\n")) text.pop_back();
  return text;
}

std::shared_ptr<Group> arguments_from(const StructType& type, PyObject* keywords) {
  auto group = std::make_shared<Group>();
  RnaPlace place;
  place.type = type.arguments;
  place.group = group;
  py::for_each_item(keywords, [&](PyObject* key, PyObject* value) {
    const std::string name = py::to_string(key);
    const auto property = place.type ? place.type->find_own_property(name) : nullptr;
    if (!property) {
      py::raise(PyExc_TypeError, fmt::format("{}: keyword \"{}\" unrecognized", kConverting, name));
    }
    group->set(name, to_stored(place, *property, value, kConverting));
  });
  return group;
}

py::Ref make_self(const std::shared_ptr<StructType>& type, std::shared_ptr<Group> arguments) {
  RnaPlace place;
  place.type = type;
  place.group = std::move(arguments);
  py::Ref self = make_object(place);
  const py::Ref cls = python_class_for(type);
  const py::Ref initializer = py::attribute(cls.get(), "__init__");
  if (runtime().passive.is_function(initializer.get())) {
    (void)py::own(PyObject_CallFunctionObjArgs(initializer.get(), self.get(), nullptr));
  }
  return self;
}

py::Ref call_function(const std::shared_ptr<StructType>& type, const py::Ref& self,
                      const std::string& function, PyObject* event) {
  const py::Ref method = py::steal(PyObject_GetAttrString(self.get(), function.c_str()));
  if (!method) {
    PyErr_Clear();
    fail(fmt::format("TypeError: could not find function {} in {} to execute callback", function,
                     type->identifier));
  }
  const py::Ref context = make_object(record_place(runtime().database.context()));
  py::Ref result;
  try {
    result = py::own(PyObject_CallFunctionObjArgs(method.get(), context.get(), event, nullptr));
  } catch (const py::PythonError& error) {
    if (PyErr_GivenExceptionMatches(error.exception().get(), PyExc_Exception) == 0) throw;
    fail(without_last_line_end(error.traceback()));
  }
  try {
    return set_of_value(results(), value_of_set(results(), result.get(), "", "Function.result"));
  } catch (const py::PythonError& error) {
    fail(fmt::format("RuntimeError: class {}, function {}: incompatible return value , {}",
                     type->identifier, function, error.message()));
  }
}

}  // namespace

bool poll_operator(const std::shared_ptr<StructType>& type) {
  if (!type->facts.functions.contains("poll")) return true;
  try {
    const py::Ref cls = python_class_for(type);
    const py::Ref context = make_object(record_place(runtime().database.context()));
    const py::Ref answer = py::own(PyObject_CallMethod(cls.get(), "poll", "O", context.get()));
    return PyObject_IsTrue(answer.get()) == 1;
  } catch (const py::PythonError& error) {
    // Blender prints it and goes on.
    print_line("Error: Python: " + without_last_line_end(error.traceback()) + "\n" + location());
    return true;
  }
}

py::Ref call_operator(const std::shared_ptr<StructType>& type, PyObject* keywords, bool invoked) {
  const std::string& id = type->facts.id_name;
  if (!poll_operator(type)) {
    py::raise(PyExc_RuntimeError,
              fmt::format("Operator bpy.ops.{}.poll() failed, context is incorrect", id));
  }
  std::shared_ptr<Group> arguments = arguments_from(*type, keywords);
  if (!type->python_class) {
    print_line(fmt::format("unable to get Python class for RNA struct '{}'", type->identifier));
    return result_set("FINISHED");
  }
  const bool invokes = invoked && type->facts.functions.contains("invoke");
  if (!invokes && !type->facts.functions.contains("execute")) {
    print_line(fmt::format("invalid operator call '{}'", type->identifier));
    return result_set("PASS_THROUGH");
  }
  Reports reports;
  const py::Ref self = make_self(type, std::move(arguments));
  py::Ref event;
  if (invokes) event = make_object(record_place(runtime().database.make("Event")));
  py::Ref result = call_function(type, self, invokes ? "invoke" : "execute", event.get());
  reports.raise_errors();
  return result;
}

void add_report(PyObject* types, const std::string& message) {
  static const EnumItems kinds{{"DEBUG", "", "", "NONE", 1},
                               {"INFO", "", "", "NONE", 2},
                               {"OPERATOR", "", "", "NONE", 4},
                               {"PROPERTY", "", "", "NONE", 8},
                               {"WARNING", "", "", "NONE", 16},
                               {"ERROR", "", "", "NONE", 32},
                               {"ERROR_INVALID_INPUT", "", "", "NONE", 64},
                               {"ERROR_INVALID_CONTEXT", "", "", "NONE", 128},
                               {"ERROR_OUT_OF_MEMORY", "", "", "NONE", 256}};
  const int value = value_of_set(kinds, types, "Operator.report():", "type");
  const EnumItem* kind = nullptr;
  for (const EnumItem& each : kinds) {
    if ((each.value & value) != 0) kind = &each;
  }
  if (kind == nullptr) return;
  if (Reports* running = Reports::innermost()) {
    running->add(kind->identifier, message);
  } else {
    print_line((kind->identifier.starts_with("ERROR") ? "Error: " : "Info: ") + message);
  }
}

}  // namespace afresh::bpy
