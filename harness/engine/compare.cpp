// SPDX-License-Identifier: MIT
#include "harness/engine/compare.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "harness/engine/attempt.hpp"
#include "harness/engine/case_runner.hpp"
#include "harness/engine/confirm.hpp"
#include "harness/engine/unjudged.hpp"
#include "harness/evidence/evidence.hpp"

namespace afresh::engine {
namespace {

/// A record, and what the same trial came to in a new process where that was asked.
struct JudgedTrial {
  Record record;
  std::optional<Record> again;
};
using CaseResult = Result<std::vector<JudgedTrial>>;

/// What the threads share: the next case, and where results go.
class CaseQueue {
 public:
  CaseQueue(const std::vector<const Case*>& cases, const CompareSettings& settings)
      : cases_(cases), settings_(settings), results_(cases.size()) {}

  /// Have all cases run on as many threads as the settings say. Throws what a thread threw first. A
  /// case without a result was not done when all was to end.
  template <typename Run>
  std::vector<std::optional<CaseResult>> run(const Run& run_one) {
    auto threads_wanted =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(settings_.jobs, 1)), 1,
                                std::max<std::size_t>(cases_.size(), 1));
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < threads_wanted; ++i) threads.emplace_back([&] { work(run_one); });
    }
    if (failure_) std::rethrow_exception(failure_);
    return std::move(results_);
  }
  [[nodiscard]] bool is_interrupted() const { return is_interrupted_; }

 private:
  /// Take cases until none is left. A worker process belongs to the thread that started it.
  template <typename Run>
  void work(const Run& run_one) {
    try {
      WorkerPool worker_pool(settings_.worker_pool);
      for (std::size_t i = next_++; i < cases_.size() && !has_failed_ && !is_interrupted_;
           i = next_++) {
        finish(i, run_one(worker_pool, i));
      }
    } catch (const Interrupted&) {
      is_interrupted_ = true;
    } catch (...) {
      std::scoped_lock lock(mutex_);
      has_failed_ = true;
      if (!failure_) failure_ = std::current_exception();
    }
  }

  void finish(std::size_t number, CaseResult result) {
    std::scoped_lock lock(mutex_);
    results_[number] = std::move(result);
    if (settings_.progress) settings_.progress(++done_, cases_.size(), cases_[number]->name);
  }

  const std::vector<const Case*>& cases_;
  const CompareSettings& settings_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::atomic<bool> is_interrupted_ = false;
  std::mutex mutex_;
  std::vector<std::optional<CaseResult>> results_;
  std::size_t done_ = 0;
  std::exception_ptr failure_;
};

/// Whether a record that failed is to be run in a new process too.
using NeedsRepeat = std::function<bool(const Record&)>;

std::map<std::string, std::string> smallest_addon() {
  return {{"demo/__init__.py", "def register(): pass\ndef unregister(): pass\n"}};
}

/// The trials of one case, one after the other.
class CaseTrials {
 public:
  CaseTrials(WorkerPool& worker_pool, const Case& a_case, Variant variant)
      : case_(a_case), variant_(variant) {
    Result<bool> is_fair = attempt([&]() -> Result<bool> {
      runner_.emplace(worker_pool, a_case);
      unfair_ = runner_->check_case();
      return !unfair_;
    });
    if (!is_fair) broken_ = is_fair.error();
  }
  CaseTrials(const CaseTrials&) = delete;
  CaseTrials& operator=(const CaseTrials&) = delete;

  /// Why the case is no question at all (validate_case.hpp).
  [[nodiscard]] const std::optional<Error>& unfair() const { return unfair_; }

  /// The record, confirmed in a second process where the variant is the base. An error: what
  /// was in the way of judging it.
  Result<Record> confirmed_record(const StrategySource& strategy) {
    Result<Record> record = run(strategy, variant_);
    if (record && variant_ == Variant::kBase && record->fails())
      *record = confirmed(std::move(*record), rerun_record(strategy, Variant::kSecond),
                          ConfirmingRun::kSecondProcess);
    return record;
  }
  /// The record of another process. Where it could not be judged it knows of no aspect at all,
  /// whichever the first one failed in.
  Record rerun_record(const StrategySource& strategy, Variant variant) {
    Result<Record> record = run(strategy, variant);
    if (record) return std::move(*record);
    return unjudged(case_, strategy, record.error(), {kAspects.begin(), kAspects.end()});
  }

 private:
  Result<Record> run(const StrategySource& strategy, Variant variant) {
    if (broken_) return *broken_;
    return attempt([&] { return runner_->run(strategy, variant); });
  }

  const Case& case_;
  Variant variant_;
  std::optional<CaseRunner> runner_;
  std::optional<Error> unfair_;
  std::optional<Error> broken_;  ///< what was in the way of finding out
};

CaseResult run_trials(WorkerPool& worker_pool, const Case& a_case,
                      const std::vector<StrategySource>& strategies, Variant variant,
                      const std::function<void(const Record&)>& done, const NeedsRepeat& asks) {
  CaseTrials trials(worker_pool, a_case, variant);
  if (trials.unfair()) return *trials.unfair();
  std::vector<JudgedTrial> all;
  for (const StrategySource& strategy : strategies) {
    Result<Record> record = trials.confirmed_record(strategy);
    if (!record) record = unjudged(a_case, strategy, record.error(), aspects_asked(a_case));
    done(*record);
    JudgedTrial& trial = all.emplace_back(JudgedTrial{.record = std::move(*record), .again = {}});
    if (variant == Variant::kBase && asks(trial.record))
      trial.again = trials.rerun_record(strategy, Variant::kOtherStartMethod);
  }
  return all;
}

}  // namespace

Result<std::vector<Record>> run_case(WorkerPool& worker_pool, const Case& a_case,
                                     const std::vector<StrategySource>& strategies,
                                     Variant variant) {
  CaseTrials trials(worker_pool, a_case, variant);
  if (trials.unfair()) return *trials.unfair();
  std::vector<Record> records;
  for (const StrategySource& strategy : strategies) {
    Result<Record> record = trials.confirmed_record(strategy);
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
  return records;
}

Result<std::string> record_evidence(WorkerPool& worker_pool, const Case& a_case,
                                    const StrategySource& strategy) {
  return attempt([&]() -> Result<std::string> {
    CaseRunner runner(worker_pool, a_case);
    if (auto error = runner.check_case()) return *error;
    std::string text;
    Result<Record> record = runner.run(strategy, Variant::kBase, [&](const JudgeInput& input) {
      text = write_evidence({.case_name = a_case.name,
                             .strategy = strategy.name,
                             .host = std::string(name_of(a_case.host))},
                            input);
    });
    if (!record) return record.error();
    return text;
  });
}

std::optional<Error> check_strategies(const std::vector<StrategySource>& strategies,
                                      const WorkerPoolOptions& options,
                                      const std::set<HostKind>& hosts) {
  WorkerPool worker_pool(options);
  for (const StrategySource& strategy : strategies) {
    if (strategy.source.empty()) continue;
    for (HostKind host : hosts) {
      auto described = attempt([&] { return worker_pool.describe(strategy, host); });
      if (!described) return described.error();
      // One that adapts nothing at all is no strategy; one that cannot adapt some add-on is, and
      // that add-on's case becomes unknown.
      auto adapted = attempt([&] { return worker_pool.adapt(strategy, smallest_addon(), host); });
      if (!adapted) return adapted.error();
    }
  }
  return {};
}

Comparison compare(const std::vector<const Case*>& cases,
                   const std::vector<StrategySource>& strategies, const CompareSettings& settings) {
  std::mutex mutex;
  auto done = [&](const Record& record) {
    std::scoped_lock lock(mutex);
    if (settings.done) settings.done(record);
  };
  FirstFailures firsts;
  CaseQueue queue(cases, settings);
  auto results = queue.run([&](WorkerPool& worker_pool, std::size_t number) {
    return run_trials(worker_pool, *cases[number], strategies, settings.variant, done,
                      [&](const Record& record) { return firsts.is_first(number, record); });
  });

  Comparison comparison{.is_interrupted = queue.is_interrupted()};
  std::vector<std::optional<Record>> again;  // by record
  for (std::optional<CaseResult>& result : results) {
    if (!result) continue;
    if (!*result) {
      comparison.errors.push_back(result->error());
      continue;
    }
    for (JudgedTrial& trial : **result) {
      comparison.records.push_back(std::move(trial.record));
      again.push_back(std::move(trial.again));
    }
  }
  // Only the failures that stand for the others: who else was asked depends on the threads.
  for (std::size_t i : representatives(comparison.records)) {
    if (again[i])
      comparison.records[i] =
          confirmed(std::move(comparison.records[i]), *again[i], ConfirmingRun::kNewProcess);
  }
  return comparison;
}

}  // namespace afresh::engine
