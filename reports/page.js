// The script of the page: filters and counts again what stands in it. Without it nothing is missing but the filters.
// SPDX-License-Identifier: MIT
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const aspects = data.aspects;
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('form.filters');
  const choice = name => form.elements[name].value;
  // The cells that may stand there are all in the page's data; this only chooses among them.
  const sectionOf = element => data.sections.find(
    each => each.host === element.dataset.host && each.generated === (element.dataset.generated === '1'));
  const cellOf = (section, feature, strategy, aspect) =>
    data.cells[section.features[feature]?.[strategy]?.[aspects.indexOf(aspect)] ?? 0];
  const letterOf = (section, name, strategy, aspect) =>
    section.cases[name].marks[strategy]?.[aspects.indexOf(aspect)] ?? '-';

  function fill(td, [css, counts, remarks, fails]) {
    // Where its witness is stays, though a choice may have left nothing that fails.
    td.dataset.link ??= td.querySelector('a')?.hash ?? '';
    td.className = css;
    td.replaceChildren();
    if (fails && td.dataset.link) {
      const a = document.createElement('a');
      a.href = td.dataset.link;
      a.textContent = counts;
      td.append(a);
    } else td.append(counts);
    for (const remark of remarks) {
      const small = document.createElement('small');
      small.textContent = remark;
      td.append(small);
    }
  }

  function refresh() {
    const aspect = choice('aspect'), feature = choice('feature'), [left, right] = [choice('left'), choice('right')];
    for (const element of find('section.tables')) {
      const section = sectionOf(element);
      for (const table of find('table.aspects', element)) {
        const columns = find('thead th[data-aspect]', table);
        for (const row of find('tbody tr', table))
          columns.forEach((th, i) => fill(row.cells[i + 1], cellOf(section, feature, row.dataset.strategy, th.dataset.aspect)));
      }
      for (const table of find('table.features', element)) {
        const columns = find('thead th[data-feature]', table);
        for (const row of find('tbody tr', table))
          columns.forEach((th, i) => fill(row.cells[i + 1], cellOf(section, th.dataset.feature, row.dataset.strategy, aspect)));
      }
      for (const table of find('table.cases', element)) {
        const columns = find('thead th[data-strategy]', table);
        for (const row of find('tbody tr', table)) {
          const name = row.dataset.case, letter = strategy => letterOf(section, name, strategy, aspect);
          columns.forEach((th, i) => {
            const [className, textContent, title] = data.marks[letter(th.dataset.strategy)];
            Object.assign(row.cells[i + 1], { className, textContent, title });
          });
          row.hidden = (feature && !section.cases[name].features.includes(feature)) ||
            (left && right && letter(left) === letter(right));
        }
      }
      for (const em of find('em.chosen', element)) em.textContent = aspect;
    }
    const rows = find('table.cases tbody tr').length, shown = find('table.cases tbody tr:not([hidden])').length;
    form.querySelector('output').textContent = shown === rows ? rows + ' cases' : shown + ' of ' + rows + ' cases';
  }

  // What folds around a place opens with it.
  function open(hash) {
    const target = hash && document.getElementById(hash.slice(1));
    if (!target) return;
    for (let each = target; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    // Below the filters, which may take several lines.
    const bar = form.parentElement.contains(target) && getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
    target.style.scrollMarginTop = bar + 8 + 'px';
    target.scrollIntoView();
  }

  document.documentElement.classList.add('script');
  form.addEventListener('input', refresh);
  form.addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', () => open(location.hash));
  // Also where the address is this one already.
  document.addEventListener('click', event => { const link = event.target.closest('a'); if (link) open(link.hash); });
  refresh();
  open(location.hash);
})();
