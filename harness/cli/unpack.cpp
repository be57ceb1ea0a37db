// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/repro/unpacked.hpp"
#include "harness/strategies/shipped.hpp"
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

Result<StrategySource> strategy_of(const UnpackOptions& options, const Case& a_case) {
  auto strategies = select_strategies({options.strategy.value_or(strategy_that_fails(a_case))});
  if (!strategies) return strategies.error();
  if (auto error =
          engine::check_strategies(*strategies, laboratory_options(RunOptions{}), {a_case.host}))
    return *error;
  return std::move(strategies->front());
}

fs::path folder_for(const UnpackOptions& options, const Case& a_case,
                    const StrategySource& strategy) {
  if (options.to) return *options.to;
  std::string name = fs::path(file_name_of(strategy)).stem().string();
  std::ranges::replace(name, '_', '-');
  return a_case.name + "-" + name;
}

Error cannot_be_made(const fs::path& folder, const std::string& why) {
  return {fmt::format("{}: {}; expected the name of a new folder in one that can be written to",
                      folder.string(), why)};
}

/// The folder is complete or not there.
std::optional<Error> write_folder(const fs::path& folder,
                                  const std::map<std::string, std::string>& files) {
  fs::path unfinished = folder.string() + ".new";
  std::error_code error;
  bool is_written = fs::create_directory(unfinished, error);
  if (!is_written)
    return cannot_be_made(folder, error ? error.message() : unfinished.string() + " is in the way");
  for (const auto& [path, content] : files) {
    fs::create_directories((unfinished / path).parent_path(), error);
    std::ofstream out(unfinished / path, std::ios::binary);
    out << content;
    out.close();
    is_written = is_written && out;
  }
  std::string why = is_written ? "" : std::strerror(errno);
  if (is_written) fs::rename(unfinished, folder, error);
  if (is_written && !error) return {};
  std::error_code ignored;
  fs::remove_all(unfinished, ignored);
  return cannot_be_made(folder, error ? error.message() : why);
}

std::map<Aspect, std::string> proofs_of(const Record& record) {
  std::map<Aspect, std::string> proofs;
  for (const auto& [aspect, verdict] : record.verdicts) {
    if (verdict.outcome == afresh::Outcome::kFail) proofs[aspect] = proof_of(record, aspect);
  }
  return proofs;
}

}  // namespace

int run_unpack(const UnpackOptions& options) {
  // What is to be unpacked, and where to.
  auto selected = select_one(options.case_argument, options.generated, "unpack");
  if (!selected) return complain(selected.error()), kWrongUse;
  if (auto error = not_for_plain_python(selected->value)) return complain(*error), kWrongUse;
  auto strategy = strategy_of(options, selected->value);
  if (!strategy) return complain(strategy.error()), kWrongUse;
  fs::path folder = folder_for(options, selected->value, *strategy);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(folder, ignored)))
    return complain(cannot_be_made(folder, "is there already")), kWrongUse;

  // How it fails, as afresh sees it.
  Outcome outcome = run({*selected}, {*strategy}, {});
  if (outcome.stopped_by != 0) {
    complain({"stopped by SIG" + std::string(sigabbrev_np(outcome.stopped_by)) +
              " before the case was done"});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) complain(error);
  if (!outcome.errors.empty()) return kWrongUse;
  auto proofs = proofs_of(outcome.report.records.front());

  // From here on nothing runs.
  auto files =
      files_of(Unpacked{.a_case = selected->value, .strategy = *strategy, .proofs = proofs});
  if (auto error = write_folder(folder, files)) return complain(*error), kWrongUse;
  std::cout << fmt::format("{} under {} is in {}:\n", selected->value.name, strategy->name,
                           folder.string());
  for (const auto& [aspect, proof] : proofs)
    std::cout << fmt::format("  {} fails: {}\n", name_of(aspect), proof);
  if (proofs.empty()) std::cout << "  nothing fails.\n";
  std::cout << kUnseen
            << fmt::format("Play it without afresh:\n  python3 {}\n",
                           (folder / "repro.py").string());
  return kDone;
}

}  // namespace afresh::cli
