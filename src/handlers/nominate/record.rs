//! What a finished form becomes: a fact, and beside the log what it says about a person.

use std::sync::Arc;

use super::super::context::{Cx, Handled, Stop, open};
use super::super::{entries, names};
use super::form::{Form, Kind};
use crate::domain::council::Council;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{FactId, Number, PersonId, UnitCode};
use crate::domain::nomination::{Nominated, Nomination, Subject, name_key};
use crate::domain::policy::{Action, Role};
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::commend;
use crate::store;
use crate::store::campaigns::Loaded;
use crate::store::council::Nominee;
use crate::text::{Html, Lang};

/// What a unit has nominated so far.
pub(super) struct Work {
    pub(super) loaded: Arc<Loaded>,
    pub(super) unit: UnitCode,
    pub(super) council: Council,
}

impl Work {
    pub(super) async fn own(cx: &mut Cx<'_>) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let unit = cx.own_unit(&loaded.campaign)?;
        cx.allow(Action::Nominate(&unit))?;
        let council =
            commend::council(cx.tx, loaded.id, chrono::DateTime::<chrono::Utc>::MAX_UTC).await?;
        Ok(Self { loaded, unit, council })
    }

    /// The unit's nominations that stand.
    pub(super) fn standing(&self) -> Vec<&Nominated> {
        self.council.standing_of(&self.unit).collect()
    }

    /// How many more the unit may make.
    pub(super) fn left(&self) -> usize {
        let most = self.loaded.campaign.rules().nominations_per_unit as usize;
        most.saturating_sub(self.standing().len())
    }

    /// Refuses one nomination too many.
    pub(super) fn check_room(&self, lang: Lang) -> Handled {
        if self.left() > 0 {
            return Ok(());
        }
        let most = self.loaded.campaign.rules().nominations_per_unit;
        Err(Stop::refuse(say!(lang, "nominate-too-many", most = most)))
    }
}

/// The unit's entries of these numbers.
///
/// # Errors
/// A refusal that names the first that is not one of the unit's.
pub(super) async fn find_entries(
    cx: &mut Cx<'_>,
    work: &Work,
    numbers: &[Number],
) -> Handled<Vec<FactId>> {
    let mut found = Vec::new();
    for number in numbers {
        let fact = store::log::by_number(cx.tx, work.loaded.id, "reported", *number).await?;
        match fact.filter(|fact| fact.what.unit() == Some(&work.unit)) {
            Some(fact) => found.push(fact.id),
            None => {
                return Err(Stop::refuse(say!(
                    cx.lang(),
                    "nominate-no-entry",
                    number = number.to_string()
                )));
            }
        }
    }
    Ok(found)
}

/// Records a finished form.
///
/// # Errors
/// A refusal where the unit has no nomination left or has nominated the same already.
pub(super) async fn record(cx: &mut Cx<'_>, work: &Work, form: &Form) -> Handled {
    let lang = cx.lang();
    work.check_room(lang)?;
    let nominees = store::council::nominees(cx.tx, work.loaded.id).await?;
    let earlier: Vec<&Nominated> = work
        .council
        .nominations
        .values()
        .filter(|one| one.nomination.unit == work.unit && is_same(one, form, &nominees))
        .collect();
    let indicator = form.indicator().cloned();
    let again = earlier.iter().find(|one| {
        one.withdrawn.is_none()
            && one.nomination.indicator == indicator
            && (indicator.is_some() || one.nomination.entries == form.entries)
    });
    if let Some(again) = again {
        let number = again.number.to_string();
        return Err(Stop::refuse(say!(lang, "nominate-again", number = number)));
    }
    let person = form.kind == Kind::Person;
    let subject = match form.kind {
        Kind::Unit => Subject::Unit,
        Kind::Part => Subject::Part { name: form.name.clone() },
        Kind::Person => Subject::Person {
            leader: form.leader.unwrap_or_default(),
            first: earlier.first().map(|one| one.fact),
        },
    };
    let shown = u32::try_from(form.evidence.len()).unwrap_or(u32::MAX);
    let nomination = Nomination {
        unit: work.unit.clone(),
        subject,
        indicator,
        achievement: if person { String::new() } else { form.achievement.clone() },
        entries: form.entries.clone(),
        evidence: if person { Vec::new() } else { form.evidence.clone() },
        shown,
    };
    let fact = cx.record(What::Nominated(nomination), cx.said_at).await?;
    if person {
        let nominee = Nominee {
            person: member(cx, work, &form.name).await?,
            name: form.name.clone(),
            post: form.post.clone(),
            achievement: form.achievement.clone(),
            evidence: form.evidence.clone(),
        };
        store::council::put_nominee(cx.tx, fact.id, &nominee).await?;
    }
    tell(cx, work, form, &fact).await?;
    let html = say!(
        lang,
        "nominate-recorded",
        number = entries::number(&fact),
        summary = Html(summary(work, form, lang)),
        left = work.left().saturating_sub(1)
    );
    let again = open(say!(lang, "nominate-button-list"), "decu");
    cx.conclude(html, vec![vec![again]]).await?;
    Ok(())
}

/// Whether an earlier nomination of the unit names the same.
fn is_same(
    one: &Nominated,
    form: &Form,
    nominees: &std::collections::BTreeMap<FactId, Nominee>,
) -> bool {
    match (&one.nomination.subject, form.kind) {
        (Subject::Unit, Kind::Unit) => true,
        (Subject::Part { name }, Kind::Part) => name_key(name) == name_key(&form.name),
        (Subject::Person { .. }, Kind::Person) => nominees
            .get(&one.fact)
            .is_some_and(|nominee| name_key(&nominee.name) == name_key(&form.name)),
        _ => false,
    }
}

/// The member who bears a name, if just one does; one of the unit goes before namesakes elsewhere.
async fn member(cx: &mut Cx<'_>, work: &Work, name: &str) -> Handled<Option<PersonId>> {
    let wanted = name_key(name);
    let people = store::people::of_campaign(cx.tx, work.loaded.id).await?;
    let named: Vec<PersonId> = people
        .into_iter()
        .filter(|person| name_key(&person.name) == wanted)
        .map(|person| person.id)
        .collect();
    let members = store::people::members(cx.tx, work.loaded.id).await?;
    let here: Vec<PersonId> = named
        .iter()
        .copied()
        .filter(|id| {
            let own =
                |seat: &crate::domain::policy::Membership| seat.unit.as_ref() == Some(&work.unit);
            members.iter().any(|(person, seat)| person == id && own(seat))
        })
        .collect();
    Ok(match (here.as_slice(), named.as_slice()) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    })
}

/// Lets the office know, and the head of the unit where somebody else nominated.
async fn tell(cx: &mut Cx<'_>, work: &Work, form: &Form, fact: &Fact) -> Handled {
    let unit = names::unit_name(&work.loaded.campaign, &work.unit);
    let key = store::council::notice_key(work.loaded.id);
    for person in cx.people_with(Role::Office, None).await? {
        let html = say!(
            person.lang,
            "nominate-notice",
            number = entries::number(fact),
            unit = unit,
            summary = Html(summary(work, form, person.lang))
        );
        let keyboard: Keyboard =
            vec![vec![open(say!(person.lang, "nominate-button-candidates"), "khenthuong")]];
        cx.notify(&person, html, keyboard, format!("{key}nominated:{}:{}", fact.id, person.id))
            .await?;
    }
    for person in cx.people_with(Role::UnitLead, Some(&work.unit)).await? {
        if person.id == cx.person.id {
            continue;
        }
        let by = names::person(Some(&cx.person.clone()), person.lang);
        let html = say!(
            person.lang,
            "nominate-notice-lead",
            by = by,
            number = entries::number(fact),
            summary = Html(summary(work, form, person.lang))
        );
        let number = fact.number.map_or(0, |number| number.0);
        let label = say!(person.lang, "nominate-button-withdraw", number = entries::number(fact));
        let keyboard = vec![vec![open(label, &format!("decu rut {number}"))]];
        cx.notify(
            &person,
            html,
            keyboard,
            format!("{key}nominated:{}:lead:{}", fact.id, person.id),
        )
        .await?;
    }
    Ok(())
}

/// A form in a few lines, safe in HTML.
pub(super) fn summary(work: &Work, form: &Form, lang: Lang) -> String {
    let campaign = &work.loaded.campaign;
    let unit = names::unit_name(campaign, &work.unit);
    let mut lines = vec![match form.kind {
        Kind::Unit => say!(lang, "nominate-sum-unit", unit = unit),
        Kind::Part => say!(lang, "nominate-sum-part", name = form.name, unit = unit),
        Kind::Person => say!(lang, "nominate-sum-person", name = form.name, unit = unit),
    }];
    if form.kind == Kind::Person {
        let standing = match form.leader {
            Some(true) => say!(lang, "council-leader"),
            _ => say!(lang, "council-worker"),
        };
        let post =
            if form.post.is_empty() { standing } else { format!("{}; {standing}", form.post) };
        lines.push(say!(lang, "nominate-sum-post", post = post));
    }
    if let Some(indicator) = form.indicator().and_then(|code| campaign.indicator(code)) {
        lines.push(say!(lang, "nominate-sum-work", indicator = indicator.name));
    }
    lines.push(say!(lang, "nominate-sum-achievement", text = form.achievement));
    lines.push(say!(
        lang,
        "nominate-sum-evidence",
        files = form.evidence.len(),
        entries = form.entries.len()
    ));
    lines.join("\n")
}
