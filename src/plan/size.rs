//! What the name of a size says about its machines (Azure, "Azure virtual machine sizes naming conventions"):
//! `Standard_E8-4ads_v5` is of family E with 8 cores, 4 of them in use, of version 5, and each letter between is a feature.

/// A size of virtual machines, by the parts of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) struct Size<'a> {
    /// The letters before the number: `D`, `DC`, `E`, `NC`.
    pub(in crate::plan) family: &'a str,
    /// The virtual CPUs that are in use, and those that the memory is measured by, as the name counts them.
    cores: (u64, u64),
    /// The letters after the number: `p` for Arm64, `a` for AMD, `l` for little memory.
    pub(in crate::plan) features: &'a str,
    /// The version; 1 where the name has none.
    pub(in crate::plan) version: u32,
}

impl<'a> Size<'a> {
    /// The parts of a name; none where it is not made as names of sizes are.
    pub(in crate::plan) fn of(text: &'a str) -> Option<Self> {
        let rest = text.strip_prefix("Standard_")?;
        let (family, rest) = rest.split_at(rest.find(|c: char| c.is_ascii_digit())?);
        let mut parts = rest.split('_');
        let first = parts.next()?;
        let numbers = first.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(first.len());
        let (numbers, features) = first.split_at(numbers);
        let version = parts.next_back().and_then(|part| part.strip_prefix('v')).and_then(|v| v.parse().ok());
        let count = |text: Option<&str>| text?.parse::<u16>().ok().map(u64::from);
        let cores = (count(numbers.rsplit('-').next())?, count(numbers.split('-').next())?);
        Some(Size { family, cores, features, version: version.unwrap_or(1) })
    }

    /// Whether its machines are of another kind than x64.
    pub(in crate::plan) fn is_arm(&self) -> bool {
        self.features.contains('p')
    }

    /// What one of its machines has: virtual CPUs, and memory in GiB at most. None for sizes whose names count otherwise (D and E
    /// before their third version, confidential ones before their fifth) or whose memory does not follow from the name.
    pub(in crate::plan) fn room(&self) -> Option<(u64, u64)> {
        let little = self.features.contains('l');
        let for_each = match (self.family, self.version) {
            // Confidential machines of the third version have twice the memory for each.
            ("D", 3..) | ("DC", 5..) => {
                if little {
                    2
                } else {
                    4
                }
            }
            ("E" | "EC", 3..) | ("L", 2..) => 8,
            ("F", 2..=5) => 2,
            ("B", 2..) => {
                if little {
                    2
                } else {
                    4
                }
            }
            _ => return None,
        };
        Some((self.cores.0, self.cores.1 * for_each))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sizes_are_taken_apart() {
        let room = |text| Size::of(text).and_then(|size| size.room());
        assert_eq!(room("Standard_D4ds_v5"), Some((4, 16)));
        assert_eq!(room("Standard_D2als_v6"), Some((2, 4)));
        assert_eq!(room("Standard_E8-4ads_v5"), Some((4, 64)));
        assert_eq!(room("Standard_F8s_v2"), Some((8, 16)));
        assert_eq!((room("Standard_DC4as_v5"), room("Standard_DC4s_v3")), (Some((4, 16)), None));
        // Their numbers count otherwise, or nothing is known.
        for text in ["Standard_DS3_v2", "Standard_M128s", "Standard_NC24ads_A100_v4", "Standard_B2ms"] {
            assert_eq!(room(text), None, "{text}");
        }
        assert!(Size::of("Standard_D4pds_v5").is_some_and(|size| size.is_arm() && size.version == 5));
        assert_eq!(Size::of("Basic_A1"), None);
        assert_eq!(Size::of("Standard_D99999999999999_v5"), None);
    }
}
