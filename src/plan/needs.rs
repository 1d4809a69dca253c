//! From what somebody needs to the profile that gives it, with the reasons: one pure function for wizard and plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the user says about the cluster in place of a profile's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Code of people who are not trusted runs in the cluster.
    #[serde(default)]
    pub untrusted_code: bool,
    /// The data falls under a regulation that asks for keys of one's own.
    #[serde(default)]
    pub regulated_data: bool,
    /// Nothing in the cluster may reach the internet.
    #[serde(default)]
    pub no_internet_egress: bool,
    /// Somebody outside the network uses what runs in the cluster.
    #[serde(default)]
    pub outside_users: bool,
    /// Nothing of worth will run here.
    #[serde(default)]
    pub trial: bool,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recommendation {
    /// The profile.
    pub profile: &'static str,
    /// Whether the Cloudflare tunnel is turned on.
    pub tunnel: bool,
    /// One sentence for each decision.
    pub reasons: Vec<&'static str>,
}

/// The profile for these needs; it may name one that is not there yet, which is then said.
pub fn recommend(needs: &Needs) -> Recommendation {
    let mut reasons = Vec::new();
    let profile = if needs.no_internet_egress {
        reasons.push("no internet egress: isolated takes images from a private registry and has no way out");
        "isolated"
    } else if needs.untrusted_code {
        reasons.push("untrusted code: sandboxed runs it in virtual machines of its own");
        "sandboxed"
    } else if needs.regulated_data {
        reasons.push("regulated data: regulated brings keys of your own for disks and etcd");
        "regulated"
    } else if needs.trial {
        reasons.push("a trial: baseline is the floor, with less to set up and to pay");
        "baseline"
    } else {
        reasons.push("nothing special: restricted is the tier for whatever matters");
        "restricted"
    };
    // A profile gives one of these; what else was asked for is said, and can be added to it.
    if needs.untrusted_code && profile != "sandboxed" {
        reasons.push("untrusted code: this profile has no sandboxes; add a pool of mode \"sandboxed\", kubernetes.sandboxed_namespaces and the control sandboxed-pods");
    }
    if needs.regulated_data && profile != "regulated" {
        reasons.push("regulated data: this profile has no keys of your own; add encryption.disks and encryption.etcd = \"customer\" and the controls of regulated (aks-harden explain regulated)");
    }
    if needs.trial && profile != "baseline" {
        reasons.push("a trial: what else is needed asks for more than baseline");
    }
    if needs.outside_users {
        reasons.push(if needs.no_internet_egress {
            "outside users: a tunnel cannot reach its edge without internet egress, so there is none"
        } else {
            "outside users: the Cloudflare tunnel lets them in without a public address"
        });
    }
    Recommendation { profile, tunnel: needs.outside_users && !needs.no_internet_egress, reasons }
}
