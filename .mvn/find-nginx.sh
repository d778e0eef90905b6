#!/bin/sh
# Prints the path of an nginx for the tests behind a proxy; installs Debian's when it may.
set -eu
look() {
  for name in "${SHIFTSCOPE_NGINX:-}" nginx /usr/sbin/nginx /usr/local/sbin/nginx; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then command -v "$name"; exit 0; fi
  done
}
look
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  { apt-get update && apt-get install -y --no-install-recommends nginx-light; } >&2
  look
fi
echo "The tests behind a proxy need nginx: install the package nginx-light, or set SHIFTSCOPE_NGINX to the program's path." >&2
exit 1
