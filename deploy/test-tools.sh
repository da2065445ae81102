#!/bin/sh
# Makes sure that the tests have what uv cannot install: a Chromium (browser tests) and PostgreSQL's programs (store tests).
# By apt-get where this user may, else Playwright's own Chromium, else a message and exit 2: no test is skipped silently.
set -eu
cd "$(dirname "$0")/.."

say() { echo "test-tools: $*"; }

has() { command -v "$1" >/dev/null 2>&1; }

has_chromium() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if has "$name"; then return 0; fi
  done
  # Playwright's own, from an earlier run.
  playwright=$(.venv/bin/python -c 'from playwright.sync_api import sync_playwright as p
with p() as play: print(play.chromium.executable_path)' 2>/dev/null) || return 1
  [ -x "$playwright" ]
}

has_postgresql() {
  if has initdb && has pg_ctl; then return 0; fi
  for folder in /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then return 0; fi
  done
  return 1
}

# How this user runs apt-get; fails when there is none or it is not allowed.
apt() {
  has apt-get || return 1
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get "$@"
  elif has sudo && sudo -n true 2>/dev/null; then
    sudo -n DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    return 1
  fi
}

updated=no
install() {
  if [ $updated = no ]; then
    apt update -qq >/dev/null || return 1
    updated=yes
  fi
  apt install -y -qq --no-install-recommends "$@" >/dev/null
}

if ! has_chromium; then
  say "Chromium is missing; installing chromium and fonts for all languages by apt-get (a minute or two)"
  if ! install chromium fonts-noto-core fonts-noto-cjk; then
    say "apt-get cannot; fetching Playwright's own Chromium"
    .venv/bin/python -m playwright install chromium || true
  fi
  if ! has_chromium; then
    say "there is no Chromium for the browser tests. Install one (Debian: apt-get install chromium fonts-noto-core" \
      "fonts-noto-cjk) so that 'chromium' is on the PATH, and try again." >&2
    exit 2
  fi
fi

if ! has_postgresql; then
  say "PostgreSQL is missing; installing it by apt-get (the tests start a server of their own)"
  install postgresql || true
  if ! has_postgresql; then
    say "there is no PostgreSQL for the tests. Install it (Debian: apt-get install postgresql) so that 'initdb' and" \
      "'pg_ctl' are on the PATH or in /usr/lib/postgresql/VERSION/bin, and try again." >&2
    exit 2
  fi
fi
