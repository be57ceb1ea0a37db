// The document as bytes and back. Texts are written as Python escapes them, so that tabs, line
// ends and lone surrogates survive; numbers so that nothing is rounded or limited in length.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <optional>
#include <stdexcept>

#include "harness/hosts/plain/document.hpp"

namespace afresh::plain {
namespace {

constexpr std::array kValueKinds = {HostPropertyKind::kInt, HostPropertyKind::kFloat,
                                    HostPropertyKind::kBool, HostPropertyKind::kString,
                                    HostPropertyKind::kCollection};

std::string escaped(PyObject* text) {
  py::Ref bytes = py::own(PyUnicode_AsUnicodeEscapeString(text));
  char* data = nullptr;
  Py_ssize_t size = 0;
  py::check(PyBytes_AsStringAndSize(bytes.get(), &data, &size));
  return {data, static_cast<std::size_t>(size)};
}

py::Ref unescaped(const std::string& text) {
  return py::own(
      PyUnicode_DecodeUnicodeEscape(text.data(), static_cast<Py_ssize_t>(text.size()), nullptr));
}

std::string render_atom(const DocumentValue& value) {
  switch (value.kind) {
    case HostPropertyKind::kString: return escaped(value.atom.get());
    case HostPropertyKind::kFloat:
      return py::to_string(py::own(PyObject_Repr(value.atom.get())).get());
    case HostPropertyKind::kBool: return value.atom.get() == Py_True ? "True" : "False";
    // A base that is a power of two has no limit of digits.
    default: return py::to_string(py::own(PyNumber_ToBase(value.atom.get(), 16)).get());
  }
}

py::Ref parse_atom(HostPropertyKind kind, const std::string& text) {
  switch (kind) {
    case HostPropertyKind::kString: return unescaped(text);
    case HostPropertyKind::kFloat: return py::own(PyFloat_FromString(py::make_str(text).get()));
    case HostPropertyKind::kBool: return py::own(PyBool_FromLong(text == "True" ? 1 : 0));
    default: return py::own(PyLong_FromString(text.c_str(), nullptr, 16));
  }
}

std::optional<HostPropertyKind> parse_kind(const std::string& word) {
  for (HostPropertyKind kind : kValueKinds) {
    if (word == name_of(kind)) return kind;
  }
  return std::nullopt;
}

void read_line(Document& document, const std::string& line, int number) {
  const std::size_t first = line.find('\t');
  const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
  const auto kind = parse_kind(line.substr(0, first));
  if (!kind || second == std::string::npos) {
    throw std::runtime_error(
        fmt::format("document, line {}: expected KIND, path and value, separated by tabs", number));
  }
  py::Ref path = unescaped(line.substr(first + 1, second - first - 1));
  document.set(py::to_string(path.get()), *kind, parse_atom(*kind, line.substr(second + 1)));
}

}  // namespace

std::string render_document(const Document& document) {
  std::string bytes;
  for (const auto& [path, value] : document.values()) {
    bytes += fmt::format("{}\t{}\t{}\n", name_of(value.kind), escaped(py::make_str(path).get()),
                         render_atom(value));
  }
  return bytes;
}

Document parse_document(std::string_view bytes) {
  Document document;
  int number = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    read_line(document, std::string(bytes.substr(0, end)), ++number);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return document;
}

}  // namespace afresh::plain
