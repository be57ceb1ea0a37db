// The commands: each reads as the story of what it does and returns the exit status.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/cli/options.hpp"

namespace afresh::cli {

int run_compare(const CompareOptions& options);
/// Run a person's own add-on under strategies and say which are right for it. Never writes to it.
int run_check(const CheckOptions& options);
/// Exact counts and witnesses of one strategy, from the last report.
int run_why(const WhyOptions& options);
int run_diff(const DiffOptions& options);
/// A report that was kept as JSON, in other forms. Runs nothing.
int run_render(const RenderOptions& options);
int run_replay(const ReplayOptions& options);
/// A case under a strategy as a folder that plays it without afresh.
int run_unpack(const UnpackOptions& options);
/// A script of the user's in a host; gives the script's own status.
int run_exec(const ExecOptions& options);
/// What there is to run add-ons in, and to make or remove a real Blender.
int list_hosts();
int run_hosts_add(const HostsOptions& options);
int run_hosts_remove(const HostsOptions& options);
int run_judge(const JudgeOptions& options);
int run_explain(const ExplainOptions& options);
/// Write a file to begin with, never over one that is there.
int new_strategy(const NewOptions& options);
int new_case(const NewOptions& options);
int list_strategies();
int list_scenarios();

}  // namespace afresh::cli
