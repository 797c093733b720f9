// The facts of the database, by what they are of; each leads to its place on its page.
import { t } from './text.js';
import { app, ask, attempt, el } from './page.js';

const asked = {}; // facet -> value

const FACETS = { organization: 'organization', year: 'year', kind: 'kindFacet', status: 'status', vouched: 'vouched', basis: 'basis' };

export function drawSearch() {
  const results = el('div', {});
  const facets = el('div', { class: 'tools' });
  let waiting = null;
  const field = (name, label) => el('label', {}, `${label} `, el('input', { type: 'search', value: asked[name] ?? null, maxlength: '100', oninput: e => {
    set(name, e.target.value.trim());
    clearTimeout(waiting);
    waiting = setTimeout(find, 300);
  } }));
  const set = (name, value) => { if (value) asked[name] = value; else delete asked[name]; };
  const find = () => attempt(async () => {
    const found = await ask('/api/facts', asked);
    facets.replaceChildren(...Object.entries(FACETS).map(([name, word]) => el('label', {}, `${t()[word]} `, el('select', { onchange: e => { set(name, e.target.value); find(); } },
      el('option', { value: '' }, t().any), found.facets[name].map(v => el('option', { value: v.value, selected: asked[name] === v.value }, `${t()[v.value] ?? v.value} (${v.count})`))))));
    const at = Object.fromEntries(found.rows.columns.map((name, i) => [name, i]));
    results.replaceChildren(el('p', { class: 'soft' }, t().found(found.total)), el('div', { class: 'scroll results' }, el('table', { class: 'list' },
      el('thead', {}, el('tr', {}, [t().organization, t().year, t().tableTitle, t().code, t().line, t().amount2, t().status, t().vouched, t().file].map(h => el('th', {}, h)))),
      el('tbody', {}, found.rows.rows.map(row => {
        const get = name => row[at[name]] ?? '';
        return el('tr', {}, el('td', {}, get('organization')), el('td', { class: 'number' }, `${get('year')}`), el('td', {}, get('table_title')), el('td', {}, get('code')), el('td', {}, `${get('item')} · ${get('header')}`),
          el('td', { class: `number ${get('status')}` }, el('a', { href: `#${app.token}/${get('address')}`, title: `${get('text')} ${get('printed_unit')}` }, Number(get('amount')).toLocaleString('en-US', { maximumFractionDigits: 6 }))),
          el('td', {}, t()[get('status')] ?? get('status')), el('td', {}, [t()[get('vouched_by')] ?? get('vouched_by'), get('person')].filter(Boolean).join(' · ')), el('td', {}, `${get('file')} p${get('page')}`));
      })))));
  });
  const box = el('details', { class: 'look search', open: Object.keys(asked).length > 0 }, el('summary', {}, t().searchFacts), el('div', { class: 'tools' }, field('text', t().contains), field('code', t().code)), facets, results);
  box.addEventListener('toggle', () => { if (box.open && !results.childElementCount) find(); });
  if (box.open) find();
  return box;
}
