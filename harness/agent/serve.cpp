// SPDX-License-Identifier: MIT
#include "harness/agent/serve.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "harness/agent/session.hpp"
#include "harness/agent/source_facts.hpp"
#include "harness/agent/strategies.hpp"

namespace afresh::agent {
namespace {

wire::Handover last_handover(const wire::Mapping& mapping) {
  for (std::vector<wire::Event> events = wire::decode_events(mapping.events()); !events.empty();
       events.pop_back()) {
    if (auto* handover = std::get_if<wire::Handover>(&events.back())) return std::move(*handover);
  }
  throw std::logic_error("a handover was announced but not written");
}

// One sentence for an exception of a strategy file: its place comes with the type and message.
std::string sentence(const std::string& file, const py::PythonError& error) {
  return fmt::format("{}: {}: {}; expected a strategy that can be loaded", file, error.type(),
                     error.message());
}

}  // namespace

void serve(Agent& agent, wire::Mapping& mapping) {
  wire::Request request = wire::decode_request(mapping.request());
  struct Serve {
    Agent& agent;
    wire::Mapping& mapping;
    void operator()(Script& script) const {
      bool is_successor = mapping.handover_requested();
      mapping.set_handover(false);
      Session session(agent, mapping, std::move(script));
      if (is_successor) {
        session.resume(last_handover(mapping));
      } else {
        session.run();
      }
    }
    void operator()(const wire::AdaptRequest& adapt) const {
      py::Ref module = agent.strategy(adapt.strategy);
      mapping.commit(
          wire::AdaptedFiles{adapt_files(module.get(), adapt.strategy.place(), adapt.files)});
      mapping.commit(wire::Finished{});
    }
    void operator()(const wire::FactsRequest& facts) const {
      mapping.commit(source_facts(facts.sources));
      mapping.commit(wire::Finished{});
    }
    void operator()(const wire::DescribeRequest& describe) const {
      mapping.commit(describe_strategy(agent.strategy(describe.strategy).get()));
      mapping.commit(wire::Finished{});
    }
  };
  const StrategySource* strategy = nullptr;
  if (auto* script = std::get_if<Script>(&request)) strategy = &script->strategy;
  if (auto* adapt = std::get_if<wire::AdaptRequest>(&request)) strategy = &adapt->strategy;
  if (auto* describe = std::get_if<wire::DescribeRequest>(&request)) strategy = &describe->strategy;
  std::string file = strategy == nullptr ? "" : strategy->place();
  try {
    std::visit(Serve{agent, mapping}, request);
  } catch (const py::PythonError& error) {
    mapping.commit(wire::RequestFailed{sentence(file, error)});
  } catch (const std::invalid_argument& error) {
    mapping.commit(wire::RequestFailed{error.what()});
  }
}

}  // namespace afresh::agent
