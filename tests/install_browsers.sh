#!/bin/sh
# Sees that the browser tests have their browsers: installs Debian's where it may (root, apt-get), else says how.
# It never fails: tests/browser skips by name without a browser, and fails where CI is set.
set -u

missing=""
found() {
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
[ -n "${CHROMIUM:-}" ] || found chromium chromium-browser google-chrome || missing="chromium"
[ -n "${FIREFOX:-}" ] || found firefox-esr firefox || missing="$missing firefox-esr"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && found apt-get; then
  echo "Installing for the browser tests:$(printf ' %s' $missing) fonts-noto-core"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # $missing is a list of words
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing fonts-noto-core >/dev/null ||
    echo "The browsers could not be installed; the lines above say why." >&2
else
  echo "No browser for some tests. To install:  sudo apt-get install$(printf ' %s' $missing)"
fi
exit 0
