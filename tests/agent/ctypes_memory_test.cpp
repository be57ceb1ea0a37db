// What is compared of ctypes' memory: every byte but where pointers lead.
// SPDX-License-Identifier: MIT
#include "harness/agent/facts/ctypes_memory.hpp"

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

TEST_F(CtypesMemory, OfALargeBufferIsReadAtOnce) {
  // Element by element these would take minutes.
  EXPECT_EQ(of("create_string_buffer(64 << 20)").size(), std::size_t{64} << 20);
  EXPECT_EQ(of("(c_float * (4 << 20))()").size(), std::size_t{16} << 20);
  EXPECT_EQ(of("((c_void_p * 1000) * 1000)()").size(), std::size_t{8'000'000});
}

TEST_F(CtypesMemory, BelievesNoTypeThatWasChanged) {
  run("class Ring(Array): _type_, _length_ = c_int, 2\nring = Ring(1, 2)\nRing._type_ = Ring\n"
      "class Long(Array): _type_, _length_ = c_void_p, 2\nlong = Long(1, 2)\n"
      "Long._length_ = 1 << 90\n"
      "class Node(Structure): _fields_ = [('n', c_longlong)]\nnode = Node(1)\n"
      "Node._fields_[0] = ('n', Node)\n");
  EXPECT_EQ(of("ring").size(), 8U);
  EXPECT_EQ(of("long"), std::string(16, '\xFF'));
  EXPECT_EQ(of("node").size(), 8U);
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
