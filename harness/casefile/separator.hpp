// Separators between the files of a case, and the escaping of content lines that look like one.
// One line at a time; whether a path or version makes sense is not known here.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace afresh {

/// How the content of a block is written.
enum class BlockForm {
  kPlain,     ///< bytes as they are
  kDeleted,   ///< no content: the version deletes the file
  kBase64,    ///< bytes as base64
  kNoNewline  ///< bytes as they are, but the last newline is not content
};

/// A separator line taken apart; the views point into the line.
struct Separator {
  std::string_view version;  ///< what stands before the first '/'
  std::string_view path;     ///< what follows it, without the word of the form
  BlockForm form = BlockForm::kPlain;
};

/// Whether a line without its newline is a separator: `-- … --` at column 0.
[[nodiscard]] bool is_separator(std::string_view line);

/// Take a separator apart. Nothing when no '/' parts version and path.
[[nodiscard]] std::optional<Separator> parse_separator(std::string_view line);

/// The separator line, with its newline. A path that ends in the word of a form keeps its meaning
/// only if `form` is not `kPlain`.
[[nodiscard]] std::string render_separator(int version, std::string_view path, BlockForm form);

/// Whether a path ends in a word that a separator would take for its form (`demo/not deleted`).
[[nodiscard]] bool ends_in_form_word(std::string_view path);

/// Content with one more backslash before each line that is a separator after any backslashes.
[[nodiscard]] std::string escape_separators(std::string_view content);

/// The reverse: one backslash less before each such line that has any.
[[nodiscard]] std::string unescape_separators(std::string_view text);

}  // namespace afresh
