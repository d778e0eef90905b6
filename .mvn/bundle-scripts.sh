#!/bin/sh
# Bundles what is drawn beside Vaadin's pages into a folder, with the Node.js that find-node.sh makes: shared-page/ for
# the browsers of those who read a shared page, and drawing/ with the script and the fonts by which the server draws.
# Kept in .tools/scripts under a hash of what goes in, so that it is made once. Without npm there are none: shared pages
# have tables alone, and the server draws nothing.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
out=$1
source="$root/frontend/src/main/shared-page"
drawing="$root/frontend/src/main/drawing"
charts="$root/frontend/src/main/resources/META-INF/frontend/echart"
key=$(cat "$0" "$source"/* "$drawing"/* "$charts"/*.ts | cksum | tr ' ' '-')
made="$root/.tools/scripts/$key"

if [ ! -f "$made/shared-page/names.properties" ]; then
  sh "$root/.mvn/find-node.sh"
  PATH="$root/.tools/node/bin:$PATH"
  if ! command -v npm >/dev/null 2>&1; then
    echo "No npm on the PATH: shared pages will have tables and no charts, and the server will draw no figures." >&2
    exit 0
  fi
  work="$root/.tools/scripts/packages"
  mkdir -p "$work" "$made/shared-page" "$made/drawing"
  cp "$source/package.json" "$work/"
  (cd "$work" && npm install --no-fund --no-audit --no-package-lock --loglevel=error >&2)
  export NODE_PATH="$work/node_modules"
  esbuild="$work/node_modules/.bin/esbuild"
  # The server's engine knows the language of 2015.
  "$esbuild" "$drawing/draw.ts" --bundle --minify --target=es2015 --outfile="$made/drawing/draw.js" \
    --legal-comments=eof --log-level=warning --define:process.env.NODE_ENV='"production"'
  cp "$work/node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf" "$work/node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" \
    "$work/node_modules/dejavu-fonts-ttf/LICENSE" "$made/drawing/"
  "$esbuild" "$source/page.ts" --bundle --minify --target=es2022 \
    --outdir="$made/shared-page" --entry-names='[name]-[hash]' --asset-names='[name]-[hash]' --legal-comments=eof --log-level=warning \
    --loader:.woff2=file --loader:.woff=empty --loader:.ttf=empty
  (cd "$made/shared-page" && printf 'script=%s\nstyle=%s\n' page-*.js page-*.css > names.new && mv names.new names.properties)
fi
for part in shared-page drawing; do
  mkdir -p "$out/$part"
  rm -f "$out/$part"/*
  cp "$made/$part"/* "$out/$part/"
done
