// Bytes out and in: the one encoding between coordinator and agent. Both sides are the same build,
// so there is no versioning; the reader trusts nothing, since a trial may scribble over the
// mapping. SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace afresh::wire {

/// The bytes are not what a writer of ours wrote.
struct DamagedBytes : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Appends values to a string.
class ByteWriter {
 public:
  template <typename T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void number(T value) { raw(&value, sizeof value); }
  void text(std::string_view value) {
    number(static_cast<std::uint64_t>(value.size()));
    raw(value.data(), value.size());
  }
  /// Plain structs without padding concerns: both ends are the same binary.
  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void array(const std::vector<T>& values) {
    number(static_cast<std::uint64_t>(values.size()));
    raw(values.data(), values.size() * sizeof(T));
  }
  template <typename T, typename WriteOne>
  void list(const T& values, WriteOne&& write_one) {
    number(static_cast<std::uint64_t>(values.size()));
    for (const auto& value : values) write_one(value);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void raw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  std::string bytes_;
};

/// Reads values back in the order of their writing. Throws `DamagedBytes` past the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T> T number() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  /// A flag; any byte but 0 and 1 is damage, since such a `bool` is both true and false.
  bool flag() { return bounded<std::uint8_t>(1) == 1; }
  /// An enumerator or small number, the largest that there is being `last`.
  template <typename T>
  T bounded(T last) {
    T value = number<T>();
    if (static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(last))
      throw DamagedBytes("a value that no writer knows");
    return value;
  }
  std::string text() { return std::string(take(read_count(1))); }
  template <typename T>
  requires std::is_trivially_copyable_v<T> std::vector<T> array() {
    std::uint64_t count = read_count(sizeof(T));
    std::vector<T> values(count);
    std::string_view bytes = take(count * sizeof(T));
    if (count > 0) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
  }
  template <typename ReadOne>
  auto list(ReadOne&& read_one) {
    std::vector<std::decay_t<decltype(read_one())>> values;
    // Each element takes at least one byte, so a damaged count cannot ask for more than there is.
    for (std::uint64_t left = read_count(1); left > 0; --left) values.push_back(read_one());
    return values;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::uint64_t read_count(std::size_t element_size) {
    auto count = number<std::uint64_t>();
    if (count > rest_.size() / element_size) throw DamagedBytes("a length runs past the end");
    return count;
  }
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw DamagedBytes("a value runs past the end");
    std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view rest_;
};

}  // namespace afresh::wire
