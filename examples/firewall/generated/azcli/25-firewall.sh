#!/usr/bin/env bash
# The firewall that everything leaves through, with what it lets out and nothing else. Making it takes about ten minutes.
# Rendered by aks-harden from aks-harden.toml; change that file, then run: aks-harden render aks-harden.toml
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
source ./settings.sh
source ./lib.sh
source ./expectations.sh
begin 'The firewall that everything leaves through, with what it lets out and nothing else.' "$@"

API=api-version=2025-05-01
ID_POLICY=$ID_NETWORK/providers/Microsoft.Network/firewallPolicies/$FIREWALL_POLICY

# there ID: core az has no command for these.
there() {
  exists az resource show --ids "$1" --api-version 2025-05-01
}

public_ip=(--resource-group "$GROUP_EGRESS" --name "$FIREWALL_IP")
if ! exists az network public-ip show "${public_ip[@]}"; then
  args=("${public_ip[@]}" --location "$LOCATION" --sku Standard --allocation-method Static --version IPv4 --idle-timeout 4)
  if [[ -n $FIREWALL_ZONES ]]; then
    IFS=, read -r -a zones <<<"$FIREWALL_ZONES"
    args+=(--zone "${zones[@]}")
  fi
  create "make public address $FIREWALL_IP: the one that others see and can allow" az network public-ip create "${args[@]}"
fi

# What the firewall does with all that leaves. Without a rule nothing does.
policy_body() {
  local more=''
  printf '{"location": "%s", "tags": %s, "properties": {"sku": {"tier": "%s"}, "threatIntelMode": "Deny", "dnsSettings": {"servers": %s, "enableProxy": true}%s}}\n' \
    "$LOCATION" "$(tags_json)" "$FIREWALL_TIER" "$(json "$FIREWALL_NAME_SERVERS")" "$more" >"$SCRATCH/policy.json" # control: firewall-allow-list
}
policy_body
if there "$ID_POLICY"; then
  expect_firewall_policy
  look az rest --method get --url "$ID_POLICY?$API"
  if wrong "firewall policy $FIREWALL_POLICY"; then put "put firewall policy $FIREWALL_POLICY right" "$ID_POLICY?$API" "$(cat -- "$SCRATCH/policy.json")"; fi
else
  put "make firewall policy $FIREWALL_POLICY" "$ID_POLICY?$API" "$(cat -- "$SCRATCH/policy.json")"
fi

# collection NAME PRIORITY TYPE: rules of one type go together.
collection() {
  printf '{"ruleCollectionType": "FirewallPolicyFilterRuleCollection", "name": "%s", "priority": %s, "action": {"type": "Allow"}, "rules": [%s]}' "$1" "$2" "$3"
}

# group_body GROUP PRIORITY: its rules, as Azure wants them.
group_body() {
  local names='' addresses='' all='' protocols rule
  local -a words ports
  local -i i j
  for ((i = 0; i < ${#FIREWALL_RULES[@]}; i += 6)); do
    [[ ${FIREWALL_RULES[i]} == "$1" ]] || continue
    rule=$(printf '"name": "%s", "sourceAddresses": %s' "${FIREWALL_RULES[i + 1]}" "$(json "$FIREWALL_SOURCES")")
    case ${FIREWALL_RULES[i + 2]} in
      tag | names)
        IFS=, read -r -a words <<<"${FIREWALL_RULES[i + 3]}"
        IFS=, read -r -a ports <<<"${FIREWALL_RULES[i + 4]}"
        protocols=''
        for ((j = 0; j < ${#words[@]}; j++)); do
          protocols+="${protocols:+, }$(printf '{"protocolType": "%s", "port": %s}' "${words[j]}" "${ports[j]}")"
        done
        rule+=$(printf ', "ruleType": "ApplicationRule", "protocols": [%s]' "$protocols")
        ;;
      *) rule+=$(printf ', "ruleType": "NetworkRule", "ipProtocols": %s, "destinationPorts": %s' "$(json "${FIREWALL_RULES[i + 3]}")" "$(json "${FIREWALL_RULES[i + 4]}")") ;;
    esac
    case ${FIREWALL_RULES[i + 2]} in
      tag) rule+=", \"targetFqdns\": [], \"fqdnTags\": $(json "${FIREWALL_RULES[i + 5]}")" ;;
      names) rule+=", \"fqdnTags\": [], \"targetFqdns\": $(json "${FIREWALL_RULES[i + 5]}")" ;;
      hosts) rule+=", \"destinationAddresses\": [], \"destinationFqdns\": $(json "${FIREWALL_RULES[i + 5]}")" ;;
      ranges) rule+=", \"destinationFqdns\": [], \"destinationAddresses\": $(json "${FIREWALL_RULES[i + 5]}")" ;;
    esac
    case ${FIREWALL_RULES[i + 2]} in
      tag | names) names+="${names:+, }{$rule}" ;;
      *) addresses+="${addresses:+, }{$rule}" ;;
    esac
  done
  if [[ -n $addresses ]]; then all+=$(collection addresses 100 "$addresses"); fi
  if [[ -n $names ]]; then all+="${all:+, }$(collection names 200 "$names")"; fi
  printf '{"properties": {"priority": %s, "ruleCollections": [%s]}}\n' "$2" "$all" >"$SCRATCH/rules.json"
}

# rules GROUP PRIORITY
rules() {
  local url="$ID_POLICY/ruleCollectionGroups/$1?$API"
  group_body "$1" "$2"
  if there "$ID_POLICY/ruleCollectionGroups/$1"; then
    expect_firewall_rules "$1"
    look az rest --method get --url "$url"
    if wrong "firewall rules of $1"; then put "write the firewall rules of $1 anew" "$url" "$(cat -- "$SCRATCH/rules.json")"; fi
  else
    put "let out what the $1 needs" "$url" "$(cat -- "$SCRATCH/rules.json")" # control: firewall-allow-list
  fi
}
rules platform 200  # control: firewall-allow-list
rules workloads 300 # control: firewall-allow-list
if there "$ID_POLICY"; then
  expect_firewall_groups
  look az rest --method get --url "$ID_POLICY/ruleCollectionGroups?$API"
  if wrong "firewall policy $FIREWALL_POLICY"; then
    az rest --method get --url "$ID_POLICY/ruleCollectionGroups?$API" --query "value[?!contains(['platform', 'workloads'], name)].name" --output tsv >"$SCRATCH/groups"
    while IFS= read -r other; do
      change "remove firewall rules $other, which are in no plan" az rest --method delete --url "$ID_POLICY/ruleCollectionGroups/$other?$API" # control: firewall-allow-list
    done <"$SCRATCH/groups"
  fi
fi

printf '{"location": "%s", "tags": %s, "zones": %s, "properties": {"sku": {"name": "AZFW_VNet", "tier": "%s"}, "firewallPolicy": {"id": "%s"}, "ipConfigurations": [{"name": "public", "properties": {"subnet": {"id": "%s"}, "publicIPAddress": {"id": "%s"}}}]}}\n' \
  "$LOCATION" "$(tags_json)" "$(json "$FIREWALL_ZONES")" "$FIREWALL_TIER" "$ID_POLICY" "$ID_VNET/subnets/AzureFirewallSubnet" \
  "/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP_EGRESS/providers/Microsoft.Network/publicIPAddresses/$FIREWALL_IP" >"$SCRATCH/firewall.json"
if there "$ID_FIREWALL"; then
  expect_firewall
  look az rest --method get --url "$ID_FIREWALL?$API"
  if wrong "firewall $FIREWALL"; then put "put firewall $FIREWALL right" "$ID_FIREWALL?$API" "$(cat -- "$SCRATCH/firewall.json")"; fi
else
  put "make firewall $FIREWALL: about ten minutes" "$ID_FIREWALL?$API" "$(cat -- "$SCRATCH/firewall.json")" # control: owned-egress
fi

# The default route and the network's name server stand in the plan, so the firewall has to be where they say.
if there "$ID_FIREWALL"; then
  address=$(az rest --method get --url "$ID_FIREWALL?$API" --query 'properties.ipConfigurations[0].properties.privateIPAddress' --output tsv)
  [[ $address == "$NEXT_HOP" ]] || die "firewall $FIREWALL has the address $address, and the routes lead to $NEXT_HOP: delete it and run this again"
fi

finish
