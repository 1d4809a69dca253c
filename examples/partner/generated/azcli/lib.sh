# Helpers of all scripts here; sourced, not run.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
# shellcheck shell=bash

PLAN=false         # true: show what would be done, change nothing
ALLOW_WEAKEN=false # true: remove what an earlier plan left behind
STUCK=0            # what is not as planned and was not changed
SCRATCH=$(umask 077 && mktemp -d)
export AZURE_CORE_ONLY_SHOW_ERRORS=true AZURE_CORE_NO_COLOR=true

# at_end COMMAND: run when the script ends, however it ends. Set no EXIT trap of your own: it would undo this one.
AT_END=()
at_end() {
  AT_END+=("$1")
}

# clean_up: what at_end was given, last first; puts back what was lifted for a moment; removes the scratch folder.
clean_up() {
  local status=$?
  local -i i
  trap '' INT TERM
  for ((i = ${#AT_END[@]} - 1; i >= 0; i--)); do "${AT_END[i]}" || status=1; done
  put_locks_back || status=1
  rm -rf -- "$SCRATCH"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# say TEXT...: one line for the reader; standard output stays free for results.
say() {
  printf '%s\n' "$*" >&2
}

# die TEXT...: says why, and ends the script with 1.
die() {
  say "error: $*"
  exit 1
}

# usage_error TEXT...: the script was called wrongly.
usage_error() {
  say "error: $*; --help says how to call it"
  exit 2
}

# sign_in: all that follows goes to the planned subscription, and to no other by mistake.
sign_in() {
  local found
  az account set --subscription "$SUBSCRIPTION" ||
    die "subscription $SUBSCRIPTION is out of reach: az login --tenant $TENANT"
  found=$(az account show --query tenantId --output tsv)
  same "$found" "$TENANT" || die "subscription $SUBSCRIPTION is in tenant $found, not in the planned $TENANT"
}

# begin HELP ARGUMENT...: what each numbered step starts with.
begin() {
  local help=$1
  shift
  while (($# > 0)); do
    case "$1" in
      --plan) PLAN=true ;;
      --allow-weaken) ALLOW_WEAKEN=true ;;
      -h | --help)
        printf '%s\n\nusage: %s [--plan] [--allow-weaken]\n\n' "$help" "${0##*/}"
        printf '  --plan           show what would be done and change nothing\n'
        printf '  --allow-weaken   remove what an earlier plan made and this one has not; without it nothing is removed\n\n'
        printf 'Ends with 0 (as planned), 1 (failed), 2 (called wrongly) or 3 (as planned but for what is marked with !).\n'
        exit 0
        ;;
      *) usage_error "no such argument $1" ;;
    esac
    shift
  done
  sign_in
}

# finish: what each numbered step ends with.
finish() {
  ((STUCK == 0)) || exit 3
  exit 0
}

# same A B: the same but for case? Azure is not always true to the case that it was given.
same() {
  local -i equal=1
  shopt -s nocasematch
  [[ "$1" == "$2" ]] || equal=0
  shopt -u nocasematch
  ((equal))
}

# exists az ... show ...: is it there? "Not found" (exit status 3) is an answer, every other failure ends the script.
exists() {
  local -i status=0
  "$@" --output none 2>"$SCRATCH/said" || status=$?
  ((status == 0)) && return 0
  ((status == 3)) && return 1
  cat -- "$SCRATCH/said" >&2
  die "could not find out whether it is there: $*"
}

# What Azure refuses now and takes later: roles and identities that have not spread yet, another operation at work,
# too many requests.
PASSING='PrincipalNotFound|does not exist in the directory|MissingPermission|OperationNotAllowed|AnotherOperation'
PASSING+='|RoleDefinitionDoesNotExist|OperationPreempted|[Ii]n progress|PutSubnetOperation|RetryableError|TooManyRequests|ServerTimeout'
PASSING+='|ServiceUnavailable|GatewayTimeout|Connection (reset|aborted)'

# attempt COMMAND...: runs it, and again with a growing pause while what stops it passes: for half an hour at most,
# since a role can take that long to spread.
attempt() {
  local -i pause=5 left=1800
  until "$@" 2>"$SCRATCH/said"; do
    # A quota that is used up comes under the same name as an operation that is at work, and waiting does not help.
    if ((left <= 0)) || grep -qi quota "$SCRATCH/said" || ! grep -qE "$PASSING" "$SCRATCH/said"; then
      cat -- "$SCRATCH/said" >&2
      return 1
    fi
    say "   not yet, again in $pause s: $(head -n 1 "$SCRATCH/said")"
    sleep "$pause"
    left=$((left - pause))
    pause=$((pause < 60 ? pause * 2 : 60))
  done
  cat -- "$SCRATCH/said" >&2
}

# change REASON COMMAND...: the only way in which a step changes anything.
change() {
  local reason=$1
  shift
  if [[ $PLAN == true ]]; then
    say " would: $reason"
    return
  fi
  say " - $reason"
  attempt "$@" --output none || die "failed: $reason"
}

# create REASON COMMAND...: a change that makes something which carries the tags.
create() {
  local reason=$1
  shift
  if ((${#TAGS[@]} > 0)); then set -- "$@" --tags "${TAGS[@]}"; fi
  change "$reason" "$@"
}

# poll SECONDS WHAT COMMAND...: asks with a growing pause until the command succeeds, or gives up after that long.
poll() {
  local -i left=$1 pause=2
  local what=$2
  shift 2
  until "$@"; do
    ((left > 0)) || die "gave up waiting: $what"
    say "   waiting: $what"
    sleep "$pause"
    left=$((left - pause))
    pause=$((pause < 30 ? pause * 2 : 30))
  done
}

# ready URL: has Resource Manager done what it was asked?
ready() {
  local state
  state=$(az rest --method get --url "$1" --query properties.provisioningState --output tsv)
  [[ $state != Failed ]] || die "it could not be made: az rest --method get --url $1"
  [[ $state == Succeeded ]]
}

# put WHY URL BODY: where core az has no command, Resource Manager is sent the whole of it.
put() {
  printf '%s\n' "$3" >"$SCRATCH/body.json"
  change "$1" az rest --method put --url "$2" --body "@$SCRATCH/body.json"
  [[ $PLAN == true ]] || poll 1800 'it is ready' ready "$2"
}

# json WORDS: words with commas between them, as a list; tags_json: the tags, as an object.
json() {
  if [[ -z $1 ]]; then printf '[]'; else printf '["%s"]' "${1//,/\", \"}"; fi
}

tags_json() {
  local tag text=''
  for tag in ${TAGS[@]+"${TAGS[@]}"}; do
    tag=${tag//\\/\\\\}
    tag=${tag//\"/\\\"}
    text+="${text:+, }\"${tag%%=*}\": \"${tag#*=}\""
  done
  printf '{%s}' "$text"
}

# -- comparing ---------------------------------------------------------------------------------------------------
# expectations.sh says, property by property, what a resource has to look like:
#   want NAME QUERY VALUE FLAG...   FLAGs of the update command put it right
#   fixed NAME QUERY VALUE WAY      cannot change in place: WAY says what leads there
# Then `look az ... show ...` reads them all in one call, and `mend` or `verdict` deals with those that differ.

# forget: a new list of expectations.
forget() {
  NAMES=() QUERIES=() VALUES=() MENDS=() FOUND=() LOOKED=()
  QUERY=''
}

want() {
  local name=$1 query=$2 value=$3
  shift 3
  NAMES+=("$name")
  QUERIES+=("$query")
  VALUES+=("$value")
  MENDS+=("$(printf '%s\n' "$@")")
  QUERY+="${QUERY:+, }to_string($query)"
}

fixed() {
  want "$1" "$2" "$3" "!$4"
}

# look az ... show ...: reads what is there. Lists of words come as JSON, null as null.
look() {
  local line
  LOOKED=("$@")
  "$@" --query "[$QUERY]" --output tsv >"$SCRATCH/found" || die "could not read: $*"
  FOUND=()
  while IFS= read -r line; do FOUND+=("$line"); done <"$SCRATCH/found"
  ((${#FOUND[@]} == ${#NAMES[@]})) || die "could not understand what Azure says: $*"
}

# off NUMBER: is this expectation not met?
off() {
  ! same "${FOUND[$1]}" "${VALUES[$1]}"
}

# stuck NAME FOUND WANTED WAY: cannot be changed in place; is named, and does not stop the rest.
stuck() {
  say " ! $1 is $2, planned is $3; cannot change in place: $4"
  STUCK=$((STUCK + 1))
}

# surplus WHAT COMMAND...: an earlier plan made it and this one has not. It goes only where that was allowed, since it may be
# what made the cluster hard.
surplus() {
  local what=$1
  shift
  if [[ $ALLOW_WEAKEN == true ]]; then
    change "remove $what, which is not planned" "$@"
    return
  fi
  say " ! $what is there and not planned; nothing is removed without --allow-weaken"
  STUCK=$((STUCK + 1))
}

# wrong WHAT: is anything not as planned that can be put right? Says what; FLAGS then holds the flags that do it.
# What cannot change in place is named too.
wrong() {
  local seen=' ' flag
  local -i i count=0
  FLAGS=()
  for ((i = 0; i < ${#NAMES[@]}; i++)); do
    off "$i" || continue
    if [[ ${MENDS[i]} == '!'* ]]; then
      stuck "$1: ${NAMES[i]}" "${FOUND[i]}" "${VALUES[i]}" "${MENDS[i]#!}"
      continue
    fi
    say " ~ $1: ${NAMES[i]} is ${FOUND[i]}, planned is ${VALUES[i]}"
    count+=1
    # Two properties that the same flags put right are put right once.
    [[ $seen != *" ${MENDS[i]} "* ]] || continue
    seen+="${MENDS[i]} "
    while IFS= read -r flag; do FLAGS+=("$flag"); done <<<"${MENDS[i]}"
  done
  ((count > 0))
}

# verdict WHAT: one line for each expectation, on standard output. FAILED counts those that are not met.
FAILED=0
verdict() {
  local -i i
  for ((i = 0; i < ${#NAMES[@]}; i++)); do
    if off "$i"; then
      judge 1 "$1: ${NAMES[i]} is ${FOUND[i]}, planned is ${VALUES[i]}"
    else
      judge 0 "$1: ${NAMES[i]}"
    fi
  done
}

# judge STATUS TEXT: 0 for what is as planned.
judge() {
  if (($1 == 0)); then
    printf 'ok    %s\n' "$2"
  else
    printf 'FAIL  %s\n' "$2"
    FAILED=$((FAILED + 1))
  fi
}

# planned_flags: FLAGS holds the flags of all expectations, for commands that make and update with the same flags.
planned_flags() {
  local flag
  local -i i
  FLAGS=()
  for ((i = 0; i < ${#NAMES[@]}; i++)); do
    [[ ${MENDS[i]} != '!'* ]] || continue
    while IFS= read -r flag; do FLAGS+=("$flag"); done <<<"${MENDS[i]}"
  done
}

# mend WHAT COMMAND...: the update command, with the flags of all that differs, in one call. Then it looks again: az takes
# some values without sending them.
mend() {
  local what=$1
  local -i i
  shift
  wrong "$what" || return 0
  change "put $what right" "$@" "${FLAGS[@]}"
  [[ $PLAN == false ]] || return 0
  look "${LOOKED[@]}"
  for ((i = 0; i < ${#NAMES[@]}; i++)); do
    if off "$i" && [[ ${MENDS[i]} != '!'* ]]; then
      stuck "$what: ${NAMES[i]}" "${FOUND[i]}" "${VALUES[i]}" 'Azure took the change and kept what it had; look at it in the portal'
    fi
  done
}

# keep_drivers: DRIVERS names the storage drivers that are not as AKS comes with them. az sends their switches with every update
# of a cluster, empty where the command line has none, and nowhere is written what Azure makes of an empty one.
keep_drivers() {
  az aks show --resource-group "$GROUP_CLUSTER" --name "$CLUSTER" --query "join(' ', [
    storageProfile.fileCsiDriver.enabled == \`false\` && '--disable-file-driver' || '', storageProfile.blobCsiDriver.enabled == \`true\` && '--enable-blob-driver' || '',
    storageProfile.diskCsiDriver.enabled == \`false\` && '--disable-disk-driver' || '',
    storageProfile.snapshotController.enabled == \`false\` && '--disable-snapshot-controller' || ''])" --output tsv >"$SCRATCH/drivers" ||
    die "could not see which storage drivers cluster $CLUSTER has"
  read -ra DRIVERS <"$SCRATCH/drivers" || true
  DRIVERS+=(--yes)
}

# -- roles -------------------------------------------------------------------------------------------------------

# An object id, where a name could stand.
OBJECT_ID='^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'

# actor NAME: the command that shows one of our identities, the one of the Key Vault add-on, which stands with the nodes, or
# the encryption set, which has one of its own.
actor() {
  case "$1" in
    "${DISK_ENCRYPTION_SET:--}") ACTOR=(az disk-encryption-set show --resource-group "$GROUP_SECURITY" --name "$1") ;;
    azurekeyvaultsecretsprovider-*) ACTOR=(az identity show --resource-group "$GROUP_NODES" --name "$1") ;;
    *) ACTOR=(az identity show --resource-group "$GROUP_CLUSTER" --name "$1") ;;
  esac
}

# acts NAME: is it there? A service principal, which goes by its object id, is not ours to look for.
acts() {
  actor "$1"
  [[ $1 =~ $OBJECT_ID ]] || exists "${ACTOR[@]}"
}

# principal_of NAME: the object id that Azure gave it.
principal_of() {
  if [[ $1 =~ $OBJECT_ID ]]; then
    printf '%s\n' "$1"
    return
  fi
  actor "$1"
  "${ACTOR[@]}" --query 'principalId || identity.principalId' --output tsv
}

# role_state NAME ROLE PRINCIPAL SCOPE: held (under whatever name), taken (another principal has the assignment of this
# name) or absent. PRINCIPAL is an object id here.
role_state() {
  az role assignment list --scope "$4" --fill-principal-name false --fill-role-definition-name false \
    --query '[].[scope, name, principalId, roleDefinitionId]' --output tsv |
    awk -F '\t' -v n="$1" -v r="$2" -v p="$3" -v s="$4" '
      tolower($1) != tolower(s) { next }
      tolower($3) == tolower(p) && index(tolower($4), tolower(r)) { state = "held" }
      tolower($2) == tolower(n) && tolower($3) != tolower(p) && state != "held" { state = "taken" }
      END { print state == "" ? "absent" : state }'
}

# assign NAME ROLE TITLE PRINCIPAL TYPE SCOPE: PRINCIPAL is what actor takes, or the object id of a group. CONDITION bounds it,
# where it is set.
assign() {
  local name=$1 role=$2 title=$3 principal=$4 type=$5 scope=$6 state
  if [[ $type == ServicePrincipal ]]; then
    if [[ $PLAN == true ]] && ! acts "$principal"; then
      say " would: make $principal $title on ${scope##*/}"
      return
    fi
    principal=$(principal_of "$principal")
  fi
  state=$(role_state "$name" "$role" "$principal" "$scope")
  [[ $state != held ]] || return 0
  # An identity that was deleted and made again is another principal, and an assignment cannot change its principal.
  if [[ $state == taken ]]; then
    change "remove role assignment $name on ${scope##*/}, which another principal holds" \
      past_locks "$scope" az role assignment delete --ids "$scope/providers/Microsoft.Authorization/roleAssignments/$name"
  fi
  change "make $4 $title on ${scope##*/}" \
    az role assignment create --name "$name" --role "$role" --assignee-object-id "$principal" \
    --assignee-principal-type "$type" --scope "$scope" ${CONDITION:+--condition "$CONDITION" --condition-version 2.0}
}

# assign_below SCOPE: all planned role assignments at this scope and below it.
assign_below() {
  local -i i
  for ((i = 0; i < ${#ROLES[@]}; i += 6)); do
    case "${ROLES[i + 5]}" in
      "$1" | "$1"/*) assign "${ROLES[@]:i:6}" ;;
    esac
  done
}

# past_locks SCOPE COMMAND...: a CanNotDelete lock refuses to delete role assignments too. Locks above the scope are
# lifted for the one command and put back at once; clean_up does it where the script is stopped in between.
past_locks() {
  local scope=$1 id
  local -i status=0 number=0
  shift
  az rest --method get --url "$scope/providers/Microsoft.Authorization/locks?api-version=2020-05-01" \
    --query "value[?properties.level=='CanNotDelete'].id" --output tsv >"$SCRATCH/locked"
  while IFS= read -r id; do
    # Locks below the scope are listed too, and do not stand in the way.
    case "$scope/" in "${id%/providers/Microsoft.Authorization/locks/*}"/*) ;; *) continue ;; esac
    number+=1
    az rest --method get --url "$id?api-version=2020-05-01" --query '{properties: properties}' --output json >"$SCRATCH/lock-$number.json"
    printf '%s\t%s\n' "$SCRATCH/lock-$number.json" "$id" >>"$SCRATCH/lifted"
    say "   lifting lock ${id##*/} for a moment"
    az rest --method delete --url "$id?api-version=2020-05-01" --output none
  done <"$SCRATCH/locked"
  "$@" || status=$?
  put_locks_back || status=1
  return "$status"
}

put_locks_back() {
  local body id
  local -i status=0
  [[ -e $SCRATCH/lifted ]] || return 0
  while IFS=$'\t' read -r body id; do
    say "   putting lock ${id##*/} back"
    az rest --method put --url "$id?api-version=2020-05-01" --body "@$body" --output none || {
      say "error: lock $id could not be put back: make it again"
      status=1
    }
  done <"$SCRATCH/lifted"
  rm -f -- "$SCRATCH/lifted"
  return "$status"
}
