// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/unpredictable_name.hpp"
#include "harness/repro/repro_files.hpp"
#include "harness/strategies/shipped.hpp"
#include "reports/reason_text.hpp"
#include "reports/witness.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

constexpr const char* kWhereNothingIsStated = "reload-top";
constexpr const char* kUnseen =
    "Plain Python does not see who holds what is still in memory, growth over many cycles, audit\n"
    "hooks, and what C code keeps to itself. What afresh found and it does not show, it names.\n";

/// The first row of the table that the case says fails, but for those that reload nothing.
std::string strategy_that_fails(const Case& a_case) {
  for (const ShippedStrategy& shipped : shipped_strategies()) {
    auto stated = a_case.verdicts.find(std::string(shipped.name));
    if (stated == a_case.verdicts.end() || shipped.name == "do-nothing") continue;
    bool fails = std::ranges::any_of(stated->second, [](const auto& verdict) {
      return verdict.second.outcome == afresh::Outcome::kFail;
    });
    if (fails) return stated->first;
  }
  return kWhereNothingIsStated;
}

/// Plain Python cannot show what a case does in an application of its own.
std::optional<Error> not_for_plain_python(const Case& a_case) {
  if (a_case.host == HostKind::kPlain) return {};
  return Error{
      fmt::format("{}: it is for the host '{}', which plain Python does not have; expected a "
                  "case for the host 'plain' ('afresh replay' runs any)",
                  a_case.name, name_of(a_case.host))};
}

Result<StrategySource> choose_strategy(const UnpackOptions& options, const Case& a_case) {
  auto strategies = select_strategies({options.strategy.value_or(strategy_that_fails(a_case))});
  if (!strategies) return strategies.error();
  if (auto error =
          engine::check_strategies(*strategies, worker_pool_options(RunOptions{}), {a_case.host}))
    return *error;
  return std::move(strategies->front());
}

fs::path folder_for(const UnpackOptions& options, const Case& a_case,
                    const StrategySource& strategy) {
  if (options.to) return *options.to;
  std::string name = fs::path(strategy_file_name(strategy)).stem().string();
  std::ranges::replace(name, '_', '-');
  return a_case.name + "-" + name;
}

Error cannot_be_made(const fs::path& folder, const std::string& why) {
  return {fmt::format("{}: {}; expected the name of a new folder in one that can be written to",
                      folder.string(), why)};
}

/// Over nothing that has come there meanwhile, where the file system can tell.
bool has_been_renamed(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  return errno == EINVAL && std::rename(from.c_str(), to.c_str()) == 0;
}

/// The folder is complete or not there.
std::optional<Error> write_folder(const fs::path& folder,
                                  const std::map<std::string, std::string>& files) {
  const fs::path whole = folder.has_filename() ? folder : folder.parent_path();
  const fs::path unfinished = whole.parent_path() / (".afresh." + unpredictable_name());
  // Exclusive, and through no link: what is in the way ends it.
  constexpr mode_t kForEverybody = 0777;
  if (mkdir(unfinished.c_str(), kForEverybody) != 0)
    return cannot_be_made(folder, std::strerror(errno));
  std::error_code error;
  bool is_written = true;
  for (const auto& [path, content] : files) {
    fs::create_directories((unfinished / path).parent_path(), error);
    std::ofstream out(unfinished / path, std::ios::binary);
    out << content;
    out.close();
    is_written = is_written && out;
  }
  if (is_written && has_been_renamed(unfinished, whole)) return {};
  const std::string why = std::strerror(errno);
  fs::remove_all(unfinished, error);
  return cannot_be_made(folder, why);
}

std::map<Aspect, std::string> render_proofs(const Record& record) {
  std::map<Aspect, std::string> proofs;
  for (const auto& [aspect, verdict] : record.verdicts) {
    if (verdict.outcome == afresh::Outcome::kFail) proofs[aspect] = render_proof(record, aspect);
  }
  return proofs;
}

/// A case that could not be judged shows nothing.
std::optional<Error> nothing_known(const Record& record) {
  const bool is_known = std::ranges::any_of(record.verdicts, [](const auto& verdict) {
    return verdict.second.outcome != afresh::Outcome::kUnknown;
  });
  if (is_known || record.verdicts.empty()) return {};
  return Error{fmt::format("{} under {}: {}", record.case_name, record.strategy,
                           render_reason(record.verdicts.begin()->second.reason))};
}

}  // namespace

int run_unpack(const UnpackOptions& options) {
  // What is to be unpacked, and where to.
  auto selected = select_one(options.case_argument, options.generated, "unpack");
  if (!selected) return print_error(selected.error()), kExitUsage;
  if (auto error = not_for_plain_python(selected->value)) return print_error(*error), kExitUsage;
  auto strategy = choose_strategy(options, selected->value);
  if (!strategy) return print_error(strategy.error()), kExitUsage;
  fs::path folder = folder_for(options, selected->value, *strategy);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(folder, ignored)))
    return print_error(cannot_be_made(folder, "is there already")), kExitUsage;

  // How it fails, as afresh sees it.
  RunResult outcome = run({*selected}, {*strategy}, {});
  if (outcome.stopped_by != 0) {
    print_error({"stopped by SIG" + std::string(sigabbrev_np(outcome.stopped_by)) +
                 " before the case was done"});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) print_error(error);
  if (!outcome.errors.empty()) return kExitUsage;
  const Record& record = outcome.report.records.front();
  if (auto error = nothing_known(record)) return print_error(*error), kExitUsage;
  auto proofs = render_proofs(record);

  // From here on nothing runs.
  auto files =
      render_repro(ReproInput{.a_case = selected->value, .strategy = *strategy, .proofs = proofs});
  if (auto error = write_folder(folder, files)) return print_error(*error), kExitUsage;
  std::cout << fmt::format("{} under {} is in {}:\n", selected->value.name, strategy->name,
                           folder.string());
  for (const auto& [aspect, proof] : proofs)
    std::cout << fmt::format("  {} fails: {}\n", name_of(aspect), proof);
  if (proofs.empty()) std::cout << "  nothing fails.\n";
  std::cout << kUnseen
            << fmt::format("Play it without afresh:\n  python3 {}\n",
                           (folder / "repro.py").string());
  return kExitSuccess;
}

}  // namespace afresh::cli
