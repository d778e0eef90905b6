/** See Formula.java. */
class ShiftscopeFormula extends HTMLElement {
  #tex = '';

  get tex() {
    return this.#tex;
  }

  set tex(tex: string) {
    this.#tex = tex;
    import('katex').then(({ default: katex }) => {
      if (tex !== this.#tex) return;
      katex.render(tex, this, { throwOnError: false });
      // The source is for authors; who hears the page has MathML.
      this.querySelectorAll('annotation').forEach((source) => source.remove());
    });
  }
}

customElements.define('shiftscope-formula', ShiftscopeFormula);
