// Hostile cases among ordinary ones: not one other verdict changes, and nothing is left of them.
// AFRESH_HOSTILE_CASES says how many (default: 120).
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/compare.hpp"
#include "harness/worker/guard.hpp"
#include "tests/engine/run_cases.hpp"
#include "tests/hostile/hostile_behaviours.hpp"
#include "tests/hostile/machine.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

constexpr std::int64_t kDeadlineMs = 4000;
constexpr std::size_t kEachHangs = 50;  ///< one of so many uses all of its deadline
constexpr std::size_t kEachForks = 25;  ///< and one forks without end

std::size_t hostile_cases() {
  const char* asked = std::getenv("AFRESH_HOSTILE_CASES");
  return asked == nullptr ? 120 : std::strtoul(asked, nullptr, 10);
}

std::vector<Case> ordinary() {
  std::vector<Case> cases;
  for (const char* name : {"star_import", "prefix_neighbour", "syntax_error_repaired", "diamond",
                           "same_size_same_second", "vendored_library", "pointer_property",
                           "import_cycle_from", "module_alias", "one_file"}) {
    auto loaded =
        load_case(fs::path(AFRESH_SOURCE_DIR) / "scenarios" / (std::string(name) + ".case"));
    if (!loaded) throw std::invalid_argument(loaded.error().message);
    cases.push_back(std::move(*loaded));
  }
  return cases;
}

std::string hostile_code(std::size_t index) {
  if (index % kEachHangs == kEachHangs - 1)
    return hanging_behaviours()[index / kEachHangs % hanging_behaviours().size()].code;
  if (index % kEachForks == kEachForks - 1) return "    import os\n    while True: os.fork()";
  return hostile_behaviours()[index % hostile_behaviours().size()].code;
}

// Done by the old version as it goes, by the new one as it comes, or by a fresh start as well.
Case hostile(std::size_t index) {
  constexpr const char* kPlaces[] = {"1/demo.py", "2/demo.py", "2/demo.py"};
  constexpr const char* kFunctions[] = {"unregister", "register", "import_time"};
  std::size_t way = index % 3;
  auto module = [&](const char* place) {
    std::string text = fmt::format("-- {} --\ndef run(): return '{}'\n", place, place);
    bool is_here = std::string_view(kPlaces[way]) == place;
    for (const char* function : {"register", "unregister", "import_time"}) {
      bool misbehaves = is_here && std::string_view(kFunctions[way]) == function;
      text += fmt::format("def {}():\n{}\n", function,
                          misbehaves ? hostile_code(index / 3) : "    pass");
    }
    return text + "import_time()\n";
  };
  Case made = case_from_text(
      "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n  "
      "disable demo\n\n" +
      module("1/demo.py") + module("2/demo.py"));
  made.name = fmt::format("hostile-{:04}", index);
  return made;
}

/// The records of ordinary cases under strategies that ship, as a report writes them.
std::vector<std::string> ordinary_records(const engine::Comparison& comparison) {
  std::vector<std::string> texts;
  for (const Record& record : comparison.records) {
    if (!record.case_name.starts_with("hostile") && record.strategy != "misbehaving")
      texts.push_back(record_text(record));
  }
  return texts;
}

TEST(HostileCases, ChangeNoOtherVerdictAndLeaveNothing) {
  if (!worker::can_use_pid_namespace()) GTEST_SKIP() << "this machine allows no namespaces";
  OwnTemporaryFolder temporary;
  std::vector<Case> quiet = ordinary();
  std::size_t count = hostile_cases();
  std::vector<Case> enemies;
  for (std::size_t i = 0; i < count; ++i) enemies.push_back(hostile(i));
  Namespaces namespaces;
  engine::CompareSettings settings{
      .worker_pool = {.program = "/proc/self/exe", .deadline_ms = kDeadlineMs},
      .jobs = 2,
      .progress = [&](std::size_t done, std::size_t, const std::string&) {
        if (done % 10 == 0) namespaces.add_around(temporary.path());
      }};

  std::vector<const Case*> cases;
  for (const Case& a_case : quiet) cases.push_back(&a_case);
  std::vector<StrategySource> strategies{shipped("purge-dotted")};
  auto expected = ordinary_records(engine::compare(cases, strategies, settings));

  cases.clear();
  std::size_t between = count / quiet.size() + 1;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % between == 0) cases.push_back(&quiet[i / between]);
    cases.push_back(&enemies[i]);
  }
  for (std::size_t i = (count + between - 1) / between; i < quiet.size(); ++i)
    cases.push_back(&quiet[i]);
  std::set<fs::path> places{"/tmp", "/var/tmp", "/dev/shm", AFRESH_SOURCE_DIR};
  Files before = files_below(places);
  engine::Comparison comparison = engine::compare(cases, strategies, settings);

  EXPECT_EQ(ordinary_records(comparison), expected);
  EXPECT_EQ(comparison.records.size() + comparison.errors.size() * strategies.size(),
            cases.size() * strategies.size());
  EXPECT_FALSE(namespaces.empty());
  EXPECT_THAT(namespaces.processes(), ::testing::IsEmpty());
  EXPECT_THAT(processes_around(temporary.path()), ::testing::IsEmpty());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
  EXPECT_THAT(changed(before, files_below(places)), ::testing::IsEmpty());
  EXPECT_THAT(listing(temporary.path()), ::testing::IsEmpty());
}

}  // namespace
}  // namespace afresh::testing
