// Other words in place of all those of reports/finding_text, reason_text and diagnostic_text:
// linked before the library, so that its own are not taken. The words say nothing, and many are
// alike. SPDX-License-Identifier: MIT
#include <utility>

#include "reports/diagnostic_text.hpp"
#include "reports/finding_text.hpp"
#include "reports/reason_text.hpp"

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

std::string render_reason(const Reason&) { return "nobody knows"; }
std::string render_reason(const std::optional<Reason>&) { return "nobody knows"; }

std::string diagnostic_text(const Diagnostic&) { return "something is wrong"; }
std::string consequence_text(const Diagnostic&, const Consequence&) { return "it matters"; }
std::string mend_text(const Mend&) { return "somehow"; }
std::string mend_sentence(const Mend&) { return "somehow"; }
std::string place_text(const DiagnosticPlace&, const std::string&) { return "somewhere"; }
std::string ways_text(std::size_t, std::size_t) { return "some ways"; }

}  // namespace afresh
