// What is compared of ctypes' memory: every byte but where pointers lead.
// SPDX-License-Identifier: MIT
#include "harness/agent/ctypes_memory.hpp"

#include "tests/agent/in_process.hpp"

namespace afresh {
namespace {

constexpr const char* kTypes = R"(
from ctypes import *
class Point(Structure): _fields_ = [('n', c_int), ('to', POINTER(c_int)), ('m', c_byte)]
class Line(Point): _fields_ = (('points', Point * 2), ('call', CFUNCTYPE(c_int)), ('end', c_short))
class Either(Union): _fields_ = [('p', c_void_p), ('q', c_longlong)]
class Bits(Structure): _fields_ = [('a', c_int, 3), ('b', c_int, 5), ('s', c_char_p)]
one, other = c_int(1), c_int(2)
def line(target, n=1, end=3):
    made = Line(n, pointer(target), 7)
    made.points[1].to = pointer(target)
    made.points[1].m = n
    made.end = end
    return made
)";

class CtypesMemory : public testing::InProcess {
 protected:
  CtypesMemory() { run(kTypes); }

  std::string of(const std::string& expression) {
    run("asked = " + expression);
    py::Ref bytes = agent::ctypes_memory(agent_.passive(), object("asked").get());
    if (!bytes) return "none";
    return {PyBytes_AsString(bytes.get()), static_cast<std::size_t>(PyBytes_Size(bytes.get()))};
  }
};

TEST_F(CtypesMemory, IsTheSameWhereverItsPointersLead) {
  EXPECT_EQ(of("line(one)"), of("line(other)"));
  EXPECT_EQ(of("(POINTER(c_int) * 2)(pointer(one))"), of("(POINTER(c_int) * 2)(pointer(other))"));
  EXPECT_EQ(of("c_void_p(addressof(one))"), of("c_void_p(addressof(other))"));
  EXPECT_EQ(of("Either(addressof(one))"), of("Either(addressof(other))"));
  EXPECT_EQ(of("Bits(1, 2, b'one')"), of("Bits(1, 2, b'another')"));
}

TEST_F(CtypesMemory, IsAnotherWithAnyOtherByte) {
  EXPECT_NE(of("line(one)"), of("line(one, n=2)"));
  EXPECT_NE(of("line(one)"), of("line(one, end=4)"));
  EXPECT_NE(of("Bits(1, 2, b'one')"), of("Bits(1, 3, b'one')"));
  EXPECT_NE(of("c_longlong(1 << 40)"), of("c_longlong(1 << 41)"));
}

TEST_F(CtypesMemory, TellsAPointerFromNone) {
  EXPECT_NE(of("Point(1, pointer(one))"), of("Point(1)"));
  EXPECT_NE(of("(POINTER(c_int) * 2)(pointer(one))"),
            of("(POINTER(c_int) * 2)(pointer(one), pointer(one))"));
}

TEST_F(CtypesMemory, IsNotReadWhereItBelongsToSomebodyElse) {
  EXPECT_EQ(of("c_int.from_address(addressof(one))"), "none");
}

}  // namespace
}  // namespace afresh
