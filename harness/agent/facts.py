# SPDX-License-Identifier: MIT
# What an add-on's sources bind, import, read and act on, from their text alone: nothing of theirs is run.
# `facts(text)` gives (name, kind, line, module, original, reads) tuples; kinds in the order of BindingKind.

import ast
import sys

IMPORT, FROM, STAR, DEFINITION, ASSIGNMENT, EFFECT = range(6)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
TUPLES = (ast.Tuple, ast.List)

def imports(node, prefix):
    if isinstance(node, ast.Import):
        for alias in node.names:
            bound = alias.asname or alias.name.split('.')[0]
            yield prefix + bound, IMPORT, node.lineno, alias.name, ''
    elif isinstance(node, ast.ImportFrom):
        module = '.' * node.level + (node.module or '')
        for alias in node.names:
            if alias.name == '*':
                yield '*', STAR, node.lineno, module, '*'
            else:
                yield prefix + (alias.asname or alias.name), FROM, node.lineno, module, alias.name

def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return '.'.join([node.id, *reversed(parts)]) if parts and isinstance(node, ast.Name) else ''

# What is read where an expression stands. The body of a lambda runs later, and a comprehension has
# names of its own.
def reads(*nodes):
    waiting = [(node, frozenset()) for node in reversed(nodes) if node is not None]
    while waiting:
        node, own = waiting.pop()
        if name := dotted(node):
            if name.split('.')[0] not in own:
                yield name
            continue
        if isinstance(node, ast.Lambda):
            node = node.args
        elif isinstance(node, COMPREHENSIONS):
            own |= {name for each in node.generators for name, *_ in stored(each.target)}
        waiting.extend((each, own) for each in reversed([*ast.iter_child_nodes(node)]))

# Names that a target, a pattern or an expression binds, each with its line and what it is made of.
def stored(node, made_of=()):
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            yield node.id, node.lineno, made_of
        elif isinstance(node, ast.NamedExpr):
            yield node.target.id, node.lineno, [*reads(node.value)]
            waiting.append(node.value)
        elif isinstance(node, COMPREHENSIONS):
            for each in ast.iter_child_nodes(node):
                waiting.extend([each.iter, *each.ifs] if isinstance(each, ast.comprehension) else [each])
        elif not isinstance(node, ast.Lambda):
            # A pattern has its names as texts.
            for name in (getattr(node, 'name', None), getattr(node, 'rest', None)):
                if isinstance(name, str) and not isinstance(node, ast.alias):
                    yield name, getattr(node, 'lineno', 0), made_of
            waiting.extend(reversed([*ast.iter_child_nodes(node)]))

# `A, B = settings.A, 3` makes B of nothing.
def assigned(target, value):
    if isinstance(target, TUPLES) and isinstance(value, TUPLES) and len(target.elts) == len(value.elts) \
            and not any(isinstance(each, ast.Starred) for each in (*target.elts, *value.elts)):
        for pair in zip(target.elts, value.elts):
            yield from assigned(*pair)
    else:
        yield from stored(target, [*reads(value)])

def of_function(node, prefix):
    defaults = *node.args.defaults, *node.args.kw_defaults
    yield prefix + node.name, DEFINITION, node.lineno, '', '', *reads(*defaults)
    # Names that a function declares global are bound by its body.
    declared = {name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names}
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id in declared and not isinstance(inner.ctx, ast.Load):
            yield inner.id, ASSIGNMENT, inner.lineno, '', ''
        for name, *rest in imports(inner, ''):
            yield (name if name in declared else ''), *rest

def of_statement(node, are_texts):
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from assigned(target, node.value)
        yield from stored(node.value)
    elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
        annotation = None if are_texts else getattr(node, 'annotation', None)
        yield from stored(node.target, [*reads(annotation, node.value)])
    elif isinstance(node, (ast.For, ast.AsyncFor)):
        yield from stored(node.target, [*reads(node.iter)])
    elif isinstance(node, (ast.With, ast.AsyncWith)):
        for item in node.items:
            yield from stored(item, [*reads(item.context_expr)])
    elif isinstance(node, ast.Match):
        for case in node.cases:
            yield from stored(case.pattern, [*reads(node.subject)])
    elif isinstance(node, (ast.Expr, ast.Delete)):
        yield from stored(node)
    for handler in getattr(node, 'handlers', []):
        if handler.name:
            yield handler.name, handler.lineno, ()
    for test in (getattr(node, 'test', None), getattr(node, 'subject', None)):
        if test is not None:
            yield from stored(test)

def bindings(body, prefix, are_texts):
    # Statement by statement and inwards, without a call for each level: an `elif` is a level.
    waiting = [(node, prefix) for node in reversed(body)]
    while waiting:
        node, prefix = waiting.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from imports(node, prefix)
        elif isinstance(node, FUNCTIONS):
            yield from of_function(node, prefix)
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name, DEFINITION, node.lineno, '', ''
            waiting.extend((each, prefix + node.name + '.') for each in reversed(node.body))
        else:
            for name, line, made_of in of_statement(node, are_texts):
                yield prefix + name, ASSIGNMENT, line, '', '', *made_of
            inner = [*getattr(node, 'body', [])]
            for part in (*getattr(node, 'handlers', []), *getattr(node, 'cases', [])):
                inner += part.body
            inner += [*getattr(node, 'orelse', []), *getattr(node, 'finalbody', [])]
            waiting.extend((each, prefix) for each in reversed(inner))

# What each imported name stands for, wherever in the file it is imported.
def origins(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((alias.asname or alias.name, node.module + '.' + alias.name) for alias in node.names)

def written_out(node, known):
    text = ''
    while True:
        if isinstance(node, ast.Attribute):
            text = '.' + node.attr + text
            node = node.value
        elif isinstance(node, ast.Call):
            text = '()' + text
            node = node.func
        elif isinstance(node, ast.Subscript):
            key = repr(node.slice.value) if isinstance(node.slice, ast.Constant) else ''
            text = '[' + key + ']' + text
            node = node.value
        else:
            return (known.get(node.id, node.id) if isinstance(node, ast.Name) else '') + text

def effects(tree):
    known = dict(origins(tree))
    for node in ast.walk(tree):
        acted_on = []
        # What a subscript gives when called is not what holds it.
        if isinstance(node, ast.Call) and not isinstance(node.func, ast.Subscript):
            acted_on = [node.func]
        elif isinstance(node, ast.Assign):
            acted_on = [target for target in node.targets if isinstance(target, (ast.Attribute, ast.Subscript))]
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, (ast.Attribute, ast.Subscript)):
            acted_on = [node.target]
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            acted_on = [each for each in node.decorator_list if not isinstance(each, ast.Call)]
        for each in acted_on:
            yield written_out(each, known), EFFECT, each.lineno, '', ''

# None of a text that is too deep for the parser.
def facts(text):
    limit = sys.getrecursionlimit()
    try:
        # Three levels of C for each: what the smallest stack holds.
        sys.setrecursionlimit(max(limit, 5000))
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    except (RecursionError, MemoryError):
        return None
    finally:
        sys.setrecursionlimit(limit)
    are_texts = any(isinstance(node, ast.ImportFrom) and node.module == '__future__' and
                    any(alias.name == 'annotations' for alias in node.names) for node in tree.body)
    found = [*bindings(tree.body, '', are_texts)]
    imported = {name for name, kind, *_ in found if kind in (IMPORT, FROM)}
    return [(name, kind, line, module, original, [each for each in read if each.split('.')[0] in imported])
            for name, kind, line, module, original, *read in [*found, *effects(tree)]]
