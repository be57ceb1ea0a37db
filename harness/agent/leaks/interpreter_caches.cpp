// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/interpreter_caches.hpp"

#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

// As `clear_caches` in Lib/test/libregrtest/utils.py and `dash_R_cleanup` beside it, without what
// is a registry and no cache (`copyreg`, `mimetypes`) and what holds its classes weakly (ABCs,
// types).
constexpr const char* kCleanUp = R"(
def clean_up(modules, module_type):
    def within(path):
        module, *names = path.split('/')
        found = modules.get(module)
        for name in names:
            found = getattr(found, name, None)
        return found
    caches = [within(path) for path in (
        're/purge', 'typing/clear_overloads', 'linecache/clearcache', 'struct/_clearcache', 'ctypes/_reset_cache',
        'urllib.parse/clear_cache', 'fnmatch/_compile_pattern/cache_clear',
        'fractions/_hash_algorithm/cache_clear', '_strptime/_regex_cache/clear',
        'filecmp/_cache/clear', 'inspect/_filesbymodname/clear', 'inspect/modulesbyfile/clear',
        'inspect/_shadowed_dict_from_mro_tuple/cache_clear',
        'importlib.metadata/FastPath/__new__/cache_clear')]
    for empty in caches + list(within('typing/_cleanups') or ()):
        try:
            if empty is not None:
                empty()
        except Exception:
            pass
    for module in list(modules.values()):
        if type(module) is module_type:
            vars(module).pop('__warningregistry__', None)
)";

}  // namespace

void empty_interpreter_caches() {
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::own(Py_CompileString(kCleanUp, "<afresh>", Py_file_input));
  py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  py::own(PyObject_CallFunctionObjArgs(PyDict_GetItemString(names.get(), "clean_up"),
                                       PyImport_GetModuleDict(),
                                       reinterpret_cast<PyObject*>(&PyModule_Type), nullptr));
  PyDict_Clear(names.get());
}

}  // namespace afresh::agent
