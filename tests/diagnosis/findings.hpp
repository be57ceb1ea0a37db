// Findings as trials of small add-ons give them, and the sources that they are about.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/values/verdict.hpp"

namespace afresh::testing {

inline const std::string kWatchFile = "demo/watch.py";
/// Line 7 registers `on_save`, line 8 two classes, line 12 is `unregister()`.
inline const std::string kWatchText = R"(import bpy
from .settings import LIMIT
WIDTH = LIMIT * 2
def on_save(*_): print("saved")
class Panel(bpy.types.Panel): pass
def register():
    bpy.app.handlers.save_post.append(on_save)  # when it is saved
    for cls in (Panel, Menu): bpy.utils.register_class(cls)
    bpy.types.Scene.demo_size = bpy.props.IntProperty()
    handle = bpy.types.SpaceView3D.draw_handler_add(draw, (), 'PREVIEW', 'POST_PIXEL')

def unregister():
    pass
)";

/// `function on_save` of `demo.watch`, load 1.
ObjectRef function_ref(const std::string& name, std::uint32_t load = 1);
ObjectRef class_ref(const std::string& name);
ObjectRef atom_ref(const std::string& literal);

/// The add-on's own: `PATH` has the object after `disable demo`, because of `line`.
Finding leftover(const std::string& path, const ObjectRef& object, int line);
/// The same, found as an object that the entry keeps alive.
Finding leak(const std::string& path, const ObjectRef& object, int line);
/// The strategy's: an exception in a reload.
Finding raised(const std::string& message, int line);
/// The strategy's: `LIMIT` was copied before `demo/settings.py` ran again.
Finding stale_import(int line);

Record make_record(const std::string& strategy, std::vector<Finding> findings,
                   std::map<Aspect, Outcome> outcomes = {{Aspect::kFresh, Outcome::kPass}});

}  // namespace afresh::testing
