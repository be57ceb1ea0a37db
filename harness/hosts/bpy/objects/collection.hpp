// `bpy_prop_collection`: data-blocks of a kind, items of a collection property, or what a type has
// (its properties, functions, choices). Functions of its own (`bpy.data.objects.new`) come from the
// class of the collection's struct.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

[[nodiscard]] py::Ref make_collection_type();
[[nodiscard]] py::Ref make_collection(const RnaPlace& owner,
                                      const std::shared_ptr<RnaProperty>& property);

/// The struct and the name of the list that a collection of records shows; TypeError otherwise.
[[nodiscard]] std::pair<StructRef, std::string> list_shown_by(PyObject* collection);

}  // namespace afresh::bpy
