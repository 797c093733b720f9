// The workbench: a folder of documents, one document beside its pages, and what to look at.
const TEXT = {
  zh: {
    title: '预算工作台', back: '返回', who: '校对人', other: 'English', file: '文件', organization: '单位', year: '年度', stage: '阶段',
    amounts: '金额', verified: '已核实', unverified: '未核实', disputed: '有矛盾', person: '人工确认', errors: '矛盾', corrections: '更正',
    open: '待看', filter: '按单位、年度、文件名筛选', none: '没有需要看的金额。', look: '请看', accept: '确认（Enter）', next: '下一个（j）', previous: '上一个（k）', undo: '撤销（u）',
    plan: (looks, covered, open) => `看 ${looks} 处，${open} 个未核实的金额中预计有 ${covered} 个可以核实`,
    gain: n => `确认后预计核实 ${n} 个金额`, read: '读作', readings: '图像还可读作', sums: '所在的勾稽关系', HOLDS: '成立', ROUNDS: '差额在四舍五入之内', FAILS: '不成立', page: '页', zoom: '缩放',
    empty: '（空白）', whoNeeded: '请先在右上角填写校对人。', findings: '发现', tables: '表', noPicture: '找不到原件：请用 --sources 指明原件所在文件夹。', unreadable: '不能读取的文件', history: '已作的更正', budget: '预算', final_accounts: '决算', execution: '执行', column: '列义'
  },
  en: {
    title: 'Yusuan workbench', back: 'Back', who: 'Your name', other: '中文', file: 'File', organization: 'Organization', year: 'Year', stage: 'Stage',
    amounts: 'Amounts', verified: 'verified', unverified: 'unverified', disputed: 'disputed', person: 'confirmed by a person', errors: 'Contradictions', corrections: 'Corrections',
    open: 'To look at', filter: 'Filter by organization, year, file', none: 'No amount needs a look.', look: 'Look at', accept: 'Accept (Enter)', next: 'Next (j)', previous: 'Previous (k)', undo: 'Undo (u)',
    plan: (looks, covered, open) => `Look at ${looks} cells, and about ${covered} of ${open} open amounts are verified`,
    gain: n => `likely to verify ${n} amounts`, read: 'Read as', readings: 'The image also offers', sums: 'Identities it stands in', HOLDS: 'holds', ROUNDS: 'holds but for rounding', FAILS: 'fails', page: 'Page', zoom: 'Zoom',
    empty: '(blank)', whoNeeded: 'Fill in your name first, at the top.', findings: 'Findings', tables: 'Tables', noPicture: 'The document is not there: name its folder with --sources.', unreadable: 'Files that cannot be read', history: 'Corrections made', budget: 'budget', final_accounts: 'final accounts', execution: 'execution', column: 'Meaning'
  }
};

const byId = id => document.getElementById(id);
const token = location.hash.slice(1).split('/')[0];
let language = localStorage.getItem('language') || (navigator.language.startsWith('zh') ? 'zh' : 'en');
let folder = null;
let state = null;
let id = null;
let at = null;        // the cell that is marked: {table, row, column}
let looked = 0;       // place in the plan
let zoom = 1;
let shownPage = 1;
const pictures = new Map();
const t = () => TEXT[language];

/** Makes an element; texts are set as text, never as markup. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

async function ask(path, body) {
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'X-Token': token, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

function tell(message) {
  byId('message').hidden = !message;
  byId('message').textContent = message || '';
}

async function attempt(action) {
  try { tell(''); await action(); } catch (e) { tell(e.message); }
}

function where() {
  const parts = location.hash.slice(1).split('/');
  return { id: parts[1] || null, cell: parts[2] ? parts[2].split('.') : null };
}

async function route() {
  await attempt(async () => {
    const place = where();
    if (place.id) {
      if (place.id !== id) { pictures.clear(); looked = 0; at = null; id = place.id; state = await ask(`/api/document/${id}`); at = state.plan.looks[0]?.cell ?? null; }
      if (place.cell) at = { table: place.cell[0], row: +place.cell[1], column: +place.cell[2] };
      drawDocument();
    } else {
      id = null;
      folder = await ask('/api/documents');
      drawFolder();
    }
  });
}

const go = (document, cell) => { location.hash = `${token}/${document}` + (cell ? `/${cell.table}.${cell.row}.${cell.column}` : ''); };

function drawHead(title, tally) {
  document.documentElement.lang = language;
  document.title = title;
  byId('title').textContent = title;
  byId('tally').textContent = tally;
  byId('back').hidden = !id;
  byId('back').textContent = t().back;
  byId('language').textContent = t().other;
  byId('who-text').textContent = t().who;
}

function drawFolder() {
  drawHead(t().title, `${folder.documents.length}`);
  const body = el('tbody');
  const fill = word => {
    body.replaceChildren();
    for (const d of folder.documents) {
      const text = `${d.organization} ${d.year ?? ''} ${d.name} ${t()[d.stage] ?? d.stage}`;
      if (word && !word.split(/\s+/).every(part => text.toLowerCase().includes(part))) continue;
      body.append(el('tr', {},
        el('td', {}, el('a', { href: `#${token}/${d.id}` }, d.name)), el('td', {}, d.organization), el('td', { class: 'number' }, String(d.year ?? '')),
        el('td', {}, t()[d.stage] ?? d.stage), el('td', { class: 'number' }, String(d.amounts)), el('td', { class: 'number' }, String(d.verified)),
        el('td', { class: 'number' + (d.amounts - d.verified - d.disputed ? ' unverified' : '') }, String(d.amounts - d.verified - d.disputed)),
        el('td', { class: 'number' + (d.disputed ? ' disputed' : '') }, String(d.disputed)), el('td', { class: 'number' }, String(d.errors)), el('td', { class: 'number' }, String(d.corrections))));
    }
  };
  const heads = [t().file, t().organization, t().year, t().stage, t().amounts, t().verified, t().unverified, t().disputed, t().errors, t().corrections];
  byId('main').replaceChildren(
    el('input', { class: 'filter', type: 'search', placeholder: t().filter, 'aria-label': t().filter, oninput: e => fill(e.target.value.trim().toLowerCase()) }),
    el('div', { class: 'scroll' }, el('table', { class: 'list' }, el('thead', {}, el('tr', {}, ...heads.map(h => el('th', {}, h)))), body)),
    folder.unreadable.length ? el('section', {}, el('h2', {}, t().unreadable), el('ul', {}, ...folder.unreadable.map(u => el('li', {}, u)))) : null);
  fill('');
}

const table = name => state.disclosure.tables.find(x => x.id === name);
const cellAt = ref => table(ref.table)?.rows[ref.row]?.cells.find(c => c.column === ref.column);
const same = (a, b) => a && b && a.table === b.table && a.row === b.row && a.column === b.column;

function drawDocument() {
  const d = state.disclosure;
  const q = d.quality;
  const subject = d.disclosure;
  drawHead([subject.organization?.value, subject.fiscalYear?.value, t()[(subject.stage?.value ?? '').replace('-', '_')]].filter(Boolean).join(' · ') || d.source.file,
    `${q.amounts} ${t().amounts} · ${q.verified} ${t().verified} · ${q.unverified} ${t().unverified} · ${q.disputed} ${t().disputed}`);
  const cell = at && cellAt(at);
  if (cell) shownPage = cell.page;
  byId('main').replaceChildren(el('div', { class: 'document' }, drawPage(), el('div', {}, drawLook(), drawFindings(), drawTables(), drawHistory())));
  document.querySelector('td.at')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

async function picture(page) {
  const key = `${id}/${page}`;
  if (!pictures.has(key)) {
    pictures.set(key, (async () => {
      const answer = await fetch(`/api/document/${id}/page/${page}`, { headers: { 'X-Token': token } });
      if (!answer.ok) throw new Error((await answer.json()).error);
      const bitmap = await createImageBitmap(await answer.blob());
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width; canvas.height = bitmap.height;
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      return canvas;
    })());
  }
  return pictures.get(key);
}

/** A copy of a kept canvas: one element can stand in one place only. */
function copyOf(canvas) {
  const copy = document.createElement('canvas');
  copy.width = canvas.width; copy.height = canvas.height;
  copy.getContext('2d').drawImage(canvas, 0, 0);
  return copy;
}

function drawPage() {
  const source = state.disclosure.source.pages.find(p => p.page === shownPage) ?? state.disclosure.source.pages[0];
  const sheet = el('div', { class: 'sheet' });
  const turn = step => { const pages = state.disclosure.source.pages.map(p => p.page); const i = pages.indexOf(shownPage) + step; if (pages[i]) { shownPage = pages[i]; at = null; drawDocument(); } };
  const tools = el('div', { class: 'tools' },
    el('button', { type: 'button', onclick: () => turn(-1), 'aria-label': '−' }, '‹'), el('span', {}, `${t().page} ${shownPage} / ${state.disclosure.source.pageCount}`), el('button', { type: 'button', onclick: () => turn(1), 'aria-label': '+' }, '›'),
    el('label', {}, t().zoom + ' ', el('input', { type: 'range', min: '1', max: '4', step: '0.25', value: String(zoom), oninput: e => { zoom = +e.target.value; fit(); } })),
    el('span', { class: 'legend' }, ...['verified', 'unverified', 'disputed', 'person'].map(s => el('span', { class: s }, t()[s]))));
  const inner = el('div', {});
  sheet.append(inner);
  const fit = () => { const canvas = inner.querySelector('canvas'); if (canvas) { canvas.style.setProperty('width', '100%'); inner.style.setProperty('width', `${zoom * 100}%`); } };
  picture(shownPage).then(canvas => {
    const copy = copyOf(canvas);
    inner.replaceChildren(copy);
    const cell = at && cellAt(at);
    if (cell && cell.page === shownPage) {
      const [left, top, right, bottom] = cell.bbox;
      const mark = el('span', { class: 'mark' });
      mark.style.setProperty('left', `${left / source.width * 100}%`); mark.style.setProperty('top', `${top / source.height * 100}%`);
      mark.style.setProperty('width', `${(right - left) / source.width * 100}%`); mark.style.setProperty('height', `${(bottom - top) / source.height * 100}%`);
      inner.append(mark);
      requestAnimationFrame(() => { sheet.scrollTop = mark.offsetTop - sheet.clientHeight / 2; sheet.scrollLeft = mark.offsetLeft - sheet.clientWidth / 2; });
    }
    fit();
  }).catch(() => inner.replaceChildren(el('p', { class: 'soft' }, t().noPicture)));
  return el('section', { class: 'page' }, tools, sheet);
}

function label(ref) {
  const row = table(ref.table).rows[ref.row];
  const column = table(ref.table).columns[ref.column];
  return [row.keys.functionalCode ?? row.keys.economicCode, row.keys.label ?? row.keys.project ?? row.keys.unitName, column?.header.join(' / ')].filter(Boolean).join(' · ');
}

function sums(ref) {
  const found = [];
  for (const group of state.identities) for (const equation of group.equations) {
    if (equation.members.some(m => same(m.cell, ref))) found.push([language === 'zh' ? group.zh : group.en, equation]);
  }
  return found;
}

function drawLook() {
  const plan = state.plan;
  const look = plan.looks[Math.min(looked, plan.looks.length - 1)];
  const ref = at ?? look?.cell;
  const box = el('section', { class: 'look', 'aria-live': 'polite' });
  box.append(el('div', {}, plan.looks.length ? t().plan(plan.looks.length, plan.covered, plan.open) : t().none));
  if (!ref || !cellAt(ref)) return box;
  const cell = cellAt(ref);
  const inPlan = plan.looks.find(l => same(l.cell, ref));
  const page = state.disclosure.source.pages.find(p => p.page === cell.page);
  box.append(el('div', {}, el('strong', {}, `${table(ref.table).title ?? ref.table}`), ` · ${label(ref)} · ${t().page} ${cell.page}`), inPlan ? el('div', { class: 'soft' }, t().gain(inPlan.gain)) : '');
  const crop = el('div', { class: 'crop' });
  picture(cell.page).then(canvas => {
    const scale = canvas.width / page.width;
    const [left, top, right, bottom] = cell.bbox;
    const margin = 14;
    const width = (right - left + 2 * margin) * scale, height = (bottom - top + 2 * margin) * scale;
    const cut = document.createElement('canvas');
    cut.width = width; cut.height = height;
    cut.getContext('2d').drawImage(canvas, (left - margin) * scale, (top - margin) * scale, width, height, 0, 0, width, height);
    cut.style.setProperty('height', '100%');
    crop.replaceChildren(cut);
  }).catch(() => crop.replaceChildren(el('p', { class: 'soft' }, t().noPicture)));
  const input = el('input', { id: 'typed', value: cell.text, 'aria-label': label(ref), autocomplete: 'off' });
  input.addEventListener('keydown', e => { if (e.key === 'Enter') { e.preventDefault(); e.stopPropagation(); settle(ref, input.value); } if (e.key === 'Escape') input.blur(); });
  box.append(crop, el('div', { class: 'soft' }, `${t().read}: ${cell.correction?.read ?? cell.text ?? t().empty} · ${t()[cell.status] ?? ''}`),
    cell.readings?.length ? el('div', {}, t().readings + ': ', ...cell.readings.slice(0, 5).map(r => el('button', { type: 'button', onclick: () => settle(ref, r.text) }, `${r.text} (${Math.round(r.probability * 100)} %)`))) : '',
    el('div', { class: 'tools' }, input, el('button', { type: 'button', class: 'main', onclick: () => settle(ref, input.value) }, t().accept),
      el('button', { type: 'button', onclick: () => step(1) }, t().next), el('button', { type: 'button', onclick: () => step(-1) }, t().previous), el('button', { type: 'button', onclick: undo }, t().undo)));
  const list = sums(ref);
  if (list.length) box.append(el('div', {}, t().sums), el('ul', {}, ...list.slice(0, 8).map(([said, e]) => el('li', {}, `${said}: ${t()[e.outcome]}${e.outcome === 'FAILS' ? ` (${e.residual})` : ''}`))));
  return box;
}

async function settle(ref, text) {
  const who = byId('who').value.trim();
  if (!who) { tell(t().whoNeeded); byId('who').focus(); return; }
  const cell = cellAt(ref);
  await attempt(async () => {
    state = await ask(`/api/document/${id}/corrections`, [{ kind: 'cell', page: cell.page, bbox: cell.bbox, read: cell.text, is: text, who }]);
    looked = 0; at = state.plan.looks[0]?.cell ?? null;
    drawDocument();
  });
}

async function undo() {
  const last = state.corrections[state.corrections.length - 1];
  if (last) await undoOne(last);
}

async function undoOne(entry) {
  await attempt(async () => { state = await ask(`/api/document/${id}/undo/${entry.id}`, {}); drawDocument(); });
}

function step(by) {
  const looks = state.plan.looks;
  if (!looks.length) return;
  const now = at ? looks.findIndex(l => same(l.cell, at)) : -1;
  looked = Math.max(0, Math.min(looks.length - 1, now < 0 ? (at ? 0 : Math.max(0, by - 1)) : now + by));
  at = looks[looked].cell;
  drawDocument();
}

function drawFindings() {
  const found = state.disclosure.findings.filter(f => f.severity !== 'info');
  if (!found.length) return null;
  return el('section', {}, el('h2', {}, `${t().findings} (${found.length})`), ...found.map(f => el('div', { class: `finding ${f.severity}` },
    language === 'zh' ? f.messageZh : f.messageEn, ' ',
    ...f.cells.slice(0, 6).filter(c => cellAt(c)).map(c => el('button', { type: 'button', onclick: () => go(id, c) }, `[${t().page} ${cellAt(c).page}] `)))));
}

function drawHistory() {
  if (!state.corrections.length) return null;
  return el('section', {}, el('h2', {}, `${t().history} (${state.corrections.length})`), el('ul', {}, ...state.corrections.map(c => el('li', {},
    `${c.who} · ${c.when} · ${c.page ? `${t().page} ${c.page} · ` : ''}${c.read || t().empty} → ${c.is || t().empty} `, el('button', { type: 'button', onclick: () => undoOne(c) }, '↶')))));
}

function drawTables() {
  const shown = state.disclosure.tables.filter(x => x.pages.includes(shownPage));
  return el('section', {}, ...shown.map(x => {
    const head = Array.from({ length: x.headerRows }, () => el('tr'));
    x.header.forEach(h => head[h.row]?.append(el('th', { colspan: h.columnSpan, rowspan: h.rowSpan }, h.text)));
    const lines = new Map();
    x.rows.forEach((row, r) => { if (!lines.has(row.line)) lines.set(row.line, []); row.cells.forEach(c => lines.get(row.line).push([r, c])); });
    const body = [...lines.values()].map(cells => el('tr', {}, ...cells.sort((a, b) => a[1].column - b[1].column).map(([r, c]) => {
      const ref = { table: x.id, row: r, column: c.column };
      return el('td', { class: [c.status ?? '', c.value !== undefined ? 'number' : '', c.correction?.by ? 'person' : '', same(ref, at) ? 'at' : ''].join(' '), colspan: c.columnSpan, rowspan: c.rowSpan, tabindex: c.status ? '0' : null, title: x.columns[c.column]?.measure ? `${t().column}: ${x.columns[c.column].measure}` : null,
        onclick: () => { at = ref; drawDocument(); } }, c.text);
    })));
    return el('div', {}, el('h2', {}, `${x.title ?? x.id}${x.unit ? ` (${x.unit})` : ''} · ${x.kind}`), el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, ...head), el('tbody', {}, ...body))));
  }));
}

/** Arrow keys go to the nearest amount in that direction. */
function move(rows, columns) {
  if (!at) return;
  const x = table(at.table);
  for (let r = at.row + rows, c = at.column + columns; r >= 0 && r < x.rows.length && c >= 0 && c < x.columns.length; r += rows, c += columns) {
    const cell = x.rows[r].cells.find(k => k.column === c);
    if (cell?.status) { at = { table: x.id, row: r, column: c }; drawDocument(); return; }
  }
}

document.addEventListener('keydown', e => {
  if (!id || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, select, textarea')) return;
  const keys = { j: () => step(1), k: () => step(-1), u: undo, ArrowDown: () => move(1, 0), ArrowUp: () => move(-1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1) };
  if (keys[e.key]) { e.preventDefault(); keys[e.key](); return; }
  const typed = byId('typed');
  if (!typed) return;
  if (e.key === 'Enter' && !e.target.matches('button, a')) { e.preventDefault(); const ref = at ?? state.plan.looks[0]?.cell; if (ref) settle(ref, typed.value); }
  else if (/^[0-9.,\-]$/.test(e.key)) { e.preventDefault(); typed.value = e.key; typed.focus(); }
});

byId('back').addEventListener('click', () => { location.hash = token; });
byId('language').addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; localStorage.setItem('language', language); if (id) drawDocument(); else if (folder) drawFolder(); });
byId('who').value = localStorage.getItem('who') ?? '';
byId('who').addEventListener('change', e => localStorage.setItem('who', e.target.value.trim()));
window.addEventListener('hashchange', route);
route();
