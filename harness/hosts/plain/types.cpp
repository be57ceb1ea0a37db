// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/types.hpp"

#include "harness/hosts/plain/handler_list.hpp"
#include "harness/hosts/plain/property.hpp"
#include "harness/hosts/plain/view.hpp"
#include "harness/hosts/type_spec.hpp"

namespace afresh::plain {
namespace {

py::Ref make_base(const char* name, const char* doc) {
  PyType_Slot slots[] = {hosts::table_slot(Py_tp_doc, doc), {0, nullptr}};
  PyType_Spec spec = {name, sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
  return py::own(PyType_FromSpec(&spec));
}

}  // namespace

HostTypes make_types() {
  return {.operator_base = make_base("hostapi.Operator", "Base of what the user can run."),
          .panel_base = make_base("hostapi.Panel", "Base of what is drawn."),
          .group_base = make_base("hostapi.PropertyGroup", "Base of a group of properties."),
          .property = make_property_type(),
          .scene = make_block_type("hostapi.Scene"),
          .object = make_block_type("hostapi.Object"),
          .group_view = make_group_view_type(),
          .collection_view = make_collection_view_type(),
          .handler_list = make_handler_list_type()};
}

}  // namespace afresh::plain
