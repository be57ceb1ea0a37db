"""Categories of nodes in menus, by name."""


class NodeCategory:
    def __init__(self, identifier, name, *, description="", items=None):
        self.identifier, self.name, self.description = identifier, name, description
        self._items = items or []

    @classmethod
    def poll(cls, _context):
        return True

    def items(self, _context):
        return iter(self._items)


class NodeItem:
    def __init__(self, nodetype, *, label=None, settings=None, poll=None):
        self.nodetype, self.label = nodetype, label
        self.settings, self.poll = settings or {}, poll


_node_categories = {}


def register_node_categories(identifier, cat_list):
    if identifier in _node_categories:
        raise KeyError("Node categories list '%s' already registered" % identifier)
    _node_categories[identifier] = (cat_list, None, [])


def unregister_node_categories(identifier):
    del _node_categories[identifier]
