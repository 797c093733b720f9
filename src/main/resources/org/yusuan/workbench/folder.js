// The folder: its documents and how far each can be trusted.
import { t } from './text.js';
import { app, ask, byId, drawHead, el } from './page.js';
import { drawSearch } from './search.js';

let folder = null;
let word = '';

export async function openFolder() {
  folder = await ask('/api/documents');
  drawFolder();
  if (folder.left) setTimeout(() => { if (!app.id) openFolder(); }, 700);
}

export function drawFolder() {
  if (!folder) return;
  drawHead(t().title, folder.left ? t().left(folder.left) : `${folder.documents.length}`);
  const body = el('tbody');
  const number = (value, mark) => el('td', { class: 'number' + (mark ? ` ${mark}` : '') }, String(value));
  const fill = () => {
    body.replaceChildren(...folder.documents.filter(({ name, head: d }) => {
      const text = `${d.organization} ${d.region} ${d.year ?? ''} ${name} ${t()[d.stage.replace('-', '_')] ?? d.stage}`.toLowerCase();
      return word.split(/\s+/).every(part => text.includes(part));
    }).map(({ name, head: d, corrections }) => {
      const open = d.amounts - d.verified - d.disputed;
      return el('tr', {},
        el('td', {}, el('a', { href: `#${app.token}/${d.id}` }, name)), el('td', {}, d.organization), number(d.year ?? ''),
        el('td', {}, t()[d.stage.replace('-', '_')] ?? d.stage), number(d.amounts), number(d.verified), number(open, open ? 'unverified' : ''),
        number(d.disputed, d.disputed ? 'disputed' : ''), number(d.errors, d.errors ? 'disputed' : ''), number(corrections));
    }));
  };
  const heads = [t().file, t().organization, t().year, t().stage, t().amounts, t().verified, t().unverified, t().disputed, t().errors, t().corrections];
  byId('main').replaceChildren(
    folder.searchable ? drawSearch() : '',
    el('input', { class: 'filter', type: 'search', value: word, placeholder: t().filter, 'aria-label': t().filter, oninput: e => { word = e.target.value.trim().toLowerCase(); fill(); } }),
    el('div', { class: 'scroll' }, el('table', { class: 'list' }, el('thead', {}, el('tr', {}, heads.map(h => el('th', {}, h)))), body)),
    folder.unreadable.length ? el('section', {}, el('h2', {}, t().unreadable), el('ul', {}, folder.unreadable.map(u => el('li', {}, u)))) : '');
  fill();
}
