// Python code that was compiled when afresh was built (harness/cmake/embed.cmake).
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "harness/python/ref.hpp"

namespace afresh::py {

/// The code object of its marshalled form. Throws `PythonError` where that is another CPython's.
[[nodiscard]] Ref unmarshalled(std::string_view bytes);

}  // namespace afresh::py
