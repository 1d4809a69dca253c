//! Keys of the user's own.

use super::super::settings::{KeyOwner, Settings};
use crate::error::Problem;

pub(super) fn check(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let encryption = &settings.encryption;
    if encryption.hardware && encryption.disks == KeyOwner::Platform {
        let problem = Problem::new("`encryption.hardware` has no effect: no key is your own");
        say(
            problem.help("set encryption.disks = \"customer\", or take it out"),
            &["encryption.hardware", "encryption.disks"],
        );
    }
}
