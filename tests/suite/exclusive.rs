//! Settings that exclude each other, as AKS documents it: those that can be written down here are refused with their
//! reason, and have a sample in `tests/bad-profiles`; the others cannot be written down, because there is no setting.

use aks_harden::catalog::Catalog;
use aks_harden::plan::describe::settings;
use aks_harden::plan::{Input, resolve};

use crate::program::root;

/// Pairs that settings can express: the `--set` of each side, words of the refusal, and its sample.
const REFUSED: [([&str; 2], &str, &str); 9] = [
    (
        ["access.authorized_ranges=[\"20.31.7.0/24\"]", "access.api=vnet-integration"],
        "Azure refuses ranges on it",
        "ranges-of-a-private-cluster",
    ),
    (["access.dns_zone=none", "access.public_fqdn=false"], "nothing would know the name", "no-zone-and-no-public-name"),
    (["nodes.trusted_launch=true", "nodes.pools.user.size=Standard_D4pds_v5"], "Arm64", "trusted-launch-on-arm64"),
    (["nodes.trusted_launch=true", "nodes.pools.system.size=Standard_E8ps_v5"], "Arm64", "trusted-launch-on-arm64"),
    (
        ["nodes.trusted_launch=true", "nodes.pools.user.size=Standard_DC4as_v5"],
        "confidential",
        "trusted-launch-on-confidential",
    ),
    (["network.egress=none", "tunnel.enabled=true"], "edge", "no-egress-and-tunnel"),
    (["network.egress=none", "registry.enabled=false"], "nodes start", "no-egress-and-no-registry"),
    (["network.egress=none", "network.default_outbound=true"], "nobody configured", "no-egress-and-default-outbound"),
    (
        ["network.egress=none", "cluster.node_os_upgrade_channel=Unmanaged"],
        "repositories",
        "no-egress-and-package-updates",
    ),
];

/// Pairs that no profile file can express: what is fixed here or has no setting, and words that a setting about it would
/// hold in its name. A setting that comes to hold them brings its rule, its sample and a line above.
const NOT_SETTINGS: [(&str, &[&str]); 23] = [
    ("API server VNet integration with encryption of the virtual network", &["vnet_encryption"]),
    (
        "IMDS restriction of AKS with add-ons; block_imds is a network policy and restricts no add-on",
        &["imds_restriction"],
    ),
    ("egress none with extensions", &["extensions", "flux", "dapr"]),
    ("egress none without a bootstrap cache, which always comes with it", &["bootstrap_cache", "artifact"]),
    ("trusted launch or FIPS with Kata", &["kata", "sandbox", "runtime"]),
    ("FIPS with trusted launch on other systems than Ubuntu 22.04", &["fips"]),
    ("Azure Container Linux with another channel than node images", &["container_linux"]),
    ("the Istio add-on with application routing", &["istio", "mesh", "app_routing"]),
    ("init containers of an older Istio with restricted pods", &["istio", "mesh"]),
    (
        "the Cilium data plane with policies of Calico or Azure: policy_engine chooses both",
        &["dataplane", "network_policy"],
    ),
    ("the Cilium data plane, always, with Windows pools", &["windows"]),
    ("ABAC of the registry with AcrPull", &["abac"]),
    ("KMS with a system-assigned identity, or with a private vault without VNet integration", &["kms"]),
    ("a bootstrap registry of one's own without ARM tokens", &["arm_policy", "arm_token"]),
    ("metrics of the control plane with a private workspace", &["prometheus", "metrics"]),
    (
        "address blocks of pods in network policies; flows name workloads, and ranges of the cluster are refused",
        &["ip_block"],
    ),
    ("a static egress gateway with network policies", &["egress_gateway"]),
    ("a file mode of 0400 for mounted secrets with pods that are not root", &["permission", "file_mode"]),
    ("deployment safeguards with manifests without limits", &["safeguard"]),
    ("disks that nobody can export with AKS Backup's vault tier, and AKS Backup with Velero", &["backup", "velero"]),
    ("admission by digest with sidecars of a mesh", &["sidecar", "mesh"]),
    (
        "the policy against public addresses over the node resource group, which it is never assigned to",
        &["policy_scope"],
    ),
    (
        "Azure Files whose driver makes the private endpoints, with rules on their subnet: the tree makes them",
        &["azure_files", "network_endpoint"],
    ),
];

#[test]
fn settings_that_exclude_each_other_are_refused_with_the_reason() {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let text = std::fs::read_to_string(root().join("examples/quickstart/aks-harden.toml")).expect("the quickstart");
    for (pair, reason, sample) in REFUSED {
        let sets = pair.map(String::from).to_vec();
        let input = Input { file: "aks-harden.toml".into(), text: text.clone(), sets, ..Input::default() };
        let said = resolve(&catalog, &input).expect_err("the two exclude each other").to_string();
        assert!(said.contains(reason), "{pair:?}: {said}");
        for side in pair {
            assert!(said.contains(&format!("--> --set\n   |  {side}")), "{side} has no place: {said}");
        }
        assert!(root().join(format!("tests/bad-profiles/{sample}.toml")).is_file(), "{pair:?} has no sample");
        // One side alone is fine, but for controls: it is the pair that is refused.
        if pair[0] != "nodes.trusted_launch=true" {
            for side in pair {
                let alone = Input { sets: vec![side.into()], ..input.clone() };
                let said = resolve(&catalog, &alone).map_or_else(|e| e.to_string(), |_| String::new());
                assert!(!said.contains(reason), "{side}: {said}");
            }
        } else {
            let alone = Input { sets: vec![pair[1].into(), "nodes.trusted_launch=false".into()], ..input };
            let said = resolve(&catalog, &alone).expect_err("a control asks for trusted launch").to_string();
            assert!(said.contains("trusted-launch") && !said.contains(reason), "{said}");
        }
    }
}

#[test]
fn what_no_setting_can_express_has_no_setting() {
    for setting in settings() {
        // A value of a list can express it as well: `network.egress=none`.
        let values = setting.allowed.iter().map(|allowed| format!("{}={}", setting.id, allowed.value));
        for said in std::iter::once(setting.id.clone()).chain(values) {
            for (pair, words) in NOT_SETTINGS {
                let word = words.iter().find(|word| said.contains(**word));
                assert!(word.is_none(), "{said} can express: {pair}; it wants a rule and a sample now");
            }
        }
    }
}
