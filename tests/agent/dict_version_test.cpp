// Where a dictionary has a version tag, no modification leaves it as it was.
// SPDX-License-Identifier: MIT
#include "harness/agent/baseline/dict_version.hpp"

#include <set>

#include "tests/agent/in_process.hpp"

namespace afresh {
namespace {

class DictVersion : public testing::InProcess {
 protected:
  DictVersion() {
    if (!version_.is_known()) return;
    run("class K: a = 1\nmodule = types.ModuleType('module'); module.a = 1\n"
        "space, = (o for o in gc.get_referents(K.__dict__) if type(o) is dict)\n"
        "names = module.__dict__\nexec('def put(v):\\n global a\\n a = v', names)\n"
        "def put_on_class(v): K.a = v\ndef put_on_module(v): module.a = v");
  }

  /// The tags after each run of the statement; a set of as many, if each was another one.
  std::set<std::uint64_t> tags(const std::string& dict, const std::string& statement) {
    constexpr int kOftenEnoughToBeSpecialized = 60;
    py::Ref object = this->object(dict);
    std::set<std::uint64_t> tags{version_.of(object.get())};
    for (int i = 0; i < kOftenEnoughToBeSpecialized; ++i) {
      run(statement);
      tags.insert(version_.of(object.get()));
    }
    return tags;
  }

  agent::DictVersion version_;
};

TEST_F(DictVersion, IsAnotherAfterEachModificationOfANamespace) {
  if (!version_.is_known()) GTEST_SKIP() << "this CPython has no version tags";
  for (const char* statement :
       {"put_on_module(object())", "names['put'](object())", "names['a'] = object()",
        "names.update(b=object())", "names.pop('b', None); names['b'] = 1"}) {
    EXPECT_EQ(tags("names", statement).size(), 61U) << statement;
  }
  for (const char* statement : {"put_on_class(object())", "K.b = 1; del K.b"}) {
    EXPECT_EQ(tags("space", statement).size(), 61U) << statement;
  }
}

TEST_F(DictVersion, StaysWhileItIsOnlyRead) {
  if (!version_.is_known()) GTEST_SKIP() << "this CPython has no version tags";
  static_cast<void>(tags("names", "module.a, names['a'], list(names.items()), names.get('no')"));
  EXPECT_EQ(tags("names", "module.a, names['a'], list(names.items()), names.get('no')").size(), 1U);
}

TEST_F(DictVersion, IsKnownUpTo3Point13) {
  if (eval("sys.version_info >= (3, 14)") == "True") GTEST_SKIP() << "dropped in 3.14";
  EXPECT_TRUE(version_.is_known());
}

}  // namespace
}  // namespace afresh
