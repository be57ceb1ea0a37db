// The dynamic linker's words become names of packages. SPDX-License-Identifier: MIT
#include "harness/installations/missing_libraries.hpp"

#include <gmock/gmock.h>

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MissingLibraries, StandInAnImportErrorAndInLinesOfLdd) {
  EXPECT_THAT(
      parse_missing_libraries("Traceback (most recent call last):\nImportError: libXi.so.6: "
                              "cannot open shared object file: No such file or directory\n"),
      ElementsAre("libXi.so.6"));
  EXPECT_THAT(
      parse_missing_libraries("\tlibm.so.6 => /lib/libm.so.6 (0x1)\n"
                              "\tlibXrender.so.1 => not found\n\tlibX11.so.6 => not found\n"),
      ElementsAre("libX11.so.6", "libXrender.so.1"));
  EXPECT_THAT(
      parse_missing_libraries("    raise ImportError('libXi.so.6: cannot open shared object "
                              "file')\n"),
      ElementsAre("libXi.so.6"));
  EXPECT_THAT(parse_missing_libraries("ImportError: undefined symbol: _Py_HashPointer\n"),
              IsEmpty());
  EXPECT_THAT(parse_missing_libraries(": cannot open shared object file\n=> not found"), IsEmpty());
}

TEST(MissingLibraries, HaveTheirPackageWhereItIsKnown) {
  EXPECT_EQ(libraries_text({"libXi.so.6", "libnobody.so.1"}),
            "libXi.so.6 (Debian: libxi6), libnobody.so.1");
}

}  // namespace
}  // namespace afresh
