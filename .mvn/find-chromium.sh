#!/bin/sh
# Prints the path of a Chromium or Chrome for the browser tests; installs Debian's when it may.
set -eu
look() {
  for name in "${SHIFTSCOPE_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then command -v "$name"; exit 0; fi
  done
}
look
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  { apt-get update && apt-get install -y --no-install-recommends chromium; } >&2
  look
fi
echo "The browser tests need Chromium: install the package chromium, or set SHIFTSCOPE_CHROMIUM to the browser's path." >&2
exit 1
