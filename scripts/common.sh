# What scripts/run and scripts/test share: finding or installing what they need, and saying so.
# Sourced by bash from the root of the repository; it knows nothing of what is run or tested.
# shellcheck shell=bash

# The server is built against these.
# shellcheck disable=SC2034  # read by the scripts that source this file
BUILD_PACKAGES=(
  libwebsockets-dev libwebsockets-evlib-ev libev-dev libjansson-dev libsqlite3-dev pkg-config
)
SWIFT_WANTED_MAJOR=6
SWIFT_WANTED_MINOR=3

# ip and others live there, and not everybody's PATH has it.
PATH="$PATH:/usr/sbin:/sbin"

# One line about what happens now.
say() { printf '\033[1m==>\033[0m %s\n' "$*"; }

# A sentence or more about why nothing goes on, and the end.
stop() {
  printf '\nCannot go on: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# Whether dpkg has the package installed.
has_package() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need_packages NAME…: installs those Debian packages that are missing; asks the network only then.
need_packages() {
  local missing=() package
  for package in "$@"; do
    has_package "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null || stop "these packages are missing, and there is no apt-get here: ${missing[*]}" \
    "The scripts install packages on Debian 12; elsewhere install what corresponds to them by hand."
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null; then root=(sudo); else
      stop "packages are missing, and this is neither root nor is there sudo. As root, run:" \
        "apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
  say "Installing ${missing[*]}"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
  if ! "${root[@]}" apt-get update -q || ! "${root[@]}" "${install[@]}"; then
    stop "apt-get did not succeed; what it said is above. Run it by hand and then this script again:" \
      "apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  fi
}

# need_swift: a Swift that is new enough.
need_swift() {
  local version major minor
  # Where swiftly puts it, in case the shell that called has not been told.
  command -v swift >/dev/null || PATH="$PATH:$HOME/.local/share/swiftly/bin"
  local advice="Get it from https://www.swift.org/install/linux/ and put its usr/bin into PATH."
  command -v swift >/dev/null || stop "there is no Swift here; Tertulia needs $SWIFT_WANTED_MAJOR.$SWIFT_WANTED_MINOR." "$advice"
  version=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | head -n 1 | cut -d' ' -f3)
  [ -n "$version" ] || stop "swift --version says nothing that looks like a version." "$advice"
  major=${version%%.*}
  minor=${version#*.}
  if [ "$major" -lt "$SWIFT_WANTED_MAJOR" ] ||
    { [ "$major" -eq "$SWIFT_WANTED_MAJOR" ] && [ "$minor" -lt "$SWIFT_WANTED_MINOR" ]; }; then
    stop "this is Swift $version; Tertulia needs $SWIFT_WANTED_MAJOR.$SWIFT_WANTED_MINOR or newer." "$advice"
  fi
}

# need_python: a virtual environment in .venv with what scripts/requirements.txt names, made anew when that changes.
need_python() {
  local python=python3
  # Debian parts venv from Python; a Python from elsewhere has it.
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    need_packages python3 python3-venv
    [ -x /usr/bin/python3 ] && python=/usr/bin/python3
  fi
  if cmp -s scripts/requirements.txt .venv/installed && .venv/bin/python -c '' 2>/dev/null; then return 0; fi
  say "Making .venv with the Python packages of scripts/requirements.txt"
  rm -rf .venv
  if ! "$python" -m venv .venv || ! .venv/bin/pip install -q --disable-pip-version-check -r scripts/requirements.txt; then
    stop "the Python packages could not be installed; what pip said is above." \
      "pip must reach its package index (see pip config list); then run this script again."
  fi
  cp scripts/requirements.txt .venv/installed
}

# own_network: sets OWN_NETWORK to the words that run a command in a network of its own, with loopback only, so that
# media stays on loopback and no port is taken; to none where the machine lets nobody make one.
own_network() {
  OWN_NETWORK=()
  if [ "$(id -u)" -eq 0 ] && unshare -n ip link set lo up 2>/dev/null; then
    OWN_NETWORK=(unshare -n)
  elif unshare -rn ip link set lo up 2>/dev/null; then
    OWN_NETWORK=(unshare -rn)
  else
    say "No network namespace to be had here: what follows shares the machine's network"
    return
  fi
  # shellcheck disable=SC2016  # "$@" is for the inner shell
  OWN_NETWORK+=(sh -c 'ip link set lo up; exec "$@"' sh)
}
