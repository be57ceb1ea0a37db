// SPDX-License-Identifier: MIT
#include "reports/witness_list.hpp"

#include <fmt/format.h>

#include <ostream>

#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"

namespace afresh {

void write_witnesses(std::ostream& out, const Report& report, const TableStyle& style) {
  for (const FailingCell& cell : failing_cells(report, tally(report))) {
    out << fmt::format("{} fails {}: smallest witness {}\n", cell.title, cell.failures,
                       cell.witness->case_name)
        << wrapped(render_proof(*cell.witness, cell.aspect), 2, style.width) << "  "
        << replay_command(report, *cell.witness) << "\n\n";
  }
}

}  // namespace afresh
