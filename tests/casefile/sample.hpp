// A case file that uses everything the format has, laid out as a person would.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace afresh::testing {

inline constexpr std::string_view kSample =
    R"(# A name copied with `from … import` keeps the old object.
#
#  - and a list
source: forum thread "Hot: reload?"
# not story
features: from-import,  classes

addon: demo
addon: other
claims: fresh, clean
host: lenient
gc: auto
verdict reload-top: fresh=fail(stale-code, stale-value)  clean=pass process-state=unknown
verdict refuses: isolation=refused recovery=fail
differs reload-top: the matrix counts sub-modules
steps:
  enable demo
  # a comment
  edit demo 2 +0s

  repeat 3
    reload demo
    repeat 2
      turn
    end
  end
touch demo/data +7s
  set scene.size = {"a": 1}
  python held = demo.unit
  expect held() == "m"
  disable demo

-- 1/demo/__init__.py --
from .settings import unit
\-- 1/demo/no separator --
-- 1/demo/empty.py --
-- 1/demo/data base64 --
AAEC
/w==
-- 1/demo/last.py no-newline --
x = 1
-- 1/other.py --
-- 2/demo/empty.py deleted --
-- 2/demo/last.py --
x = 2
)";

}  // namespace afresh::testing
