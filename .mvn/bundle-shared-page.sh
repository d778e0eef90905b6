#!/bin/sh
# Bundles the script and style sheet of shared pages into a folder, with the Node.js that find-node.sh makes. Kept in
# .tools/shared-page under a hash of what goes in, so that it is made once. Without npm there is none, and shared pages have
# tables alone.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
out=$1
source="$root/frontend/src/main/shared-page"
charts="$root/frontend/src/main/resources/META-INF/frontend/echart"
key=$(cat "$0" "$source"/* "$charts"/*.ts | cksum | tr ' ' '-')
made="$root/.tools/shared-page/$key"

if [ ! -f "$made/names.properties" ]; then
  sh "$root/.mvn/find-node.sh"
  PATH="$root/.tools/node/bin:$PATH"
  if ! command -v npm >/dev/null 2>&1; then
    echo "No npm on the PATH: shared pages will have tables and no charts." >&2
    exit 0
  fi
  work="$root/.tools/shared-page/packages"
  mkdir -p "$work" "$made"
  cp "$source/package.json" "$work/"
  (cd "$work" && npm install --no-fund --no-audit --no-package-lock --loglevel=error >&2)
  NODE_PATH="$work/node_modules" "$work/node_modules/.bin/esbuild" "$source/page.ts" --bundle --minify --target=es2022 \
    --outdir="$made" --entry-names='[name]-[hash]' --asset-names='[name]-[hash]' --legal-comments=eof --log-level=warning \
    --loader:.woff2=file --loader:.woff=empty --loader:.ttf=empty
  (cd "$made" && printf 'script=%s\nstyle=%s\n' page-*.js page-*.css > names.new && mv names.new names.properties)
fi
mkdir -p "$out"
rm -f "$out"/*
cp "$made"/* "$out/"
