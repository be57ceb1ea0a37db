// What Blender only says when a class is registered: it changes nothing, and refuses nothing.
// Source of the words: Blender 3.4.1 (tests/conformance, cases reg-*) and the sources of 4.2.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "harness/hosts/bpy/rna/kinds.hpp"
#include "harness/hosts/bpy/rna/rna.hpp"

namespace afresh::bpy {

/// Of an identifier without its kind's infix (`_PT_`), which the kind must have. Blender warns
/// twice: as it happens, and when the report is given back to Python.
void warn_of_name(const RegistrableKind& kind, const std::string& id);

/// With `bpy.app.debug_python`, from 4.2 on: what works today and is no good practice. `parent` is
/// the type of the class's base.
void warn_of_practice(const std::shared_ptr<StructType>& parent, PyObject* cls);

}  // namespace afresh::bpy
