//! Keys of the user's own.

use super::super::settings::{ApiAccess, KeyOwner, Settings};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let encryption = &settings.encryption;
    if encryption.hardware && encryption.disks == KeyOwner::Platform && encryption.etcd == KeyOwner::Platform {
        let problem = Problem::new("`encryption.hardware` has no effect: no key is your own");
        say(
            problem.help("set encryption.disks or encryption.etcd to \"customer\", or take it out"),
            &["encryption.hardware", "encryption.disks", "encryption.etcd"],
        );
    }
    if encryption.etcd == KeyOwner::Customer && settings.access.api != ApiAccess::VnetIntegration {
        let problem = Problem::new("`encryption.etcd` is customer, but the API server could not reach the key");
        say(
            problem.help(
                "the key lies in a vault without a public address, which only an API server in the network can reach: write access.api = \"vnet-integration\", or take it out",
            ),
            &["encryption.etcd", "access.api"],
        );
    }
}
