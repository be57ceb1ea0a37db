// SPDX-License-Identifier: MIT
#include "generators/evaluate.hpp"

namespace afresh::generators {
namespace {

/// What one definition gives by itself and what it adds up from others.
struct Sum {
  long long own = 0;
  std::vector<Reference> parts;
};

Sum make_sum(const Constant& constant) {
  return {afresh::generators::summand(constant.value), constant.plus};
}

Sum make_sum(const Function& function) { return {function.number, function.plus}; }

Sum make_sum(const Class& a_class) {
  if (a_class.kind == ClassKind::kEnum) {
    return {a_class.fields.empty() ? 0 : a_class.fields.back().number, {}};
  }
  Sum sum{a_class.number, a_class.plus};
  for (const Field& field : a_class.fields) sum.own += field.number;
  // An operator takes only registration and identity from its base; `execute` is its own.
  if (a_class.base && a_class.kind == ClassKind::kPlain) sum.parts.push_back(*a_class.base);
  return sum;
}

Sum make_sum(const Definition& found) {
  if (found.constant) return make_sum(*found.constant);
  if (found.function) return make_sum(*found.function);
  if (found.a_class) return make_sum(*found.a_class);
  return {};
}

}  // namespace

long long summand(const PackageModel& model, const Reference& reference) {
  Sum sum = make_sum(find_definition(model, reference));
  long long amount = sum.own;
  for (const Reference& part : sum.parts) amount += summand(model, part);
  return amount;
}

int evaluation_cost(const PackageModel& model, const Reference& reference) {
  int cost = 1;
  for (const Reference& part : make_sum(find_definition(model, reference)).parts) {
    cost += evaluation_cost(model, part);
  }
  return cost;
}

std::string evaluate_probe(const PackageModel& model) {
  Value result{.kind = Value::Kind::kTuple};
  for (const Reference& what : model.probe) {
    Definition found = find_definition(model, what);
    bool is_literal = found.constant && found.constant->plus.empty();
    result.items.push_back(is_literal ? found.constant->value : int_value(summand(model, what)));
  }
  return repr(result);
}

}  // namespace afresh::generators
