//! `listed_person`: the people whom definitions list (`Nguoi`), beside the log.
//!
//! [`super::log::append`] takes them out of a definition before it is hashed and keeps them here in
//! the same transaction; who reads a definition has them put back. An erased row keeps its place,
//! its unit and its role, so that a workbook that says the same as before is still known to.
//!
//! Which rows are somebody's who asks to be forgotten: no account is bound to a row, so they are
//! found by the name that the invitation gave the account, in any spelling of it, and in the places
//! that the invitations taken up and the roles held name. A row with that name elsewhere is theirs
//! if the post agrees too; otherwise it is a namesake's.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::people::Person;
use super::{Result, StoreError, millis};
use crate::domain::campaign::Invitee;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, FactId, UnitCode};
use crate::domain::nomination::name_key;
use crate::domain::policy::Role;

/// Keeps the people of a definition; those whose name is erased stay so.
pub(super) async fn put(
    tx: &mut SqliteConnection,
    definition: i64,
    people: &[Invitee],
    now: i64,
) -> Result<()> {
    for (position, person) in people.iter().enumerate() {
        let position = i64::try_from(position)
            .map_err(|error| StoreError::inconsistent("listed_person", definition, error))?;
        let (unit, role) =
            (person.unit.as_ref().map_or("", UnitCode::as_str), person.role.as_str());
        let erased_at = person.is_erased().then_some(now);
        sqlx::query!(
            "INSERT INTO listed_person (fact_id, position, name, post, unit, role, erased_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            definition,
            position,
            person.name,
            person.post,
            unit,
            role,
            erased_at
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The people of a definition in its order, those without a name too.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    definition: FactId,
) -> Result<Vec<Invitee>> {
    sqlx::query!(
        "SELECT name, post, unit, role FROM listed_person WHERE fact_id = ? ORDER BY position",
        definition.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| invitee(definition.0, row.name, row.post, &row.unit, &row.role))
    .collect()
}

fn invitee(fact: i64, name: String, post: String, unit: &str, role: &str) -> Result<Invitee> {
    let role = Role::parse(role)
        .ok_or_else(|| StoreError::inconsistent("listed_person", fact, "an unknown role"))?;
    let unit = (!unit.is_empty()).then(|| UnitCode::new(unit));
    Ok(Invitee { name, post, unit, role })
}

/// Puts the people who still have a name back into the definitions among some facts.
///
/// # Errors
/// When a row cannot be read.
pub async fn join(connection: &mut SqliteConnection, facts: &mut [Fact]) -> Result<()> {
    for fact in facts {
        if let What::Defined(definition) = &mut fact.what
            && definition.people.is_empty()
        {
            definition.people = of(&mut *connection, fact.id).await?;
            definition.people.retain(|person| !person.is_erased());
        }
    }
    Ok(())
}

/// A row that names somebody.
#[derive(Debug)]
pub struct Listed {
    /// In which campaign.
    pub campaign: CampaignId,
    /// By which definition.
    pub definition: FactId,
    /// What it says.
    pub invitee: Invitee,
    position: i64,
}

/// The rows that are a person's (see the module), in the order of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn naming(connection: &mut SqliteConnection, person: &Person) -> Result<Vec<Listed>> {
    let places: Vec<(CampaignId, Option<UnitCode>)> = sqlx::query!(
        r#"SELECT campaign_id AS "campaign_id!: i64", unit AS "unit!: String" FROM membership
           WHERE person_id = ?
           UNION SELECT campaign_id, unit FROM invite WHERE used_by = ?"#,
        person.id.0,
        person.id.0
    )
    .fetch_all(&mut *connection)
    .await?
    .into_iter()
    .map(|row| {
        let unit = (!row.unit.is_empty()).then(|| UnitCode::new(&row.unit));
        (CampaignId(row.campaign_id), unit)
    })
    .collect();
    let rows = sqlx::query!(
        r#"SELECT f.campaign_id AS "campaign_id!: i64", l.fact_id AS "fact_id!: i64",
                  l.position AS "position!: i64", l.name, l.post, l.unit, l.role
           FROM listed_person l JOIN fact f ON f.id = l.fact_id
           WHERE l.erased_at IS NULL ORDER BY l.fact_id, l.position"#
    )
    .fetch_all(connection)
    .await?;
    let mut found = Vec::new();
    for row in rows {
        let invitee = invitee(row.fact_id, row.name, row.post, &row.unit, &row.role)?;
        let campaign = CampaignId(row.campaign_id);
        if is_theirs(campaign, &invitee, &person.name, &person.post, &places) {
            let (definition, position) = (FactId(row.fact_id), row.position);
            found.push(Listed { campaign, definition, invitee, position });
        }
    }
    Ok(found)
}

/// Whether a row of a campaign is of the person who bears a name and a post and has those places.
fn is_theirs(
    campaign: CampaignId,
    row: &Invitee,
    name: &str,
    post: &str,
    places: &[(CampaignId, Option<UnitCode>)],
) -> bool {
    let here = places.iter().any(|(id, _)| *id == campaign);
    let same_unit = |unit: &Option<UnitCode>| *unit == row.unit;
    let in_place = places.iter().any(|(id, unit)| *id == campaign && same_unit(unit));
    let same_post = !row.post.is_empty() && name_key(&row.post) == name_key(post);
    // In a campaign that the person has not joined, name, post and unit must all agree.
    let known = here || row.unit.is_some() && places.iter().any(|(_, unit)| same_unit(unit));
    name_key(&row.name) == name_key(name) && (in_place || same_post && known)
}

/// Erases a person's rows; nobody else's. To be asked while invitations and roles still tell where
/// the person has a place.
///
/// # Errors
/// When SQLite cannot.
pub async fn erase_person(
    tx: &mut SqliteConnection,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    for row in naming(&mut *tx, person).await? {
        sqlx::query!(
            "UPDATE listed_person SET name = '', post = '', erased_at = ? \
             WHERE fact_id = ? AND position = ?",
            now,
            row.definition.0,
            row.position
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// Erases all whom the definitions of a campaign list; how many rows there were.
///
/// # Errors
/// When SQLite cannot.
pub async fn erase_campaign(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    now: DateTime<Utc>,
) -> Result<u64> {
    let now = millis(now);
    Ok(sqlx::query!(
        "UPDATE listed_person SET name = '', post = '', erased_at = ? WHERE erased_at IS NULL \
         AND fact_id IN (SELECT id FROM fact WHERE campaign_id = ? AND kind = 'defined')",
        now,
        campaign.0
    )
    .execute(tx)
    .await?
    .rows_affected())
}

/// When a row was last erased: what was read before may still hold a name.
///
/// # Errors
/// When SQLite cannot say.
pub async fn last_erased(connection: &mut SqliteConnection) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT max(erased_at) AS "at: i64" FROM listed_person WHERE erased_at IS NOT NULL"#
    )
    .fetch_one(connection)
    .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_theirs_by_name_and_place_or_by_name_and_post() {
        let row = |unit: Option<&str>, post: &str| Invitee {
            name: "Đặng Thị  Thảo".to_owned(),
            post: post.to_owned(),
            unit: unit.map(UnitCode::new),
            role: Role::Reporter,
        };
        let places = [(CampaignId(1), Some(UnitCode::new("AB")))];
        let theirs = |campaign, row: &Invitee, name| {
            is_theirs(CampaignId(campaign), row, name, "Chủ tịch", &places)
        };
        let name = "đặng thị thảo";
        assert!(theirs(1, &row(Some("AB"), "Kế toán"), name), "one person, two posts");
        assert!(theirs(1, &row(None, "chủ tịch"), name), "named once more, outside the unit");
        assert!(!theirs(1, &row(Some("AD"), "Kế toán"), name), "a namesake");
        assert!(!theirs(1, &row(Some("AB"), "Chủ tịch"), "Đặng Thị Thạo"), "marks count");
        assert!(theirs(2, &row(Some("AB"), "Chủ tịch"), name), "listed for the next campaign");
        assert!(!theirs(2, &row(Some("AB"), "Kế toán"), name));
        assert!(!theirs(2, &row(None, "Chủ tịch"), name), "perhaps another body's");
    }
}
