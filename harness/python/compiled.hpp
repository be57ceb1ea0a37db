// Python code that was compiled when afresh was built (harness/cmake/embed.cmake).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/python/ref.hpp"
#include "harness/values/embedded_file.hpp"

namespace afresh::py {

/// The code object of a text that was compiled too, as `EmbeddedFile` has it. Where this is another
/// CPython than the one that compiled it, the text is compiled now, under the name `shown`.
[[nodiscard]] Ref code_object(std::string_view compiled, std::string_view text,
                              const std::string& shown);
/// Of a file of ours that tracebacks call `<afresh>/PATH`.
[[nodiscard]] Ref code_object(const EmbeddedFile& file);

}  // namespace afresh::py
