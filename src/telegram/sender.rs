//! Carries parcels to Telegram and says in our words what became of them.

use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde_json::json;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, EditMessageText, EditMessageTextSetters,
    PinChatMessage, PinChatMessageSetters, SendDocument, SendDocumentSetters, SendMessage,
    SendMessageSetters, SendPhoto, SendPhotoSetters, SetMyCommands, SetMyCommandsSetters,
};
use teloxide::types::{
    BotCommand, BotCommandScope, CallbackQueryId, ChatId as TgChatId, FileId, InlineKeyboardButton,
    InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageId, ParseMode, Recipient, ThreadId,
};

use super::api::{Api, ApiError};
use crate::domain::ids::ChatId;
use crate::outbox::{Delivery, Gateway, Parcel, Source};
use crate::outgoing::{Does, Keyboard};

impl Gateway for Api {
    fn deliver(&self, chat: ChatId, parcel: Parcel) -> BoxFuture<'static, Delivery> {
        let api = self.clone();
        async move {
            let album = matches!(parcel, Parcel::Album { .. });
            match carry(&api, chat, parcel).await {
                Ok(delivery) => delivery,
                // It was asked for, and nobody knows what came of it.
                Err(error @ ApiError::Network(_)) if album => Delivery::Unsure(error.to_string()),
                Err(error) => classify(error),
            }
        }
        .boxed()
    }
}

#[derive(Deserialize)]
struct Sent {
    message_id: i64,
    photo: Option<Vec<SentFile>>,
    document: Option<SentFile>,
}

#[derive(Deserialize)]
struct SentFile {
    file_id: String,
}

impl Sent {
    /// Telegram's number of the file that came with it, of a photo in its largest size.
    fn file_id(self) -> Option<String> {
        let photo = self.photo.and_then(|sizes| sizes.into_iter().next_back());
        photo.or(self.document).map(|file| file.file_id)
    }
}

impl From<Sent> for Delivery {
    fn from(sent: Sent) -> Self {
        Self::Sent { message_id: Some(sent.message_id), file_id: sent.file_id() }
    }
}

const DONE: Delivery = Delivery::Sent { message_id: None, file_id: None };

async fn carry(api: &Api, chat: ChatId, parcel: Parcel) -> Result<Delivery, ApiError> {
    let to = TgChatId(chat.0);
    match parcel {
        Parcel::Text { html, keyboard, thread, silent } => {
            let mut payload = SendMessage::new(to, html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview());
            if !keyboard.is_empty() {
                payload = payload.reply_markup(markup(keyboard));
            }
            if let Some(thread) = topic(thread) {
                payload = payload.message_thread_id(thread);
            }
            if silent {
                payload = payload.disable_notification(true);
            }
            Ok(api.call::<_, Sent>(&payload).await?.into())
        }
        Parcel::Edit { message_id, html, keyboard } => {
            let mut payload = EditMessageText::new(to, message_number(message_id), html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview());
            if !keyboard.is_empty() {
                payload = payload.reply_markup(markup(keyboard));
            }
            Ok(api.call::<_, Sent>(&payload).await?.into())
        }
        Parcel::Pin { message_id } => {
            let payload =
                PinChatMessage::new(to, message_number(message_id)).disable_notification(true);
            let _: bool = api.call(&payload).await?;
            Ok(DONE)
        }
        Parcel::Toast { press, text, alert } => {
            let mut payload = AnswerCallbackQuery::new(CallbackQueryId(press));
            if let Some(text) = text {
                payload = payload.text(text).show_alert(alert);
            }
            let _: bool = api.call(&payload).await?;
            Ok(DONE)
        }
        Parcel::File { photo, source, caption, keyboard, thread } => {
            file(api, chat, photo, source, caption, keyboard, thread).await
        }
        Parcel::Album { pictures, thread } => album(api, chat, pictures, thread).await,
        Parcel::Menu { commands } => {
            let commands = commands.into_iter().map(|(name, text)| BotCommand::new(name, text));
            let payload = SetMyCommands::new(commands)
                .scope(BotCommandScope::Chat { chat_id: Recipient::Id(to) });
            let _: bool = api.call(&payload).await?;
            Ok(DONE)
        }
    }
}

async fn file(
    api: &Api,
    chat: ChatId,
    photo: bool,
    source: Source,
    caption: String,
    keyboard: Keyboard,
    thread: Option<i64>,
) -> Result<Delivery, ApiError> {
    let to = TgChatId(chat.0);
    let markup = (!keyboard.is_empty()).then(|| markup(keyboard));
    let (name, bytes) = match source {
        Source::Bytes { name, bytes } => (name, bytes),
        Source::Known(id) if photo => {
            let mut payload = SendPhoto::new(to, InputFile::file_id(FileId(id)))
                .caption(caption)
                .parse_mode(ParseMode::Html);
            payload.reply_markup = markup.map(Into::into);
            payload.message_thread_id = topic(thread);
            return known(api, "sendPhoto", &payload).await;
        }
        Source::Known(id) => {
            let mut payload = SendDocument::new(to, InputFile::file_id(FileId(id)))
                .caption(caption)
                .parse_mode(ParseMode::Html);
            payload.reply_markup = markup.map(Into::into);
            payload.message_thread_id = topic(thread);
            return known(api, "sendDocument", &payload).await;
        }
    };
    let (method, field) = if photo { ("sendPhoto", "photo") } else { ("sendDocument", "document") };
    let mut form = Form::new()
        .text("chat_id", chat.0.to_string())
        .text("caption", caption)
        .text("parse_mode", "HTML")
        .part(field, Part::bytes(bytes).file_name(name));
    if let Some(markup) = markup {
        let json = serde_json::to_string(&markup).map_err(|_| unprintable())?;
        form = form.text("reply_markup", json);
    }
    if let Some(thread) = thread {
        form = form.text("message_thread_id", thread.to_string());
    }
    Ok(api.upload::<Sent>(method, form).await?.into())
}

/// Sends pictures as one: those that Telegram has by its numbers of them, the others along with the
/// request.
async fn album(
    api: &Api,
    chat: ChatId,
    pictures: Vec<(Source, String)>,
    thread: Option<i64>,
) -> Result<Delivery, ApiError> {
    let mut form = Form::new().text("chat_id", chat.0.to_string());
    let mut media = Vec::with_capacity(pictures.len());
    for (at, (source, caption)) in pictures.into_iter().enumerate() {
        let file = match source {
            Source::Known(id) => id,
            Source::Bytes { name, bytes } => {
                let part = format!("picture{at}");
                form = form.part(part.clone(), Part::bytes(bytes).file_name(name));
                format!("attach://{part}")
            }
        };
        let mut item = json!({ "type": "photo", "media": file });
        if !caption.is_empty() {
            item["caption"] = caption.into();
            item["parse_mode"] = "HTML".into();
        }
        media.push(item);
    }
    form = form.text("media", serde_json::Value::from(media).to_string());
    if let Some(thread) = thread {
        form = form.text("message_thread_id", thread.to_string());
    }
    let mut sent: Vec<Sent> = api.upload("sendMediaGroup", form).await?;
    sent.sort_by_key(|message| message.message_id);
    Ok(Delivery::SentAll(sent.into_iter().map(|it| (it.message_id, it.file_id())).collect()))
}

/// Sends a file that Telegram has already: as text fields, since no bytes go along.
async fn known<P: serde::Serialize>(
    api: &Api,
    method: &str,
    payload: &P,
) -> Result<Delivery, ApiError> {
    let fields = serde_json::to_value(payload).map_err(|_| unprintable())?;
    let mut form = Form::new();
    for (name, value) in fields.as_object().into_iter().flatten() {
        let text = match value {
            serde_json::Value::Null => continue,
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        form = form.text(name.clone(), text);
    }
    Ok(api.upload::<Sent>(method, form).await?.into())
}

fn unprintable() -> ApiError {
    ApiError::Refused {
        code: 400,
        description: "the request cannot be written as JSON".to_owned(),
        migrate_to: None,
    }
}

fn classify(error: ApiError) -> Delivery {
    match error {
        ApiError::RetryAfter { seconds } => {
            Delivery::RetryAfter(Duration::from_secs(seconds.into()))
        }
        ApiError::Refused { migrate_to: Some(to), .. } => Delivery::Migrated(ChatId(to)),
        ApiError::Refused { code: 403, description, .. } => Delivery::Gone(description),
        ApiError::Refused { code: 400, description, .. } => {
            let text = description.to_lowercase();
            let says = |part: &str| text.contains(part);
            if says("message is not modified") || says("query is too old") {
                Delivery::Needless
            } else if says("message to edit not found") || says("message can't be edited") {
                Delivery::Missing
            } else if says("rights to send photos") || says("chat_send_photos_forbidden") {
                // Words may still get through.
                Delivery::Rejected(description)
            } else if says("chat not found")
                || says("user is deactivated")
                // Muted in a group, or its topic is gone or closed: nothing gets through.
                || says("not enough rights to send")
                || says("have no rights to send")
                || says("chat_write_forbidden")
                || says("message thread not found")
                || says("topic_closed")
            {
                Delivery::Gone(description)
            } else {
                Delivery::Rejected(description)
            }
        }
        // A wrong token or a moved server is mended by people: the messages wait for them.
        ApiError::Refused { code: 401 | 404, description, .. } => Delivery::Trouble(description),
        ApiError::Refused { description, .. } => Delivery::Rejected(description),
        trouble @ (ApiError::Server(_) | ApiError::Unreached | ApiError::Network(_)) => {
            Delivery::Trouble(trouble.to_string())
        }
    }
}

fn markup(keyboard: Keyboard) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(keyboard.into_iter().map(|row| {
        row.into_iter().filter_map(|button| match button.does {
            Does::Press(data) => Some(InlineKeyboardButton::callback(button.label, data)),
            Does::Open(url) => {
                url.parse().ok().map(|url| InlineKeyboardButton::url(button.label, url))
            }
        })
    }))
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// Telegram's numbers fit 32 bits; one that does not names no message.
fn message_number(id: i64) -> MessageId {
    MessageId(i32::try_from(id).unwrap_or(0))
}

fn topic(thread: Option<i64>) -> Option<ThreadId> {
    thread.map(|thread| ThreadId(message_number(thread)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u16, description: &str) -> Delivery {
        classify(ApiError::Refused { code, description: description.to_owned(), migrate_to: None })
    }

    #[test]
    fn each_failure_has_its_class() {
        assert_eq!(
            classify(ApiError::RetryAfter { seconds: 7 }),
            Delivery::RetryAfter(Duration::from_secs(7))
        );
        assert!(matches!(
            refused(403, "Forbidden: bot was blocked by the user"),
            Delivery::Gone(_)
        ));
        assert!(matches!(refused(400, "Bad Request: chat not found"), Delivery::Gone(_)));
        assert!(matches!(
            refused(400, "Bad Request: not enough rights to send text messages to the chat"),
            Delivery::Gone(_)
        ));
        assert!(matches!(
            refused(400, "Bad Request: not enough rights to send photos to the chat"),
            Delivery::Rejected(_)
        ));
        assert!(matches!(
            refused(400, "Bad Request: not enough rights to manage pinned messages in the chat"),
            Delivery::Rejected(_)
        ));
        assert_eq!(
            refused(400, "Bad Request: message is not modified: specified new message…"),
            Delivery::Needless
        );
        // A press answered before a crash, or too late: there is nothing left to say to it.
        assert_eq!(
            refused(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid"
            ),
            Delivery::Needless
        );
        assert_eq!(refused(400, "Bad Request: message to edit not found"), Delivery::Missing);
        assert!(matches!(refused(400, "Bad Request: can't parse entities"), Delivery::Rejected(_)));
        assert!(matches!(refused(401, "Unauthorized"), Delivery::Trouble(_)));
        assert!(matches!(classify(ApiError::Server(502)), Delivery::Trouble(_)));
        let migrated = ApiError::Refused {
            code: 400,
            description: "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
            migrate_to: Some(-1007),
        };
        assert_eq!(classify(migrated), Delivery::Migrated(ChatId(-1007)));
    }
}
