// Style sheet and script of the page. The script only filters and counts again what stands in the
// page: without it nothing is missing but the filters.
// SPDX-License-Identifier: MIT
#include "reports/html_parts.hpp"

namespace afresh {

std::string_view html_style() {
  return R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #5b6570; --line: #d5dae0;
  --panel: #f5f7f9; --good: #176e41; --good-paper: #dff3e7; --most-paper: #eef6d8; --some-paper: #fdf0d0;
  --bad: #b3261e; --bad-paper: #fbe1df; --open: #5a4fb0; --open-paper: #e8e6fa; --link: #1f5fbf; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e4e7ea; --soft: #9aa4ae;
  --line: #363d44; --panel: #1d2125; --good: #6fd19b; --good-paper: #173625; --most-paper: #2c3519;
  --some-paper: #3d3317; --bad: #ff9a92; --bad-paper: #43201d; --open: #b9b1ff; --open-paper: #2a2647;
  --link: #8db8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 84rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem; }
h3 { margin: 1.75rem 0 .25rem; font-size: 1.05rem; }
p, li { max-width: 46rem; }
a { color: var(--link); }
code, pre { font: .88em/1.45 ui-monospace, monospace; }
small, .legend, .source { color: var(--soft); font-size: .85em; }
.wide { overflow: auto; max-height: calc(100vh - 5rem); }
table.matrix { border-collapse: separate; border-spacing: 2px; font-size: .9rem; }
.matrix th { font-weight: 600; text-align: left; padding: .2rem .5rem; white-space: nowrap; }
.matrix th { position: sticky; left: 0; background: var(--paper); box-shadow: 0 0 0 2px var(--paper); }
.matrix thead th { top: 0; left: auto; z-index: 1; }
.matrix thead th:first-child { left: 0; z-index: 2; }
.matrix tbody th { font-weight: 500; }
.matrix td { padding: .2rem .5rem; text-align: center; border-radius: 3px; font-variant-numeric: tabular-nums; }
.matrix td small { display: block; line-height: 1.1; white-space: nowrap; }
.matrix td a { color: inherit; }
td.all { background: var(--good-paper); color: var(--good); }
td.most { background: var(--most-paper); }
td.some { background: var(--some-paper); }
td.none { background: var(--bad-paper); color: var(--bad); }
td.open, td.behaves { background: var(--open-paper); color: var(--open); }
td.empty { color: var(--soft); }
.features thead th span, .cases thead th span { writing-mode: vertical-rl; transform: rotate(180deg); }
.features thead th, .cases thead th { vertical-align: bottom; padding: .2rem; }
.cases td { padding: .1rem .3rem; }
form.filters { display: none; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; background: var(--panel);
  padding: .6rem .8rem; border-radius: 6px; margin: 1rem 0; position: sticky; top: 0; z-index: 3; }
.script form.filters { display: flex; }
select { font: inherit; max-width: 15rem; }
[hidden] { display: none !important; }
details.witness { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; padding: 0 .8rem; }
details.witness[open] { padding-bottom: .8rem; }
summary { cursor: pointer; padding: .45rem 0; }
.findings { padding-left: 1.1rem; }
.findings p { margin: .4rem 0 0; }
dl { margin: .1rem 0 .5rem; display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: .75rem 0; }
figcaption { color: var(--soft); font-size: .85em; }
pre { margin: 0; padding: .5rem .75rem; background: var(--panel); border-radius: 4px; overflow-x: auto; }
pre .gone { color: var(--bad); background: var(--bad-paper); text-decoration: line-through; }
pre .added { color: var(--good); background: var(--good-paper); }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 46%), 1fr)); gap: .6rem; }
svg.panel { width: 100%; height: auto; background: var(--panel); border-radius: 4px; }
svg text { fill: var(--soft); font: 9.5px system-ui, sans-serif; }
svg text.name { fill: var(--ink); font-size: 10.5px; font-weight: 600; }
svg .axis { stroke: var(--line); fill: none; }
svg .line { stroke: var(--link); fill: none; stroke-width: 1.4; }
svg .line.bad { stroke: var(--bad); }
svg .interval { stroke: var(--link); opacity: .45; stroke-width: 3; }
svg circle { fill: var(--link); }
@media (max-width: 40rem) { body { padding: .5rem .75rem 3rem; } h1 { font-size: 1.5rem; } form.filters { position: static; }
  .wide { max-height: 92vh; } }
@media print { form.filters { display: none !important; } .wide { max-height: none; } }
)";
}

std::string_view html_script() {
  return R"(
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const aspects = data.aspects;
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('form.filters');
  const choice = name => form.elements[name].value;
  const outcome = (record, aspect) => record.v[aspects.indexOf(aspect)];
  const marks = { p: ['all', '✓', 'passes'], f: ['none', '✗', 'fails'], b: ['behaves', '≈', 'differs, but behaves'],
    u: ['open', '?', 'unknown'], r: ['open', '∅', 'refused'], '-': ['empty', '–', 'not judged'] };

  const recordOf = new Map();
  for (const record of data.records) recordOf.set(JSON.stringify([record.h, record.c, record.s]), record);
  const get = (host, name, strategy) => recordOf.get(JSON.stringify([host, name, strategy]));
  const hasFeature = name => !choice('feature') || (data.features[name] || []).includes(choice('feature'));

  function cellOf(records, aspect) {
    const n = { p: 0, f: 0, b: 0, u: 0, r: 0, '-': 0 };
    for (const record of records) n[outcome(record, aspect)] += 1;
    const fail = n.f + n.b, judged = n.p + fail + n.u + n.r;
    let css = 'some';
    if (!judged) css = 'empty';
    else if (n.p === judged) css = 'all';
    else if (!fail) css = 'open';
    else if (fail === n.b) css = 'behaves';
    else if (!n.p) css = 'none';
    else if (n.p * 4 >= judged * 3) css = 'most';
    return { css, judged, fail, n };
  }

  function fill(td, cell) {
    // Where its witness is stays, though a choice may have left nothing that fails.
    td.dataset.link ??= td.querySelector('a')?.hash ?? '';
    td.className = cell.css;
    td.replaceChildren();
    if (!cell.judged) { td.textContent = '–'; return; }
    const counts = cell.n.p + '/' + cell.judged;
    if (cell.fail && td.dataset.link) {
      const a = document.createElement('a');
      a.href = td.dataset.link;
      a.textContent = counts;
      td.append(a);
    } else td.append(counts);
    for (const [key, one, many] of [['b', 'behaves', 'behave'], ['r', 'refused', 'refused'], ['u', 'unknown', 'unknown']]) {
      if (!cell.n[key]) continue;
      const small = document.createElement('small');
      small.textContent = cell.n[key] + ' ' + (cell.n[key] === 1 ? one : many);
      td.append(small);
    }
  }

  function refresh() {
    const aspect = choice('aspect'), [left, right] = [choice('left'), choice('right')];
    for (const section of find('section.tables')) {
      const host = section.dataset.host, generated = section.dataset.generated === '1';
      const mine = data.records.filter(r => r.h === host && !!r.g === generated);
      for (const row of find('table.aspects tbody tr', section)) {
        const strategy = row.dataset.strategy;
        const records = mine.filter(r => r.s === strategy && hasFeature(r.c));
        find('table.aspects thead th[data-aspect]', section).forEach((th, i) => {
          fill(row.cells[i + 1], cellOf(records, th.dataset.aspect));
        });
      }
      for (const row of find('table.features tbody tr', section)) {
        const strategy = row.dataset.strategy;
        find('table.features thead th[data-feature]', section).forEach((th, i) => {
          const records = mine.filter(r => r.s === strategy && (data.features[r.c] || []).includes(th.dataset.feature));
          fill(row.cells[i + 1], cellOf(records, aspect));
        });
      }
      for (const row of find('table.cases tbody tr', section)) {
        const name = row.dataset.case, of = strategy => {
          const record = get(host, name, strategy);
          return record ? outcome(record, aspect) : '-';
        };
        find('table.cases thead th[data-strategy]', section).forEach((th, i) => {
          const [css, text, title] = marks[of(th.dataset.strategy)];
          Object.assign(row.cells[i + 1], { className: css, textContent: text, title });
        });
        row.hidden = !hasFeature(name) || (left && right && of(left) === of(right));
      }
      for (const em of find('em', section)) em.textContent = aspect;
    }
    const rows = find('table.cases tbody tr').length, shown = find('table.cases tbody tr:not([hidden])').length;
    form.querySelector('output').textContent = shown === rows ? rows + ' cases' : shown + ' of ' + rows + ' cases';
  }

  function open(hash) {
    const target = document.getElementById(hash.slice(1));
    if (!target || target.tagName !== 'DETAILS') return;
    target.open = true;
    // Below the filters, which may take several lines.
    const bar = getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
    target.style.scrollMarginTop = bar + 8 + 'px';
    target.scrollIntoView();
  }

  document.documentElement.classList.add('script');
  form.addEventListener('input', refresh);
  form.addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', () => open(location.hash));
  // Also where the address is this one already.
  document.addEventListener('click', event => { if (event.target.closest('td a')) open(event.target.closest('td a').hash); });
  refresh();
  open(location.hash);
})();
)";
}

}  // namespace afresh
