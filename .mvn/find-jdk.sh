#!/bin/sh
# Prints the home of a JDK 25 or newer: $JAVA_HOME, then the java on the PATH, then the folders where systems keep JDKs.
# With the argument "java" a runtime without compiler will do.
set -u
program=${1:-javac}

major() { # the feature version of the JDK at $1, or 0; read from its release file, so that no JVM is started
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  echo "${version:-0}"
}

is_jdk() { [ -x "$1/bin/$program" ] && [ "$(major "$1")" -ge 25 ]; }

path_home=$(readlink -f "$(command -v "$program" 2>/dev/null)" 2>/dev/null | sed 's|/bin/[^/]*$||')
for home in "${JAVA_HOME:-}" "$path_home" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$home" ] && is_jdk "$home"; then
    echo "$home"
    exit 0
  fi
done
echo "Shiftscope needs a JDK 25 or newer and found none in JAVA_HOME, on the PATH or in the usual folders." >&2
echo "Install one (for example the package temurin-25-jdk or openjdk-25-jdk), or set JAVA_HOME to its folder." >&2
exit 1
