#!/bin/sh
# Sees that the browser tests have their browsers: installs Debian's where it may (root, apt-get), else says how.
# It never fails: tests/browser skips by name without a browser, and fails where CI is set.
# WebKit is for where it can be installed: it comes last, within minutes, and without it its tests are skipped always.
set -u

found() {
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
missing=""
[ -n "${CHROMIUM:-}" ] || found chromium chromium-browser google-chrome || missing=" chromium"
[ -n "${FIREFOX:-}" ] || found firefox-esr firefox || missing="$missing firefox-esr"
webkit=""
found WebKitWebDriver || webkit=" webkit2gtk-driver"
found Xvfb || webkit="$webkit xvfb"
[ -n "$missing$webkit" ] || exit 0

if [ "$(id -u)" != 0 ] || ! found apt-get; then
  [ -z "$missing" ] || echo "No browser for some tests. To install:  sudo apt-get install$missing"
  [ -z "$webkit" ] || echo "To test in WebKit too:  sudo apt-get install --no-install-recommends$webkit"
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
listed=""
if [ -n "$missing" ]; then
  echo "Installing for the browser tests:$missing fonts-noto-core"
  # shellcheck disable=SC2086  # $missing is a list of words
  apt-get update -qq && listed=yes &&
    apt-get install -y -qq --no-install-recommends $missing fonts-noto-core >/dev/null ||
    echo "The browsers could not be installed; the lines above say why." >&2
fi
if [ -n "$webkit" ]; then
  echo "Installing for the tests in WebKit:$webkit"
  patience="-qq -o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10"
  # Only the fetching is given a time: it can be broken off without harm, an installation cannot.
  # shellcheck disable=SC2086
  {
    { [ -n "$listed" ] || timeout 60 apt-get update $patience; } &&
      timeout 120 apt-get install $patience -y --no-install-recommends --no-remove --download-only $webkit &&
      apt-get install -y -qq --no-install-recommends --no-remove --no-download $webkit
  } >/dev/null 2>&1 || echo "WebKit could not be installed; its tests will be skipped."
fi
exit 0
