//! What workloads mount: secrets by each kind of reader, volumes of each kind, and what a weaker choice leaves closed.

use aks_harden::catalog::Catalog;
use aks_harden::evidence::{Resource, kubernetes};
use aks_harden::plan::{Input, resolve};
use aks_harden::tree::Tree;

use crate::program::root;

fn tree(example: &str, more: &str) -> Tree {
    let catalog = Catalog::load().unwrap_or_else(|e| panic!("{e}"));
    let path = root().join("examples").join(example).join("aks-harden.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())) + more;
    let input = Input { file: "aks-harden.toml".into(), text, ..Input::default() };
    let plan = resolve(&catalog, &input).unwrap_or_else(|e| panic!("{e}"));
    aks_harden::generate(&catalog, &plan).unwrap_or_else(|e| panic!("{e}"))
}

fn objects(tree: &Tree) -> Vec<Resource> {
    kubernetes::read(tree).unwrap_or_else(|e| panic!("{e}"))
}

fn find<'a>(objects: &'a [Resource], id: &str) -> &'a Resource {
    objects.iter().find(|object| object.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn text<'a>(object: &'a Resource, pointer: &str) -> &'a str {
    object.body.pointer(pointer).and_then(|value| value.as_str()).unwrap_or_default()
}

const EXPORT: &str = "\n[storage.classes.copies]\ndisk_export = \"private\"\nreclaim = \"Retain\"\n\n[[exception]]\n\
    control = \"deny-disk-export\"\nreason = \"a test\"\nowner = \"tests\"\nexpires = 2027-06-30\n";

#[test]
fn a_disk_that_may_be_exported_in_private_goes_by_the_disk_access_and_its_snapshots_do_not() {
    let tree = tree("quickstart", EXPORT);
    let objects = objects(&tree);
    let class = find(&objects, "StorageClass/quickstart-copies");
    assert_eq!(text(class, "/parameters/networkAccessPolicy"), "AllowPrivate");
    assert_eq!(text(class, "/parameters/publicNetworkAccess"), "Disabled");
    let access = text(class, "/parameters/diskAccessID");
    assert!(access.ends_with("/providers/Microsoft.Compute/diskAccesses/da-quickstart"), "{access}");
    assert_eq!(
        text(find(&objects, "VolumeSnapshotClass/quickstart-copies"), "/parameters/networkAccessPolicy"),
        "DenyAll"
    );
    assert_eq!(
        text(find(&objects, "StorageClass/quickstart-disk-private"), "/parameters/networkAccessPolicy"),
        "DenyAll"
    );
    for path in ["azcli/40-vault-and-registry.sh", "bicep/modules/disk-access.bicep"] {
        assert!(
            tree.get(path).is_some_and(|file| file.text.contains("deny-disk-export") || path.contains("bicep")),
            "{path}"
        );
    }
    assert!(
        tree.get("azcli/settings.sh").is_some_and(|file| file.text.contains(access)),
        "both paths name one resource"
    );
}

#[test]
fn each_reader_of_the_vault_is_told_to_the_driver_in_its_own_way() {
    let objects = objects(&tree("shared-reader", ""));
    let addon = find(&objects, "SecretProviderClass/takeover/portal");
    assert_eq!(text(addon, "/spec/parameters/useVMManagedIdentity"), "true");
    let principal = find(&objects, "SecretProviderClass/takeover/ledger");
    assert_eq!(text(principal, "/spec/parameters/useVMManagedIdentity"), "false");
    let of = |name: &str, pointer: &str| {
        let pod = find(&objects, &format!("PodTemplate/takeover/Deployment {name}"));
        let volumes =
            pod.body.pointer("/template/spec/volumes").and_then(|v| v.as_array()).cloned().unwrap_or_default();
        volumes.iter().find_map(|volume| volume.pointer(pointer).and_then(|v| v.as_str()).map(String::from))
    };
    assert_eq!(of("ledger", "/csi/nodePublishSecretRef/name").as_deref(), Some("key-vault-service-principal"));
    assert_eq!(of("portal", "/csi/nodePublishSecretRef/name"), None);
    assert_eq!(text(addon, "/spec/secretObjects/0/secretName"), "portal-portal-licence");
    assert!(principal.body.pointer("/spec/secretObjects").is_none(), "a copy is made on request only");
    let cloudflared = find(&objects, "PodTemplate/takeover-cloudflared/Deployment cloudflared");
    assert_eq!(text(cloudflared, "/template/spec/volumes/0/secret/secretName"), "cloudflared-token");
    assert!(
        !objects.iter().any(|o| o.id == "SecretProviderClass/takeover-cloudflared/cloudflared"),
        "it reads no vault"
    );
}

#[test]
fn a_certificate_can_be_mounted_without_its_key() {
    let tree = tree("gateway", "");
    let objects = objects(&tree);
    let class = find(&objects, "SecretProviderClass/archive/pages");
    let list = text(class, "/spec/parameters/objects");
    assert!(list.contains("objectName: signing-office\n  objectType: cert\n"), "{list}");
    assert!(list.contains("objectName: pages-session-key\n  objectType: secret\n"), "{list}");
    let file = |path: &str| tree.get(path).map(|file| file.text.as_str()).unwrap_or_default();
    // Its own kind of right, at its own scope; nobody is asked for a value, and no secret of that name is expected.
    let after = file("azcli/settings.sh").split("VAULT_CERTIFICATES=(").nth(1).unwrap_or_default();
    assert!(after.starts_with("\n  'signing-office' 'id-archive-pages' '"), "{after}");
    for path in ["azcli/secrets.sh", "azcli/verify.sh"] {
        assert!(file(path).contains("db79e9a7-68ee-4b58-9aeb-b90e7c24fcba' 'Key Vault Certificate User'"), "{path}");
        assert!(file(path).contains("ServicePrincipal \"$ID_VAULT/certificates/"), "{path}");
    }
    assert!(file("kubernetes/mounts.sh").contains("cert/signing-office"));
    let shop = self::tree("shop", "");
    assert!(
        shop.0.values().all(|file| !file.text.contains("VAULT_CERTIFICATES")),
        "where there is none, nothing speaks of it"
    );
}

#[test]
fn a_disk_is_a_copy_s_own_and_a_share_is_for_all() {
    let objects = objects(&tree("gateway", ""));
    let index = find(&objects, "StatefulSet/archive/index");
    assert_eq!(text(index, "/spec/volumeClaimTemplates/0/spec/accessModes/0"), "ReadWriteOncePod");
    let governing = text(index, "/spec/serviceName");
    assert_eq!(text(find(&objects, &format!("Service/archive/{governing}")), "/spec/clusterIP"), "None");
    let claim = find(&objects, "PersistentVolumeClaim/archive/pages-documents");
    assert_eq!(text(claim, "/spec/accessModes/0"), "ReadWriteMany");
    // A share of SMB cannot be mounted into a user namespace.
    let users = |id: &str| find(&objects, id).body.pointer("/template/spec/hostUsers").cloned();
    assert_eq!(users("PodTemplate/archive/Deployment pages"), None);
    assert_eq!(users("PodTemplate/archive/StatefulSet index"), Some(false.into()));
}

#[test]
fn what_the_tunnel_does_not_publish_is_caught_by_its_last_rule() {
    let objects = objects(&tree("gateway", ""));
    let config = text(find(&objects, "ConfigMap/archive-cloudflared/cloudflared"), "/data/config.yaml");
    let parsed: serde_json::Value = serde_yaml::from_str(config).unwrap_or_else(|e| panic!("{e}: {config}"));
    let rules = parsed["ingress"].as_array().expect("rules");
    let (last, named) = rules.split_last().expect("a rule");
    assert_eq!(last, &serde_json::json!({ "service": "http_status:404" }));
    assert!(
        !named.is_empty() && named.iter().all(|rule| rule["hostname"].as_str().is_some_and(|host| !host.contains('*')))
    );
    assert_eq!(parsed["warp-routing"]["enabled"], true);
}

#[test]
fn the_gateway_s_keys_stand_where_nothing_else_runs() {
    let objects = objects(&tree("gateway", ""));
    let gateway = find(&objects, "Gateway/archive-ingress-gateway/internal");
    let reference =
        |pointer: &str| text(gateway, &format!("/spec/listeners/0/tls/certificateRefs/0/{pointer}")).to_string();
    assert_eq!(
        (reference("name").as_str(), reference("namespace").as_str()),
        ("archive-tls", "archive-ingress-certificates")
    );
    let grant = find(&objects, "ReferenceGrant/archive-ingress-certificates/gateway");
    assert_eq!(text(grant, "/spec/to/0/name"), "archive-tls");
    assert_eq!(grant.body["spec"]["to"].as_array().map(Vec::len), Some(1), "no other Secret can be named");
    let pods: Vec<&str> = objects
        .iter()
        .filter(|o| o.kind == "PodTemplate" && o.namespace == "archive-ingress-certificates")
        .map(|o| o.name.as_str())
        .collect();
    assert_eq!(pods, ["Deployment ingress-certificates"]);
}
