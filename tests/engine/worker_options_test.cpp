// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "harness/worker/protocol.hpp"

namespace afresh::worker {
namespace {

using ::testing::HasSubstr;

const WorkerOptions kUnusual{.tier = WorkerOptions::Tier::kSpawn,
                             .hash_seed = 4'294'967'295U,
                             .is_aged = true,
                             .folder = "/tmp/a folder=with signs",
                             .sandbox = Sandbox::kFolder,
                             .first_pid = 501,
                             .without_network = true,
                             .host = HostKind::kBpy42,
                             .path = "/one:/two",
                             .program = "/usr/bin/blender",
                             .is_application = true};

WorkerOptions decode(const std::vector<std::string>& words) {
  std::vector<const char*> pointers;
  for (const std::string& word : words) pointers.push_back(word.c_str());
  return decode_options(pointers);
}

std::string refusal_text(const std::vector<std::string>& words) {
  try {
    static_cast<void>(decode(words));
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "not refused";
}

std::string option_key(const std::string& word) { return word.substr(0, word.find('=')); }

TEST(WorkerOptions, ComeBackAsTheyWereWritten) {
  EXPECT_EQ(decode(encode_options({})), WorkerOptions{});
  EXPECT_EQ(decode(encode_options(kUnusual)), kUnusual);
  WorkerOptions on_disk = kUnusual;
  on_disk.sandbox = Sandbox::kDisk;
  EXPECT_EQ(decode(encode_options(on_disk)), on_disk);
}

// A member without a word would come back as its default: each word of the unusual ones differs.
TEST(WorkerOptions, SayEachOptionInAWordOfItsOwn) {
  std::vector<std::string> usual = encode_options({});
  std::vector<std::string> unusual = encode_options(kUnusual);
  ASSERT_EQ(usual.size(), unusual.size());
  for (std::size_t i = 0; i < usual.size(); ++i) {
    EXPECT_EQ(option_key(usual[i]), option_key(unusual[i]));
    EXPECT_NE(usual[i], unusual[i]);
  }
}

TEST(WorkerOptions, AreReadInAnyOrder) {
  std::vector<std::string> words = encode_options(kUnusual);
  EXPECT_EQ(decode({words.rbegin(), words.rend()}), kUnusual);
}

TEST(WorkerOptions, AreRefusedWhereOneIsMissing) {
  const std::vector<std::string> words = encode_options(kUnusual);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<std::string> others = words;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(refusal_text(others), "option '" + option_key(words[i]) + "' of a worker is missing");
  }
}

TEST(WorkerOptions, AreRefusedWhereOneIsNotKnown) {
  const std::vector<std::string> words = encode_options(kUnusual);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<std::string> others = words;
    others[i] = "my-" + words[i];
    EXPECT_EQ(refusal_text(others), "option '" + others[i] + "' of a worker is not known");
    others[i] = option_key(words[i]);
    EXPECT_THAT(refusal_text(others), HasSubstr("is not known")) << "without a value";
  }
}

TEST(WorkerOptions, AreRefusedWhereOneIsThereTwice) {
  std::vector<std::string> words = encode_options(kUnusual);
  words.push_back("path=");
  EXPECT_EQ(refusal_text(words), "option 'path=' of a worker is given twice");
}

TEST(WorkerOptions, AreRefusedWithAValueThatOneCannotHave) {
  for (const char* wrong : {"tier=", "tier=thread", "hash-seed=-1", "hash-seed=1x", "age=old",
                            "sandbox=3", "first-pid=", "network=half", "host=blender"}) {
    std::vector<std::string> words = encode_options({});
    for (std::string& word : words) {
      if (option_key(word) == option_key(wrong)) word = wrong;
    }
    EXPECT_EQ(refusal_text(words),
              "option '" + std::string(wrong) + "' of a worker has no such value");
  }
}

}  // namespace
}  // namespace afresh::worker
