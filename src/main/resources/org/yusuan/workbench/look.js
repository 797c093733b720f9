// What to look at: one amount with all that is known of it, or several that stand alone, line by line.
import { t, isChinese } from './text.js';
import { app, ask, attempt, byId, button, cellAt, el, nameOf, pageSize, picture, piece, same, table, tell, who } from './page.js';

let redraw = () => {};
let typed = new Map(); // what was typed over the amounts of a strip, by their names
let drawn = 0; // how often this was drawn
let shown = false; // whether the picture of what is asked stands there: nothing is accepted unseen
let sending = false;

const lookOf = ref => app.state.plan.looks.find(l => l.cells.some(c => same(c, ref)));
const current = () => app.at ?? app.state.plan.looks[Math.min(app.looked, app.state.plan.looks.length - 1)]?.cells[0];

function label(ref) {
  const row = table(ref.table).rows[ref.row];
  const column = table(ref.table).columns[ref.column];
  return [row.keys.functionalCode ?? row.keys.economicCode, row.keys.label ?? row.keys.project ?? row.keys.unitName, column?.header.join(' / ')].filter(Boolean).join(' · ');
}

export function drawLook(then) {
  redraw = then;
  const plan = app.state.plan;
  const ref = current();
  const box = el('section', { class: 'look', 'aria-live': 'polite' });
  box.append(el('div', {}, plan.looks.length ? t().plan(plan.looks.length, plan.covered, plan.open) : t().none));
  const cell = cellAt(ref);
  if (!cell) return box;
  const look = lookOf(ref);
  const several = look && look.cells.length > 1;
  box.append(el('div', {}, el('strong', {}, `${table(ref.table).title ?? ref.table}`), ` · ${several ? '' : `${label(ref)} · `}${t().page} ${cell.page}`),
    look ? el('div', { class: 'soft' }, several ? t().several(look.cells.length) : t().gain(look.gain)) : '');
  box.append(...(several ? drawStrip(look, ref) : drawOne(ref, cell)));
  return box;
}

/** The part of the page where cells are, in a place of its own for each. */
function drawCrops(page, crops) {
  const mine = ++drawn;
  shown = false;
  picture(page).then(canvas => {
    for (const [place, [left, top, right, bottom], around] of crops) {
      const cut = piece(canvas, pageSize(page), [left - around, top - around, right + around, bottom + around]);
      cut.style.setProperty('--points', String(right - left + 2 * around));
      place.replaceChildren(cut);
    }
    shown = mine === drawn;
  }).catch(() => {
    crops[0][0].replaceChildren(el('p', { class: 'soft' }, t().noPicture));
    shown = mine === drawn;
  });
}

const tools = accept => el('div', { class: 'tools' }, accept, button(t().next, () => step(1)), button(t().previous, () => step(-1)), button(t().undo, () => undo()), button(t().address, () => copyAddress(current())));

function drawOne(ref, cell) {
  const crop = el('div', { class: 'crop' });
  drawCrops(cell.page, [[crop, cell.bbox, 14]]);
  const input = el('input', { id: 'typed', value: cell.text, 'aria-label': label(ref), autocomplete: 'off' });
  input.addEventListener('keydown', e => { if (e.key === 'Enter') { e.preventDefault(); e.stopPropagation(); if (!e.repeat) settle([[ref, input.value]]); } if (e.key === 'Escape') input.blur(); });
  const line = tools(button(t().accept, () => settle([[ref, input.value]]), { class: 'main' }));
  line.prepend(input);
  const sums = el('div', {});
  drawSums(ref, sums);
  return [crop, el('div', { class: 'soft' }, `${t().read}: ${cell.correction?.read ?? cell.text ?? t().empty} · ${t()[cell.status] ?? ''}`),
    cell.readings?.length ? el('div', {}, t().readings + ': ', ...cell.readings.slice(0, 5).map(r => button(`${r.text} (${Math.round(r.probability * 100)} %)`, () => settle([[ref, r.text]])))) : '',
    line, sums];
}

/** Amounts beside their pictures. Enter in a field goes on to the next one, so that none is accepted by the way. */
function drawStrip(look, at) {
  const crops = [];
  const lines = look.cells.map((ref, i) => {
    const cell = cellAt(ref);
    const here = same(ref, at);
    const crop = el('span', { class: 'cut' });
    crops.push([crop, cell.bbox, 2]);
    const input = el('input', { id: here ? 'typed' : null, value: typed.get(nameOf(ref)) ?? cell.text, 'aria-label': label(ref), autocomplete: 'off', onfocus: () => { if (!here) { go(i); byId('typed').focus(); } }, oninput: e => typed.set(nameOf(ref), e.target.value) });
    const go = to => { if (look.cells[to]) { app.at = look.cells[to]; redraw(); } };
    input.addEventListener('keydown', e => {
      const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (by) { e.preventDefault(); e.stopPropagation(); typed.set(nameOf(ref), input.value); input.blur(); go(i + by); }
      if (e.key === 'Escape') { typed.delete(nameOf(ref)); input.value = cell.text; input.blur(); }
    });
    return el('div', { class: here ? 'line at' : 'line' }, el('span', {}, label(ref)), crop, input);
  });
  drawCrops(cellAt(at).page, crops);
  return [el('div', { class: 'strip' }, lines), tools(button(t().acceptAll(look.cells.length), accept, { class: 'main' }))];
}

async function drawSums(ref, place) {
  const list = await ask(`/api/document/${app.id}/sums/${nameOf(ref)}`).catch(() => []);
  if (list.length) place.replaceChildren(el('div', {}, t().sums), el('ul', {}, list.slice(0, 8).map(({ zh, en, equation }) => el('li', {}, `${isChinese() ? zh : en}: ${t()[equation.outcome]}${equation.outcome === 'FAILS' ? ` (${equation.residual})` : ''}`))));
}

/** The address of a fact: a colleague who has the folder opens it with `yusuan review --at`. */
async function copyAddress(ref) {
  const address = `${app.id}/${nameOf(ref)}`;
  try { await navigator.clipboard.writeText(address); } catch { /* shown below all the same */ }
  tell(t().copied + address);
}

/** Accepts what is asked as it stands there. */
function accept() {
  const ref = current();
  const look = lookOf(ref);
  if (look && look.cells.length > 1) settle(look.cells.map(c => [c, typed.get(nameOf(c)) ?? cellAt(c).text]));
  else if (ref) settle([[ref, byId('typed').value]]);
}

/** One answer: the cells and what stands there. */
async function settle(answers) {
  if (!shown || sending) return;
  const name = who();
  if (!name) return;
  const entries = answers.map(([ref, is]) => { const cell = cellAt(ref); return { kind: 'cell', page: cell.page, bbox: cell.bbox, read: cell.text, is, who: name }; });
  sending = true;
  await attempt(async () => {
    app.state = await ask(`/api/document/${app.id}/corrections`, entries);
    typed = new Map();
    app.looked = 0; app.at = app.state.plan.looks[0]?.cells[0] ?? null;
    redraw();
  });
  sending = false;
}

/** Takes entries back; if none are named, the last answer. */
export async function undo(entries) {
  const made = app.state.corrections;
  const last = made[made.length - 1];
  const taken = entries ?? made.filter(c => c.when === last.when && c.who === last.who);
  if (!taken.length) return;
  await attempt(async () => { app.state = await ask(`/api/document/${app.id}/undo`, taken.map(c => c.id)); redraw(); });
}

export function step(by) {
  const looks = app.state.plan.looks;
  if (!looks.length) return;
  const now = app.at ? looks.indexOf(lookOf(app.at)) : -1;
  app.looked = Math.max(0, Math.min(looks.length - 1, now < 0 ? (app.at ? 0 : Math.max(0, by - 1)) : now + by));
  app.at = looks[app.looked].cells[0];
  redraw();
}

/** The keys of a look; true if one was used. */
export function lookKey(e) {
  const field = byId('typed');
  if (!field) return false;
  const look = lookOf(current());
  const place = look?.cells.findIndex(c => same(c, current())) ?? -1;
  const next = look && look.cells.length > 1 && { ArrowDown: look.cells[place + 1], ArrowUp: look.cells[place - 1] }[e.key];
  if (next) { app.at = next; redraw(); return true; }
  if (e.key === 'Enter' && !e.target.matches('button, a')) { if (!e.repeat) accept(); return true; }
  if (/^[0-9.,\-]$/.test(e.key)) { field.value = e.key; field.focus(); return true; }
  return false;
}
