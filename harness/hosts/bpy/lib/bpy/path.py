"""`bpy.path`: names of files as the document uses them."""
import os as _os
import re as _re


def abspath(path, *, start=None, library=None):
    if path.startswith("//"):
        return _os.path.join(start or "", path[2:])
    return path


def basename(path):
    return _os.path.basename(path[2:] if path.startswith("//") else path)


def clean_name(name, *, replace="_"):
    return _re.sub(r"[^0-9A-Za-z]", replace, name)


def display_name(name, *, has_ext=True, title_case=True):
    name = _os.path.splitext(name)[0] if has_ext else name
    name = name.replace("_", " ").strip()
    return name.title() if title_case and name.islower() else name


def module_names(path, *, recursive=False):
    """Modules and packages in a folder: (name, file) pairs."""
    found = []
    for entry in sorted(_os.listdir(path)):
        full = _os.path.join(path, entry)
        if entry == "modules":
            continue
        if entry.endswith(".py") and entry != "__init__.py":
            found.append((entry[:-3], full))
        elif "." not in entry and _os.path.isfile(_os.path.join(full, "__init__.py")):
            found.append((entry, _os.path.join(full, "__init__.py")))
            if recursive:
                found.extend((entry + "." + name, file)
                             for name, file in module_names(full, recursive=True))
    return found
