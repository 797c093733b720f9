// One finding: both places side by side, what a person says of it, and a page that can be quoted.
import { t, words } from './text.js';
import { app, ask, attempt, byId, button, cellAt, documentName, drawHead, el, go, pageSize, picture, piece, tell, who } from './page.js';

let open = null; // {number, answer, article}

/** The numbers of the findings that are worth a look, from 1. */
export function numbers() {
  return app.state.disclosure.findings.map((f, i) => (f.severity === 'info' ? 0 : i + 1)).filter(Boolean);
}

/** Goes to a finding. */
export const goFinding = number => { location.hash = `${app.token}/${app.id}/finding/${number}`; };

export async function drawFinding(number) {
  const id = app.id;
  const answer = await ask(`/api/document/${id}/finding/${number}`);
  drawHead(documentName(), `${t().findingsOf} ${numbers().indexOf(number) + 1} / ${numbers().length}`);
  const article = report(answer);
  open = { number, answer, article };
  byId('main').replaceChildren(el('div', { class: 'reviewed' }, tools(answer), article));
}

function tools(answer) {
  const review = answer.finding.review;
  const reason = el('input', { id: 'reason', placeholder: t().reason, 'aria-label': t().reason, maxlength: '2000', value: review?.why ?? null });
  reason.addEventListener('keydown', e => { if (e.key === 'Enter') { e.preventDefault(); verdict('dismissed'); } if (e.key === 'Escape') { e.stopPropagation(); reason.blur(); } });
  return el('div', { class: 'tools' },
    button(t().previous2, () => stepFinding(-1)), button(t().next2, () => stepFinding(1)),
    button(t().accept2, () => verdict('accepted'), { class: 'main' }),
    button(t().dismiss, () => verdict('dismissed')), reason,
    review ? button(t().takeBack, takeBack) : null,
    button(t().exportPage, save), button(t().print, () => window.print()),
    answer.finding.cells.filter(c => cellAt(c)).slice(0, 1).map(c => button(t().openCell, () => go(app.id, c))));
}

const both = (zh, en, name = 'p') => [el(name, { lang: 'zh' }, zh), el(name, { lang: 'en', class: 'english' }, en)];
const line = (key, value, wide) => value === null || value === undefined || value === '' ? null : el('div', { class: wide ? 'wide' : null }, el('dt', {}, `${words('zh')[key]} ${words('en')[key]}`), el('dd', {}, value));
const yuan = amount => amount === undefined ? null : `${amount.toLocaleString('en-US', { maximumFractionDigits: 6 })} ${words('zh').yuan}`;

/** The page that can be attached to a letter: two languages, both places, file, hash and pages. */
function report(answer) {
  const f = answer.finding;
  const d = app.state.disclosure;
  const subject = d.disclosure;
  const stage = (subject.stage?.value ?? '').replace('-', '_');
  const heading = f.blame === 'document' ? 'report' : 'notice';
  const pages = [...new Set([f.page, ...(f.pages ?? []), ...answer.places.map(p => p.page)].filter(Boolean))];
  return el('article', { class: 'report' },
    both(words('zh')[heading], words('en')[heading], 'h2'),
    el('dl', {},
      line('organization', subject.organization?.value), line('region', subject.region?.value),
      line('year', subject.fiscalYear ? String(subject.fiscalYear.value) : null),
      line('stage', stage ? `${words('zh')[stage] ?? stage} ${words('en')[stage] ?? ''}` : null),
      line('file', d.source.file), line('pages', pages.join(', ')), line('sha', d.source.sha256, true)),
    both(f.messageZh, f.messageEn),
    f.expected === undefined ? null : el('dl', { class: 'sums' },
      line(f.rule.startsWith('claim') ? 'inText' : 'published', yuan(f.actual)), line(f.rule.startsWith('claim') ? 'inTable' : 'expected', yuan(f.expected)), line('difference', yuan(f.difference))),
    el('div', { class: 'places' }, answer.places.map((place, i) => figure(place, i))),
    f.review ? el('p', { class: 'review' }, `${words('zh').by} ${words('en').by}: ${words('zh')[f.review.verdict]} ${f.review.verdict} · ${f.review.who} · ${f.review.when}`, f.review.why ? el('br') : null, f.review.why ?? null) : null,
    both(words('zh').check, words('en').check).map(p => { p.classList.add('soft'); return p; }));
}

function figure(place, index) {
  const made = el('figure', {}, el('figcaption', {},
    el('strong', {}, `${'①②③④⑤⑥⑦⑧⑨'[index] ?? index + 1} ${words('zh')[place.kind]} ${words('en')[place.kind]}`),
    ` · 第${place.page}页 page ${place.page}`, place.title ? ` · ${place.title}` : ''));
  if (!place.marks.length) made.append(el('p', { class: 'soft' }, `${words('zh').whereNotFound} ${words('en').whereNotFound}`));
  const holder = el('div', { class: 'strips' });
  made.append(holder);
  picture(place.page).then(canvas => {
    const size = pageSize(place.page);
    holder.replaceChildren(...place.strips.map(strip => {
      const inside = place.marks.filter(m => m[1] < strip[3] && m[3] > strip[1] && m[0] < strip[2] && m[2] > strip[0]);
      const cut = piece(canvas, size, strip, inside, place.turn);
      cut.setAttribute('role', 'img');
      cut.setAttribute('aria-label', `${place.title ?? ''} ${place.page}`);
      return cut;
    }));
  }).catch(() => holder.replaceChildren(el('p', { class: 'soft' }, t().noPicture)));
  return made;
}

async function verdict(is) {
  const name = who();
  const why = byId('reason').value.trim();
  if (!name) return;
  if (is === 'dismissed' && !why) { tell(t().reasonNeeded); byId('reason').focus(); return; }
  const { number, answer } = open;
  const f = answer.finding;
  await attempt(async () => {
    app.state = await ask(`/api/document/${app.id}/corrections`, [{ kind: 'finding', page: f.page ?? null, bbox: answer.bbox, target: answer.target, read: f.messageZh, is, who: name, why: why || null }]);
    await drawFinding(number);
  });
}

async function takeBack() {
  const { number, answer } = open;
  await attempt(async () => {
    app.state = await ask(`/api/document/${app.id}/undo`, [answer.finding.review.entry]);
    await drawFinding(number);
  });
}

function stepFinding(by) {
  const all = numbers();
  const next = all[all.indexOf(open.number) + by];
  if (next) goFinding(next);
}

/** Saves the page as one file: what stands on the screen, its pictures inside. */
async function save() {
  await attempt(async () => {
    const style = await (await fetch('/report.css')).text();
    const copy = open.article.cloneNode(true);
    const drawn = [...open.article.querySelectorAll('canvas')];
    [...copy.querySelectorAll('canvas')].forEach((canvas, i) => canvas.replaceWith(el('img', { src: drawn[i].toDataURL('image/png'), alt: canvas.getAttribute('aria-label') })));
    const page = document.implementation.createHTMLDocument(documentName());
    page.documentElement.lang = 'zh';
    page.head.prepend(el('meta', { charset: 'utf-8' }), el('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'" }), el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }));
    page.head.append(el('style', {}, style));
    page.body.append(copy);
    const file = new Blob(['<!doctype html>\n', page.documentElement.outerHTML], { type: 'text/html' });
    const link = el('a', { href: URL.createObjectURL(file), download: `${app.state.disclosure.source.file.replace(/\.[^.]*$/, '')}-finding-${open.number}.html` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}

/** The keys of this view; true if one was used. */
export function findingKey(key) {
  const keys = { j: () => stepFinding(1), k: () => stepFinding(-1), a: () => verdict('accepted'), d: () => (byId('reason').value.trim() ? verdict('dismissed') : byId('reason').focus()), e: save, p: () => window.print(), Escape: () => go(app.id) };
  if (!keys[key]) return false;
  keys[key]();
  return true;
}

