// SPDX-License-Identifier: MIT
#include "harness/engine/assemble_observation.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace afresh::engine {
namespace {

void hide_folder(std::string& text, const std::string& folder) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
    text.replace(at, folder.size(), worker::kPrivateScratch);
  }
}

void hide_folder(Observation& observation, const std::string& folder) {
  for (OpResult& result : observation.results) {
    for (std::string* text : {&result.message, &result.traceback, &result.where})
      hide_folder(*text, folder);
  }
  for (LeakCheck& check : observation.leak_checks) {
    for (Survivor& survivor : check.survivors) {
      ObjectRef& object = survivor.object;
      for (std::string* text :
           {&object.type, &object.module, &object.name, &object.value, &object.file})
        hide_folder(*text, folder);
      for (Link& link : survivor.holders) {
        hide_folder(link.label, folder);
        hide_folder(link.steps, folder);
      }
    }
  }
  for (Snapshot& snapshot : observation.snapshots) {
    for (std::string& text : snapshot.graph.strings) hide_folder(text, folder);
  }
}

}  // namespace

Observation assemble_observation(const Script& script, Served served, const std::string& folder) {
  Observation observation{.ending = served.reply.ending,
                          .status = served.reply.status,
                          .results = std::vector<OpResult>(script.ops.size()),
                          .milliseconds = served.reply.milliseconds,
                          .op_ms = std::vector<double>(script.ops.size())};
  bool is_finished = false;
  std::int64_t started_us = 0;
  // Each process counts its own body runs from 0.
  std::size_t runs_before = 0;
  for (wire::Event& event : served.events) {
    if (auto* begun = std::get_if<wire::OpStarted>(&event)) {
      started_us = begun->at_us;
    } else if (auto* ended = std::get_if<wire::OpEnded>(&event);
               ended != nullptr && ended->op < script.ops.size()) {
      observation.results[ended->op] = std::move(ended->result);
      constexpr double kMicroseconds = 1000;
      observation.op_ms[ended->op] =
          std::max(0.0, static_cast<double>(ended->at_us - started_us) / kMicroseconds);
    } else if (auto* snapshot = std::get_if<Snapshot>(&event)) {
      observation.snapshots.push_back(std::move(*snapshot));
    } else if (auto* entry = std::get_if<LedgerEntry>(&event)) {
      observation.ledger.push_back(std::move(*entry));
    } else if (auto* run = std::get_if<BodyRun>(&event)) {
      // Whatever a trial wrote, a run can only lie within one before it.
      std::int64_t within = run->within + static_cast<std::int64_t>(runs_before);
      bool is_within = run->within >= 0 && within < std::ssize(observation.body_runs);
      run->within = is_within ? static_cast<std::int32_t>(within) : -1;
      observation.body_runs.push_back(std::move(*run));
    } else if (auto* document = std::get_if<SavedDocument>(&event)) {
      observation.documents.push_back(std::move(*document));
    } else if (auto* check = std::get_if<LeakCheck>(&event)) {
      observation.leak_checks.push_back(std::move(*check));
    } else if (auto* handover = std::get_if<wire::Handover>(&event)) {
      observation.restarts.push_back(handover->op);
      runs_before = observation.body_runs.size();
    } else if (std::holds_alternative<wire::Finished>(event)) {
      is_finished = true;
    }
  }
  // A process that ends itself with status 0 before the end has not completed; nor has one whose
  // record had no room for all that it did.
  bool has_gap = std::ranges::find(observation.results, OpOutcome::kNotReached,
                                   &OpResult::outcome) != observation.results.end();
  if (observation.ending == Ending::kCompleted && (!is_finished || has_gap))
    observation.ending = Ending::kExit;
  hide_folder(observation, folder);
  return observation;
}

}  // namespace afresh::engine
