import bpy


def on_save(*_):
    print("saved")


def register():
    bpy.app.handlers.save_post.append(on_save)


def unregister():
    pass
