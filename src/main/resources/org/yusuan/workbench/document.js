// One document: its pages, its tables, what to look at, what was found, what was corrected.
import { t, isChinese } from './text.js';
import { app, byId, button, cellAt, documentName, drawHead, el, pageSize, picture, same, table } from './page.js';
import { beginDrawing, drawingLayer, drawingTools, isDrawing, meaningTools } from './drawing.js';
import { goFinding } from './finding.js';
import { drawLook, lookKey, step, undo } from './look.js';

export function drawDocument() {
  const q = app.state.disclosure.quality;
  drawHead(documentName(), `${q.amounts} ${t().amounts} · ${q.verified} ${t().verified} · ${q.unverified} ${t().unverified} · ${q.disputed} ${t().disputed}`);
  const cell = cellAt(app.at);
  if (cell) app.page = cell.page;
  byId('main').replaceChildren(el('div', { class: 'document' }, drawPage(), el('div', {}, drawLook(drawDocument), drawFindings(), drawTables(), drawHistory())));
  document.querySelector('td.at')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** A copy of a kept canvas: one element can stand in one place only. */
function copyOf(canvas) {
  const copy = document.createElement('canvas');
  copy.width = canvas.width; copy.height = canvas.height;
  copy.getContext('2d').drawImage(canvas, 0, 0);
  return copy;
}

function drawPage() {
  const source = pageSize(app.page);
  const sheet = el('div', { class: 'sheet' });
  const turn = step => { const pages = app.state.disclosure.source.pages.map(p => p.page); const i = pages.indexOf(app.page) + step; if (pages[i]) { app.page = pages[i]; app.at = null; drawDocument(); } };
  const tools = el('div', { class: 'tools' },
    button('‹', () => turn(-1), { 'aria-label': `${t().page} −` }), el('span', {}, `${t().page} ${app.page} / ${app.state.disclosure.source.pageCount}`), button('›', () => turn(1), { 'aria-label': `${t().page} +` }),
    el('label', {}, t().zoom + ' ', el('input', { type: 'range', min: '1', max: '4', step: '0.25', value: String(app.zoom), oninput: e => { app.zoom = +e.target.value; fit(); } })),
    el('span', { class: 'legend' }, ['verified', 'unverified', 'disputed', 'person'].map(s => el('span', { class: s }, t()[s]))),
    button(t().draw, () => beginDrawing(drawDocument)));
  const inner = el('div', {});
  sheet.append(inner);
  const fit = () => { const canvas = inner.querySelector('canvas'); if (canvas) { canvas.style.setProperty('width', '100%'); inner.style.setProperty('width', `${app.zoom * 100}%`); } };
  picture(app.page).then(canvas => {
    const copy = copyOf(canvas);
    inner.replaceChildren(copy);
    if (isDrawing()) inner.append(drawingLayer(drawDocument));
    const cell = cellAt(app.at);
    if (cell && cell.page === app.page) {
      const [left, top, right, bottom] = cell.bbox;
      const mark = el('span', { class: 'mark' });
      mark.style.setProperty('left', `${left / source.width * 100}%`); mark.style.setProperty('top', `${top / source.height * 100}%`);
      mark.style.setProperty('width', `${(right - left) / source.width * 100}%`); mark.style.setProperty('height', `${(bottom - top) / source.height * 100}%`);
      inner.append(mark);
      requestAnimationFrame(() => { sheet.scrollTop = mark.offsetTop - sheet.clientHeight / 2; sheet.scrollLeft = mark.offsetLeft - sheet.clientWidth / 2; });
    }
    fit();
    // The pages beside this one are drawn meanwhile: on a busy machine a scan takes half a second.
    const pages = app.state.disclosure.source.pages.map(p => p.page);
    const here = pages.indexOf(app.page);
    for (const beside of [pages[here + 1], pages[here - 1]]) if (beside) picture(beside).catch(() => {});
  }).catch(() => inner.replaceChildren(el('p', { class: 'soft' }, t().noPicture)));
  return el('section', { class: 'page' }, tools, isDrawing() ? drawingTools(drawDocument) : null, sheet);
}

function drawFindings() {
  const found = app.state.disclosure.findings.map((f, i) => [f, i + 1]).filter(([f]) => f.severity !== 'info');
  if (!found.length) return null;
  const rank = f => (f.review ? 2 : 0) + (f.severity === 'error' ? 0 : 1);
  found.sort((a, b) => rank(a[0]) - rank(b[0]) || a[1] - b[1]);
  return el('section', {}, el('h2', {}, `${t().findings} (${found.length})`), found.map(([f, number]) => el('div', { class: `finding ${f.severity} ${f.review?.verdict ?? ''}` },
    button(isChinese() ? f.messageZh : f.messageEn, () => goFinding(number)),
    f.review ? el('div', { class: 'soft' }, `${t()[f.review.verdict]} · ${f.review.who}${f.review.why ? ` · ${f.review.why}` : ''}`) : null)));
}

function drawHistory() {
  const made = app.state.corrections.filter(c => c.kind !== 'finding');
  if (!made.length) return null;
  return el('section', {}, el('h2', {}, `${t().history} (${made.length})`), el('ul', {}, made.map(c => el('li', {},
    `${c.who} · ${c.when} · ${c.page ? `${t().page} ${c.page} · ` : ''}${c.read || t().empty} → ${c.is || t().empty} `, button('↶', () => undo([c]), { 'aria-label': t().undo })))));
}

function drawTables() {
  const shown = app.state.disclosure.tables.filter(x => x.pages.includes(app.page));
  return el('section', {}, shown.map(x => {
    const head = Array.from({ length: x.headerRows }, () => el('tr'));
    x.header.forEach(h => head[h.row]?.append(el('th', { colspan: h.columnSpan, rowspan: h.rowSpan }, h.text)));
    const lines = new Map();
    x.rows.forEach((row, r) => { if (!lines.has(row.line)) lines.set(row.line, []); row.cells.forEach(c => lines.get(row.line).push([r, c])); });
    const body = [...lines.values()].map(cells => el('tr', {}, cells.sort((a, b) => a[1].column - b[1].column).map(([r, c]) => {
      const ref = { table: x.id, row: r, column: c.column };
      return el('td', { class: [c.status ?? '', c.value !== undefined ? 'number' : '', c.correction?.by ? 'person' : '', same(ref, app.at) ? 'at' : ''].join(' '), colspan: c.columnSpan, rowspan: c.rowSpan, tabindex: c.status ? '0' : null, title: x.columns[c.column]?.measure ? `${t().column}: ${x.columns[c.column].measure}` : null,
        onclick: () => { app.at = ref; drawDocument(); } }, c.text);
    })));
    return el('div', {}, el('h2', {}, `${x.title ?? x.id}${x.unit ? ` (${x.unit})` : ''} · ${x.kind}`), meaningTools(x, drawDocument), el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, head), el('tbody', {}, body))));
  }));
}

/** Arrow keys go to the nearest amount in that direction. */
function move(rows, columns) {
  if (!app.at) return;
  const x = table(app.at.table);
  for (let r = app.at.row + rows, c = app.at.column + columns; r >= 0 && r < x.rows.length && c >= 0 && c < x.columns.length; r += rows, c += columns) {
    const cell = x.rows[r].cells.find(k => k.column === c);
    if (cell?.status) { app.at = { table: x.id, row: r, column: c }; drawDocument(); return; }
  }
}

/** The keys of this view; true if one was used. */
export function documentKey(e) {
  const first = app.state.disclosure.findings.findIndex(f => f.severity !== 'info');
  const keys = { j: () => step(1), k: () => step(-1), u: () => undo(), t: () => beginDrawing(drawDocument), f: () => first >= 0 && goFinding(first + 1), ArrowDown: () => move(1, 0), ArrowUp: () => move(-1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1) };
  if (lookKey(e)) return true;
  if (!keys[e.key]) return false;
  keys[e.key]();
  return true;
}
