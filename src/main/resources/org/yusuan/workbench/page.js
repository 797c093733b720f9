// What all views of the workbench share: elements, requests, pictures, and what is open.
import { t, isChinese } from './text.js';

/** What is open: the token of this server, the document by its hash, its state, the marked cell. */
export const app = {
  token: location.hash.slice(1).split('/')[0],
  id: null,
  state: null,
  at: null, // {table, row, column}
  looked: 0, // place in the plan
  zoom: 1,
  page: 1
};

export const byId = id => document.getElementById(id);

/** Makes an element; texts are set as text, never as markup. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) made.append(child);
  return made;
}

export const button = (text, action, more = {}) => el('button', { type: 'button', onclick: action, ...more }, text);

export async function ask(path, body) {
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'X-Token': app.token, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

export function tell(message) {
  byId('message').hidden = !message;
  byId('message').textContent = message || '';
}

/** Does something and tells of what went wrong. */
export async function attempt(action) {
  try { tell(''); await action(); } catch (e) { tell(e.message); }
}

export function drawHead(title, tally) {
  document.documentElement.lang = isChinese() ? 'zh' : 'en';
  document.title = title;
  byId('title').textContent = title;
  byId('tally').textContent = tally;
  byId('back').hidden = !app.id;
  byId('back').textContent = t().back;
  byId('language').textContent = t().other;
  byId('who-text').textContent = t().who;
}

/** The name of who works here; tells if it is missing. */
export function who() {
  const name = byId('who').value.trim();
  if (!name) { tell(t().whoNeeded); byId('who').focus(); }
  return name;
}

/** Pages that are kept drawn: 8 MB each at A4. The one shown, those beside it, and those of a finding. */
const KEPT_PICTURES = 8;

const pictures = new Map(); // the last used at the end

/** The picture of a page, as a canvas that is kept for a while. */
export function picture(page) {
  const key = `${app.id}/${page}`;
  const known = pictures.get(key) ?? load(app.id, page);
  pictures.delete(key);
  pictures.set(key, known);
  for (const old of pictures.keys()) if (pictures.size > KEPT_PICTURES) pictures.delete(old);
  known.catch(() => pictures.delete(key));
  return known;
}

async function load(id, page) {
  const answer = await fetch(`/api/document/${id}/page/${page}`, { headers: { 'X-Token': app.token } });
  if (!answer.ok) throw new Error((await answer.json()).error);
  const bitmap = await createImageBitmap(await answer.blob());
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width; canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}

/** A piece of a page, with marks on it; boxes are in points of the page, turns in quarters clockwise. */
export function piece(canvas, size, box, marks = [], turn = 0) {
  const scale = canvas.width / size.width;
  const [left, top, right, bottom] = box;
  const cut = document.createElement('canvas');
  cut.width = Math.max(1, Math.round((right - left) * scale));
  cut.height = Math.max(1, Math.round((bottom - top) * scale));
  const pen = cut.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, cut.width, cut.height);
  pen.drawImage(canvas, left * scale, top * scale, cut.width, cut.height, 0, 0, cut.width, cut.height);
  pen.lineWidth = Math.max(2, scale);
  pen.strokeStyle = '#d2281e';
  pen.fillStyle = 'rgba(210, 40, 30, .12)';
  for (const [a, b, c, d] of marks) {
    const place = [(a - left) * scale, (b - top) * scale, (c - a) * scale, (d - b) * scale];
    pen.fillRect(...place);
    pen.strokeRect(...place);
  }
  if (!turn) return cut;
  const turned = document.createElement('canvas');
  turned.width = cut.height; turned.height = cut.width;
  const brush = turned.getContext('2d');
  brush.translate(turned.width / 2, turned.height / 2);
  brush.rotate(turn * Math.PI / 2);
  brush.drawImage(cut, -cut.width / 2, -cut.height / 2);
  return turned;
}

export const pageSize = number => app.state.disclosure.source.pages.find(p => p.page === number) ?? app.state.disclosure.source.pages[0];
export const table = name => app.state.disclosure.tables.find(x => x.id === name);
export const cellAt = ref => ref && table(ref.table)?.rows[ref.row]?.cells.find(c => c.column === ref.column);
export const same = (a, b) => a && b && a.table === b.table && a.row === b.row && a.column === b.column;
export const nameOf = ref => `${ref.table}.${ref.row}.${ref.column}`;

/** What a document is called. */
export function documentName() {
  const subject = app.state.disclosure.disclosure;
  return [subject.organization?.value, subject.fiscalYear?.value, t()[(subject.stage?.value ?? '').replace('-', '_')]].filter(Boolean).join(' · ') || app.state.disclosure.source.file;
}

export const go = (id, cell) => { location.hash = `${app.token}/${id}` + (cell ? `/${nameOf(cell)}` : ''); };
