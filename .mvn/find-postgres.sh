#!/bin/sh
# Prints the folder of PostgreSQL's programs (initdb, postgres), 15 or newer, for the tests; installs Debian's when it may.
set -eu
look() {
  for folder in "${SHIFTSCOPE_POSTGRES:-}" "$(pg_config --bindir 2>/dev/null || true)" \
    $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -rV); do
    if [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
      version=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
      if [ "$version" -ge 15 ]; then echo "$folder"; exit 0; fi
    fi
  done
}
look
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  { apt-get update && apt-get install -y --no-install-recommends postgresql; } >&2
  look
fi
echo "The tests on PostgreSQL need its server, 15 or newer: install the package postgresql, or set SHIFTSCOPE_POSTGRES to the folder of its programs initdb and postgres." >&2
exit 1
