//! Names of Azure regions.

use super::super::settings::Settings;
use super::super::validate::did_you_mean;
use crate::error::Problem;

/// Azure's public regions (az account list-locations); new ones appear, so a name that is far from all of them passes.
const REGIONS: [&str; 50] = [
    "australiacentral",
    "australiaeast",
    "australiasoutheast",
    "austriaeast",
    "belgiumcentral",
    "brazilsouth",
    "canadacentral",
    "canadaeast",
    "centralindia",
    "centralus",
    "chilecentral",
    "denmarkeast",
    "eastasia",
    "eastus",
    "eastus2",
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "indonesiacentral",
    "israelcentral",
    "italynorth",
    "japaneast",
    "japanwest",
    "koreacentral",
    "koreasouth",
    "malaysiawest",
    "mexicocentral",
    "newzealandnorth",
    "northcentralus",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "polandcentral",
    "qatarcentral",
    "southafricanorth",
    "southafricawest",
    "southcentralus",
    "southeastasia",
    "southindia",
    "spaincentral",
    "swedencentral",
    "switzerlandnorth",
    "switzerlandwest",
    "uaenorth",
    "uksouth",
    "ukwest",
    "westcentralus",
    "westeurope",
    "westus",
];
const NUMBERED: [&str; 2] = ["westus2", "westus3"];

/// A region is open: new ones appear. One that nearly is a known one is a slip of the pen.
pub(super) fn region(settings: &Settings, say: &mut impl FnMut(Problem, &[&str])) {
    let location = settings.cluster.location.as_str();
    if REGIONS.contains(&location) || NUMBERED.contains(&location) || location.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    if let Some(near) = did_you_mean(location, REGIONS).filter(|near| strsim::damerau_levenshtein(location, near) <= 2)
    {
        let problem = Problem::new(format!("`cluster.location`: Azure has no region {location}"));
        say(problem.help(format!("did you mean {near}? (az account list-locations)")), &["cluster.location"]);
    }
}
