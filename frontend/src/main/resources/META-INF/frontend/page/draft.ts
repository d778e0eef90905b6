/* See Draft.java. What is typed is kept here at once, whether or not a server hears of it. */

/** Of whoever is signed in: the next one at this browser must not find what another has not saved. */
function owned(key: string) {
  const account = document.querySelector<HTMLElement>('[data-account]')?.dataset.account;
  return account ? `${key} ${account}` : key;
}

/** Of this server: browsers share what they keep among all below one address. */
const newest = () => owned(`shiftscope.draft ${new URL(document.baseURI).pathname}`);

/** Browsers allow some 200 changes of the address in 30 s. */
const PAUSE_MILLIS = 200;

/** Longer ones are kept in the browser alone: servers refuse such addresses. */
const LONGEST = 32_000;

/** By the name of the field, what was typed into the form and what the server has not said that it heard. */
const typed = new Map<string, string>();

const keyOf = (kind: string) => `${newest()}.${kind}`;

/**
 * The server tells what it has heard of the form: an answer that was on its way says nothing of what was typed since.
 *
 * @param heard the texts of all fields, as a query
 */
function keepHeard(kind: string, query: string, heard: string) {
  const all = new URLSearchParams(query);
  const said = new URLSearchParams(heard);
  typed.forEach((text, field) => {
    if (kind === kindOfForm() && said.has(field) && said.get(field) !== text) all.set(field, text);
    else typed.delete(field);
  });
  keep(kind, all.toString());
}

function keep(kind: string, query: string) {
  try {
    localStorage.setItem(keyOf(kind), query);
    localStorage.setItem(newest(), kind);
    const { pathname } = location;
    history.replaceState(history.state, '', query && query.length < LONGEST ? `${pathname}?${query}` : pathname);
  } catch (refused) {
    // Browsers refuse more than they have room for, and more than a few changes of address a second.
    console.debug('A draft could not be kept', refused);
  }
}

function forget(kind: string) {
  typed.clear();
  localStorage.removeItem(keyOf(kind));
  if (localStorage.getItem(newest()) === kind) localStorage.removeItem(newest());
}

/** The address's query of the draft of a kind, of the newest where none is named; empty for none. */
function find(kind: string): string {
  return localStorage.getItem(keyOf(kind || localStorage.getItem(newest()) || '')) ?? '';
}

const noteKey = (experiment: string) => owned(`shiftscope.note.${experiment}`);

/** The text of a note that was typed and neither saved nor left, and the version that it is written upon. */
function findNote(experiment: string): { version?: number; text?: string } {
  return JSON.parse(localStorage.getItem(noteKey(experiment)) ?? '{}');
}

function forgetNote(experiment: string) {
  localStorage.removeItem(noteKey(experiment));
}

function keepNote(area: HTMLElement, text: string) {
  const { note, version } = area.dataset;
  try {
    localStorage.setItem(noteKey(note ?? ''), JSON.stringify({ version: Number(version), text }));
  } catch (refused) {
    console.debug('A note could not be kept', refused);
  }
}

let waiting = 0;
let written = 0;

const kindOfForm = () => document.querySelector<HTMLElement>('.spec-form[data-kind]')?.dataset.kind;

/** The server tells the whole once it hears; until then the one field is put into what is there. */
function keepTyped() {
  waiting = 0;
  written = Date.now();
  const kind = kindOfForm();
  if (!kind || !typed.size) return;
  const query = new URLSearchParams(location.search);
  typed.forEach((text, field) => query.set(field, text));
  keep(kind, query.toString());
}

document.addEventListener(
  'input',
  (event) => {
    const target = event.target as HTMLInputElement;
    const note = target.closest<HTMLElement>('vaadin-text-area[data-note]');
    if (note) keepNote(note, target.value);
    const field = target.closest<HTMLElement>('vaadin-text-field[data-field]')?.dataset.field;
    if (!field) return;
    typed.set(field, target.value);
    if (Date.now() - written > PAUSE_MILLIS) keepTyped();
    else if (!waiting) waiting = window.setTimeout(keepTyped, PAUSE_MILLIS);
  },
  true,
);
addEventListener('pagehide', () => waiting && keepTyped());

(window as any).shiftscopeDraft = { keep: keepHeard, forget, find, findNote, forgetNote };
