// Other words in place of all those of reports/finding_text: linked before the library, so that its
// own are not taken. The words say nothing, and many are alike. SPDX-License-Identifier: MIT
#include <utility>

#include "reports/finding_text.hpp"

namespace afresh {

std::string shortened(std::string text, std::size_t) { return text.empty() ? text : "short"; }
std::string object_text(const ObjectRef&) { return "thing"; }
std::string source_line_text(const SourceLine&) { return "somewhere"; }
SideTexts side_texts(const Finding&) {
  return {.fresh = "module in work()", .actual = "class int"};
}
std::string_view yardstick_text(Aspect) { return "elsewhere there is"; }
std::string_view attribution_text(Attribution) { return "somebody"; }
std::string finding_sentence(const Finding&) { return "Something differs."; }

}  // namespace afresh
