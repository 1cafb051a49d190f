//! `person`, `membership`, `chosen_campaign`.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, StoreError, instant, millis};
use crate::domain::ids::{CampaignId, ChatId, PersonId, UnitCode};
use crate::domain::policy::{Membership, Role};
use crate::text::Lang;

mod forget;
mod invites;

pub use forget::{
    due, erasures, forget, forget_invites_of, forget_mentions, forget_press, forget_said,
};
pub use invites::{
    Invite, OpenInvite, insert_invite, invite, open_invites, revoke_all, revoke_invite,
    revoke_namesakes, succeed, use_invite,
};

/// Somebody the bot knows.
#[derive(Debug, Clone)]
pub struct Person {
    /// By which the log knows them.
    pub id: PersonId,
    /// Their account, which is also their private chat; nobody's once erased.
    pub telegram_id: Option<i64>,
    /// Full name.
    pub name: String,
    /// Post, such as "Phó Chủ tịch UBND phường".
    pub post: String,
    /// The language they read.
    pub lang: Lang,
    /// Whether reminders come as one message.
    pub digest: bool,
    /// Until when reminders are paused.
    pub paused_until: Option<DateTime<Utc>>,
    /// Minutes of the day from which and until which nothing is sent unasked.
    pub quiet: (u32, u32),
}

impl Person {
    /// The private chat, where there still is one.
    pub fn chat(&self) -> Option<ChatId> {
        self.telegram_id.map(ChatId)
    }
}

struct Row {
    id: i64,
    telegram_id: Option<i64>,
    name: String,
    post: String,
    language: String,
    reminders: String,
    paused_until: Option<i64>,
    quiet_from: i64,
    quiet_until: i64,
}

impl Row {
    fn read(self) -> Result<Person> {
        let minutes = |value: i64| {
            u32::try_from(value).map_err(|error| StoreError::inconsistent("person", self.id, error))
        };
        Ok(Person {
            id: PersonId(self.id),
            telegram_id: self.telegram_id,
            quiet: (minutes(self.quiet_from)?, minutes(self.quiet_until)?),
            paused_until: self
                .paused_until
                .map(|until| instant("person", self.id, until))
                .transpose()?,
            name: self.name,
            post: self.post,
            lang: Lang::parse(&self.language).unwrap_or_default(),
            digest: self.reminders == "digest",
        })
    }
}

/// The person with that account.
///
/// # Errors
/// When the row cannot be read.
pub async fn by_telegram(
    connection: &mut SqliteConnection,
    telegram_id: i64,
) -> Result<Option<Person>> {
    sqlx::query_as!(
        Row,
        r#"SELECT id AS "id!: i64", telegram_id, name, post, language, reminders, paused_until,
                  quiet_from, quiet_until
           FROM person WHERE telegram_id = ?"#,
        telegram_id
    )
    .fetch_optional(connection)
    .await?
    .map(Row::read)
    .transpose()
}

/// Somebody who has just written, with all that decides what they may do.
#[derive(Debug, Clone)]
pub struct Entrant {
    /// Who.
    pub person: Person,
    /// Their roles in every campaign, newest campaign first.
    pub memberships: Vec<(CampaignId, Membership)>,
    /// The campaign they chose to speak of, if any.
    pub chosen: Option<CampaignId>,
    /// Whether a guided conversation is open.
    pub in_flow: bool,
}

/// The person with that account, in one round trip: every update begins with it.
///
/// # Errors
/// When a row cannot be read.
pub async fn entrant(
    connection: &mut SqliteConnection,
    telegram_id: i64,
) -> Result<Option<Entrant>> {
    let found = sqlx::query!(
        r#"SELECT p.id AS "id!: i64", p.telegram_id, p.name, p.post, p.language, p.reminders,
                  p.paused_until, p.quiet_from, p.quiet_until,
                  (SELECT json_group_array(json_array(m.campaign_id, m.role, m.unit)
                                           ORDER BY m.campaign_id DESC, m.role, m.unit)
                   FROM membership m WHERE m.person_id = p.id) AS "seats!: String",
                  (SELECT campaign_id FROM chosen_campaign c
                   WHERE c.person_id = p.id) AS "chosen: i64",
                  EXISTS (SELECT 1 FROM flow f
                          WHERE f.person_id = p.id AND f.state <> 'null') AS "in_flow!: bool"
           FROM person p WHERE p.telegram_id = ?"#,
        telegram_id
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = found else { return Ok(None) };
    let seats: Vec<(i64, String, String)> = serde_json::from_str(&row.seats)
        .map_err(|error| StoreError::inconsistent("membership", row.id, error))?;
    let memberships = seats
        .iter()
        .map(|(campaign, role, unit)| Ok((CampaignId(*campaign), membership(row.id, role, unit)?)))
        .collect::<Result<_>>()?;
    let person = Row {
        id: row.id,
        telegram_id: row.telegram_id,
        name: row.name,
        post: row.post,
        language: row.language,
        reminders: row.reminders,
        paused_until: row.paused_until,
        quiet_from: row.quiet_from,
        quiet_until: row.quiet_until,
    };
    Ok(Some(Entrant {
        person: person.read()?,
        memberships,
        chosen: row.chosen.map(CampaignId),
        in_flow: row.in_flow,
    }))
}

/// The person of that number.
///
/// # Errors
/// When the row cannot be read.
pub async fn by_id(connection: &mut SqliteConnection, id: PersonId) -> Result<Option<Person>> {
    sqlx::query_as!(
        Row,
        r#"SELECT id AS "id!: i64", telegram_id, name, post, language, reminders, paused_until,
                  quiet_from, quiet_until
           FROM person WHERE id = ?"#,
        id.0
    )
    .fetch_optional(connection)
    .await?
    .map(Row::read)
    .transpose()
}

/// Everyone with a role in a campaign, each role by itself, in order of person.
///
/// # Errors
/// When a row cannot be read.
pub async fn members(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Vec<(PersonId, Membership)>> {
    sqlx::query!(
        r#"SELECT person_id AS "person_id!: i64", role AS "role!", unit AS "unit!"
           FROM membership WHERE campaign_id = ? ORDER BY person_id, role, unit"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| Ok((PersonId(row.person_id), membership(row.person_id, &row.role, &row.unit)?)))
    .collect()
}

/// The people who hold a role, in one unit where `unit` is given.
///
/// # Errors
/// When a row cannot be read.
pub async fn with_role(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    role: Role,
    unit: Option<&UnitCode>,
) -> Result<Vec<Person>> {
    let (role, any, unit) = (role.as_str(), unit.is_none(), unit.map_or("", UnitCode::as_str));
    sqlx::query_as!(
        Row,
        r#"SELECT DISTINCT p.id AS "id!: i64", p.telegram_id, p.name, p.post, p.language,
                  p.reminders, p.paused_until, p.quiet_from, p.quiet_until
           FROM membership m JOIN person p ON p.id = m.person_id
           WHERE m.campaign_id = ? AND m.role = ? AND (? OR m.unit = ?) ORDER BY p.id"#,
        campaign.0,
        role,
        any,
        unit
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}

/// Everyone with a role in a campaign, once each.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_campaign(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Vec<Person>> {
    sqlx::query_as!(
        Row,
        r#"SELECT id AS "id!: i64", telegram_id, name, post, language, reminders, paused_until,
                  quiet_from, quiet_until
           FROM person WHERE id IN (SELECT person_id FROM membership WHERE campaign_id = ?)
           ORDER BY id"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}

fn membership(row: i64, role: &str, unit: &str) -> Result<Membership> {
    Ok(Membership {
        role: Role::parse(role)
            .ok_or_else(|| StoreError::inconsistent("membership", row, "an unknown role"))?,
        unit: (!unit.is_empty()).then(|| UnitCode::new(unit)),
    })
}

/// A person's roles in every campaign, newest campaign first.
///
/// # Errors
/// When a row cannot be read.
pub async fn memberships(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<(CampaignId, Membership)>> {
    sqlx::query!(
        "SELECT campaign_id, role, unit FROM membership WHERE person_id = ? \
         ORDER BY campaign_id DESC, role, unit",
        person.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| Ok((CampaignId(row.campaign_id), membership(person.0, &row.role, &row.unit)?)))
    .collect()
}

/// The campaign the person chose to speak of, if any.
///
/// # Errors
/// When SQLite cannot say.
pub async fn chosen_campaign(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Option<CampaignId>> {
    Ok(sqlx::query_scalar!("SELECT campaign_id FROM chosen_campaign WHERE person_id = ?", person.0)
        .fetch_optional(connection)
        .await?
        .map(CampaignId))
}

/// Lets the person speak of that campaign from now on.
///
/// # Errors
/// When SQLite cannot.
pub async fn choose_campaign(
    tx: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO chosen_campaign (person_id, campaign_id) VALUES (?, ?) \
         ON CONFLICT (person_id) DO UPDATE SET campaign_id = excluded.campaign_id",
        person.0,
        campaign.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Registers somebody.
///
/// # Errors
/// When the account is known already.
pub async fn insert(
    tx: &mut SqliteConnection,
    telegram_id: i64,
    name: &str,
    post: &str,
    lang: Lang,
    now: DateTime<Utc>,
) -> Result<PersonId> {
    let (language, now) = (lang.as_str(), millis(now));
    let id = sqlx::query_scalar!(
        r#"INSERT INTO person (telegram_id, name, post, language, created_at)
           VALUES (?, ?, ?, ?, ?) RETURNING id AS "id!: i64""#,
        telegram_id,
        name,
        post,
        language,
        now
    )
    .fetch_one(tx)
    .await?;
    Ok(PersonId(id))
}

/// Gives a role; whether it was new.
///
/// # Errors
/// When SQLite cannot.
pub async fn add_membership(
    tx: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
    membership: &Membership,
    now: DateTime<Utc>,
) -> Result<bool> {
    let role = membership.role.as_str();
    let unit = membership.unit.as_ref().map_or("", UnitCode::as_str);
    let now = millis(now);
    let done = sqlx::query!(
        "INSERT INTO membership (person_id, campaign_id, role, unit, created_at) \
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        person.0,
        campaign.0,
        role,
        unit,
        now
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets the name and post an invite gave.
///
/// # Errors
/// When SQLite cannot.
pub async fn set_name(
    tx: &mut SqliteConnection,
    person: PersonId,
    name: &str,
    post: &str,
) -> Result<()> {
    sqlx::query!("UPDATE person SET name = ?, post = ? WHERE id = ?", name, post, person.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Sets the language a person reads.
///
/// # Errors
/// When SQLite cannot.
pub async fn set_language(tx: &mut SqliteConnection, person: PersonId, lang: Lang) -> Result<()> {
    let language = lang.as_str();
    sqlx::query!("UPDATE person SET language = ? WHERE id = ?", language, person.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Sets how and when reminders reach a person.
///
/// # Errors
/// When SQLite cannot.
pub async fn set_reminders(
    tx: &mut SqliteConnection,
    person: PersonId,
    digest: bool,
    paused_until: Option<DateTime<Utc>>,
    quiet: (u32, u32),
) -> Result<()> {
    let reminders = if digest { "digest" } else { "single" };
    let paused_until = paused_until.map(millis);
    let (from, until) = (i64::from(quiet.0), i64::from(quiet.1));
    sqlx::query!(
        "UPDATE person SET reminders = ?, paused_until = ?, quiet_from = ?, quiet_until = ? \
         WHERE id = ?",
        reminders,
        paused_until,
        from,
        until,
        person.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes a role away; whether it was held.
///
/// # Errors
/// When SQLite cannot.
pub async fn remove_membership(
    tx: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
    membership: &Membership,
) -> Result<bool> {
    let role = membership.role.as_str();
    let unit = membership.unit.as_ref().map_or("", UnitCode::as_str);
    let done = sqlx::query!(
        "DELETE FROM membership WHERE person_id = ? AND campaign_id = ? AND role = ? AND unit = ?",
        person.0,
        campaign.0,
        role,
        unit
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
