#!/bin/sh
# Makes .venv where there is none and puts the pinned parts of requirements/NAME.txt into it: `install.sh run|test`.
# A second call finds the note it left and does nothing. Nothing of this project is installed.
set -eu

parts="requirements/$1.txt"
venv=.venv
note="$venv/installed-$1"
cd "$(dirname "$0")/.."

# What a shell around us set for another environment must not reach this one.
unset PYTHONHOME PYTHONPATH VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

fail() {
  printf '\n%s\n' "$@" >&2
  exit 1
}

# The first Python that is new enough and answers: a name may stand on PATH and still not run.
find_python() {
  for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "The dossier builder needs Python 3.11 or newer; found: $(python3 --version 2>&1 || echo 'no python3')." \
    "Install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python)," \
    "or name the one to use: make PYTHON=/path/to/python3.12 ..."
}

make_venv() {
  python=$(find_python)
  "$python" -c 'import venv, ensurepip' 2>/dev/null || fail \
    "$("$python" --version) has no venv module." \
    "Debian, Ubuntu: apt-get install python3-venv    then run the same make again."
  echo "Making $venv with $("$python" --version)"
  "$python" -m venv --clear "$venv"
}

# pip answers only in a finished environment: not in one that was broken off, nor after Python moved away.
"$venv/bin/python" -c 'import pip' 2>/dev/null || make_venv

wanted="$("$venv/bin/python" --version) $(cksum <"$parts")"
if [ "$(cat "$note" 2>/dev/null || true)" = "$wanted" ]; then
  exit 0
fi
echo "Installing what $parts pins into $venv (once; needs the network)"
"$venv/bin/python" -m pip install --quiet --only-binary :all: --require-hashes -r "$parts" ||
  fail "The parts in $parts could not be installed; the lines above say why."
printf '%s\n' "$wanted" >"$note"
# Compiled modules and templates halve what every command takes; a shell may keep Python from leaving them by itself.
"$venv/bin/python" -m tools.compile || true
