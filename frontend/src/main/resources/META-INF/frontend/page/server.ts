/*
 * Says on every page that the server does not answer, and since when; and after it, that the page
 * was loaded anew. Flow itself reconnects, and loads a page anew whose session is gone.
 */

/** Browsers share what they keep among all servers below one address. */
const HERE = new URL(document.baseURI).pathname;
const LIFE = `shiftscope.life ${HERE}`;
const LOST = `shiftscope.lost ${HERE}`;
const BETWEEN_CALLS_MILLIS = 2_000;
const PATIENCE_MILLIS = 3_000;

const time = (millis: number) => new Date(millis).toLocaleTimeString('en-GB');

/** A line over all pages, heard as well as seen. */
const line = document.createElement('div');
line.className = 'server-line';
line.setAttribute('role', 'status');
line.hidden = true;

function say(sentence: string, close: boolean) {
  line.replaceChildren(document.createTextNode(sentence));
  if (close) {
    const button = document.createElement('button');
    button.textContent = 'Close';
    button.addEventListener('click', () => (line.hidden = true));
    line.append(button);
  }
  line.hidden = false;
}

let answered = Date.now();
let away = false;
const reasons = new Set<string>();

/** One of two signs of silence came or went: Flow's connection, and the calls below. */
function note(reason: string, silent: boolean) {
  if (silent) reasons.add(reason);
  else reasons.delete(reason);
  if (reasons.size > 0 === away) return;
  away = !away;
  document.documentElement.toggleAttribute('data-away', away);
  if (away) {
    sessionStorage.setItem(LOST, String(answered));
    say(
      `The server does not answer. What you see is as of ${time(answered)}; it goes on by itself once the server is ` +
        'back. What you type is kept.',
      false,
    );
  } else {
    sessionStorage.removeItem(LOST);
    line.hidden = true;
  }
}

/** A server that is gone closes Flow's connection at once; one that hangs does not. */
async function call() {
  if (document.visibilityState === 'visible') {
    try {
      await fetch('shiftscope/icon.svg', {
        method: 'HEAD',
        cache: 'no-store',
        // No session is kept alive by this.
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE_MILLIS),
      });
      answered = Date.now();
      note('call', false);
    } catch {
      note('call', true);
    }
  }
  setTimeout(call, BETWEEN_CALLS_MILLIS);
}

/** What a page finds that its browser tab has loaded under another start or session before. */
function compare() {
  const now = document.querySelector<HTMLMetaElement>('meta[name="shiftscope-life"]')?.content ?? '';
  const before = sessionStorage.getItem(LIFE);
  const lost = sessionStorage.getItem(LOST);
  sessionStorage.setItem(LIFE, now);
  sessionStorage.removeItem(LOST);
  if (!before || before === now) return;
  const restarted = before.split(' ')[0] !== now.split(' ')[0];
  const since = lost ? `, after it had not answered since ${time(Number(lost))}` : '';
  const what = restarted ? `The server was started anew${since}` : "This page's session had ended";
  say(`${what}; the page was loaded again at ${time(Date.now())}. What you had typed is kept, and nothing was launched.`, true);
}

function follow() {
  const connection = (window as any).Vaadin?.connectionState;
  if (!connection) {
    setTimeout(follow, 200);
    return;
  }
  connection.addStateChangeListener((_before: string, now: string) =>
    note('connection', now === 'reconnecting' || now === 'connection-lost'),
  );
}

document.body.append(line);
compare();
follow();
setTimeout(call, BETWEEN_CALLS_MILLIS);
