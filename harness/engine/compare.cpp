// SPDX-License-Identifier: MIT
#include "harness/engine/compare.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>
#include <utility>

#include "harness/engine/case_runner.hpp"
#include "harness/engine/confirm.hpp"
#include "harness/evidence/evidence.hpp"

namespace afresh::engine {
namespace {

constexpr const char* kSecondZygote = "a second process";
constexpr const char* kColdProcess = "a new process with another seed";

using CaseResult = Result<std::vector<Record>>;

/// One case and the strategies that are to be run on it.
struct Job {
  std::size_t index = 0;  ///< of the case
  std::vector<std::size_t> strategies;
};

/// What the threads share: the next job, and where results go.
class Queue {
 public:
  Queue(std::vector<Job> jobs, const CompareSettings& settings)
      : jobs_(std::move(jobs)), settings_(settings), results_(jobs_.size()) {}

  /// Serve all jobs on as many threads as the settings say. Throws what a thread threw first. A job
  /// without a result was not done when all was to end.
  template <typename Run>
  std::vector<std::optional<CaseResult>> run(const Run& run_job,
                                             const std::vector<const Case*>& cases) {
    auto threads_wanted =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(settings_.jobs, 1)), 1,
                                std::max<std::size_t>(jobs_.size(), 1));
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < threads_wanted; ++i)
        threads.emplace_back([&] { work(run_job, cases); });
    }
    if (failure_) std::rethrow_exception(failure_);
    return std::move(results_);
  }
  [[nodiscard]] bool is_interrupted() const { return is_interrupted_; }

 private:
  /// Take jobs until none is left. A worker process belongs to the thread that started it.
  template <typename Run>
  void work(const Run& run_job, const std::vector<const Case*>& cases) {
    try {
      Laboratory laboratory(settings_.laboratory);
      for (std::size_t i = next_++; i < jobs_.size() && !has_failed_ && !is_interrupted_;
           i = next_++) {
        finish(i, run_job(laboratory, jobs_[i]), cases[jobs_[i].index]->name);
      }
    } catch (const Interrupted&) {
      is_interrupted_ = true;
    } catch (...) {
      std::scoped_lock lock(mutex_);
      has_failed_ = true;
      if (!failure_) failure_ = std::current_exception();
    }
  }

  void finish(std::size_t job, CaseResult result, const std::string& name) {
    std::scoped_lock lock(mutex_);
    results_[job] = std::move(result);
    if (settings_.progress) settings_.progress(++done_, jobs_.size(), name);
  }

  std::vector<Job> jobs_;
  const CompareSettings& settings_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::atomic<bool> is_interrupted_ = false;
  std::mutex mutex_;
  std::vector<std::optional<CaseResult>> results_;
  std::size_t done_ = 0;
  std::exception_ptr failure_;
};

/// The trials that stand for all others, by case.
std::vector<Job> cold_jobs(const std::vector<Record>& records,
                           const std::vector<std::pair<std::size_t, std::size_t>>& origins) {
  std::vector<Job> jobs;
  for (std::size_t record : representatives(records)) {
    auto [index, strategy] = origins[record];
    if (jobs.empty() || jobs.back().index != index)
      jobs.push_back({.index = index, .strategies = {}});
    jobs.back().strategies.push_back(strategy);
  }
  return jobs;
}

}  // namespace

Result<std::vector<Record>> run_case(Laboratory& laboratory, const Case& a_case,
                                     const std::vector<StrategySource>& strategies, Variant variant,
                                     const std::function<void(const Record&)>& done) {
  CaseRunner runner(laboratory, a_case);
  if (auto error = runner.check_case()) return *error;
  std::vector<Record> records;
  for (const StrategySource& strategy : strategies) {
    Result<Record> record = runner.run(strategy, variant);
    if (!record) return record.error();
    if (variant == Variant::kQuiet && record->fails()) {
      Result<Record> again = runner.run(strategy, Variant::kSecond);
      if (!again) return again.error();
      *record = confirmed(std::move(*record), *again, kSecondZygote);
    }
    if (done) done(*record);
    records.push_back(std::move(*record));
  }
  return records;
}

Result<std::string> recorded(Laboratory& laboratory, const Case& a_case,
                             const StrategySource& strategy) {
  CaseRunner runner(laboratory, a_case);
  if (auto error = runner.check_case()) return *error;
  std::string text;
  Result<Record> record = runner.run(strategy, Variant::kQuiet, [&](const JudgeInput& input) {
    text = write_evidence({.case_name = a_case.name, .strategy = strategy.name, .host = "plain"},
                          input);
  });
  if (!record) return record.error();
  return text;
}

std::optional<Error> check_strategies(const std::vector<StrategySource>& strategies,
                                      const LaboratoryOptions& options) {
  Laboratory laboratory(options);
  for (const StrategySource& strategy : strategies) {
    if (strategy.source.empty()) continue;
    Result<wire::Described> described = laboratory.describe(strategy);
    if (!described) return described.error();
  }
  return {};
}

Comparison compare(const std::vector<const Case*>& cases,
                   const std::vector<StrategySource>& strategies, const CompareSettings& settings) {
  auto chosen = [&](const Job& job) {
    std::vector<StrategySource> some;
    for (std::size_t strategy : job.strategies) some.push_back(strategies[strategy]);
    return some;
  };
  std::vector<std::size_t> all(strategies.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < cases.size(); ++i) jobs.push_back({.index = i, .strategies = all});
  std::mutex mutex;
  auto done = [&](const Record& record) {
    std::scoped_lock lock(mutex);
    if (settings.done) settings.done(record);
  };
  auto trial = [&](Laboratory& laboratory, const Job& job) {
    return run_case(laboratory, *cases[job.index], chosen(job), settings.variant, done);
  };
  Queue trials(jobs, settings);
  auto results = trials.run(trial, cases);

  Comparison comparison{.is_interrupted = trials.is_interrupted()};
  std::vector<std::pair<std::size_t, std::size_t>> origins;  // case and strategy, by record
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i]) continue;
    CaseResult& result = *results[i];
    if (!result) {
      comparison.errors.push_back(result.error());
      continue;
    }
    for (std::size_t s = 0; s < result->size(); ++s) origins.emplace_back(i, s);
    std::ranges::move(*result, std::back_inserter(comparison.records));
  }
  if (settings.variant != Variant::kQuiet || comparison.is_interrupted) return comparison;

  // One failure of each sort once more in a process that was started for nothing else.
  std::vector<Job> cold = cold_jobs(comparison.records, origins);
  auto cold_trial = [&](Laboratory& laboratory, const Job& job) {
    return run_case(laboratory, *cases[job.index], chosen(job), Variant::kOtherTier);
  };
  Queue colds(cold, settings);
  auto again = colds.run(cold_trial, cases);
  comparison.is_interrupted = colds.is_interrupted();
  for (std::size_t i = 0; i < cold.size(); ++i) {
    if (!again[i] || !*again[i]) continue;
    for (std::size_t s = 0; s < cold[i].strategies.size(); ++s) {
      auto origin = std::ranges::find(origins, std::pair(cold[i].index, cold[i].strategies[s]));
      Record& record = comparison.records[static_cast<std::size_t>(origin - origins.begin())];
      record = confirmed(std::move(record), (**again[i])[s], kColdProcess);
    }
  }
  return comparison;
}

}  // namespace afresh::engine
