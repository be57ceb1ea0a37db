// SPDX-License-Identifier: MIT
#include "harness/agent/baseline/dict_version.hpp"

#include <cstring>
#include <vector>

namespace afresh::agent {
namespace {

std::uint64_t word_at(PyObject* object, std::size_t offset) {
  std::uint64_t word = 0;
  std::memcpy(&word, reinterpret_cast<char*>(object) + offset, sizeof word);
  return word;
}

std::vector<std::uint64_t> read_words(PyObject* dict, std::size_t size) {
  std::vector<std::uint64_t> words;
  for (std::size_t at = sizeof(PyObject); at + sizeof(std::uint64_t) <= size;
       at += sizeof(std::uint64_t)) {
    words.push_back(word_at(dict, at));
  }
  return words;
}

}  // namespace

DictVersion::DictVersion() {
  py::Ref basic_size = py::attribute(reinterpret_cast<PyObject*>(&PyDict_Type), "__basicsize__");
  auto size = static_cast<std::size_t>(PyLong_AsLong(basic_size.get()));
  py::Ref dict = py::own(PyDict_New());
  auto set = [&](const char* key, PyObject* value) {
    py::check(PyDict_SetItemString(dict.get(), key, value));
  };
  set("a", Py_None);
  set("b", Py_None);
  std::vector<std::uint64_t> before = read_words(dict.get(), size);
  static_cast<void>(PyDict_GetItemString(dict.get(), "a"));
  if (read_words(dict.get(), size) != before) return;
  // Another value under a key that is there: neither the number nor the place of the entries
  // changes.
  set("a", Py_True);
  std::vector<std::uint64_t> after = read_words(dict.get(), size);
  std::size_t changed = 0;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    ++changed;
    offset = sizeof(PyObject) + i * sizeof(std::uint64_t);
  }
  if (changed != 1) return;
  std::uint64_t last = word_at(dict.get(), offset);
  auto has_moved = [&] {
    std::uint64_t now = word_at(dict.get(), offset);
    bool moved = now != last;
    last = now;
    return moved;
  };
  set("c", Py_None);
  if (!has_moved()) return;
  py::check(PyDict_DelItemString(dict.get(), "c"));
  if (!has_moved()) return;
  PyDict_Clear(dict.get());
  if (has_moved()) offset_ = offset;
}

std::uint64_t DictVersion::of(PyObject* dict) const { return word_at(dict, offset_); }

}  // namespace afresh::agent
