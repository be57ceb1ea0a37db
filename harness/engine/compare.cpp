// SPDX-License-Identifier: MIT
#include "harness/engine/compare.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "harness/engine/case_runner.hpp"

namespace afresh::engine {
namespace {

// What the threads share: the next case, and where results go.
class Queue {
 public:
  Queue(const std::vector<const Case*>& cases, const CompareSettings& settings)
      : cases_(cases), settings_(settings), results_(cases.size()) {}

  /// Take cases until none is left. A worker process belongs to the thread that started it.
  void work(const std::vector<StrategySource>& strategies) {
    try {
      Laboratory laboratory(settings_.laboratory);
      for (std::size_t i = next_++; i < cases_.size() && !has_failed_; i = next_++) {
        finish(i, run_case(laboratory, *cases_[i], strategies, settings_.variant));
      }
    } catch (...) {
      std::scoped_lock lock(mutex_);
      has_failed_ = true;
      if (!failure_) failure_ = std::current_exception();
    }
  }

  Comparison take() {
    if (failure_) std::rethrow_exception(failure_);
    Comparison comparison;
    for (auto& result : results_) {
      if (*result) {
        std::ranges::move(**result, std::back_inserter(comparison.records));
      } else {
        comparison.errors.push_back(result->error());
      }
    }
    return comparison;
  }

 private:
  void finish(std::size_t index, Result<std::vector<Record>> result) {
    std::scoped_lock lock(mutex_);
    results_[index] = std::move(result);
    if (settings_.progress) settings_.progress(++done_, cases_[index]->name);
  }

  const std::vector<const Case*>& cases_;
  const CompareSettings& settings_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::mutex mutex_;
  std::vector<std::optional<Result<std::vector<Record>>>> results_;
  std::size_t done_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

Result<std::vector<Record>> run_case(Laboratory& laboratory, const Case& a_case,
                                     const std::vector<StrategySource>& strategies,
                                     Variant variant) {
  CaseRunner runner(laboratory, a_case);
  if (auto error = runner.check_case()) return *error;
  std::vector<Record> records;
  for (const StrategySource& strategy : strategies) {
    Result<Record> record = runner.run(strategy, variant);
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
  return records;
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
  Queue queue(cases, settings);
  auto jobs = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(settings.jobs, 1)), 1,
                                      std::max<std::size_t>(cases.size(), 1));
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < jobs; ++i) threads.emplace_back([&] { queue.work(strategies); });
  threads.clear();
  return queue.take();
}

}  // namespace afresh::engine
