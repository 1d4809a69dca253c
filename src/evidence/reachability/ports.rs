//! Sets of ports, by protocol.

use std::fmt;

/// What carries traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
    /// SCTP.
    Sctp,
}

impl Protocol {
    pub(super) const ALL: [Protocol; 3] = [Protocol::Tcp, Protocol::Udp, Protocol::Sctp];

    /// The protocol of that name, as Kubernetes and Cilium write it.
    pub(super) fn named(text: &str) -> Option<Protocol> {
        Protocol::ALL.into_iter().find(|protocol| protocol.to_string() == text)
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Protocol::Tcp => "TCP",
            Protocol::Udp => "UDP",
            Protocol::Sctp => "SCTP",
        })
    }
}

/// Ports from one to another, both included.
pub(super) type Span = (u16, u16);

/// A set of ports: for each protocol, spans in order that do not touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ports([Vec<Span>; 3]);

impl Ports {
    /// Every port of every protocol.
    pub fn all() -> Ports {
        Ports([vec![(1, u16::MAX)], vec![(1, u16::MAX)], vec![(1, u16::MAX)]])
    }

    /// Some ports of one protocol.
    pub(super) fn of(protocol: Protocol, span: Span) -> Ports {
        let mut ports = Ports::default();
        if span.0 <= span.1 {
            ports.0[protocol as usize].push(span);
        }
        ports
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The spans of each protocol.
    pub(super) fn spans(&self) -> impl Iterator<Item = (Protocol, Span)> + '_ {
        Protocol::ALL
            .into_iter()
            .flat_map(|protocol| self.0[protocol as usize].iter().map(move |span| (protocol, *span)))
    }

    /// Those of either.
    pub fn or(&self, other: &Ports) -> Ports {
        self.merge(other, |one, other| {
            let mut all: Vec<Span> = one.iter().chain(other).copied().collect();
            all.sort_unstable();
            let mut out: Vec<Span> = Vec::new();
            for (from, to) in all {
                match out.last_mut() {
                    Some(last) if u32::from(from) <= u32::from(last.1) + 1 => last.1 = last.1.max(to),
                    _ => out.push((from, to)),
                }
            }
            out
        })
    }

    /// Those of both.
    pub fn and(&self, other: &Ports) -> Ports {
        self.merge(other, |one, other| {
            let both = |a: &Span, b: &Span| (a.0.max(b.0), a.1.min(b.1));
            let pairs = one.iter().flat_map(|a| other.iter().map(move |b| both(a, b)));
            pairs.filter(|(from, to)| from <= to).collect()
        })
    }

    /// Those of the first and not of the second.
    pub fn minus(&self, other: &Ports) -> Ports {
        self.merge(other, |one, other| {
            let mut left: Vec<Span> = one.to_vec();
            for cut in other {
                left = left
                    .into_iter()
                    .flat_map(|(from, to)| {
                        let below = (from < cut.0).then(|| (from, to.min(cut.0.saturating_sub(1))));
                        let above = (to > cut.1).then(|| (from.max(cut.1.saturating_add(1)), to));
                        [below, above].into_iter().flatten()
                    })
                    .collect();
            }
            left
        })
    }

    fn merge(&self, other: &Ports, with: impl Fn(&[Span], &[Span]) -> Vec<Span>) -> Ports {
        let mut out = Ports::default();
        for (index, spans) in out.0.iter_mut().enumerate() {
            *spans = with(&self.0[index], &other.0[index]);
        }
        out
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Ports::all() {
            return f.write_str("every port");
        }
        for (index, (protocol, (from, to))) in self.spans().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            match (from, to) {
                (1, u16::MAX) => write!(f, "{comma}every port of {protocol}")?,
                (from, to) if from == to => write!(f, "{comma}{from}/{protocol}")?,
                (from, to) => write!(f, "{comma}{from}-{to}/{protocol}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_added_shared_and_taken_away() {
        let tcp = |from, to| Ports::of(Protocol::Tcp, (from, to));
        assert_eq!(tcp(1, 9).or(&tcp(10, 12)), tcp(1, 12));
        assert_eq!(tcp(1, 9).or(&tcp(4, 5)), tcp(1, 9));
        assert_eq!(tcp(1, 9).or(&tcp(11, 12)).to_string(), "1-9/TCP, 11-12/TCP");
        assert_eq!(tcp(1, 9).and(&tcp(5, 20)), tcp(5, 9));
        assert!(tcp(1, 9).and(&Ports::of(Protocol::Udp, (1, 9))).is_empty());
        assert_eq!(Ports::all().minus(&tcp(22, 22)).and(&tcp(20, 24)).to_string(), "20-21/TCP, 23-24/TCP");
        assert_eq!(tcp(1, u16::MAX).minus(&tcp(1, u16::MAX)), Ports::default());
        assert_eq!(tcp(1, u16::MAX).minus(&tcp(1, 1)).minus(&tcp(u16::MAX, u16::MAX)), tcp(2, u16::MAX - 1));
        assert_eq!(Ports::all().to_string(), "every port");
        assert!(tcp(9, 1).is_empty());
    }
}
