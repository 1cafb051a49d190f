//! Methods that post a message.

use serde_json::Value;

use super::super::markup::Rich;
use super::super::params::{Params, Upload};
use super::super::pictures;
use super::super::state::{Answer, Content, Draft, Refusal, State};
use super::super::wire;
use super::{Call, YES, format, limited_caption};

/// Telegram's limits for uploads by bots.
const PHOTO_BYTES: usize = 10 * 1024 * 1024;
const DOCUMENT_BYTES: usize = 50 * 1024 * 1024;

pub(super) fn send_message(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let text = call.text()?;
    post(call, chat, |_| Content::Text(text))
}

pub(super) fn send_photo(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let caption = call.caption()?;
    let source = call.required_text("photo")?;
    let media = Media::find(call.state, call.params, source, true)?;
    post(call, chat, |state| media.keep(state, caption))
}

pub(super) fn send_document(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let caption = call.caption()?;
    let source = call.required_text("document")?;
    let media = Media::find(call.state, call.params, source, false)?;
    post(call, chat, |state| media.keep(state, caption))
}

/// All or nothing: a fault in one part and nothing of the album is posted.
pub(super) fn send_media_group(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let Some(list) = call.params.list("media") else {
        return Err(Refusal::bad("parameter \"media\" is required"));
    };
    match list.len() {
        0 => return Err(Refusal::bad("there are no messages to send")),
        1 => return Err(Refusal::bad("media group must include 2-10 items")),
        2..=10 => {}
        _ => return Err(Refusal::bad("too many messages to send as an album")),
    }
    let parts: Vec<(Media, Rich)> =
        list.iter().map(|part| Media::described(call, part)).collect::<Result<_, _>>()?;
    let photos = parts.iter().filter(|(media, _)| media.is_photo()).count();
    if photos != 0 && photos != parts.len() {
        return Err(Refusal::bad("documents can't be mixed with other media types"));
    }
    speak(call, chat)?;
    let empty = empty_draft(call, chat)?;
    call.admit(chat, i32::try_from(parts.len()).unwrap_or(i32::MAX))?;
    let (bot, now) = (call.state.bot.id, call.now);
    let album = format!("{}{:06}", chat.unsigned_abs(), call.room(chat)?.next_post);
    let mut posted = Vec::new();
    for (media, caption) in parts {
        let content = media.keep(call.state, caption);
        let draft = Draft { content, album: Some(album.clone()), ..empty.clone() };
        posted.push(call.room_mut(chat)?.put(draft, bot, now).id);
    }
    let room = call.room(chat)?;
    let posts = posted.iter().filter_map(|id| room.post(*id));
    Ok(posts.map(|post| wire::message(call.state, room, post)).collect())
}

pub(super) fn send_chat_action(call: &mut Call<'_>) -> Answer {
    const ACTIONS: [&str; 11] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    call.open_room()?;
    if !ACTIONS.contains(&call.required_text("action")?) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    Ok(YES)
}

/// Everything else is checked first, so that a wrong request neither counts against the limits nor
/// leaves a file behind.
fn post(call: &mut Call<'_>, chat: i64, content: impl FnOnce(&mut State) -> Content) -> Answer {
    speak(call, chat)?;
    let empty = Draft { keyboard: call.keyboard()?, ..empty_draft(call, chat)? };
    call.admit(chat, 1)?;
    let draft = Draft { content: content(call.state), ..empty };
    let (bot, now) = (call.state.bot.id, call.now);
    let id = call.room_mut(chat)?.put(draft, bot, now).id;
    let room = call.room(chat)?;
    let post = room.post(id).ok_or_else(|| Refusal::stale("message not found"))?;
    Ok(wire::message(call.state, room, post))
}

/// Whether the bot may write there.
fn speak(call: &Call<'_>, chat: i64) -> Result<(), Refusal> {
    if chat < 0 && call.room(chat)?.bot == super::Standing::Muted {
        return Err(Refusal::stale("not enough rights to send text messages to the chat"));
    }
    Ok(())
}

fn empty_draft(call: &Call<'_>, chat: i64) -> Result<Draft, Refusal> {
    let room = call.room(chat)?;
    let mut draft = Draft::of(Content::Text(Rich::default()));
    draft.thread = call.params.int("message_thread_id");
    if draft.thread.is_some_and(|thread| !room.topics.contains_key(&thread)) {
        return Err(Refusal::stale("message thread not found"));
    }
    if let Some(reply) = call.params.get("reply_parameters") {
        let Some(original) = reply.get("message_id").and_then(Value::as_i64) else {
            return Err(Refusal::bad("message identifier is not specified"));
        };
        let lenient = reply.get("allow_sending_without_reply").and_then(Value::as_bool);
        if room.post(original).is_some() {
            draft.reply_to = Some(original);
        } else if lenient != Some(true) {
            return Err(Refusal::stale("message to be replied not found"));
        }
    }
    Ok(draft)
}

/// A file to be shown: one that is here already, or one that came with the request.
pub(super) enum Media {
    Known { ids: Vec<String>, photo: bool },
    New { upload: Upload, photo: bool },
}

impl Media {
    /// What an `InputMedia` object shows, and its caption.
    pub(super) fn described(call: &Call<'_>, media: &Value) -> Result<(Self, Rich), Refusal> {
        let word = |field: &str| media.get(field).and_then(Value::as_str);
        let photo = match word("type") {
            Some("photo") => true,
            Some("document") => false,
            other => return Err(Refusal::bad(format!("unsupported media type {other:?}"))),
        };
        let entities = media.get("caption_entities").and_then(Value::as_array).map(Vec::as_slice);
        let caption = format(word("caption").unwrap_or_default(), word("parse_mode"), entities)?;
        let caption = limited_caption(caption)?;
        let source = word("media").unwrap_or_default();
        Ok((Self::find(call.state, call.params, source, photo)?, caption))
    }

    fn is_photo(&self) -> bool {
        let (Self::Known { photo, .. } | Self::New { photo, .. }) = self;
        *photo
    }

    pub(super) fn find(
        state: &State,
        params: &Params,
        source: &str,
        photo: bool,
    ) -> Result<Self, Refusal> {
        if let Some(part) = source.strip_prefix("attach://") {
            let Some(upload) = params.files.get(part) else {
                return Err(Refusal::bad(format!("file part \"{part}\" not found in the request")));
            };
            check_upload(&upload.bytes, photo)?;
            return Ok(Self::New { upload: upload.clone(), photo });
        }
        if source.contains("://") {
            return Err(Refusal::bad("wrong type of the web page content"));
        }
        let Some(file) = state.files.get(source) else {
            return Err(Refusal::bad(
                "wrong remote file identifier specified: Wrong string length",
            ));
        };
        if file.size.is_some() != photo {
            let (is, wanted) = if photo { ("Document", "Photo") } else { ("Photo", "Document") };
            return Err(Refusal::bad(format!("can't use file of type {is} as {wanted}")));
        }
        // A picture named by any of its sizes comes back with all of them.
        let ids = state
            .files
            .iter()
            .filter(|(id, other)| {
                *id == source || (photo && other.bytes.as_ptr() == file.bytes.as_ptr())
            })
            .map(|(id, _)| id.clone())
            .collect();
        Ok(Self::Known { ids, photo })
    }

    pub(super) fn keep(self, state: &mut State, caption: Rich) -> Content {
        let (ids, photo) = match self {
            Self::Known { ids, photo } => (ids, photo),
            Self::New { upload, photo } => (state.store(&upload.name, upload.bytes, photo), photo),
        };
        match ids.first() {
            Some(id) if !photo => Content::Document(id.clone(), caption),
            _ => Content::Photo(ids, caption),
        }
    }
}

fn check_upload(bytes: &[u8], photo: bool) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::bad("file must be non-empty"));
    }
    if !photo {
        if bytes.len() > DOCUMENT_BYTES {
            return Err(Refusal::bad("file is too big"));
        }
        return Ok(());
    }
    if bytes.len() > PHOTO_BYTES {
        return Err(Refusal::bad("too big file for a photo"));
    }
    let Some((width, height)) = pictures::dimensions(bytes) else {
        return Err(Refusal::bad("IMAGE_PROCESS_FAILED"));
    };
    let (short, long) = (width.min(height), width.max(height));
    if short < 1 || width + height > 10_000 || long > 20 * short {
        return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}
