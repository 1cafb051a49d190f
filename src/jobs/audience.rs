//! To whom a job speaks, and how it puts a message on its way.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::pictures::{self, Picture};
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, PersonId, UnitCode};
use crate::domain::policy::{Actor, Membership, Role};
use crate::handlers::awake;
use crate::outgoing::{Keyboard, Outgoing, Priority};
use crate::store::people::Person;
use crate::store::{self, StoreError};

/// Everyone in a campaign with what they are.
pub(super) struct Members {
    people: BTreeMap<PersonId, Person>,
    roles: Vec<(PersonId, Membership)>,
}

impl Members {
    pub(super) async fn of(
        tx: &mut SqliteConnection,
        campaign: CampaignId,
    ) -> Result<Self, StoreError> {
        let people = store::people::of_campaign(tx, campaign).await?;
        let people = people.into_iter().map(|person| (person.id, person)).collect();
        let roles = store::people::members(tx, campaign).await?;
        Ok(Self { people, roles })
    }

    /// Everyone, once each.
    pub(super) fn all(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    pub(super) fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// Those who hold one of the roles, once each.
    pub(super) fn with_any(&self, roles: &[Role]) -> Vec<&Person> {
        let mut ids: Vec<PersonId> = self
            .roles
            .iter()
            .filter(|(_, held)| roles.contains(&held.role))
            .map(|(id, _)| *id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.iter().filter_map(|id| self.people.get(id)).collect()
    }

    /// Who holds one of the roles in which unit.
    pub(super) fn by_unit(&self, roles: &[Role]) -> HashMap<&UnitCode, Vec<PersonId>> {
        let mut found: HashMap<&UnitCode, Vec<PersonId>> = HashMap::new();
        for (id, held) in self.roles.iter().filter(|(_, held)| roles.contains(&held.role)) {
            let Some(unit) = &held.unit else { continue };
            let people = found.entry(unit).or_default();
            if !people.contains(id) {
                people.push(*id);
            }
        }
        found
    }

    /// Somebody as the policy sees them.
    pub(super) fn actor(&self, id: PersonId) -> Actor {
        let held = self.roles.iter().filter(|(person, _)| *person == id);
        Actor { id, memberships: held.map(|(_, held)| held.clone()).collect() }
    }
}

/// A message to one person, not sent before they may be disturbed.
pub(super) struct Letter {
    pub(super) html: String,
    pub(super) keyboard: Keyboard,
    pub(super) pictures: Vec<Picture>,
    pub(super) key: String,
    pub(super) priority: Priority,
    pub(super) expires_at: Option<DateTime<Utc>>,
}

impl Letter {
    /// A notice that never grows stale.
    pub(super) fn new(html: String, keyboard: Keyboard, key: String) -> Self {
        let (pictures, priority) = (Vec::new(), Priority::Notice);
        Self { html, keyboard, pictures, key, priority, expires_at: None }
    }

    /// Puts it on its way to a person who still has a chat.
    pub(super) async fn send(
        self,
        tx: &mut SqliteConnection,
        campaign: &Campaign,
        person: &Person,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let Some(chat) = person.chat() else { return Ok(()) };
        let Self { html, keyboard, pictures, key, priority, expires_at } = self;
        let bodies = pictures::bodies(html, keyboard, None, &pictures);
        let count = bodies.len();
        for (at, body) in bodies.into_iter().enumerate() {
            let mut message = Outgoing::notice(chat, body, pictures::key(&key, at, count));
            message.priority = priority;
            message.not_before = awake(campaign, person, now);
            message.expires_at = expires_at;
            store::outbox::put(tx, &message, now).await?;
        }
        Ok(())
    }
}

/// Puts a text with its pictures on its way to every group bound to a campaign, once under a key
/// for each, after quiet hours.
pub(super) async fn post(
    tx: &mut SqliteConnection,
    id: CampaignId,
    campaign: &Campaign,
    (html, pictures): (&str, &[Picture]),
    key: &str,
    expires_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let calendar = campaign.calendar();
    let awake = calendar.next_awake(now, calendar.rhythm().quiet);
    for board in store::chats::boards(tx, id).await? {
        let bodies = pictures::bodies(html.to_owned(), Vec::new(), board.thread, pictures);
        let count = bodies.len();
        for (at, body) in bodies.into_iter().enumerate() {
            let key = pictures::key(&format!("{key}:{}", board.chat), at, count);
            let mut message = Outgoing::notice(board.chat, body, key);
            message.priority = Priority::Broadcast;
            message.not_before = (awake > now).then_some(awake);
            message.expires_at = expires_at;
            store::outbox::put(tx, &message, now).await?;
        }
    }
    Ok(())
}
