//! The script that looks at namespaces which were there before: what it makes of the API server's answers, and its exit status.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::root;

/// A kubectl that answers as an API server did: `legacy` has a Deployment that breaks the level, a pod that breaks a policy, a CronJob
/// that does so at night, and a public Service; `good` has nothing.
const KUBECTL: &str = r#"#!/usr/bin/env bash
printf '%s\n' "$*" >>"$CALLS"
case "$*" in
  'get namespaces '*) printf 'kube-system legacy good' ;;
  'get namespace nowhere '*) exit 1 ;;
  'get namespace '*) ;;
  'label namespace legacy '*--dry-run=server*)
    printf '%s\n' 'Warning: existing pods in namespace "legacy" violate the new PodSecurity enforce level "restricted:v1.36"' \
      'Warning: web-1 (and 2 other pods): runAsNonRoot != true' >&2
    ;;
  'create configmap '*) printf "Warning: Validation failed for ValidatingAdmissionPolicy 'shop-preview-probe' with binding 'shop-preview-probe': in force\n" >&2 ;;
  'get pods --namespace legacy '*) printf 'web-1\tReplicaSet/web\t{"a":1}\nweb-2\tReplicaSet/web\t{"a":1}\nold\t/\t{}\n' ;;
  'get cronjobs --namespace legacy '*) printf 'nightly\t{"night":1}\n' ;;
  'get services --namespace legacy '*) printf 'inside\tClusterIP\t=\t=\npublic\tLoadBalancer\t=\t={"x":"y"}\n' ;;
  'create --dry-run=server '*)
    object=$(cat)
    printf '%s\n' "$object" >>"$CALLS"
    case "$object" in
      *Service*)
        printf "Warning: Validation failed for ValidatingAdmissionPolicy 'shop-internal-load-balancers-preview' with binding 'shop-internal-load-balancers-preview': A load balancer has to be internal.\n" >&2
        printf "Error from server (Forbidden): services \"x\" is forbidden: ValidatingAdmissionPolicy 'shop-internal-load-balancers' with binding 'shop-internal-load-balancers' denied request: A load balancer has to be internal.\n" >&2
        exit 1
        ;;
      *night*) printf "Warning: Validation failed for ValidatingAdmissionPolicy 'shop-limits-preview' with binding 'shop-limits-preview': No limits.\n" >&2 ;;
      *'"spec":{}'*)
        printf "Error from server (Forbidden): pods \"x\" is forbidden: exceeded quota: quota\n" >&2
        exit 1
        ;;
    esac
    ;;
esac
"#;

fn look(arguments: &[&str]) -> (Output, String) {
    let here = tempfile::tempdir().expect("a folder");
    let tool = here.path().join("kubectl");
    fs::write(&tool, KUBECTL).expect("a write");
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).expect("a run bit");
    let calls = here.path().join("calls");
    fs::write(&calls, "").expect("a write");
    let path = format!("{}:{}", here.path().display(), std::env::var("PATH").unwrap_or_default());
    let script = root().join("examples/shop/generated/kubernetes/existing/look.sh");
    let ran = Command::new("bash").arg(script).args(arguments).env("PATH", path).env("CALLS", &calls).output();
    let ran = ran.expect("bash");
    (ran, fs::read_to_string(Path::new(&calls)).expect("the calls"))
}

fn said(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

#[test]
fn it_says_who_would_be_refused_by_what_and_leaves_nothing_behind() {
    let (ran, calls) = look(&["show"]);
    let said = said(&ran);
    assert_eq!(ran.status.code(), Some(3), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "legacy\tPodSecurity restricted\tweb-1 (and 2 other pods): runAsNonRoot != true",
            "legacy\tCronJob/nightly\tshop-limits: No limits.",
            "legacy\tService/public\tshop-internal-load-balancers: A load balancer has to be internal.",
            "good\t-\tnothing would be refused",
        ]
    );
    assert_eq!(calls.matches("\"spec\":{\"a\":1}").count(), 1, "pods of one owner are alike: {calls}");
    assert!(calls.contains("delete --kustomize . --ignore-not-found"), "{calls}");
    assert!(!calls.lines().any(|call| call.starts_with("label") && !call.contains("--dry-run=server")), "{calls}");
}

#[test]
fn it_labels_on_request_and_only_where_nothing_would_be_refused() {
    let (ran, calls) = look(&["warn", "legacy"]);
    assert_eq!((ran.status.code(), said(&ran).as_str()), (Some(0), "legacy\tlabelled\twarn audit restricted v1.36\n"));
    assert!(calls.contains("pod-security.kubernetes.io/warn=restricted") && !calls.contains("/enforce="), "{calls}");
    let (ran, calls) = look(&["enforce", "legacy", "good"]);
    assert_eq!(ran.status.code(), Some(3), "{calls}");
    let set: Vec<&str> =
        calls.lines().filter(|call| call.starts_with("label") && !call.contains("--dry-run=server")).collect();
    assert!(set.len() == 1 && set[0].starts_with("label namespace good "), "{set:?}");
}

#[test]
fn it_refuses_to_be_called_wrongly() {
    for arguments in [
        &[][..],
        &["label"],
        &["enforce"],
        &["show", "kube-system"],
        &["enforce", "aks-istio-system"],
        &["warn", "nowhere"],
    ] {
        let (ran, calls) = look(arguments);
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(!calls.contains("apply") && !calls.contains("label"), "{arguments:?}: {calls}");
    }
}
