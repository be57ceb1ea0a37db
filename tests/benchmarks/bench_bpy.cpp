// What the Blender-like host costs, each time against the smaller thing in the same run: classes
// that it registers against a registry written in Python, a trial on it against one on the plain
// host. Usage: bench_bpy; the counter `ratio` is the figure to quote. SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include "generators/generate.hpp"
#include "harness/engine/compare.hpp"
#include "harness/engine/plan.hpp"
#include "harness/hosts/make_host.hpp"
#include "harness/python/interpreter.hpp"
#include "tests/benchmarks/milliseconds.hpp"

namespace afresh {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr int kPackages = 60;

// A hundred operators in the host; and the same without it, in a registry that makes the same
// checks and keeps the same order: `in_host()` and `in_python()` register all and unregister them
// in reverse.
constexpr const char* kRegistering = R"(
import bpy

def made_of(base):
    return [type("DEMO_OT_%d" % i, (base,), {
        "bl_idname": "demo.op%d" % i, "bl_label": "x", "__module__": __name__,
        "execute": lambda self, context: {'FINISHED'}}) for i in range(100)]

class Registry:
    def __init__(self):
        self.by_id, self.order = {}, []
    def register(self, cls):
        if not isinstance(cls, type) or "registry" in cls.__dict__:
            raise ValueError(cls)
        for name in ("bl_idname", "bl_label"):
            if not isinstance(getattr(cls, name, None), str):
                raise TypeError(name)
        execute = getattr(cls, "execute", None)
        if execute is not None and execute.__code__.co_argcount != 2:
            raise ValueError(cls)
        earlier = self.by_id.get(cls.bl_idname)
        if earlier is not None:
            self.unregister(earlier)
        for base in reversed(cls.__mro__):
            for name, value in base.__dict__.get("__annotations__", {}).items():
                pass
        self.by_id[cls.bl_idname] = cls
        self.order.append(cls)
        cls.registry = self
        register = getattr(cls, "register", None)
        if register is not None:
            register()
    def unregister(self, cls):
        unregister = getattr(cls, "unregister", None)
        if unregister is not None:
            unregister()
        del cls.registry, self.by_id[cls.bl_idname]
        self.order.remove(cls)

class Base:
    pass

operators, plain, registry = made_of(bpy.types.Operator), made_of(Base), Registry()

def in_host():
    for cls in operators: bpy.utils.register_class(cls)
    for cls in reversed(operators): bpy.utils.unregister_class(cls)

def in_python():
    for cls in plain: registry.register(cls)
    for cls in reversed(plain): registry.unregister(cls)
)";

void registering_100_operators(benchmark::State& state) {
  py::Interpreter interpreter({.executable = AFRESH_PYTHON, .hash_seed = 1});
  std::unique_ptr<Host> host = make_host(HostKind::kBpy);
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::check(PyDict_SetItemString(names.get(), "__name__", py::make_str("bench").get()));
  py::Ref code = py::own(Py_CompileString(kRegistering, "<bench>", Py_file_input));
  py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  auto call = [&](const char* name) {
    py::own(PyObject_CallNoArgs(PyDict_GetItemString(names.get(), name)));
  };
  call("in_host");
  call("in_python");

  // In turn, so that a noisy moment hits both.
  double in_host = 0;
  double in_python = 0;
  for (auto _ : state) {
    double ms = milliseconds([&] { call("in_host"); });
    in_host += ms;
    in_python += milliseconds([&] { call("in_python"); });
    state.SetIterationTime(ms / 1000);
  }

  state.counters["python_ms"] = in_python / static_cast<double>(state.iterations());
  state.counters["ratio"] = in_host / in_python;
  code = names = {};
}

// Enable, edit, reload by purge, disable, over packages that the generator makes for each host.
void trial(benchmark::State& state) {
  engine::WorkerPool worker_pool({.program = "/proc/self/exe", .seed = 1, .deadline_ms = 60'000});
  auto run_on = [&](HostKind host, int index) {
    Case a_case = generate_case(kSeed, index, {.host = host});
    engine::Plan plan = engine::make_plan(a_case, engine::files_of_case(a_case),
                                          {.name = "purge-dotted", .source = {}, .file = {}});
    return milliseconds(
        [&] { benchmark::DoNotOptimize(worker_pool.run(plan.trial, engine::Variant::kBase)); });
  };
  for (HostKind host : {HostKind::kPlain, HostKind::kBpy}) run_on(host, 0);

  double on_bpy = 0;
  double on_plain = 0;
  int index = 0;
  for (auto _ : state) {
    double ms = run_on(HostKind::kBpy, index % kPackages);
    on_bpy += ms;
    on_plain += run_on(HostKind::kPlain, index++ % kPackages);
    state.SetIterationTime(ms / 1000);
  }

  state.counters["plain_ms"] = on_plain / static_cast<double>(state.iterations());
  state.counters["ratio"] = on_bpy / on_plain;
}

BENCHMARK(registering_100_operators)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(trial)->UseManualTime()->Iterations(4 * kPackages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace afresh
