#!/usr/bin/env bash
# All steps in order. Each can be run on its own, and again: what is as planned is left alone.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

help='All steps in order. Each can be run on its own, and again: what is as planned is left alone.

usage: deploy.sh [--plan] [--allow-weaken]

  --plan           show what would be done and change nothing
  --allow-weaken   remove what an earlier plan made and this one has not; without it nothing is removed

Ends with 0 (as planned), 1 (failed), 2 (called wrongly) or 3 (as planned but for what is marked with !).'
plan=false
for argument in "$@"; do
  case "$argument" in
    --plan) plan=true ;;
    --allow-weaken) ;;
    -h | --help)
      printf '%s\n' "$help"
      exit 0
      ;;
    *)
      printf 'error: no such argument %s; --help says how to call it\n' "$argument" >&2
      exit 2
      ;;
  esac
done

result=0
for step in ./[0-9][0-9]-*.sh; do
  printf '== %s\n' "${step#./}" >&2
  status=0
  "$step" "$@" || status=$?
  case $status in
    0) ;;
    3) result=3 ;;
    *)
      # A plan is shown to its end; a deployment stops, since the later steps need the earlier ones.
      result=1
      if [[ $plan == false ]]; then
        printf 'error: %s failed; put it right and run this again\n' "${step#./}" >&2
        exit 1
      fi
      ;;
  esac
  if ((result == 1)); then failed=true; fi
done
if [[ ${failed:-} == true ]]; then exit 1; fi
if [[ $plan == true ]]; then printf '== nothing was changed\n' >&2; fi
case $result in
  0) if [[ $plan == false ]]; then printf '== as planned\n' >&2; fi ;;
  3) printf '== what is marked with ! above is not as planned and was left as it is\n' >&2 ;;
esac
exit "$result"
