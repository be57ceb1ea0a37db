"""`bpy.utils.previews`: collections of small pictures. They hold names and no pictures here."""
_uuid_open = set()


class ImagePreview:
    __slots__ = ("name", "filepath", "icon_id", "image_size")

    def __init__(self, name, filepath=""):
        self.name, self.filepath = name, filepath
        self.icon_id, self.image_size = 0, (0, 0)


class ImagePreviewCollection(dict):
    """Previews by name; to be given back with remove()."""

    def __init__(self):
        super().__init__()
        self._uuid = hex(id(self))
        _uuid_open.add(self._uuid)

    def __del__(self):
        if self._uuid in _uuid_open:
            # Raised, as in Blender: shown on standard error, and by no filter of warnings.
            raise ResourceWarning("%r: left open, remove with 'bpy.utils.previews.remove()'" % self)

    def _add(self, name, filepath=""):
        if name in self:
            raise KeyError("key %r already exists" % name)
        preview = self[name] = ImagePreview(name, filepath)
        return preview

    def new(self, name):
        return self._add(name)

    def load(self, name, path, path_type, force_reload=False):
        return self._add(name, path)

    def clear(self):
        super().clear()

    def close(self):
        self.clear()
        _uuid_open.remove(self._uuid)

    def __repr__(self):
        return "<ImagePreviewCollection id=%s[%d]>" % (self._uuid, len(self))


def new():
    return ImagePreviewCollection()


def remove(pcoll):
    pcoll.close()
