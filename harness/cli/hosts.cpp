// The commands `hosts`, `hosts add` and `hosts remove`. SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <iostream>

#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/stop_signals.hpp"
#include "harness/installations/add_host.hpp"
#include "harness/installations/find_installations.hpp"
#include "harness/installations/find_python.hpp"

namespace afresh::cli {
namespace {

constexpr int kNameColumns = 13;

void print_row(std::string_view name, const std::string& what) {
  std::cout << fmt::format("  {:<{}} {}\n", name, kNameColumns, what);
}

/// `bpy 5.0.1 · Python 3.11 · add-ons and extensions`, or why not.
std::string facts_of(const Installation& one) {
  const bool is_module = one.kind == Installation::Kind::kModule;
  std::string text;
  if (!one.version.empty())
    text = fmt::format("{} {} · ", is_module ? "bpy" : "Blender", one.version);
  if (!one.python.empty()) text += fmt::format("Python {} · ", one.python);
  if (!one.problem.empty()) return text + "cannot be used: " + one.problem;
  if (!one.host) return text + "cannot be used: afresh does not know this version";
  return text + (has_extensions(*one.host) ? "add-ons and extensions" : "add-ons");
}

void print_installation(const Installation& one) {
  print_row(one.host ? name_of(*one.host) : "–", facts_of(one));
  print_row("", one.folder.string() + (one.is_ours ? " (by 'afresh hosts add')" : ""));
}

void print_pythons(const Surroundings& surroundings) {
  std::cout << "\nPythons that a Blender could be added for:\n";
  const std::vector<PythonProgram> pythons = find_pythons(surroundings);
  for (const PythonProgram& python : pythons) print_row(python.version, python.program.string());
  if (pythons.empty()) print_row("none", "expected one of python3.10 to python3.14 on PATH");
}

}  // namespace

int list_hosts() {
  std::cout << "Embedded:\n";
  for (const Word<HostKind>& word : kWordsOf<HostKind>) {
    if (!is_real_blender(word.value)) print_row(word.name, std::string(word.meaning));
  }
  const Surroundings surroundings = read_surroundings();
  const std::vector<Installation> found = find_installations(surroundings);
  std::cout << "\nBlenders of this machine, the newest first:\n";
  for (const Installation& one : found) print_installation(one);
  if (found.empty())
    std::cout << (surroundings.looks_nowhere ? "  none, as AFRESH_HOSTS is 'none'\n" : "  none\n");
  print_pythons(surroundings);
  std::cout << fmt::format(
      "\nAnother one:            afresh hosts add bpy=={}.*\n"
      "Add-ons in the newest:  afresh check my_addon/ --host blender\n",
      kSuggestedBlender);
  return kExitSuccess;
}

int run_hosts_add(const HostsOptions& options) {
  const StopSignals signals;
  const auto added =
      add_host({.requirement = options.requirement,
                .stop = signals.descriptor(),
                .shown_on = STDERR_FILENO,
                .tell = [](const std::string& line) { std::cerr << "afresh: " << line << " …\n"; }},
               read_surroundings());
  // From here on nothing is left that Ctrl-C could leave half made.
  const int stopped_by = signals.take();
  if (!added) {
    print_error(added.error());
    return stopped_by != 0 ? status_after(stopped_by) : kExitUsage;
  }
  const std::string_view name = name_of(*added->host);
  std::cout << fmt::format("{} is there: {} in {}\nNow: afresh check my_addon/ --host {}\n", name,
                           facts_of(*added), added->folder.string(), name);
  return kExitSuccess;
}

int run_hosts_remove(const HostsOptions& options) {
  if (auto error = remove_host(options.name, read_surroundings()))
    return print_error(*error), kExitUsage;
  std::cout << options.name << " is removed\n";
  return kExitSuccess;
}

}  // namespace afresh::cli
