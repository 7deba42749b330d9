//! What the claims of one record say together: which contradict each other, and what status they
//! gave it at an earlier time.

use super::{record::Claim, status::Status};

/// The status of a record as it stood at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusThen {
    /// Nothing became known since: the status that the record has.
    Unchanged(Option<Status>),
    /// Documents were published since, but no claim says what they changed: the status of today, which may
    /// not have been that of then.
    AsOfToday(Status),
    /// Claims became known since; these statuses the earlier ones have, best first. None when
    /// they do not say.
    Claimed(Vec<Status>),
}

impl StatusThen {
    /// The status of a record with `claims`, of which `is_known` picks those known at the time.
    #[must_use]
    pub fn of(status: Option<Status>, claims: &[Claim], is_known: impl Fn(&Claim) -> bool) -> Self {
        if claims.iter().all(&is_known) {
            return Self::Unchanged(status);
        }
        let known = claims.iter().filter(|claim| is_known(claim));
        let mut statuses: Vec<Status> = known.filter_map(|claim| claim.status).collect();
        statuses.sort_unstable();
        statuses.dedup();
        Self::Claimed(statuses)
    }

    /// The statuses, best first.
    #[must_use]
    pub fn statuses(self) -> Vec<Status> {
        match self {
            Self::Unchanged(status) => status.into_iter().collect(),
            Self::AsOfToday(status) => vec![status],
            Self::Claimed(statuses) => statuses,
        }
    }

    /// Whether one of the statuses passes `is_wanted`.
    pub fn any(&self, is_wanted: impl Fn(Status) -> bool) -> bool {
        match self {
            Self::Unchanged(status) => status.is_some_and(is_wanted),
            Self::AsOfToday(status) => is_wanted(*status),
            Self::Claimed(statuses) => statuses.iter().any(|status| is_wanted(*status)),
        }
    }
}

/// Pairs of claims of which at most one is true: one denies what another upholds. The denial
/// comes first; indices into `claims`.
#[must_use]
pub fn contradictions(claims: &[Claim]) -> Vec<(usize, usize)> {
    let with = |wanted: fn(Status) -> bool| {
        claims
            .iter()
            .enumerate()
            .filter(move |(_, claim)| claim.status.is_some_and(wanted))
    };
    let denials = with(|status| status == Status::Denied);
    denials
        .flat_map(|(denial, denier)| {
            with(is_upheld)
                .filter(|(_, claim)| claim.by != denier.by)
                .map(move |(upheld, _)| (denial, upheld))
        })
        .collect()
}

const fn is_upheld(status: Status) -> bool {
    matches!(
        status,
        Status::Confirmed | Status::Reported | Status::Claimed | Status::Disputed
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localised;

    fn claim(by: &str, status: Status) -> Claim {
        Claim {
            by: Localised::english(by),
            status: Some(status),
            ..Claim::default()
        }
    }

    #[test]
    fn a_denial_contradicts_what_others_uphold() {
        let claims = [
            claim("Diop", Status::Claimed),
            claim("Kyiv", Status::Denied),
            claim("Kyiv", Status::Reported),
            claim("An expert", Status::Speculated),
        ];
        assert_eq!(contradictions(&claims), [(1, 0)]);
    }

    #[test]
    fn a_status_of_then_is_what_the_claims_of_then_say() {
        let claims = [
            claim("A", Status::Claimed),
            claim("B", Status::Claimed),
            claim("C", Status::Confirmed),
        ];
        let status = Some(Status::Confirmed);
        let all = StatusThen::of(status, &claims, |_| true);
        assert_eq!(all, StatusThen::Unchanged(status));
        let before = StatusThen::of(status, &claims, |claim| {
            claim.status != Some(Status::Confirmed)
        });
        assert_eq!(before, StatusThen::Claimed(vec![Status::Claimed]));
        assert!(!before.any(|status| status == Status::Confirmed));
        let none = StatusThen::of(status, &claims, |_| false);
        assert_eq!(none, StatusThen::Claimed(Vec::new()));
    }
}
