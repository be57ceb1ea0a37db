// What the class registry takes, refuses and forgets.
// SPDX-License-Identifier: MIT
#include "tests/host/host_test.hpp"

namespace afresh {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ClassRegistry : public PlainHostTest {};

TEST_F(ClassRegistry, KeepsTheOrderOfRegistration) {
  run(R"(
class B(H.Operator): pass
class A(H.Panel): pass
class C(H.PropertyGroup): pass
for c in B, A, C: H.register_class(c)
)");
  EXPECT_THAT(registry("hostapi.classes"),
              ElementsAre("B owner=case", "A owner=case", "C owner=case"));
  EXPECT_EQ(eval("[H.is_registered(c) for c in (A, B, C, H.Operator, 5)]"),
            "[True, True, True, False, False]");
}

TEST_F(ClassRegistry, RefusesWhatDerivesFromNoHostBase) {
  constexpr const char* kExpected = "): expected a subclass of Operator, Panel or PropertyGroup";
  EXPECT_EQ(raised_error("H.register_class(int)"),
            std::string("TypeError: register_class(int") + kExpected);
  EXPECT_EQ(raised_error("H.register_class(5)"),
            std::string("TypeError: register_class(int") + kExpected);
  EXPECT_EQ(raised_error("H.register_class(H.Panel)"),
            std::string("TypeError: register_class(Panel") + kExpected);
  EXPECT_THAT(registry("hostapi.classes"), IsEmpty());
}

TEST_F(ClassRegistry, RefusesTheSameClassTwice) {
  run("class Op(H.Operator): pass\nH.register_class(Op)");
  const std::string expected = "ValueError: register_class(Op): this class is already registered";
  EXPECT_EQ(raised_error("H.register_class(Op)"), expected);
  lenient();
  EXPECT_EQ(raised_error("H.register_class(Op)"), expected);
}

TEST_F(ClassRegistry, RefusesToUnregisterAnotherClassOfTheName) {
  run("class Op(H.Operator): pass\nH.register_class(Op)\nclass Op(H.Operator): pass");
  EXPECT_EQ(raised_error("H.unregister_class(Op)"),
            "ValueError: unregister_class(Op): this class is not registered");
  EXPECT_EQ(raised_error("H.unregister_class(5)"),
            "ValueError: unregister_class(int): this class is not registered");
  EXPECT_THAT(registry("hostapi.classes"), ElementsAre("Op owner=case"));
}

TEST_F(ClassRegistry, StrictRefusesATakenNameOfAnyKind) {
  for (const std::string base : {"Operator", "Panel", "PropertyGroup"}) {
    run("class X" + base + "(H." + base + "): pass\nH.register_class(X" + base + ")");
    EXPECT_EQ(
        raised_error("class X" + base + "(H." + base + "): pass\nH.register_class(X" + base + ")"),
        "ValueError: register_class(X" + base + "): the name 'X" + base +
            "' is already registered");
  }
}

TEST_F(ClassRegistry, TakesOneNameForTwoKinds) {
  run(R"(
class X(H.Operator): pass
class Y(H.Panel): pass
Y.__name__ = 'X'
H.register_class(X); H.register_class(Y)
)");
  EXPECT_EQ(eval("H.find_class('X') is Y"), "True");
  run("H.unregister_class(Y)");
  EXPECT_EQ(eval("H.find_class('X') is X"), "True");
  EXPECT_EQ(eval("H.find_class('Z')"), "None");
}

TEST_F(ClassRegistry, LenientDropsTheOldOperatorSilently) {
  lenient();
  run(R"(
class Op(H.Operator): pass
class Other(H.Operator): pass
H.register_class(Op); H.register_class(Other)
old = Op
class Op(H.Operator): pass
H.register_class(Op)
)");
  EXPECT_THAT(registry("hostapi.classes"), ElementsAre("Other owner=case", "Op owner=case"));
  EXPECT_EQ(eval("H.is_registered(old), H.find_class('Op') is Op"), "(False, True)");
  EXPECT_EQ(raised_error("H.unregister_class(old)"),
            "ValueError: unregister_class(Op): this class is not registered");
}

TEST_F(ClassRegistry, LenientLetsPropertyGroupsLiveSideBySide) {
  lenient();
  run(R"(
class G(H.PropertyGroup): pass
old = G; H.register_class(G)
class G(H.PropertyGroup): pass
H.register_class(G)
)");
  EXPECT_EQ(eval("H.is_registered(old), H.is_registered(G), H.find_class('G') is G"),
            "(True, True, True)");
  run("H.unregister_class(G)");
  EXPECT_EQ(eval("H.find_class('G') is old"), "True");
}

TEST_F(ClassRegistry, RefusesAPointerAtAClassThatIsNotRegistered) {
  run(R"(
class Item(H.PropertyGroup): pass
class Settings(H.PropertyGroup):
    count: H.Int()
    it: H.Pointer(Item)
class List(H.PropertyGroup):
    items: H.Collection(Item)
)");
  EXPECT_EQ(raised_error("H.register_class(Settings)"),
            "TypeError: register_class(Settings): property 'it' points at 'Item', which is not a "
            "registered class");
  EXPECT_EQ(raised_error("H.register_class(List)"),
            "TypeError: register_class(List): property 'items' points at 'Item', which is not a "
            "registered class");
  EXPECT_THAT(registry("hostapi.classes"), IsEmpty());
  EXPECT_THAT(ledger(), IsEmpty());
  run("H.register_class(Item); H.register_class(Settings); H.register_class(List)");
}

TEST_F(ClassRegistry, RefusesAPointerAtAnOldVersionOfTheName) {
  run(R"(
class Item(H.PropertyGroup): pass
old = Item
class Item(H.PropertyGroup): pass
H.register_class(Item)
class Settings(H.PropertyGroup):
    it: H.Pointer(old)
)");
  EXPECT_THAT(raised_error("H.register_class(Settings)"), testing::StartsWith("TypeError"));
  EXPECT_THAT(registry("hostapi.classes"), ElementsAre("Item owner=case"));
}

TEST_F(ClassRegistry, RefusesAPointerAtARegisteredOperator) {
  run("class Op(H.Operator): pass\nH.register_class(Op)");
  EXPECT_THAT(raised_error("class S(H.PropertyGroup):\n  it: H.Pointer(Op)\nH.register_class(S)"),
              testing::StartsWith("TypeError: register_class(S): property 'it' points at 'Op'"));
}

TEST_F(ClassRegistry, FindsPropertiesThatABaseDeclares) {
  run(R"(
class Item(H.PropertyGroup): pass
class Mixin:
    it: H.Pointer(Item)
class Settings(Mixin, H.PropertyGroup): pass
)");
  EXPECT_THAT(raised_error("H.register_class(Settings)"), testing::HasSubstr("property 'it'"));
}

TEST_F(ClassRegistry, ReadsNamesPastAMetaclass) {
  run(R"(
class Meta(type):
    @property
    def __name__(cls): raise RuntimeError('asked')
class Op(H.Operator, metaclass=Meta): pass
H.register_class(Op)
)");
  EXPECT_EQ(eval("H.find_class('Op') is Op"), "True");
}

}  // namespace
}  // namespace afresh
