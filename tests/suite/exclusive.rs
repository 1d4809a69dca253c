//! Settings that exclude each other, as AKS documents it, one row for each combination: what can be written down here is
//! refused with its reason, and has a sample in `tests/bad-profiles`; the rest cannot be written down, because no setting says it.

use aks_harden::catalog::Catalog;
use aks_harden::plan::describe::settings;
use aks_harden::plan::{Input, resolve};

use crate::program::root;

/// One combination that AKS refuses, or takes and does not do.
struct Row {
    what: &'static str,
    refused: &'static [Pair],
    /// Words that a setting about it would hold in its name or its values. A setting that comes to hold them brings its rule,
    /// its sample and a pair here.
    no_setting: &'static [&'static str],
}

/// Two settings that are refused together.
struct Pair {
    sets: [&'static str; 2],
    /// Words of the refusal.
    reason: &'static str,
    /// The file in `tests/bad-profiles`.
    sample: &'static str,
    alone: Alone,
}

/// What is said of one side without the other.
enum Alone {
    /// Nothing of this: it is the pair that is refused.
    Fine,
    /// The profile has the first side already, so the second is refused alone.
    OfTheProfile,
    /// With the first side taken back, a control is broken.
    Control(&'static str, &'static str),
}
use Alone::{Control, Fine, OfTheProfile};

const fn pair(sets: [&'static str; 2], reason: &'static str, sample: &'static str, alone: Alone) -> Pair {
    Pair { sets, reason, sample, alone }
}
const fn refused(what: &'static str, refused: &'static [Pair]) -> Row {
    Row { what, refused, no_setting: &[] }
}
const fn no_setting(what: &'static str, no_setting: &'static [&'static str]) -> Row {
    Row { what, refused: &[], no_setting }
}

const LAUNCH: &str = "nodes.pools.user.trusted_launch=true";
const NO_LAUNCH: &str = "nodes.pools.user.trusted_launch=false";
const ISOLATED: &str = "network.egress=none";
const GATEWAY: &str = "nodes.pools.partner.mode=gateway";

const ROWS: &[Row] = &[
    refused(
        "a private cluster with authorized ranges",
        &[
            pair(
                ["access.authorized_ranges=[\"20.31.7.0/24\"]", "access.api=vnet-integration"],
                "Azure refuses ranges on it",
                "ranges-of-a-private-cluster",
                OfTheProfile,
            ),
            pair(
                ["access.authorized_ranges=[\"20.31.7.0/24\"]", "access.api=private-link"],
                "Azure refuses ranges on it",
                "ranges-of-a-private-cluster",
                OfTheProfile,
            ),
        ],
    ),
    no_setting("API server VNet integration with encryption of the virtual network", &["vnet_encryption"]),
    no_setting(
        "IMDS restriction of AKS with add-ons; block_imds is a network policy and restricts no add-on",
        &["imds_restriction"],
    ),
    Row {
        what: "network isolated with extensions; Flux is the only one there is",
        refused: &[pair(
            [ISOLATED, "access.bootstrap=gitops"],
            "AKS does not support it on network isolated clusters",
            "no-egress-and-gitops",
            Fine,
        )],
        no_setting: &["extensions", "dapr", "app_configuration", "machine_learning"],
    },
    Row {
        what: "network isolated without a cache to start from, which comes with the registry, or with public addresses of nodes",
        refused: &[
            pair([ISOLATED, "registry.enabled=false"], "nodes start", "no-egress-and-no-registry", Fine),
            pair(
                [ISOLATED, "network.default_outbound=true"],
                "nobody configured",
                "no-egress-and-default-outbound",
                Fine,
            ),
            pair(
                [ISOLATED, "cluster.node_os_upgrade_channel=Unmanaged"],
                "repositories",
                "no-egress-and-package-updates",
                Fine,
            ),
        ],
        no_setting: &["bootstrap_cache", "artifact", "node_public_ip"],
    },
    refused(
        "trusted launch with sandboxes, Arm64 or confidential machines; FIPS with trusted launch or with sandboxes",
        &[
            pair(
                [LAUNCH, "nodes.pools.user.size=Standard_D4pds_v5"],
                "Arm64",
                "trusted-launch-on-arm64",
                Control(NO_LAUNCH, "trusted-launch"),
            ),
            pair(
                [LAUNCH, "nodes.pools.user.size=Standard_E8ps_v5"],
                "Arm64",
                "trusted-launch-on-arm64",
                Control(NO_LAUNCH, "trusted-launch"),
            ),
            pair(
                [LAUNCH, "nodes.pools.user.size=Standard_DC4as_v5"],
                "confidential",
                "trusted-launch-on-confidential",
                Control(NO_LAUNCH, "trusted-launch"),
            ),
            pair(
                [LAUNCH, "nodes.pools.user.mode=sandboxed"],
                "no trusted launch for sandboxed nodes",
                "sandbox-with-trusted-launch",
                OfTheProfile,
            ),
            pair([LAUNCH, "nodes.pools.user.fips=true"], "Ubuntu 22.04 only", "fips-with-trusted-launch", OfTheProfile),
            pair(
                ["nodes.pools.user.fips=true", "nodes.pools.user.mode=sandboxed"],
                "no FIPS image for sandboxed nodes",
                "sandbox-with-fips",
                Fine,
            ),
        ],
    ),
    no_setting("Azure Container Linux with another channel than node images, or with sandboxes", &["ContainerLinux"]),
    no_setting("the mesh of Istio with application routing", &["mesh", "app_routing"]),
    no_setting("init containers of an older mesh with restricted pods", &["mesh"]),
    no_setting(
        "the Cilium data plane with policies of Calico or Azure: policy_engine chooses both",
        &["dataplane", "network_policy"],
    ),
    no_setting("the Cilium data plane with Windows pools", &["windows", "Windows"]),
    no_setting("ABAC of the registry with AcrPull", &["abac"]),
    Row {
        what: "KMS with a system-assigned identity, or with a private vault without VNet integration",
        refused: &[pair(
            ["encryption.etcd=customer", "access.api=private-link"],
            "the API server could not reach the key",
            "etcd-key-out-of-reach",
            Fine,
        )],
        no_setting: &["system_assigned", "kms"],
    },
    no_setting("a bootstrap registry of one's own without ARM tokens", &["arm_policy", "arm_token"]),
    no_setting("metrics of the control plane with a private workspace", &["prometheus", "metrics"]),
    Row {
        what: "address blocks of pods or nodes in network policies, which Cilium never matches",
        refused: &[
            pair(
                ["network.flows=[\"user -> cidr:10.244.3.0/24:443\"]", "network.pods=10.244.0.0/16"],
                "name the workload",
                "flow-to-pods-by-address",
                OfTheProfile,
            ),
            pair(
                ["network.flows=[\"user -> cidr:10.40.4.0/28:22\"]", "nodes.pools.user.subnet=10.40.4.0/24"],
                "where the cluster itself lives",
                "flow-to-nodes-by-address",
                Fine,
            ),
        ],
        no_setting: &["ip_block"],
    },
    refused(
        "a static egress gateway behind another way out, which would come before its addresses; that network policies do not hold there is said by controls",
        &[
            pair([ISOLATED, GATEWAY], "which are a way out", "egress-gateway-in-an-isolated-cluster", Fine),
            pair(
                ["network.egress=nat-gateway", GATEWAY],
                "come before addresses of a machine",
                "egress-gateway-behind-a-nat-gateway",
                OfTheProfile,
            ),
        ],
    ),
    no_setting("a file mode of 0400 for mounted secrets with pods that are not root", &["permission", "file_mode"]),
    no_setting("deployment safeguards with manifests without limits", &["safeguard"]),
    no_setting("disks that nobody can export with AKS Backup's vault tier", &["backup"]),
    no_setting("AKS Backup with Velero", &["backup", "velero"]),
    refused(
        "network isolated with Cloudflare's tunnel",
        &[pair([ISOLATED, "tunnel.enabled=true"], "edge", "no-egress-and-tunnel", Fine)],
    ),
    no_setting("admission by digest or by registry with sidecars of a mesh", &["sidecar", "mesh"]),
    no_setting("the policy against public addresses over the groups that hold the platform's own", &["policy_scope"]),
    no_setting(
        "Azure Files whose driver makes the private endpoints, with rules on their subnet: the tree makes them",
        &["azure_files", "network_endpoint"],
    ),
    refused(
        "no zone for the API server's name and no public name either",
        &[pair(
            ["access.dns_zone=none", "access.public_fqdn=false"],
            "nothing would know the name",
            "no-zone-and-no-public-name",
            OfTheProfile,
        )],
    ),
];

#[test]
fn settings_that_exclude_each_other_are_refused_with_the_reason() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let read =
        |name: &str| std::fs::read_to_string(root().join(format!("examples/{name}/aks-harden.toml"))).expect("one");
    let (quickstart, shop) = (read("quickstart"), read("shop"));
    for Pair { sets, reason, sample, alone } in ROWS.iter().flat_map(|row| row.refused) {
        // Who flows is about has to be there.
        let text = if sets[0].contains("flows") { &shop } else { &quickstart };
        let said = |sets: &[&str]| {
            let sets = sets.iter().map(ToString::to_string).collect();
            let input = Input { file: "aks-harden.toml".into(), text: text.clone(), sets, ..Input::default() };
            resolve(&catalog, &input).map_or_else(|e| e.to_string(), |_| String::new())
        };
        let both = said(sets);
        assert!(both.contains(reason), "{sets:?}: {both}");
        for side in sets {
            assert!(both.contains(&format!("--> --set\n   |  {side}")), "{side} has no place: {both}");
        }
        assert!(root().join(format!("tests/bad-profiles/{sample}.toml")).is_file(), "{sets:?} has no sample");
        match alone {
            Fine => {
                for side in sets {
                    assert!(!said(&[side]).contains(reason), "{side}: {}", said(&[side]));
                }
            }
            OfTheProfile => {
                let alone = sets.iter().filter(|side| said(&[side]).contains(reason)).count();
                assert_eq!(alone, 1, "{sets:?}: the profile has one of the two");
            }
            Control(back, control) => {
                let said = said(&[back, sets[1]]);
                assert!(said.contains(control) && !said.contains(reason), "{said}");
            }
        }
    }
}

#[test]
fn what_no_setting_can_express_has_no_setting() {
    for setting in settings() {
        // A value of a list can express it as well: `network.egress=none`.
        let values = setting.allowed.iter().map(|allowed| format!("{}={}", setting.id, allowed.value));
        for said in std::iter::once(setting.id.clone()).chain(values) {
            for Row { what, no_setting, .. } in ROWS {
                let word = no_setting.iter().find(|word| said.contains(**word));
                assert!(word.is_none(), "{said} can express: {what}; it wants a rule and a sample now");
            }
        }
    }
}

#[test]
fn every_row_is_refused_or_cannot_be_said() {
    for Row { what, refused, no_setting } in ROWS {
        assert!(!refused.is_empty() || !no_setting.is_empty(), "{what}");
    }
}
