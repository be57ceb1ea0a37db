# SPDX-License-Identifier: MIT
"""Holds every #include of our libraries against what they offer each other.

    check_rooms.py ROOT LIST

LIST is what rooms.cmake writes: `library NAME`, and below it SOURCES, HEADERS, PRIVATE_HEADERS, LINKS
and PRIVATE_LINKS, one a line. Each fault is one sentence with file and line on standard error; the
status is then 1. Tests are no libraries: they may include private headers of what they test.
"""

import dataclasses
import pathlib
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')


@dataclasses.dataclass
class Library:
    name: str
    sources: list[str] = dataclasses.field(default_factory=list)
    headers: list[str] = dataclasses.field(default_factory=list)
    private_headers: list[str] = dataclasses.field(default_factory=list)
    links: list[str] = dataclasses.field(default_factory=list)
    private_links: list[str] = dataclasses.field(default_factory=list)


def read_list(text: str) -> dict[str, Library]:
    libraries: dict[str, Library] = {}
    library = Library("")
    for line in text.splitlines():
        kind, value = line.split(" ", 1)
        if kind == "library":
            library = libraries[value] = Library(value)
        else:
            getattr(library, kind.lower()).append(value)
    return libraries


def offered_by(names: list[str], libraries: dict[str, Library]) -> set[str]:
    """These libraries, and what each hands on by its LINKS."""
    found: set[str] = set()
    waiting = [name for name in names if name in libraries]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [link for link in libraries[name].links if link in libraries]
    return found


def circles(libraries: dict[str, Library]) -> list[str]:
    """One sentence for each library that comes to itself again along its links."""
    everything = {name: library.links + library.private_links for name, library in libraries.items()}
    whole = {name: Library(name, links=links) for name, links in everything.items()}
    return [f"{name} links itself by way of {', '.join(sorted(via))}; links must run one way"
            for name, links in everything.items()
            if (via := {link for link in links if name in offered_by([link], whole)})]


def includes_of(path: pathlib.Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, match[1]) for number, line in enumerate(lines, 1) if (match := INCLUDE.match(line))]


class Check:
    def __init__(self, root: pathlib.Path, libraries: dict[str, Library]) -> None:
        self.root = root
        self.libraries = libraries
        self.owners = {header: library for library in libraries.values()
                       for header in library.headers + library.private_headers}
        self.private = {header for library in libraries.values() for header in library.private_headers}

    def faults(self) -> list[str]:
        found = circles(self.libraries)
        for library in self.libraries.values():
            handed_on = offered_by(library.links, self.libraries)
            linked = handed_on | offered_by(library.private_links, self.libraries)
            for file in library.headers:
                found += self.faults_in(library, file, handed_on, is_offered=True)
            for file in library.sources + library.private_headers:
                found += self.faults_in(library, file, linked, is_offered=False)
        return found

    def faults_in(self, library: Library, file: str, reach: set[str], is_offered: bool) -> list[str]:
        found = []
        for line, header in includes_of(self.root / file):
            why = self.why_not(library, header, reach, is_offered)
            if why:
                found.append(f"{file}:{line}: {header} {why}")
        return found

    def why_not(self, library: Library, header: str, reach: set[str], is_offered: bool) -> str:
        owner = self.owners.get(header)
        if owner is None:
            return "is a header of no library" if (self.root / header).exists() else ""
        if owner is library:
            is_given_away = is_offered and header in self.private
            return f"is private to {owner.name}, and this header is offered to others" if is_given_away else ""
        if header in self.private:
            return f"is private to {owner.name}; {library.name} may include only what that offers"
        if owner.name in reach:
            return ""
        if is_offered and owner.name in offered_by(library.private_links, self.libraries):
            return (f"is a header of {owner.name}, which {library.name} links for its sources only: "
                    "a header that is offered needs it in LINKS")
        return f"is a header of {owner.name}, which {library.name} does not link"


def main() -> int:
    root, list_file = map(pathlib.Path, sys.argv[1:])
    faults = Check(root, read_list(list_file.read_text(encoding="utf-8"))).faults()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
