"""`bpy.msgbus`: who wants to know of a property's change. Without an event loop nobody is told."""
import _bpy_application as _application


def subscribe_rna(*, key, owner, args, notify, options=frozenset()):
    _application.subscriptions.append(
        _application.Subscription(key, owner, tuple(args), notify, "PERSISTENT" in options))


def publish_rna(*, key):
    pass


def clear_by_owner(owner, /):
    _application.subscriptions[:] = [
        s for s in _application.subscriptions if s.owner_object is not owner]
