// SPDX-License-Identifier: MIT
#include "harness/agent/facts/native_state.hpp"

#include <algorithm>
#include <array>

#include "harness/agent/facts/ctypes_memory.hpp"

namespace afresh::agent {
namespace {

using How = NativeReader::How;

struct Reading {
  std::string_view type;
  How how;
  std::string_view name;  ///< in the type's dictionary, or of what is read without one
};

// Each was read in CPython's sources, 3.10 to 3.13: it calls nothing that Python code can replace.
// `hour` and its like and not `isoformat()`, which asks the time zone; `repr` of a Decimal makes an
// arithmetic context where the current one of `contextvars` has none yet, so it gets a copy.
constexpr std::array kReadings{
    Reading{"datetime.date", How::kGet, "year"},
    Reading{"datetime.date", How::kGet, "month"},
    Reading{"datetime.date", How::kGet, "day"},
    Reading{"datetime.datetime", How::kGet, "hour"},
    Reading{"datetime.datetime", How::kGet, "minute"},
    Reading{"datetime.datetime", How::kGet, "second"},
    Reading{"datetime.datetime", How::kGet, "microsecond"},
    Reading{"datetime.datetime", How::kGet, "fold"},
    Reading{"datetime.datetime", How::kGet, "tzinfo"},
    Reading{"datetime.time", How::kGet, "hour"},
    Reading{"datetime.time", How::kGet, "minute"},
    Reading{"datetime.time", How::kGet, "second"},
    Reading{"datetime.time", How::kGet, "microsecond"},
    Reading{"datetime.time", How::kGet, "fold"},
    Reading{"datetime.time", How::kGet, "tzinfo"},
    Reading{"datetime.timezone", How::kCall, "__getinitargs__"},
    Reading{"decimal.Decimal", How::kReprInContext, "value"},
    Reading{"decimal.Context", How::kGet, "prec"},
    Reading{"decimal.Context", How::kGet, "rounding"},
    Reading{"decimal.Context", How::kGet, "Emin"},
    Reading{"decimal.Context", How::kGet, "Emax"},
    Reading{"decimal.Context", How::kGet, "capitals"},
    Reading{"decimal.Context", How::kGet, "clamp"},
    Reading{"array.array", How::kGet, "typecode"},
    Reading{"array.array", How::kCall, "tobytes"},
    Reading{"builtins.memoryview", How::kCall, "tobytes"},
    Reading{"collections.deque", How::kGet, "maxlen"},
    Reading{"_io.StringIO", How::kCall, "getvalue"},
    Reading{"_io.StringIO", How::kCall, "tell"},
    Reading{"_io.BytesIO", How::kCall, "getvalue"},
    Reading{"_io.BytesIO", How::kCall, "tell"},
    Reading{"_random.Random", How::kCall, "getstate"},
    Reading{"_struct.Struct", How::kGet, "format"},
    Reading{"_struct.Struct", How::kGet, "size"},
    Reading{"re.Match", How::kGet, "regs"},
    Reading{"_hashlib.HASH", How::kGet, "name"},
    Reading{"_hashlib.HASH", How::kCall, "hexdigest"},
    Reading{"_hashlib.HMAC", How::kCall, "hexdigest"},
    Reading{"_md5.md5", How::kCall, "hexdigest"},
    Reading{"_sha1.sha1", How::kCall, "hexdigest"},
    Reading{"_blake2.blake2b", How::kCall, "hexdigest"},
    Reading{"_blake2.blake2s", How::kCall, "hexdigest"},
    Reading{"itertools.count", How::kRepr, "value"},
    Reading{"itertools.repeat", How::kCall, "__length_hint__"},
    Reading{"builtins.enumerate", How::kCall, "__reduce__"},
    Reading{"builtins.list_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.list_reverseiterator", How::kCall, "__length_hint__"},
    Reading{"builtins.tuple_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.str_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.str_ascii_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.bytes_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.range_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.dict_keyiterator", How::kCall, "__length_hint__"},
    Reading{"builtins.dict_reversekeyiterator", How::kCall, "__length_hint__"},
    Reading{"builtins.bytearray_iterator", How::kCall, "__length_hint__"},
    Reading{"builtins.dict_valueiterator", How::kCall, "__length_hint__"},
    Reading{"builtins.dict_itemiterator", How::kCall, "__length_hint__"},
    Reading{"builtins.set_iterator", How::kCall, "__length_hint__"},
    Reading{"_ctypes._SimpleCData", How::kMemory, "memory"},
    Reading{"_ctypes.Structure", How::kMemory, "memory"},
    Reading{"_ctypes.Union", How::kMemory, "memory"},
    Reading{"_ctypes.Array", How::kMemory, "memory"},
};

bool is_number_or_none(PyObject* object) {
  return object == Py_None || PyLong_CheckExact(object) || PyFloat_CheckExact(object) ||
         PyComplex_CheckExact(object);
}

PyObject* call_repr(PyObject* type, PyObject* object) {
  void* repr = PyType_GetSlot(reinterpret_cast<PyTypeObject*>(type), Py_tp_repr);
  return reinterpret_cast<reprfunc>(repr)(object);
}

// `contextvars` was imported before the baseline.
PyObject* repr_in_context(const py::PassiveReader& passive, PyObject* type, PyObject* object) {
  PyObject* repr = PyDict_GetItemString(passive.class_dict(type), "__repr__");
  py::Ref module = py::borrow(py::loaded_module("_contextvars"));
  py::Ref context =
      module ? py::steal(PyObject_CallMethod(module.get(), "copy_context", nullptr)) : py::Ref();
  if (!context || repr == nullptr) return nullptr;
  return PyObject_CallMethod(context.get(), "run", "OO", repr, object);
}

/// What reads it, called as a path goes on: `.day`, `.getvalue()`, ` value`.
NativeReader make_reader(const Reading& reading, PyObject* type) {
  NativeReader reader{.how = reading.how, .name = std::string(reading.name), .type = type};
  if (reading.how == How::kCall) reader.name += "()";
  bool is_in_type = reading.how == How::kGet || reading.how == How::kCall;
  reader.edge = is_in_type ? EdgeKind::kAttribute : EdgeKind::kTrait;
  return reader;
}

}  // namespace

py::Ref NativeReader::read(const py::PassiveReader& passive, PyObject* object) const {
  PyObject* result = nullptr;
  switch (how) {
    case How::kGet: result = passive.get(function, object).release(); break;
    case How::kCall: result = PyObject_CallFunctionObjArgs(function, object, nullptr); break;
    case How::kRepr:
      if (std::ranges::all_of(passive.referents(object), is_number_or_none))
        result = call_repr(type, object);
      break;
    case How::kReprInContext: result = repr_in_context(passive, type, object); break;
    case How::kMemory: result = ctypes_memory(passive, object).release(); break;
  }
  if (result == nullptr) PyErr_Clear();
  return py::steal(result);
}

void add_native_readers(const py::PassiveReader& passive, PyObject* type, std::string_view name,
                        std::vector<NativeReader>& readers) {
  for (const Reading& reading : kReadings) {
    if (reading.type != name) continue;
    NativeReader reader = make_reader(reading, type);
    if (reader.edge == EdgeKind::kAttribute) {
      reader.function =
          PyDict_GetItemString(passive.class_dict(type), std::string(reading.name).c_str());
      // Whoever replaced it may have put Python code there.
      bool is_c_code = reader.function != nullptr &&
                       (reading.how == How::kGet ? passive.is_getset(reader.function)
                                                 : passive.is_method_of_c(reader.function));
      if (!is_c_code) continue;
    }
    readers.push_back(reader);
  }
}

}  // namespace afresh::agent
