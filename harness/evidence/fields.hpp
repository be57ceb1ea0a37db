// The members of every value that a trial is judged by: the one place to add one to.
// Internal to this folder. SPDX-License-Identifier: MIT
#pragma once

#include "harness/evidence/archive.hpp"

namespace afresh::evidence {

template <typename A, Like<OpResult> V>
void fields(A& archive, V& value) {
  archive("outcome", value.outcome)("type", value.type)("message", value.message)(
      "traceback", value.traceback)("where", value.where);
}
template <typename A, Like<Node> V>
void fields(A& archive, V& value) {
  archive("kind", value.kind)("type", value.type)("name", value.name)("owner", value.owner)(
      "born", value.born)("first_edge", value.first_edge)("edge_count", value.edge_count);
}
template <typename A, Like<Edge> V>
void fields(A& archive, V& value) {
  archive("label", value.label)("kind", value.kind)("role", value.role)("is_atom", value.is_atom)(
      "target", value.target);
}
template <typename A, Like<Root> V>
void fields(A& archive, V& value) {
  archive("group", value.group)("label", value.label)("owner", value.owner)(
      "is_atom", value.is_atom)("target", value.target);
}
template <typename A, Like<Graph> V>
void fields(A& archive, V& value) {
  archive("strings", value.strings)("nodes", value.nodes)("edges", value.edges)(
      "roots", value.roots)("opaque", value.opaque);
}
template <typename A, Like<Snapshot> V>
void fields(A& archive, V& value) {
  archive("op", value.op)("graph", value.graph)("libraries", value.libraries);
}
template <typename A, Like<LedgerEntry> V>
void fields(A& archive, V& value) {
  archive("probe", value.probe)("is_removal", value.is_removal)("name", value.name)(
      "owner", value.owner)("where", value.where)("op", value.op);
}
template <typename A, Like<BindingFact> V>
void fields(A& archive, V& value) {
  archive("name", value.name)("kind", value.kind)("line", value.line)("text", value.text)(
      "module", value.module)("original", value.original)("reads", value.reads);
}
template <typename A, Like<SourceFacts> V>
void fields(A& archive, V& value) {
  archive("files", value.files)("unread", value.unread);
}
template <typename A, Like<BodyRun> V>
void fields(A& archive, V& value) {
  archive("file", value.file)("within", value.within)("op", value.op);
}
template <typename A, Like<Period> V>
void fields(A& archive, V& value) {
  archive("since", value.since)("op", value.op);
}
template <typename A, Like<ReferenceGroup> V>
void fields(A& archive, V& value) {
  // The mask is worked out again: it is nothing that was seen.
  archive("base", value.base)("other_seed", value.other_seed)("aged", value.aged)(
      "result", value.result)("body_runs", value.body_runs);
}
template <typename A, Like<ExpectPair> V>
void fields(A& archive, V& value) {
  archive("text", value.text)("trial", value.trial)("reference", value.reference)(
      "is_about_user_references", value.is_about_user_references);
}
template <typename A, Like<Reason> V>
void fields(A& archive, V& value) {
  archive("kind", value.kind)("place", value.place)("error_type", value.error_type)(
      "message", value.message)("per_mille", value.per_mille)("run", value.run)("here", value.here)(
      "there", value.there)("because", value.because);
}
template <typename A, Like<Checkpoint> V>
void fields(A& archive, V& value) {
  archive("step", value.step)("step_text", value.step_text)("kind", value.kind)(
      "addon", value.addon)("copiers", value.copiers)("result", value.result)(
      "actual", value.actual)("reference", value.reference)(
      "previous_reference", value.previous_reference)("before", value.before)(
      "document", value.document)("is_restarted", value.is_restarted)(
      "are_user_references_gone", value.are_user_references_gone)(
      "reference_fails", value.reference_fails)("is_repair", value.is_repair)(
      "inconclusive_reason", value.inconclusive_reason)("expects", value.expects)(
      "facts", value.facts)("period", value.period);
}
template <typename A, Like<EndingInfo> V>
void fields(A& archive, V& value) {
  archive("ending", value.ending)("status", value.status)("is_finished", value.is_finished)(
      "step", value.step)("step_text", value.step_text);
}
template <typename A, Like<ObjectRef> V>
void fields(A& archive, V& value) {
  archive("kind", value.kind)("type", value.type)("module", value.module)("name", value.name)(
      "value", value.value)("file", value.file)("load", value.load)("size", value.size);
}
template <typename A, Like<Link> V>
void fields(A& archive, V& value) {
  archive("kind", value.kind)("label", value.label)("steps", value.steps);
}
template <typename A, Like<RegistryChange> V>
void fields(A& archive, V& value) {
  archive("root", value.root)("is_missing", value.is_missing)("is_order", value.is_order)(
      "key", value.key)("entry", value.entry);
}
template <typename A, Like<SourceLine> V>
void fields(A& archive, V& value) {
  archive("file", value.file)("line", value.line)("text", value.text);
}
template <typename A, Like<Nothing> V>
void fields(A&, V&) {}
template <typename A, Like<SameObjectAs> V>
void fields(A& archive, V& value) {
  archive("path", value.path);
}
template <typename A, Like<OverOldNamespace> V>
void fields(A& archive, V& value) {
  archive("function", value.function);
}
template <typename A, Like<EntryOrder> V>
void fields(A& archive, V& value) {
  archive("entries", value.entries);
}
template <typename A, Like<PythonError> V>
void fields(A& archive, V& value) {
  archive("type", value.type)("message", value.message);
}
template <typename A, Like<ProcessEnd> V>
void fields(A& archive, V& value) {
  archive("ending", value.ending)("status", value.status);
}
template <typename A, Like<HeldObject> V>
void fields(A& archive, V& value) {
  archive("object", value.object)("holders", value.holders)("others", value.others);
}
template <typename A, Like<Growth> V>
void fields(A& archive, V& value) {
  archive("first", value.first)("last", value.last)("cycles", value.cycles);
}
template <typename A, Like<ChangedModule> V>
void fields(A& archive, V& value) {
  archive("module", value.module)("change", value.change);
}
template <typename A, Like<NamedValue> V>
void fields(A& archive, V& value) {
  archive("name", value.name)("moment", value.moment)("is_derived", value.is_derived);
}
template <typename A, Like<SourceState> V>
void fields(A& archive, V& value) {
  archive("place", value.place)("moment", value.moment);
}
template <typename A, Like<HostSideEffects> V>
void fields(A& archive, V& value) {
  archive("paths", value.paths)("entries", value.entries);
}
template <typename A, Like<Survivor> V>
void fields(A& archive, V& value) {
  archive("object", value.object)("owner", value.owner)("holders", value.holders)("is_cached",
                                                                                  value.is_cached);
}
template <typename A, Like<LeakEvidence> V>
void fields(A& archive, V& value) {
  archive("is_checked", value.is_checked)("survivors", value.survivors)("counts", value.counts)(
      "addon_control_survivors", value.addon_control_survivors);
}
template <typename A, Like<Finding> V>
void fields(A& archive, V& value) {
  archive("kind", value.kind)("aspect", value.aspect)("step", value.step)(
      "step_text", value.step_text)("paths", value.paths)("fresh", value.fresh)(
      "actual", value.actual)("overtaken_by", value.overtaken_by)("cause", value.cause)(
      "attribution", value.attribution);
}
template <typename A, Like<ThoroughControl> V>
void fields(A& archive, V& value) {
  archive("first_run", value.first_run)("second_run", value.second_run);
}
template <typename A, Like<TrialId> V>
void fields(A& archive, V& value) {
  archive("case", value.case_name)("strategy", value.strategy)("host", value.host);
}
template <typename A, Like<JudgeInput> V>
void fields(A& archive, V& value) {
  archive("addons", value.addons)("stands_for_any_edit", value.stands_for_any_edit)(
      "checkpoints", value.checkpoints)("ending", value.ending)("leaks", value.leaks)(
      "residue", value.residue)("host_side_effects", value.host_side_effects)(
      "thorough", value.thorough)("ledger", value.ledger)("body_runs", value.body_runs)(
      "sources", value.sources);
}

}  // namespace afresh::evidence
