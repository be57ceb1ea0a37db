// SPDX-License-Identifier: MIT
#include "harness/agent/session.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "harness/agent/failure.hpp"
#include "harness/agent/leaks/leak_check.hpp"
#include "harness/agent/recording/interposers.hpp"
#include "harness/agent/snapshot/snapshot.hpp"
#include "harness/agent/snapshot/tag_owned.hpp"

namespace afresh::agent {
namespace {

// The add-on of which an operation may bring objects of a new load; null where it brings none.
const std::string* loaded_addon(const OpAction& action) {
  if (const auto* enable = std::get_if<EnableOp>(&action)) return &enable->addon;
  if (const auto* reload = std::get_if<ReloadOp>(&action)) return &reload->addon;
  if (const auto* disable = std::get_if<DisableOp>(&action)) return &disable->addon;
  return nullptr;
}
bool may_load_code(const OpAction& action) { return loaded_addon(action) != nullptr; }

// Thrown by an `expect` that does not hold; carries what it gave.
struct ExpectationFailed {
  std::string gave;
};

std::int64_t now_us() {
  auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

}  // namespace

Session::Session(Agent& agent, wire::Mapping& mapping, Script script)
    : agent_(agent),
      mapping_(mapping),
      script_(std::move(script)),
      layout_(agent.scratch().addons),
      ownership_(script_.addons, agent.scratch().addons.string()),
      body_runs_(agent.passive(), ownership_),
      refused_(py::own(PyErr_NewException("afresh.Refused", PyExc_BaseException, nullptr))),
      requests_{
          .host = agent.host(),
          .ownership = ownership_,
          .folder = layout_.folder(),
          .addons = script_.addons,
          .refused = refused_.get(),
          .hand_over = [this](bool keeps_disk,
                              bool keeps_document) { hand_over(keeps_disk, keeps_document); }},
      namespace_(py::own(PyDict_New())),
      interpositions_sent_(interpositions(0).size()) {
  host().configure(script_.taken_names);
  strategy_ = agent.strategy(script_.strategy);
  strategy_host_ = make_strategy_host(requests_);
  py::check(PyDict_SetItemString(namespace_.get(), "__builtins__", PyEval_GetBuiltins()));
  py::check(PyDict_SetItemString(namespace_.get(), "__name__", py::make_str("afresh_case").get()));
  py::check(PyDict_SetItemString(namespace_.get(), "H", host().api_module().get()));
  if (PyObject_HasAttrString(strategy_.get(), "install") == 1) {
    py::own(PyObject_CallMethod(strategy_.get(), "install", "O", strategy_host_.get()));
  }
  if (script_.automatic_gc) py::own(PyObject_CallMethod(py::import("gc").get(), "enable", nullptr));
}

void Session::run(std::uint32_t first) {
  for (std::uint32_t i = first; i < script_.ops.size(); ++i) {
    mapping_.commit(wire::OpStarted{i, now_us()});
    current_op_ = i;
    body_runs_.begin_op(i);
    if (script_.ops[i].save_document)
      mapping_.commit(SavedDocument{.op = i, .bytes = host().save_document()});
    if (may_load_code(script_.ops[i].action)) {
      // What came since the last one is of the load before.
      tag_new_objects();
      loads_.begin();
    }
    OpResult result = capture_result([&] { perform(script_.ops[i].action); });
    // A process that code of the trial forked, and that came back here as well: it is another one.
    if (getpid() != process_) _exit(0);
    observe(i, std::move(result));
  }
  mapping_.commit(wire::Finished{});
}

OpResult Session::capture_result(const std::function<void()>& action) {
  try {
    action();
    return {.outcome = OpOutcome::kOk};
  } catch (const py::PythonError& error) {
    OpResult result = describe_failure(error, ownership_);
    if (PyErr_GivenExceptionMatches(error.exception().get(), refused_.get()) != 0) {
      result.outcome = OpOutcome::kRefused;
    }
    return result;
  } catch (const ExpectationFailed& unexpected) {
    return {.outcome = OpOutcome::kFailed, .message = unexpected.gave};
  }
}

void Session::commit_body_runs() {
  for (BodyRun& run : body_runs_.take()) mapping_.commit(std::move(run));
}

void Session::observe(std::uint32_t index, OpResult result) {
  std::int64_t ended = now_us();
  if (const std::string* addon = loaded_addon(script_.ops[index].action)) host().settle(*addon);
  layout_.stamp(second_);
  mapping_.commit(wire::OpEnded{index, std::move(result), ended});
  commit_body_runs();
  if (may_load_code(script_.ops[index].action)) tag_new_objects();
  const std::vector<Registration>& ledger = host().ledger();
  for (; ledger_sent_ < ledger.size(); ++ledger_sent_) {
    const Registration& entry = ledger[ledger_sent_];
    mapping_.commit(LedgerEntry{.probe = entry.probe,
                                .is_removal = entry.is_removal,
                                .name = entry.name,
                                .owner = entry.owner,
                                .where = ownership_.shown_path(entry.where),
                                .op = index});
  }
  commit_interpositions(index);
  if (!script_.ops[index].snapshot) return;
  try {
    Snapshot snapshot = take_snapshot(context());
    snapshot.op = index;
    mapping_.commit(snapshot);
  } catch (const py::PythonError&) {
    // An object that cannot be read: without this snapshot the verdict is unknown.
  }
}

void Session::commit_interpositions(std::uint32_t index) {
  for (const Interposition& entry : interpositions(interpositions_sent_)) {
    ++interpositions_sent_;
    // A library may have been asked to register it: the line of the add-on that asked.
    for (const std::string& line : entry.lines) {
      int owner = ownership_.owner_of_path(line.substr(0, line.rfind(':')));
      if (owner < 0) continue;
      mapping_.commit(LedgerEntry{.probe = entry.probe,
                                  .is_removal = false,
                                  .name = entry.name,
                                  .owner = addons()[static_cast<std::size_t>(owner)],
                                  .where = ownership_.shown_path(line),
                                  .op = index});
      break;
    }
  }
}

SnapshotContext Session::context() {
  return {.passive = agent_.passive(),
          .baseline = agent_.baseline(),
          .ownership = ownership_,
          .loads = loads_,
          .fingerprints = fingerprints_,
          .host = host()};
}

void Session::tag_new_objects() {
  try {
    tag_owned_objects(context());
  } catch (const py::PythonError&) {
    // No memory for the list of what there is: the walk of a snapshot tags what it meets.
  }
}

int Session::find_addon_index(const std::string& addon) const {
  auto found = std::ranges::find(addons(), addon);
  return found == addons().end() ? -1 : static_cast<int>(found - addons().begin());
}

void Session::perform(const OpAction& action) {
  struct Perform {
    Session& s;
    void operator()(const WriteFilesOp& op) const {
      s.second_ = op.second;
      s.layout_.write(op);
    }
    void operator()(const TouchOp& op) const {
      s.second_ = op.second;
      s.layout_.touch(op);
    }
    void operator()(const ImportOp& op) const {
      for (const std::string& module : op.modules) {
        // What a trial could import, a reference may not be able to (a module of a strategy's own).
        if (!py::steal(PyImport_ImportModule(module.c_str()))) PyErr_Clear();
      }
    }
    void operator()(const PrecompileOp&) const { s.precompile(); }
    void operator()(const EnableOp& op) const {
      s.host().enable(op.addon);
      s.loads_.note_load(s.find_addon_index(op.addon));
    }
    void operator()(const ReloadOp& op) const { s.reload(op.addon); }
    void operator()(const DisableOp& op) const { s.disable(op.addon); }
    void operator()(const HostDisableOp& op) const {
      s.loads_.give_up(s.find_addon_index(op.addon));
      s.host().disable(op.addon);
    }
    void operator()(const PythonOp& op) const { s.run_python(op.code, op.line); }
    void operator()(const ExpectOp& op) const { s.expect(op.expression); }
    void operator()(const SetOp& op) const { s.set_value(op.name, op.literal); }
    void operator()(const TurnOp&) const { s.host().turn(); }
    void operator()(const LoadDocumentOp& op) const { s.host().load_document(op.bytes); }
    void operator()(const LeakCheckOp& op) const { s.check_leaks(op); }
  };
  std::visit(Perform{*this}, action);
}

py::Ref Session::addon_object(const std::string& name) const {
  py::Ref types = py::import("types");
  py::Ref make = py::attribute(types.get(), "SimpleNamespace");
  py::Ref arguments = py::own(PyTuple_New(0));
  py::Ref fields = py::own(PyDict_New());
  py::check(PyDict_SetItemString(fields.get(), "name", py::make_str(name).get()));
  py::check(
      PyDict_SetItemString(fields.get(), "directory",
                           py::make_str((layout_.folder() / addon_path(name)).string()).get()));
  return py::own(PyObject_Call(make.get(), arguments.get(), fields.get()));
}

void Session::reload(const std::string& addon) {
  py::own(PyObject_CallMethod(strategy_.get(), "reload", "OO", strategy_host_.get(),
                              addon_object(addon).get()));
  loads_.note_load(find_addon_index(addon));
}

void Session::disable(const std::string& addon) {
  if (PyObject_HasAttrString(strategy_.get(), "disable") == 0) {
    host().disable(addon);
    return;
  }
  py::own(PyObject_CallMethod(strategy_.get(), "disable", "OO", strategy_host_.get(),
                              addon_object(addon).get()));
}

void Session::check_leaks(const LeakCheckOp& op) {
  if (op.is_final) PyDict_Clear(namespace_.get());
  LeakCheck check = agent::check_leaks(context(), op.is_final, strategy_.get());
  check.op = current_op_;
  mapping_.commit(check);
}

void Session::precompile() {
  // By the import system's own loader, which is there already and registers nothing.
  py::Ref machinery = py::import("importlib.machinery");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(layout_.folder())) {
    if (entry.path().extension() != ".py") continue;
    py::Ref path = py::make_str(entry.path().string());
    py::Ref name = py::make_str(entry.path().stem().string());
    py::Ref loader = py::own(
        PyObject_CallMethod(machinery.get(), "SourceFileLoader", "OO", name.get(), path.get()));
    // Without bytecode (of what cannot be compiled) the reference is only less varied, not wrong.
    if (!py::steal(PyObject_CallMethod(loader.get(), "get_code", "O", name.get()))) PyErr_Clear();
  }
}

class Session::BoundAddons {
 public:
  explicit BoundAddons(Session& session) : session_(session) {
    for (const std::string& addon : session_.addons()) {
      PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), addon.c_str());
      if (module != nullptr) py::check(PyDict_SetItemString(names(), own_name(addon), module));
    }
  }
  ~BoundAddons() {
    for (const std::string& addon : session_.addons()) {
      if (PyDict_GetItemString(names(), own_name(addon)) != nullptr)
        PyDict_DelItemString(names(), own_name(addon));
    }
  }
  BoundAddons(const BoundAddons&) = delete;
  BoundAddons& operator=(const BoundAddons&) = delete;

  py::Ref run(const std::string& text, int mode) const {
    py::Ref code = py::own(Py_CompileString(text.c_str(), "<case>", mode));
    return py::own(PyEval_EvalCode(code.get(), names(), names()));
  }

 private:
  /// Without the packages above it.
  static const char* own_name(const std::string& addon) {
    return addon.c_str() + addon.rfind('.') + 1;
  }
  [[nodiscard]] PyObject* names() const { return session_.namespace_.get(); }
  Session& session_;
};

void Session::run_python(const std::string& code, int line) {
  // Blank lines first, so that a traceback names the line of the case file.
  std::string lines(static_cast<std::size_t>(std::max(line - 1, 0)), '\n');
  BoundAddons(*this).run(lines + code, Py_file_input);
}

void Session::expect(const std::string& expression) {
  BoundAddons bound(*this);
  py::Ref value = bound.run(expression, Py_eval_input);
  if (py::check(PyObject_IsTrue(value.get())) == 1) return;
  // Of a comparison, what its left side gave says more than `False`.
  std::size_t comparison = expression.find(" == ");
  if (comparison != std::string::npos)
    value = bound.run(expression.substr(0, comparison), Py_eval_input);
  throw ExpectationFailed{py::to_string(py::own(PyObject_Repr(value.get())).get())};
}

void Session::set_value(const std::string& name, const std::string& literal) {
  host().set_value(name, BoundAddons(*this).run(literal, Py_eval_input).get());
}

std::vector<std::string> Session::wanted_after_restart() const {
  std::vector<std::string> wanted = agent_.host().enabled();
  const OpAction& action = script_.ops[current_op_].action;
  if (const auto* reload = std::get_if<ReloadOp>(&action)) {
    if (std::ranges::find(wanted, reload->addon) == wanted.end()) wanted.push_back(reload->addon);
  } else if (const auto* disable = std::get_if<DisableOp>(&action)) {
    std::erase(wanted, disable->addon);
  } else {
    throw std::invalid_argument("host.restart() called outside a strategy's reload or disable");
  }
  // In the order in which each was first enabled, in whichever process that was.
  auto rank = [&](const std::string& name) {
    return std::ranges::find(first_enabled_, name) - first_enabled_.begin();
  };
  std::ranges::stable_sort(wanted, {}, rank);
  return wanted;
}

void Session::hand_over(bool keeps_disk, bool keeps_document) {
  for (const std::string& name : host().enabled()) {
    if (std::ranges::find(first_enabled_, name) == first_enabled_.end())
      first_enabled_.push_back(name);
  }
  wire::Handover handover{.op = current_op_,
                          .wanted = wanted_after_restart(),
                          .keeps_disk = keeps_disk,
                          .keeps_document = keeps_document,
                          .document = keeps_document ? host().save_document() : "",
                          .first_enabled = first_enabled_};
  std::vector<std::string> enabled = host().enabled();
  for (auto name = enabled.rbegin(); name != enabled.rend(); ++name) {
    try {
      host().disable(*name);
    } catch (const py::PythonError&) {
      // The process ends whatever an add-on says.
    }
  }
  try {
    py::own(PyObject_CallMethod(py::import("atexit").get(), "_run_exitfuncs", nullptr));
  } catch (const py::PythonError&) {
    // As at an interpreter's own end: printed, not raised.
  }
  commit_body_runs();
  mapping_.commit(handover);
  mapping_.set_handover(true);
  _exit(0);
}

void Session::resume(const wire::Handover& handover) {
  loads_.forget_history();
  loads_.begin();
  first_enabled_ = handover.first_enabled;
  current_op_ = handover.op;
  body_runs_.begin_op(handover.op);
  if (!handover.keeps_disk) layout_.wipe();
  for (std::uint32_t i = 0; i < handover.op; ++i) {
    // Without its disk the successor gets the case's files anew; with it only the clock.
    if (const auto* write = std::get_if<WriteFilesOp>(&script_.ops[i].action)) {
      second_ = write->second;
      if (!handover.keeps_disk) layout_.write(*write);
    } else if (const auto* touch = std::get_if<TouchOp>(&script_.ops[i].action)) {
      second_ = touch->second;
      if (!handover.keeps_disk) layout_.touch(*touch);
    }
  }
  observe(handover.op, capture_result([&] {
            if (handover.keeps_document) host().load_document(handover.document);
            // One that cannot be enabled keeps no application from enabling the others.
            std::optional<py::PythonError> first;
            for (const std::string& addon : handover.wanted) {
              try {
                host().enable(addon);
                loads_.note_load(find_addon_index(addon));
              } catch (const py::PythonError& error) {
                if (!first) first = error;
              }
            }
            if (first) throw py::PythonError(*first);
          }));
  run(handover.op + 1);
}

}  // namespace afresh::agent
