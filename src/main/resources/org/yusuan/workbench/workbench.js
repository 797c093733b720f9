// The workbench: a folder of documents, one document beside its pages, and what to look at.
import { otherLanguage } from './text.js';
import { app, ask, attempt, byId } from './page.js';
import { drawFolder, openFolder } from './folder.js';
import { documentKey, drawDocument } from './document.js';
import { drawFinding, findingKey } from './finding.js';

let view = 'folder';
let finding = 0;

/** `#token`, `#token/document`, `#token/document/table.row.column` or `#token/document/finding/number`. */
async function route() {
  await attempt(async () => {
    const [, id, what, number] = location.hash.slice(1).split('/');
    if (!id) {
      app.id = null; view = 'folder';
      await openFolder();
      return;
    }
    if (id !== app.id) {
      app.state = await ask(`/api/document/${id}`);
      app.id = id; app.looked = 0; app.page = app.state.disclosure.source.pages[0]?.page ?? 1;
      app.at = app.state.plan.looks[0]?.cells[0] ?? null;
    }
    if (what === 'finding') {
      view = 'finding'; finding = +number;
    } else {
      view = 'document';
      if (what) { const [table, row, column] = what.split('.'); app.at = { table, row: +row, column: +column }; }
    }
    await draw();
    document.documentElement.dataset.shown = view;
  });
}

async function draw() {
  if (view === 'folder') drawFolder();
  else if (view === 'finding') await drawFinding(finding);
  else drawDocument();
}

document.addEventListener('keydown', e => {
  if (!app.id || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, select, textarea')) return;
  const used = view === 'finding' ? findingKey(e.key) : documentKey(e);
  if (used) e.preventDefault();
});

byId('back').addEventListener('click', () => { location.hash = view === 'finding' ? `${app.token}/${app.id}` : app.token; });
byId('language').addEventListener('click', () => { otherLanguage(); attempt(draw); });
byId('who').value = localStorage.getItem('who') ?? '';
byId('who').addEventListener('change', e => localStorage.setItem('who', e.target.value.trim()));
window.addEventListener('hashchange', route);
route();
