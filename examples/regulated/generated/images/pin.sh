#!/usr/bin/env bash
# Writes the image of a workload into the profile file: the one line, and nothing else.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail

usage() {
  cat <<'TEXT'
Writes the image of a workload into the profile file, by digest.

usage: pin.sh PROFILE_FILE WORKLOAD IMAGE

  IMAGE   registry/name:tag@sha256:...

Ends with 0 (the line says so now), 1 (failed) or 2 (called wrongly).
TEXT
}

fail() {
  printf 'error: %s\n' "$2" >&2
  exit "$1"
}

case "${1:-}" in
  -h | --help)
    usage
    exit 0
    ;;
esac
(($# == 3)) || fail 2 'a profile file, a workload and an image are needed; --help says how to call it'
file=$1 workload=$2 image=$3
[[ -f $file ]] || fail 2 "there is no file $file"
[[ $workload =~ ^[a-z][a-z0-9-]*$ ]] || fail 2 "$workload is no name of a workload"
[[ $image =~ ^[A-Za-z0-9][A-Za-z0-9._/:-]*@sha256:[0-9a-f]{64}$ ]] || fail 2 "$image is not named by digest: registry/name:tag@sha256:..."

# In the same folder, so that it takes the place of the old one in one step.
new=$(mktemp -- "$file.XXXXXX")
trap 'rm -f -- "$new"' EXIT
awk -v workload="$workload" -v image="$image" '
  /^[[:space:]]*\[/ { here = $0 ~ "^[[:space:]]*\\[workloads\\." workload "\\][[:space:]]*(#.*)?$" }
  here && /^[[:space:]]*image[[:space:]]*=/ { print "image = \"" image "\""; found++; next }
  { print }
  END { exit found == 1 ? 0 : 3 }
' "$file" >"$new" || fail 1 "$file has no table [workloads.$workload] with a line image = \"...\""
cat -- "$new" >"$file"
