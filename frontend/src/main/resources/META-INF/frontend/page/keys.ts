/* The keys of all pages; Shortcuts.java lists them. One-key shortcuts can be switched off there. */

const OFF = 'shiftscope.keys-off';
const off = () => localStorage.getItem(OFF) === 'true';
const list = () => document.querySelector<HTMLDialogElement>('dialog.shortcuts');

/** Where a person types, keys are text. */
function isTyping(event: KeyboardEvent) {
  return event
    .composedPath()
    .some((at) => at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)));
}

function open() {
  const dialog = list();
  if (!dialog || dialog.open) return;
  const single = dialog.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (single) {
    single.checked = !off();
    single.onchange = () => localStorage.setItem(OFF, String(!single.checked));
  }
  dialog.showModal();
}

/** The link, button or field that a key stands for, on whatever page this is. */
const TARGETS: Record<string, () => HTMLElement | null> = {
  '/': () => document.querySelector('#search input, #field-title input'),
  n: () => document.querySelector('.bar nav a[href^="new"]'),
  p: () => document.querySelector('#pause-experiment:not([hidden]), #resume-experiment:not([hidden])'),
  e: () => document.querySelector('.bar nav a'),
};

const OPEN_DIALOG = 'dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]';

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || off() || isTyping(event) || document.querySelector(OPEN_DIALOG))
    return;
  const target = TARGETS[event.key]?.();
  if (event.key === '?') open();
  else if (target?.matches('a, vaadin-button')) target.click();
  else if (target) target.focus();
  else return;
  event.preventDefault();
});

document.addEventListener('click', (event) => {
  const at = event.target as HTMLElement;
  if (at.closest('#shortcuts-open')) open();
  if (at.closest('#shortcuts-close')) list()?.close();
});
