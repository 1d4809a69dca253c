//! Runs one evidence over a list of resources.

use super::outcome::{Outcome, Proof};
use super::resource::Resource;
use super::walk::inspect;
use crate::catalog::control::Control;
use crate::catalog::evidence::{Evidence, Quantifier, World};

/// Whether every evidence of a control that is written in the shape of `world` holds over these resources.
pub fn holds(control: &Control, world: World, resources: &[Resource]) -> bool {
    holds_but(control, world, resources, &[])
}

/// The same, but for the places that an exception names: what stands there counts, and may be what it likes.
pub fn holds_but(control: &Control, world: World, resources: &[Resource], excepted: &[&str]) -> bool {
    let mine = control.evidence.iter().filter(|evidence| evidence.world() == world);
    mine.map(|evidence| evaluate_but(evidence, resources, excepted)).all(|outcome| outcome.holds())
}

/// Runs one evidence. An evidence about another world than that of the resources finds nothing.
pub fn evaluate(evidence: &Evidence, resources: &[Resource]) -> Outcome {
    evaluate_but(evidence, resources, &[])
}

/// The same, but for the places that an exception names, such as `nodes.pools.user`.
pub fn evaluate_but(evidence: &Evidence, resources: &[Resource], excepted: &[&str]) -> Outcome {
    let candidates: Vec<&Resource> = resources.iter().filter(|resource| resource.is(&evidence.of)).collect();
    let proof = match &evidence.per {
        None => over(evidence, &candidates, "", excepted),
        Some(owner) => {
            let owners = resources.iter().filter(|resource| resource.is(owner) && !is_at(resource, excepted));
            let each = owners.map(|owner| {
                let mine: Vec<&Resource> =
                    candidates.iter().copied().filter(|resource| resource.belongs_to(owner)).collect();
                over(evidence, &mine, &owner.id, excepted)
            });
            Proof::All(each.collect())
        }
    };
    Outcome { proof }
}

fn is_at(resource: &Resource, places: &[&str]) -> bool {
    places.iter().any(|place| resource.stands_at(place))
}

fn over(evidence: &Evidence, candidates: &[&Resource], owner: &str, excepted: &[&str]) -> Proof {
    let mut selecting = Vec::new();
    let mut demanded = Vec::new();
    for resource in candidates {
        // Nothing is asked of what an exception is about, not even that it is one of those that are selected.
        if is_at(resource, excepted) {
            selecting.push(Proof::All(Vec::new()));
            continue;
        }
        let selected = Proof::All(evidence.select.iter().map(|condition| inspect(condition, resource, true)).collect());
        if !selected.holds() {
            continue;
        }
        if evidence.quantifier == Quantifier::None {
            let unwanted = evidence.demand.as_ref().is_none_or(|demand| inspect(demand, resource, false).holds());
            demanded.extend(unwanted.then(|| Proof::Unwanted(resource.id.clone())));
            continue;
        }
        selecting.push(selected);
        demanded.extend(evidence.demand.as_ref().map(|demand| inspect(demand, resource, false)));
    }
    let what = if owner.is_empty() { evidence.to_string() } else { format!("{owner}: {evidence}") };
    let enough = Proof::AtLeast { count: evidence.count, what: what.clone(), found: selecting };
    match (evidence.quantifier, &evidence.demand) {
        (Quantifier::None, _) => Proof::All(demanded),
        (Quantifier::Any, Some(_)) => {
            Proof::All(vec![enough, Proof::AtLeast { count: evidence.count.max(1), what, found: demanded }])
        }
        _ => Proof::All(vec![enough, Proof::All(demanded)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn run(evidence: &str, bodies: &[Value]) -> Outcome {
        let evidence: Evidence = toml::from_str(evidence).unwrap_or_else(|e| panic!("{e}"));
        let resources: Vec<Resource> = bodies.iter().cloned().filter_map(Resource::kubernetes).collect();
        assert_eq!(resources.len(), bodies.len());
        evaluate(&evidence, &resources)
    }

    fn service(name: &str, kind: &str) -> Value {
        json!({ "kind": "Service", "metadata": { "name": name, "namespace": "apps" }, "spec": { "type": kind } })
    }

    #[test]
    fn every_wants_one_at_least() {
        let text = "of = 'Service'\npath = 'spec.type'\nequals = 'ClusterIP'";
        assert!(run(text, &[service("a", "ClusterIP")]).holds());
        assert!(!run(text, &[]).holds());
        assert!(run(&format!("{text}\ncount = 0"), &[]).holds());
        let mixed = run(text, &[service("a", "ClusterIP"), service("b", "NodePort")]);
        assert_eq!(mixed.failures(), ["Service/apps/b spec.type must be \"ClusterIP\", and is \"NodePort\""]);
    }

    #[test]
    fn any_and_none() {
        let any = "of = 'Service'\npath = 'spec.type'\nequals = 'ClusterIP'\nquantifier = 'any'";
        assert!(run(any, &[service("a", "ClusterIP"), service("b", "NodePort")]).holds());
        assert!(!run(any, &[service("b", "NodePort")]).holds());
        let none = "of = 'Service'\nquantifier = 'none'\nwhere = [{ path = 'spec.type', equals = 'NodePort' }]";
        assert!(run(none, &[service("a", "ClusterIP")]).holds());
        assert_eq!(run(none, &[service("b", "NodePort")]).failures(), ["Service/apps/b is there"]);
    }

    #[test]
    fn each_namespace_counts_for_itself() {
        let text = "of = 'Service'\nper = 'Namespace'";
        let namespace = |name: &str| json!({ "kind": "Namespace", "metadata": { "name": name } });
        assert!(run(text, &[namespace("apps"), service("a", "ClusterIP")]).holds());
        let missing = run(text, &[namespace("apps"), namespace("shop"), service("a", "ClusterIP")]);
        assert!(!missing.holds());
        assert!(missing.failures().iter().any(|failure| failure.starts_with("Namespace/shop: ")), "{missing:?}");
    }

    #[test]
    fn an_exception_is_about_its_place_alone() {
        let text = "of = 'Service'\npath = 'spec.type'\nequals = 'ClusterIP'\ncount = 2";
        let labelled = |name: &str, kind: &str| {
            let mut body = service(name, kind);
            body["metadata"]["labels"] = json!({ "app.kubernetes.io/name": name });
            body
        };
        let run = |evidence: &str, bodies: &[Value], excepted: &[&str]| {
            let evidence: Evidence = toml::from_str(evidence).unwrap_or_else(|e| panic!("{e}"));
            let resources: Vec<Resource> = bodies.iter().cloned().filter_map(Resource::kubernetes).collect();
            evaluate_but(&evidence, &resources, excepted).holds()
        };
        let one_is_weak = [labelled("a", "ClusterIP"), labelled("b", "NodePort")];
        assert!(!run(text, &one_is_weak, &[]));
        assert!(run(text, &one_is_weak, &["workloads.b"]), "what is excepted counts");
        assert!(!run(text, &one_is_weak, &["workloads.a"]), "the other place is demanded still");
        assert!(!run(text, &[labelled("a", "NodePort"), labelled("b", "NodePort")], &["workloads.b"]));
        assert!(run(text, &one_is_weak, &["namespaces.apps"]));
        let none = "of = 'Service'\nquantifier = 'none'\nwhere = [{ path = 'spec.type', equals = 'NodePort' }]";
        assert!(run(none, &one_is_weak, &["workloads.b"]) && !run(none, &one_is_weak, &["workloads.a"]));
        let pool =
            |name: &str| Resource::azure("Microsoft.ContainerService/managedClusters/agentPools", name, json!({}));
        assert!(pool("/x/agentPools/user").stands_at("nodes.pools.user"));
        assert!(!pool("/x/agentPools/system").stands_at("nodes.pools.user"));
    }

    #[test]
    fn lists_are_read_element_by_element() {
        let pod = |first: bool, second: bool| {
            json!({ "kind": "Pod", "metadata": { "name": "p" }, "spec": { "containers": [
                { "name": "a", "on": first }, { "name": "b", "on": second }] } })
        };
        let every = "of = 'Pod'\npath = 'spec.(containers,initContainers)[*].on'\nequals = true";
        assert!(run(every, &[pod(true, true)]).holds());
        assert!(!run(every, &[pod(true, false)]).holds());
        assert!(run(&every.replace('*', "any"), &[pod(true, false)]).holds());
        assert!(!run(&every.replace('*', "any"), &[pod(false, false)]).holds());
        assert!(run(&every.replace("[*]", "[name=a]"), &[pod(true, false)]).holds());
        assert!(!run(&every.replace("[*]", "[name=c]"), &[pod(true, true)]).holds());
        assert!(!run(&every.replace("containers", "others"), &[pod(true, true)]).holds());
    }

    #[test]
    fn the_weakest_value_gives_the_strength() {
        let text =
            "of = 'Namespace'\npath = 'level'\nat_least = 'baseline'\norder = ['privileged', 'baseline', 'restricted']";
        let level = |level: &str| json!({ "kind": "Namespace", "metadata": { "name": level }, "level": level });
        assert_eq!(run(text, &[level("baseline"), level("restricted")]).strength(), Some(1.0));
        assert!(!run(text, &[level("privileged")]).holds());
    }
}
