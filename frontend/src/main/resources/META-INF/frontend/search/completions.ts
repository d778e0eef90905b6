// Completions under a Vaadin text field, as the combobox pattern of WAI-ARIA has them: arrows choose, Enter takes,
// Escape closes. The server tells what may come next: field.$server.complete(text, caret).

interface Completion {
  text: string;
  from: number;
  explanation: string;
}

type Field = HTMLElement & {
  value: string;
  inputElement: HTMLInputElement;
  $server: { complete(text: string, caret: number): Promise<Completion[]> };
  completes?: boolean;
};

const PAUSE = 80;
let lists = 0;

class Completions {
  private readonly list = document.createElement('div');
  private offered: Completion[] = [];
  private active = -1;
  private caret = 0;
  private question = 0;
  private timer = 0;

  constructor(private readonly field: Field) {
    const input = field.inputElement;
    this.list.className = 'completions';
    this.list.id = `completions-${lists++}`;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Completions');
    this.list.hidden = true;
    field.after(this.list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('autocomplete', 'off');
    input.addEventListener('input', () => this.askSoon());
    input.addEventListener('blur', () => this.close());
    // Before the text field's own: its Escape clears the field.
    field.addEventListener('keydown', (event) => this.key(event as KeyboardEvent), true);
  }

  private key(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' && this.list.hidden) {
      void this.ask();
    } else if (this.list.hidden) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.activate((from + step + this.offered.length) % this.offered.length);
    } else if (event.key === 'Enter' && this.active >= 0) {
      this.take(this.offered[this.active]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Between terms nothing is offered by itself; the arrow down asks. */
  private askSoon() {
    const input = this.field.inputElement;
    window.clearTimeout(this.timer);
    if (/(^|\s)$/.test(input.value.slice(0, input.selectionStart ?? input.value.length))) {
      this.close();
      return;
    }
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask() {
    const input = this.field.inputElement;
    const question = ++this.question;
    this.caret = input.selectionStart ?? input.value.length;
    const offered = await this.field.$server.complete(input.value, this.caret);
    if (question === this.question && this.focused()) {
      this.show(offered);
    }
  }

  private focused() {
    return this.field.matches(':focus-within');
  }

  private show(offered: Completion[]) {
    this.offered = offered;
    this.list.replaceChildren(...offered.map((completion, index) => this.option(completion, index)));
    this.list.hidden = offered.length === 0;
    this.list.style.left = `${this.field.offsetLeft}px`;
    this.list.style.top = `${this.field.offsetTop + this.field.offsetHeight + 4}px`;
    this.field.inputElement.setAttribute('aria-expanded', String(offered.length > 0));
    this.activate(-1);
  }

  private option(completion: Completion, index: number) {
    const option = document.createElement('div');
    option.id = `${this.list.id}-${index}`;
    option.setAttribute('role', 'option');
    const text = document.createElement('span');
    text.textContent = completion.text;
    const explanation = document.createElement('span');
    explanation.className = 'quiet';
    explanation.textContent = completion.explanation;
    option.append(text, explanation);
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault(); // the field keeps the focus
      this.take(completion);
    });
    return option;
  }

  private activate(index: number) {
    this.active = index;
    [...this.list.children].forEach((option, place) =>
      option.setAttribute('aria-selected', String(place === this.active)),
    );
    const chosen = this.list.children[this.active];
    if (chosen) {
      this.field.inputElement.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else {
      this.field.inputElement.removeAttribute('aria-activedescendant');
    }
  }

  private take(completion: Completion) {
    const before = this.field.value.slice(0, completion.from) + completion.text;
    const after = this.field.value.slice(this.caret);
    const space = /[:>]$/.test(completion.text) || after.startsWith(' ') ? '' : ' ';
    this.close();
    this.field.value = before + space + after;
    const caret = before.length + space.length;
    this.field.inputElement.setSelectionRange(caret, caret);
    // As if it was typed: so the server hears of it, and values follow a field.
    this.field.inputElement.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  private close() {
    this.question++;
    window.clearTimeout(this.timer);
    if (!this.list.hidden) {
      this.show([]);
    }
  }
}

function complete(field: Field) {
  if (!field.completes && field.inputElement) {
    field.completes = true;
    new Completions(field);
  }
}

(window as unknown as { shiftscopeComplete: (field: Field) => void }).shiftscopeComplete = complete;
