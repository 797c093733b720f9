// Where reading failed: a table's area and lines are drawn on the page, and the page is read again with them.
import { t } from './text.js';
import { app, ask, attempt, button, el, pageSize, tell, who } from './page.js';

let drawing = null; // {page, area: [left, top, right, bottom], columns: [], rows: [], header: '', tool, entry}

export const isDrawing = () => drawing !== null && drawing.page === app.page;

/** Begins with the table that was read on this page, if there is one: its lines can be moved. */
export function beginDrawing(redraw) {
  const made = app.state.corrections.filter(c => c.kind === 'table-area' && c.page === app.page).pop();
  drawing = { page: app.page, area: null, columns: [], rows: [], header: '', tool: 'area', replaces: null };
  const table = app.state.disclosure.tables.find(x => x.regions.some(r => r.page === app.page));
  if (made) {
    drawing.area = made.bbox; drawing.replaces = made;
    const [, columns, rows, header] = made.is.match(/^columns:(.*); rows:(.*); header:(.*)$/);
    drawing.columns = columns.trim().split(' ').filter(Boolean).map(Number); drawing.rows = rows.trim().split(' ').filter(Boolean).map(Number); drawing.header = header.trim();
  } else if (table) linesOf(table);
  drawing.tool = drawing.area ? 'column' : 'area';
  redraw();
}

function linesOf(table) {
  drawing.area = table.regions.find(r => r.page === app.page).bbox;
  const boxes = [...table.header, ...table.rows.flatMap(row => row.cells)].filter(c => c.page === app.page && c.columnSpan === 1).map(c => c.bbox);
  const edges = (values, first, last) => {
    const kept = [];
    for (const value of values.sort((a, b) => a - b)) if (value > first + 4 && value < last - 4 && (!kept.length || value - kept[kept.length - 1] > 4)) kept.push(Math.round(value * 10) / 10);
    return kept;
  };
  const [left, top, right, bottom] = drawing.area;
  drawing.columns = edges(boxes.map(b => b[0]), left, right);
  drawing.rows = edges(boxes.map(b => b[1]), top, bottom);
}

export function endDrawing(redraw) { drawing = null; redraw(); }

/** The tools below the page. */
export function drawingTools(redraw) {
  const numbers = (name, label) => el('label', {}, `${label} `, el('input', { class: 'lines', value: drawing[name].join(' '), 'aria-label': label, onchange: e => { drawing[name] = e.target.value.split(/[\s,]+/).map(Number).filter(n => n > 0).sort((a, b) => a - b); redraw(); } }));
  const tool = (name, label) => button(label, () => { drawing.tool = name; redraw(); }, { 'aria-pressed': drawing.tool === name ? 'true' : 'false' });
  return el('div', { class: 'drawing' },
    el('p', { class: 'soft' }, t().drawHint),
    el('div', { class: 'tools' }, tool('area', t().drawArea), tool('column', t().drawColumn), tool('row', t().drawRow), tool('remove', t().drawRemove)),
    el('div', { class: 'tools' }, numbers('columns', t().columnLines), numbers('rows', t().rowLines),
      el('label', {}, `${t().headerRows} `, el('input', { type: 'number', min: '0', max: '20', class: 'header-rows', value: drawing.header, oninput: e => { drawing.header = e.target.value; } }))),
    el('div', { class: 'tools' }, button(t().readAgain, () => save(redraw), { class: 'main', id: 'read-again' }), button(t().clearLines, () => { drawing.columns = []; drawing.rows = []; redraw(); }), button(t().cancel, () => endDrawing(redraw))));
}

/** The lines over the page's picture, and what the mouse does there. */
export function drawingLayer(redraw) {
  const size = pageSize(app.page);
  const layer = el('div', { class: 'layer' });
  const percent = (value, of) => `${100 * value / of}%`;
  const place = (node, left, top, width, height) => { node.style.setProperty('left', percent(left, size.width)); node.style.setProperty('top', percent(top, size.height)); node.style.setProperty('width', percent(width, size.width)); node.style.setProperty('height', percent(height, size.height)); return node; };
  if (drawing.area) {
    const [left, top, right, bottom] = drawing.area;
    layer.append(place(el('span', { class: 'area' }), left, top, right - left, bottom - top));
    for (const x of drawing.columns) layer.append(place(el('span', { class: 'column-line' }), x, top, 0, bottom - top));
    for (const y of drawing.rows) layer.append(place(el('span', { class: 'row-line' }), left, y, right - left, 0));
  }
  const point = e => { const box = layer.getBoundingClientRect(); return [(e.clientX - box.left) / box.width * size.width, (e.clientY - box.top) / box.height * size.height].map(v => Math.round(v * 10) / 10); };
  let from = null;
  let moved = null; // the line under the mouse
  const nearest = ([x, y]) => {
    const all = [...drawing.columns.map((v, i) => ['columns', i, Math.abs(v - x)]), ...drawing.rows.map((v, i) => ['rows', i, Math.abs(v - y)])].filter(one => one[2] < 4).sort((a, b) => a[2] - b[2]);
    return all[0] ?? null;
  };
  layer.addEventListener('pointerdown', e => { e.preventDefault(); layer.setPointerCapture?.(e.pointerId); from = point(e); moved = drawing.tool === 'area' ? null : nearest(from); });
  layer.addEventListener('pointerup', e => {
    if (!from) return;
    const to = point(e);
    if (drawing.tool === 'area') {
      const area = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
      if (area[2] - area[0] > 20 && area[3] - area[1] > 10) {
        drawing.area = area; drawing.tool = 'column';
        drawing.columns = drawing.columns.filter(x => x > area[0] && x < area[2]); drawing.rows = drawing.rows.filter(y => y > area[1] && y < area[3]);
      }
    } else if (moved && drawing.tool === 'remove') drawing[moved[0]].splice(moved[1], 1);
    else if (moved) drawing[moved[0]][moved[1]] = moved[0] === 'columns' ? to[0] : to[1];
    else if (drawing.tool === 'column') drawing.columns.push(to[0]);
    else if (drawing.tool === 'row') drawing.rows.push(to[1]);
    drawing.columns.sort((a, b) => a - b); drawing.rows.sort((a, b) => a - b);
    from = null;
    redraw();
  });
  return layer;
}

async function save(redraw) {
  const name = who();
  if (!name) return;
  if (!drawing.area || !drawing.columns.length) { tell(t().drawFirst); return; }
  const text = numbers => numbers.map(n => ` ${n.toFixed(1)}`).join('');
  const header = /^\d{1,2}$/.test(String(drawing.header)) ? ` ${drawing.header}` : '';
  const { area, columns, rows, replaces } = drawing;
  tell(t().reading);
  await attempt(async () => {
    if (replaces) app.state = await ask(`/api/document/${app.id}/undo`, [replaces.id]);
    app.state = await ask(`/api/document/${app.id}/corrections`, [{ kind: 'table-area', page: app.page, bbox: area, read: '', is: `columns:${text(columns)}; rows:${text(rows)}; header:${header}`, who: name }]);
    app.at = null;
    endDrawing(redraw);
  });
}

let terms = null;

/** What a table is and what its columns hold, to be chosen. */
export function meaningTools(x, redraw) {
  const box = el('details', { class: 'meaning' }, el('summary', {}, t().meaning));
  box.addEventListener('toggle', async () => {
    if (!box.open || box.childElementCount > 1) return;
    await attempt(async () => {
      terms ??= await ask('/api/terms');
      const region = x.regions[0];
      const send = async (kind, read, is, target) => {
        const name = who();
        if (!name || read === is) return;
        await attempt(async () => { app.state = await ask(`/api/document/${app.id}/corrections`, [{ kind, page: region.page, bbox: region.bbox, target, read, is, who: name }]); redraw(); });
      };
      const kinds = el('select', { 'aria-label': t().kind, onchange: e => send('table-kind', x.kind, e.target.value) }, el('option', { value: x.kind, selected: true }, x.kind), Object.entries(terms.kinds).filter(([k]) => k !== x.kind).map(([k, zh]) => el('option', { value: k }, `${zh} · ${k}`)));
      box.append(el('div', { class: 'tools' }, el('label', {}, `${t().kind} `, kinds)));
      box.append(el('div', { class: 'tools' }, x.columns.map(c => {
        const now = c.role === 'amount' && c.measure ? `amount:${c.measure}` : c.role;
        const path = c.header.join('/');
        return el('label', {}, `${c.header.join(' / ') || '—'} `, el('select', { onchange: e => send('column', now, e.target.value, path) }, el('option', { value: now, selected: true }, now), terms.columns.filter(k => k !== now).map(k => el('option', { value: k }, k))));
      })));
    });
  });
  return box;
}
