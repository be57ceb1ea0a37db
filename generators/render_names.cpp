// SPDX-License-Identifier: MIT
#include "generators/render_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generators/host_syntax.hpp"

namespace afresh::generators {
namespace {

std::string absolute(const PackageModel& model, std::string_view path) {
  return path.empty() ? model.name : fmt::format("{}.{}", model.name, path);
}

/// The path as the importer's package sees it, with leading dots: `.a`, `..`, `...b.c`.
std::string relative(const Module& importer, std::string_view path) {
  std::string package = importer.is_package ? importer.path : parent_path(importer.path);
  std::string dots = ".";
  while (!is_within(path, package)) {
    package = parent_path(package);
    dots += ".";
  }
  std::size_t below = package.empty() ? 0 : package.size() + 1;
  return path == package ? dots : dots + std::string(path.substr(below));
}

std::string other_name(std::string_view name) { return fmt::format("other_{}", name); }

std::string import_names_as(const std::vector<std::string>& names) {
  std::vector<std::string> parts;
  for (const std::string& name : names) {
    parts.push_back(fmt::format("{} as {}", name, other_name(name)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string class_expression(HostKind host, const Class& a_class, const std::string& name) {
  switch (a_class.kind) {
    case ClassKind::kEnum: return fmt::format("{}.{}.value", name, a_class.fields.back().name);
    // Not through an instance: making one is the host's business.
    case ClassKind::kOperator: return total_call(host, name);
    default: return name + "().total()";
  }
}

}  // namespace

std::string import_line(const PackageModel& model, const Module& importer, const Import& import,
                        const std::vector<std::string>& names) {
  std::string_view leaf = last_part(import.target);
  std::string whole = absolute(model, import.target);
  auto from = [&](const std::string& where, const std::string& what) {
    return fmt::format("from {} import {}", where, what);
  };
  std::string joined = fmt::format("{}", fmt::join(names, ", "));
  switch (import.form) {
    case ImportForm::kRelative:
      return from(relative(importer, parent_path(import.target)), std::string(leaf));
    case ImportForm::kFromParent:
      return from(absolute(model, parent_path(import.target)), std::string(leaf));
    case ImportForm::kDottedAs: return fmt::format("import {} as {}", whole, leaf);
    case ImportForm::kDotted: return "import " + whole;
    case ImportForm::kNames: return from(relative(importer, import.target), joined);
    case ImportForm::kAbsoluteNames: return from(whole, joined);
    case ImportForm::kNamesAs:
      return from(relative(importer, import.target), import_names_as(names));
    case ImportForm::kStar: return from(relative(importer, import.target), "*");
  }
  return {};
}

std::string name_in(const PackageModel& model, const Module& user, const Reference& what,
                    const Function* function) {
  if (what.module == user.path) return what.name;
  bool is_late = function && function->late && function->late->target == what.module;
  ImportForm form = is_late ? function->late->form
                            : std::ranges::find(user.imports, what.module, &Import::target)->form;
  switch (form) {
    case ImportForm::kRelative:
    case ImportForm::kFromParent:
    case ImportForm::kDottedAs: return fmt::format("{}.{}", last_part(what.module), what.name);
    case ImportForm::kDotted: return fmt::format("{}.{}", absolute(model, what.module), what.name);
    case ImportForm::kNamesAs: return other_name(what.name);
    default: return what.name;
  }
}

std::string value_expression(const PackageModel& model, const Module& user, const Reference& what,
                             const Function* function) {
  std::string name = name_in(model, user, what, function);
  Definition found = find_definition(model, what);
  if (found.function) return name + "()";
  if (found.a_class) return class_expression(model.host, *found.a_class, name);
  return name;
}

std::string sum_expression(const PackageModel& model, const Module& user, long long number,
                           const std::vector<Reference>& plus, const Function* function) {
  std::string sum = std::to_string(number);
  for (const Reference& what : plus) {
    std::string part = value_expression(model, user, what, function);
    Definition found = find_definition(model, what);
    bool is_sized = found.constant && found.constant->value.kind != Value::Kind::kInt;
    sum += is_sized ? fmt::format(" + len({})", part) : " + " + part;
  }
  return sum;
}

}  // namespace afresh::generators
