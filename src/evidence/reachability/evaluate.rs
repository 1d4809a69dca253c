//! From policies to what is open.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ipnet::Ipv4Net;

use super::calico::is_nodes;
use super::model::{Action, Peer, Pod, Pods, Policy, Rule, Way, numbers};
use super::ports::{Ports, Protocol};
use super::read::World;
use super::regions::{Region, regions};
use super::{End, Kind, Open, Surroundings};

/// Somebody at one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Pod(usize),
    Region(usize),
    Nodes,
    ApiServer,
    Name(usize),
}

/// How far the rules have decided about one place.
#[derive(Debug, Clone)]
struct Decided {
    open: Ports,
    left: Ports,
    requests: Vec<(Ports, String)>,
}

/// What one pod's policies say about one way: about the places that they name, and about all others.
struct View {
    places: BTreeMap<Place, Decided>,
    closed: bool,
}

impl View {
    fn of(&self, place: Place) -> (Ports, &[(Ports, String)]) {
        match self.places.get(&place) {
            Some(decided) if self.closed => (decided.open.clone(), &decided.requests),
            Some(decided) => (decided.open.or(&decided.left), &decided.requests),
            None if self.closed => (Ports::default(), &[]),
            None => (Ports::all(), &[]),
        }
    }
}

struct Evaluator<'a> {
    world: &'a World,
    regions: Vec<Region>,
    names: Vec<String>,
    /// Pods by each of their labels.
    index: HashMap<(&'a str, &'a str), Vec<usize>>,
    /// The range of the pods, where it is known and addresses find pods.
    pods: Option<Ipv4Net>,
    everywhere: Vec<Place>,
}

pub(super) fn evaluate(world: &World, surroundings: &Surroundings) -> Vec<Open> {
    let evaluator = Evaluator::new(world, surroundings);
    let (into, out) = (evaluator.views(Way::In), evaluator.views(Way::Out));
    let mut found = Vec::new();
    for (from, pod) in world.pods.iter().enumerate().filter(|(_, pod)| pod.end.kind.is_pod()) {
        let named: Vec<Place> = out[from].places.keys().copied().collect();
        let places = if out[from].closed { &named } else { &evaluator.everywhere };
        let past = evaluator.past_policies(pod);
        for place in &past {
            evaluator.report_by_gateway(&pod.end, *place, &mut found);
        }
        for place in places.iter().filter(|place| !past.contains(place)) {
            let sent = out[from].of(*place);
            let open = match place {
                Place::Pod(to) => both(sent, into[*to].of(Place::Pod(from))),
                _ => (sent.0, sent.1.to_vec()),
            };
            evaluator.report(&pod.end, *place, open, &mut found);
        }
    }
    for (to, _) in world.pods.iter().enumerate().filter(|(_, pod)| pod.end.kind.is_pod()) {
        let named: Vec<Place> = into[to].places.keys().copied().collect();
        let places = if into[to].closed { &named } else { &evaluator.everywhere };
        for place in places.iter().filter(|place| !matches!(place, Place::Pod(_) | Place::Name(_))) {
            let (ports, requests) = into[to].of(*place);
            let from = match place {
                Place::Region(index) => evaluator.regions[*index].end.clone(),
                Place::ApiServer => End::outside(Kind::ApiServer, "API server"),
                _ => End::outside(Kind::Node, "nodes"),
            };
            evaluator.report(&from, Place::Pod(to), (ports, requests.to_vec()), &mut found);
        }
    }
    found.sort_by(|one, other| (&one.from, &one.to).cmp(&(&other.from, &other.to)));
    found
}

/// What both ends let pass. Requests that one end looks at count where the other lets the port pass at all.
fn both(sent: (Ports, &[(Ports, String)]), taken: (Ports, &[(Ports, String)])) -> (Ports, Vec<(Ports, String)>) {
    let open = sent.0.and(&taken.0);
    let through = |requests: &[(Ports, String)], other: &Ports| -> Vec<(Ports, String)> {
        requests.iter().map(|(ports, request)| (ports.and(other), request.clone())).collect()
    };
    let mut requests = through(sent.1, &taken.0);
    requests.extend(through(taken.1, &sent.0));
    (open, requests)
}

impl<'a> Evaluator<'a> {
    fn new(world: &'a World, surroundings: &Surroundings) -> Evaluator<'a> {
        let mut mentioned: Vec<Ipv4Net> = world.sets.iter().flat_map(|(_, nets)| nets.clone()).collect();
        mentioned.extend(world.gateways.iter().flat_map(|gateway| &gateway.excluded));
        let mut names = Vec::new();
        for peer in world.policies.iter().flat_map(|policy| &policy.rules).flat_map(|rule| &rule.peers) {
            match peer {
                Peer::Range { net, except } => mentioned.extend([*net].iter().chain(except)),
                Peer::Name(name) => names.push(name.clone()),
                _ => {}
            }
        }
        names.sort();
        names.dedup();
        let nodes = world.sets.iter().filter(|(labels, _)| is_nodes(labels)).flat_map(|(_, nets)| nets);
        let mut named: Vec<(Ipv4Net, End)> = nodes.map(|net| (*net, End::outside(Kind::Node, "nodes"))).collect();
        let networks = surroundings.networks.iter();
        named.extend(networks.map(|(net, name)| (*net, End::outside(Kind::Network, name.as_str()))));
        let regions = regions(&mentioned, &named);
        let mut index: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        for (at, pod) in world.pods.iter().enumerate() {
            for (key, value) in &pod.labels {
                index.entry((key, value)).or_default().push(at);
            }
        }
        let mut everywhere: Vec<Place> = (0..world.pods.len()).map(Place::Pod).collect();
        everywhere.extend((0..regions.len()).filter(|at| regions[*at].end.kind != Kind::Node).map(Place::Region));
        everywhere.extend([Place::Nodes, Place::ApiServer]);
        let pods = surroundings.pods.filter(|_| !world.cilium);
        Evaluator { world, regions, names, index, pods, everywhere }
    }

    /// The pods that a selector takes; those in the host's network are taken by none.
    fn pods(&self, pods: &Pods) -> Vec<usize> {
        let takes = |at: &usize| {
            let pod = &self.world.pods[*at];
            let namespace = pod.labels.get(super::selector::NAMESPACE).and_then(|name| self.world.namespaces.get(name));
            !pod.host_network
                && pods.pods.takes(&pod.labels)
                && pods
                    .namespaces
                    .as_ref()
                    .is_none_or(|selector| namespace.is_some_and(|labels| selector.takes(labels)))
        };
        // By the label that the fewest pods have.
        let candidates = |(key, values): (&str, &[String])| -> Vec<usize> {
            let lists = values.iter().filter_map(|value| self.index.get(&(key, value.as_str())));
            lists.flatten().copied().collect()
        };
        match pods.pods.handles().map(candidates).min_by_key(Vec::len) {
            Some(few) => few.into_iter().filter(takes).collect(),
            None => (0..self.world.pods.len()).filter(takes).collect(),
        }
    }

    /// Where a pod's traffic goes through an egress gateway, and no policy is asked. A configuration that no manifest makes excludes
    /// nothing that anybody could see.
    fn past_policies(&self, pod: &Pod) -> BTreeSet<Place> {
        let Some(name) = pod.gateway.as_ref().filter(|_| !pod.host_network) else { return BTreeSet::new() };
        let own = self.world.gateways.iter().find(|one| one.namespace == pod.end.namespace && one.name == *name);
        let carries = |region: &Region| own.is_none_or(|gateway| gateway.carries(region.sample));
        let regions = self.regions.iter().enumerate().filter(|(_, region)| carries(region));
        regions
            .map(|(at, region)| if region.end.kind == Kind::Node { Place::Nodes } else { Place::Region(at) })
            .collect()
    }

    fn in_range(&self, net: Ipv4Net, except: &[Ipv4Net]) -> Vec<Place> {
        let takes = |region: &Region| {
            let address = std::net::Ipv4Addr::from(region.sample);
            // What is the node's own is no range to Cilium.
            let node = self.world.cilium && region.end.kind == Kind::LocalDns;
            !node && net.contains(&address) && !except.iter().any(|except| except.contains(&address))
        };
        let mut found = Vec::new();
        for (at, region) in self.regions.iter().enumerate().filter(|(_, region)| takes(region)) {
            found.push(if region.end.kind == Kind::Node { Place::Nodes } else { Place::Region(at) });
        }
        let holds = |pods: Ipv4Net| {
            (net.contains(&pods) || pods.contains(&net)) && !except.iter().any(|except| except.contains(&pods))
        };
        if self.pods.is_some_and(holds) {
            found.extend((0..self.world.pods.len()).map(Place::Pod));
        }
        found
    }

    fn places(&self, peer: &Peer) -> Vec<Place> {
        let regions = |wanted: &dyn Fn(&Region) -> bool| -> Vec<Place> {
            (0..self.regions.len()).filter(|at| wanted(&self.regions[*at])).map(Place::Region).collect()
        };
        match peer {
            Peer::Anyone => self.everywhere.clone(),
            Peer::Pods(pods) => self.pods(pods).into_iter().map(Place::Pod).collect(),
            Peer::Range { net, except } => self.in_range(*net, except),
            // LocalDNS answers on an address of the node.
            Peer::Nodes => {
                let mut found = regions(&|region| region.end.kind == Kind::LocalDns);
                found.push(Place::Nodes);
                found
            }
            Peer::ApiServer => vec![Place::ApiServer],
            Peer::Cluster => (0..self.world.pods.len()).map(Place::Pod).chain([Place::Nodes]).collect(),
            // A private API server is not in the cluster.
            Peer::World => {
                let mut found = regions(&|region| !matches!(region.end.kind, Kind::LocalDns | Kind::Node));
                found.push(Place::ApiServer);
                found
            }
            Peer::Name(name) => self.names.binary_search(name).ok().map(Place::Name).into_iter().collect(),
            Peer::Sets(pods) => {
                let mut found: Vec<Place> = self.pods(pods).into_iter().map(Place::Pod).collect();
                for (labels, nets) in self.world.sets.iter().filter(|(labels, _)| pods.pods.takes(labels)) {
                    if is_nodes(labels) {
                        found.push(Place::Nodes);
                    } else {
                        found.extend(nets.iter().flat_map(|net| self.in_range(*net, &[])));
                    }
                }
                found
            }
        }
    }

    /// What the policies say for each pod about one way.
    fn views(&self, way: Way) -> Vec<View> {
        let mut of_pod: Vec<Vec<usize>> = vec![Vec::new(); self.world.pods.len()];
        let policies: Vec<&Policy> = self.world.policies.iter().filter(|policy| policy.way == way).collect();
        let mut resolved: Vec<Vec<Vec<Place>>> = Vec::new();
        for (at, policy) in policies.iter().enumerate() {
            self.pods(&policy.selects).into_iter().for_each(|pod| of_pod[pod].push(at));
            let places = |rule: &Rule| {
                let mut places: Vec<Place> = rule.peers.iter().flat_map(|peer| self.places(peer)).collect();
                places.sort_unstable();
                places.dedup();
                places
            };
            resolved.push(policy.rules.iter().map(places).collect());
        }
        let mut views = Vec::new();
        for (at, pod) in self.world.pods.iter().enumerate() {
            let mut mine = std::mem::take(&mut of_pod[at]);
            mine.sort_by(|one, other| policies[*one].order.total_cmp(&policies[*other].order));
            let mut view = View { places: BTreeMap::new(), closed: mine.iter().any(|at| policies[*at].closes) };
            let opened = pod.end.kind == Kind::Opened;
            let mut after = Vec::new();
            for policy in mine {
                let rules = policies[policy].rules.iter().zip(&resolved[policy]);
                // A NetworkPolicy that allows all stands with the others of its kind.
                let late = opened && policies[policy].order > super::model::PLAIN;
                if late {
                    after.extend(rules)
                } else {
                    rules.for_each(|(rule, places)| self.step(pod, way, rule, places, &mut view))
                }
            }
            if opened {
                let all =
                    Rule { action: Action::Allow, peers: vec![Peer::Anyone], ports: Vec::new(), requests: Vec::new() };
                self.step(pod, way, &all, &self.everywhere, &mut view);
            }
            after.into_iter().for_each(|(rule, places)| self.step(pod, way, rule, places, &mut view));
            views.push(view);
        }
        views
    }

    /// Lets one rule decide about what is still undecided at its places.
    fn step(&self, pod: &Pod, way: Way, rule: &Rule, places: &[Place], view: &mut View) {
        let of = |place: &Place| -> Ports {
            if rule.ports.is_empty() {
                return Ports::all();
            }
            // A port by name is looked up where it is listened on.
            let listener = match (way, place) {
                (Way::In, _) => Some(pod),
                (Way::Out, Place::Pod(at)) => Some(&self.world.pods[*at]),
                (Way::Out, _) => None,
            };
            let one = |port| listener.map_or_else(|| numbers(port), |pod| pod.resolve(port));
            rule.ports.iter().fold(Ports::default(), |all, port| all.or(&one(port)))
        };
        for place in places {
            let ports = of(place);
            let undecided = || Decided { open: Ports::default(), left: Ports::all(), requests: Vec::new() };
            let decided = view.places.entry(*place).or_insert_with(undecided);
            let hit = decided.left.and(&ports);
            match rule.action {
                Action::Deny => decided.left = decided.left.minus(&ports),
                Action::Allow if rule.requests.is_empty() => {
                    decided.open = decided.open.or(&hit);
                    decided.left = decided.left.minus(&ports);
                }
                Action::Allow => {
                    decided.requests.extend(rule.requests.iter().map(|request| (hit.clone(), request.clone())));
                }
            }
        }
    }

    /// Puts down that everything is open to one place, whatever policies say.
    fn report_by_gateway(&self, from: &End, place: Place, found: &mut Vec<Open>) {
        let before = found.len();
        self.report(from, place, (Ports::all(), Vec::new()), found);
        found[before..].iter_mut().for_each(|open| open.by_gateway = true);
    }

    /// Puts down what is open to one place, by the ends that have a name.
    fn report(&self, from: &End, place: Place, open: (Ports, Vec<(Ports, String)>), found: &mut Vec<Open>) {
        let mut say = |to: End, among: &Ports| {
            let ports = open.0.and(among);
            let requests = open.1.iter().map(|(by, request)| (by.and(among).minus(&ports), request.clone()));
            let mut requests: Vec<(Ports, String)> = requests.filter(|(by, _)| !by.is_empty()).collect();
            requests.sort_by(|one, other| one.1.cmp(&other.1));
            requests.dedup();
            if !ports.is_empty() || !requests.is_empty() {
                found.push(Open { from: from.clone(), to, ports, requests, by_gateway: false });
            }
        };
        let every = Ports::all();
        match place {
            // The opened pod is there to show what of the outside no namespace can open.
            Place::Pod(at) if self.world.pods[at].end.kind == Kind::Opened || from.kind == Kind::Opened => {}
            Place::Pod(at) => say(self.world.pods[at].end.clone(), &every),
            Place::Region(at) => say(self.regions[at].end.clone(), &every),
            Place::ApiServer => say(End::outside(Kind::ApiServer, "API server"), &every),
            Place::Name(at) => say(End::outside(Kind::Name, self.names[at].clone()), &every),
            Place::Nodes => {
                let tcp = |port| Ports::of(Protocol::Tcp, (port, port));
                let (ssh, kubelet) = (tcp(22), tcp(10250).or(&tcp(10255)));
                say(End::outside(Kind::NodeSsh, "SSH of nodes"), &ssh);
                say(End::outside(Kind::Kubelet, "kubelet of nodes"), &kubelet);
                say(End::outside(Kind::Node, "nodes"), &every.minus(&ssh).minus(&kubelet));
            }
        }
    }
}
