// SPDX-License-Identifier: MIT
#include "harness/agent/facts/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace afresh::agent {
namespace {

constexpr std::size_t kLongestText = 400;  ///< longer strings are cut and hashed
constexpr int kDeepestTuple = 20;

// FNV-1a over words of eight bytes (http://www.isthe.com/chongo/tech/comp/fnv/), with the high
// half folded back in, since a word's high bits would else never reach the low ones.
class Hash {
 public:
  void add(std::string_view bytes) {
    mix(bytes.size());
    while (bytes.size() >= sizeof(std::uint64_t)) {
      mix(word(bytes.substr(0, sizeof(std::uint64_t))));
      bytes.remove_prefix(sizeof(std::uint64_t));
    }
    if (!bytes.empty()) mix(word(bytes));
  }
  [[nodiscard]] std::string text() const { return fmt::format("{:016x}", value_); }

 private:
  static std::uint64_t word(std::string_view bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    return value;
  }
  void mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 1099511628211ULL;
    value_ ^= value_ >> 32;
  }
  std::uint64_t value_ = 14695981039346656037ULL;
};

std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  Hash hash;
  hash.add(text);
  return fmt::format("{}… ({} bytes, #{})", text.substr(0, kLongestText), text.size(), hash.text());
}

std::string_view bytes_view(PyObject* bytes) {
  char* data = nullptr;
  Py_ssize_t size = 0;
  py::check(PyBytes_AsStringAndSize(bytes, &data, &size));
  return {data, static_cast<std::size_t>(size)};
}

// Long ones are cut before they are written out, which takes four characters for many a byte.
std::string written_bytes(PyObject* bytes) {
  std::string_view all = bytes_view(bytes);
  if (all.size() <= kLongestText) return py::to_string(py::own(PyObject_Repr(bytes)).get());
  py::Ref begin = py::own(PyBytes_FromStringAndSize(all.data(), kLongestText / 4));
  Hash hash;
  hash.add(all);
  return fmt::format("{}… ({} bytes, #{})",
                     py::to_string(py::own(PyObject_Repr(begin.get())).get()), all.size(),
                     hash.text());
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::optional<std::string> sequence_text(const py::PassiveReader& passive, PyObject* tuple,
                                         int depth);

std::optional<std::string> value_text(const py::PassiveReader& passive, PyObject* object,
                                      int depth) {
  if (object == Py_None) return "None";
  if (object == Py_Ellipsis) return "Ellipsis";
  if (object == Py_NotImplemented) return "NotImplemented";
  if (PyBool_Check(object)) return object == Py_True ? "bool True" : "bool False";
  if (PyUnicode_CheckExact(object)) return "str " + quoted(py::to_string(object));
  if (PyLong_CheckExact(object)) return "int " + shortened(passive.number_text(object));
  if (PyFloat_CheckExact(object)) return "float " + passive.number_text(object);
  if (PyComplex_CheckExact(object)) return "complex " + passive.number_text(object);
  if (PyBytes_CheckExact(object)) {
    return "bytes " + written_bytes(object);
  }
  if (PyTuple_CheckExact(object) && depth < kDeepestTuple)
    return sequence_text(passive, object, depth + 1);
  if (Py_TYPE(object) == &PyFrozenSet_Type) {
    std::vector<std::string> parts;
    for (const py::Ref& element : passive.elements(object)) {
      auto part = value_text(passive, element.get(), depth + 1);
      if (!part) return {};
      parts.push_back(std::move(*part));
    }
    std::ranges::sort(parts);
    return "frozenset {" + joined(parts) + "}";
  }
  return {};
}

std::optional<std::string> sequence_text(const py::PassiveReader& passive, PyObject* tuple,
                                         int depth) {
  std::vector<std::string> parts;
  for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); ++i) {
    auto part = value_text(passive, PyTuple_GetItem(tuple, i), depth);
    if (!part) return {};
    parts.push_back(std::move(*part));
  }
  return "tuple (" + joined(parts) + ")";
}

// From 3.13 on the body of a class stores its first line, and last of its tuples the names that
// its methods assign: up to 3.13.0 in the order of a set.
bool has_first_line_number(PyObject* names) {
  for (Py_ssize_t i = 0; i < PyTuple_Size(names); ++i) {
    if (PyUnicode_CompareWithASCIIString(PyTuple_GetItem(names, i), "__firstlineno__") == 0)
      return true;
  }
  return false;
}

Py_ssize_t last_tuple(PyObject* constants) {
  Py_ssize_t i = PyTuple_Size(constants) - 1;
  while (i >= 0 && !PyTuple_CheckExact(PyTuple_GetItem(constants, i))) --i;
  return i;
}

bool is_same_number(PyObject* constant, PyObject* line) {
  return PyLong_CheckExact(constant) &&
         py::check(PyObject_RichCompareBool(constant, line, Py_EQ)) == 1;
}

std::string sorted_text(const py::PassiveReader& passive, PyObject* tuple) {
  std::vector<std::string> texts;
  for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); ++i) {
    texts.push_back(value_text(passive, PyTuple_GetItem(tuple, i), 0).value_or("?"));
  }
  std::ranges::sort(texts);
  return joined(texts);
}

// Like the text of the value, without making one of what code is full of.
void add_value(const py::PassiveReader& passive, PyObject* value, Hash& hash) {
  if (PyUnicode_CheckExact(value)) {
    hash.add("str");
    Py_ssize_t size = 0;
    if (const char* utf8 = PyUnicode_AsUTF8AndSize(value, &size)) {
      hash.add({utf8, static_cast<std::size_t>(size)});
      return;
    }
    PyErr_Clear();
    hash.add(py::to_string(value));
  } else if (PyBytes_CheckExact(value)) {
    hash.add("bytes");
    hash.add(bytes_view(value));
  } else if (PyTuple_CheckExact(value)) {
    hash.add(fmt::format("tuple {}", PyTuple_Size(value)));
    for (Py_ssize_t i = 0; i < PyTuple_Size(value); ++i)
      add_value(passive, PyTuple_GetItem(value, i), hash);
  } else {
    hash.add(value_text(passive, value, 0).value_or("?"));
  }
}

void add_code(const py::PassiveReader& passive, const Ownership& ownership, PyObject* code,
              Hash& meaning, Hash& place) {
  for (std::size_t i = 0; i < py::kMeaningMembers; ++i) {
    if (py::Ref value = passive.code_member(code, i)) add_value(passive, value.get(), meaning);
  }
  py::Ref line = passive.code_member(code, py::CodeMember::kLine);
  place.add(
      ownership.shown_path(py::to_string(passive.code_member(code, py::CodeMember::kFile).get())));
  place.add(passive.number_text(line.get()));
  place.add(bytes_view(passive.code_member(code, py::CodeMember::kLineTable).get()));
  py::Ref constants = passive.code_member(code, py::CodeMember::kConstants);
  bool notes_itself =
      has_first_line_number(passive.code_member(code, py::CodeMember::kNames).get());
  Py_ssize_t noted_names = notes_itself ? last_tuple(constants.get()) : -1;
  for (Py_ssize_t i = 0; i < PyTuple_Size(constants.get()); ++i) {
    PyObject* constant = PyTuple_GetItem(constants.get(), i);
    if (passive.is_code(constant)) {
      add_code(passive, ownership, constant, meaning, place);
    } else if (notes_itself && is_same_number(constant, line.get())) {
      meaning.add("first line");
    } else if (i == noted_names) {
      meaning.add(sorted_text(passive, constant));
    } else {
      add_value(passive, constant, meaning);
    }
  }
}

}  // namespace

bool is_atom(const py::PassiveReader& passive, PyObject* object) {
  bool is_scalar = object == Py_None || PyUnicode_CheckExact(object) || PyLong_CheckExact(object) ||
                   PyFloat_CheckExact(object) || PyBool_Check(object) ||
                   PyBytes_CheckExact(object) || PyComplex_CheckExact(object) ||
                   object == Py_Ellipsis || object == Py_NotImplemented;
  bool is_sequence = PyTuple_CheckExact(object) || Py_TYPE(object) == &PyFrozenSet_Type;
  return is_scalar || (is_sequence && atom_text(passive, object).has_value());
}

std::optional<std::string> atom_text(const py::PassiveReader& passive, PyObject* object) {
  return value_text(passive, object, 0);
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return shortened(std::move(out)) + "'";
}

std::string key_text(const py::PassiveReader& passive, PyObject* key) {
  if (PyUnicode_CheckExact(key)) return quoted(py::to_string(key));
  if (PyLong_CheckExact(key)) return passive.number_text(key);
  if (PyType_Check(key)) return "class " + passive.full_name(key);
  return atom_text(passive, key).value_or(passive.name_of_type(key));
}

CodeFingerprint fingerprint(const py::PassiveReader& passive, const Ownership& ownership,
                            PyObject* code) {
  Hash meaning;
  Hash place;
  add_code(passive, ownership, code, meaning, place);
  std::string file = py::to_string(passive.code_member(code, py::CodeMember::kFile).get());
  std::string line = passive.number_text(passive.code_member(code, py::CodeMember::kLine).get());
  return {.meaning = "code #" + meaning.text(),
          .place = fmt::format("{}:{} #{}", ownership.shown_path(file), line, place.text())};
}

const CodeFingerprint& Fingerprints::of(const py::PassiveReader& passive,
                                        const Ownership& ownership, PyObject* code) {
  auto found = known_.find(code);
  if (found != known_.end() && py::referent(found->second.weak.get()).get() == code)
    return found->second.fingerprint;
  Known known{.weak = py::own(PyWeakref_NewRef(code, nullptr)),
              .fingerprint = fingerprint(passive, ownership, code)};
  return known_.insert_or_assign(code, std::move(known)).first->second.fingerprint;
}

}  // namespace afresh::agent
