#!/bin/sh
# Makes .tools/node/bin hold a Node.js that Vaadin accepts (24 or newer), from the npm registry as npm is set up here.
# Without npm it does nothing: Vaadin then looks for a Node.js of its own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
tools="$root/.tools/node"
wanted=24.21.0

[ -x "$tools/bin/node" ] && [ -x "$tools/bin/npm" ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    { apt-get update && apt-get install -y --no-install-recommends nodejs npm; } >&2
  else
    echo "No npm on the PATH: install Node.js (https://nodejs.org) if the frontend build below cannot find one." >&2
    exit 0
  fi
fi
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  Darwin-arm64) platform=darwin-arm64 ;;
  Darwin-x86_64) platform=darwin-x64 ;;
  *) echo "No packaged Node.js for $(uname -sm); Vaadin looks for one itself." >&2; exit 0 ;;
esac
mkdir -p "$tools"
# -g with --prefix: only so is the binary linked into bin/ without this project having a package.json of its own.
npm install -g --no-fund --no-audit --loglevel=error --prefix "$tools" "node-$platform@$wanted" npm@11 >&2
