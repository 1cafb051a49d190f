//! `/ngonngu`: the language in which the bot speaks to the person, and in which the menu stands.

use super::commands::{Command, menu};
use super::context::{Cx, Handled, open};
use super::help::roles;
use super::names;
use crate::domain::definition::key;
use crate::outgoing::Body;
use crate::say;
use crate::store;
use crate::text::Lang;

/// Sets the language, or offers both.
///
/// # Errors
/// A refusal for a language the bot does not speak.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let lang = cx.lang();
    let Some(chosen) = spoken(arguments) else {
        let ask = if arguments.is_empty() {
            say!(lang, "language-ask")
        } else {
            say!(lang, "language-unknown", typed = names::quoted(arguments))
        };
        let name = Command::Language.name(Lang::Vi);
        let keyboard = vec![vec![
            open("Tiếng Việt".to_owned(), &format!("{name} vi")),
            open("English".to_owned(), &format!("{name} en")),
        ]];
        cx.show(ask, keyboard).await?;
        return Ok(());
    };
    store::people::set_language(cx.tx, cx.person.id, chosen).await?;
    cx.person.lang = chosen;
    cx.show(say!(chosen, "language-set"), Vec::new()).await?;
    reset_menu(cx).await
}

/// The language of a code or of its own name.
fn spoken(text: &str) -> Option<Lang> {
    match key(text).as_str() {
        "tieng_viet" | "viet" => Some(Lang::Vi),
        "english" | "anh" | "tieng_anh" => Some(Lang::En),
        code => Lang::parse(code),
    }
}

/// Puts the commands of the person's roles and language into the menu of the private chat.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn reset_menu(cx: &mut Cx<'_>) -> Handled {
    let commands = menu(&roles(cx), cx.lang());
    cx.put(Body::Menu { commands }).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_code_and_its_names() {
        assert_eq!(spoken("en"), Some(Lang::En));
        assert_eq!(spoken("EN-gb"), Some(Lang::En));
        assert_eq!(spoken("Tiếng Việt"), Some(Lang::Vi));
        assert_eq!(spoken("tiếng anh"), Some(Lang::En));
        assert_eq!(spoken("fr"), None);
        assert_eq!(spoken(""), None);
    }
}
