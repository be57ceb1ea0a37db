# SPDX-License-Identifier: MIT
# Empties the caches of the interpreter and its library: run inside the interpreter under test.
# As `clear_caches` in Lib/test/libregrtest/utils.py and `dash_R_cleanup` beside it, without what is a registry and no
# cache (`copyreg`, `mimetypes`) and what holds its classes weakly (ABCs, types).

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
