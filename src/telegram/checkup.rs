//! What `doctor` asks of Telegram.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use teloxide::requests::Payload;

use super::api::{Api, ApiError, Me};
use crate::domain::ids::ChatId;

/// What the bot may do in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// Post.
    Post,
    /// Read only: somebody has muted it.
    Muted,
    /// Nothing: it was removed, or the chat is gone.
    Outside,
}

#[derive(Debug, Clone, Serialize)]
struct GetChatMemberRaw {
    chat_id: i64,
    user_id: i64,
}

impl Payload for GetChatMemberRaw {
    type Output = Member;
    const NAME: &'static str = "getChatMember";
}

#[derive(Debug, Clone, Deserialize)]
struct Member {
    status: String,
    can_send_messages: Option<bool>,
    #[serde(rename = "is_member")]
    inside: Option<bool>,
}

impl Member {
    fn rights(&self) -> Rights {
        match self.status.as_str() {
            "creator" | "administrator" | "member" => Rights::Post,
            "restricted" if self.inside == Some(false) => Rights::Outside,
            "restricted" if self.can_send_messages == Some(true) => Rights::Post,
            "restricted" => Rights::Muted,
            _ => Rights::Outside,
        }
    }
}

/// Asks what the bot may do in a chat.
///
/// # Errors
/// When Telegram could not be asked.
pub async fn rights(api: &Api, me: &Me, chat: ChatId) -> Result<Rights, ApiError> {
    let payload = GetChatMemberRaw { chat_id: chat.0, user_id: me.id };
    match api.call::<_, Member>(&payload).await {
        Ok(member) => Ok(member.rights()),
        Err(ApiError::Refused { .. }) => Ok(Rights::Outside),
        Err(error) => Err(error),
    }
}

/// The time by the server's clock, to the second; none if it does not tell.
///
/// # Errors
/// When there was no answer.
pub async fn server_time(api: &Api) -> Result<Option<DateTime<Utc>>, ApiError> {
    let date = api.date_header().await?;
    let date = date.and_then(|date| DateTime::parse_from_rfc2822(&date).ok());
    Ok(date.map(|date| date.to_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_removed_or_muted_cannot_post() {
        let rights = |json: &str| serde_json::from_str::<Member>(json).unwrap().rights();
        assert_eq!(rights(r#"{"status":"administrator"}"#), Rights::Post);
        assert_eq!(rights(r#"{"status":"kicked","until_date":0}"#), Rights::Outside);
        assert_eq!(rights(r#"{"status":"left"}"#), Rights::Outside);
        let restricted = |member: bool, send: bool| {
            rights(&format!(
                r#"{{"status":"restricted","is_member":{member},"can_send_messages":{send}}}"#
            ))
        };
        assert_eq!(restricted(true, true), Rights::Post);
        assert_eq!(restricted(true, false), Rights::Muted);
        assert_eq!(restricted(false, true), Rights::Outside);
    }
}
