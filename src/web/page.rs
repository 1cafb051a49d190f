//! What every page has: its head, the way to the other language, its style and its script.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use num_traits::ToPrimitive;
use serde::Deserialize;

use crate::domain::figure::Fixed;
use crate::say;
use crate::store::StoreError;
use crate::text::Lang;

/// The addresses of what belongs to every page.
pub(super) const STYLE: &str = "/bang.css";
pub(super) const SCRIPT: &str = "/bang.js";
pub(super) const ICON: &str = "/bang.svg";

/// A page to be shown.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// In which language.
    pub(super) lang: Lang,
    /// Its title, as text.
    pub(super) title: &'a str,
    /// Where it stands, without a query.
    pub(super) path: &'a str,
    /// Whether it is for the wall of a meeting room: large, and nothing to press.
    pub(super) wall: bool,
    /// Where changes are told, and which state is shown.
    pub(super) live: Option<(&'a str, &'a str)>,
    /// What it shows.
    pub(super) main: &'a str,
}

impl Page<'_> {
    /// The page as a document.
    pub(super) fn document(&self) -> Markup {
        let lang = self.lang;
        let (other, label) = match lang {
            Lang::Vi => (Lang::En, "English"),
            Lang::En => (Lang::Vi, "Tiếng Việt"),
        };
        let (source, version) = self.live.unwrap_or_default();
        html! {
            (DOCTYPE)
            html lang=(lang.as_str()) class=[self.wall.then_some("wall")] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    link rel="stylesheet" href=(STYLE);
                    link rel="icon" href=(ICON) type="image/svg+xml";
                    script src=(SCRIPT) defer {}
                }
                body data-source=(source) data-version=(version) {
                    a.skip href="#main" { (said(say!(lang, "web-skip"))) }
                    main #main { (PreEscaped(self.main)) }
                    footer {
                        p #live role="status" data-lost=(say!(lang, "web-lost")) {}
                        @if !self.wall {
                            nav aria-label=(say!(lang, "web-more")) {
                                a href={ (self.path) "?lang=" (other.as_str()) } lang=(other.as_str()) { (label) }
                                a href={ (self.path) "?lang=" (lang.as_str()) "&man=chieu" } {
                                    (said(say!(lang, "web-wall")))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What an address may say beyond its path.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    lang: Option<String>,
    /// `chieu`: for a projector.
    man: Option<String>,
}

impl Asked {
    /// The language that is asked for, where one is.
    pub(super) fn chosen(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::parse)
    }

    /// The language to speak to a stranger.
    pub(super) fn lang(&self) -> Lang {
        self.chosen().unwrap_or_default()
    }

    /// Whether it is for the wall of a meeting room.
    pub(super) fn wall(&self) -> bool {
        self.man.as_deref() == Some("chieu")
    }
}

/// The answer where the database cannot say.
pub(super) fn failed(error: &StoreError) -> Response {
    tracing::error!(%error, "a page could not be drawn");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

/// A part of an address, as it must be written.
pub(super) fn part(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// A bar that is as long as its share: drawn, because its words say the figure.
pub(super) fn bar(class: &str, value: f64, most: f64) -> Markup {
    let share = if most > 0.0 { (value / most).clamp(0.0, 1.0) * 100.0 } else { 0.0 };
    html! {
        svg.bar.(class) viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
            rect.all width="100" height="4" {}
            rect.part width=(format!("{share:.1}")) height="4" {}
        }
    }
}

/// A figure as a length.
pub(super) fn length<const PLACES: u32>(figure: Fixed<PLACES>) -> f64 {
    figure.to_rational().to_f64().unwrap_or(0.0)
}

/// A sentence, which is HTML already.
pub(super) fn said(sentence: String) -> PreEscaped<String> {
    PreEscaped(sentence)
}

/// The style of every page.
pub(super) fn style() -> MethodRouter<super::Web> {
    asset("text/css; charset=utf-8", include_str!("../../assets/web/bang.css"))
}

/// What keeps a page up to date; without it a page shows what it showed when it came.
pub(super) fn script() -> MethodRouter<super::Web> {
    asset("text/javascript; charset=utf-8", include_str!("../../assets/web/bang.js"))
}

/// What stands in the browser's tab.
pub(super) fn icon() -> MethodRouter<super::Web> {
    asset("image/svg+xml", include_str!("../../assets/web/icon.svg"))
}

fn asset(kind: &'static str, text: &'static str) -> MethodRouter<super::Web> {
    get(async move || -> Response {
        // A new program comes with new ones.
        let kept = "public, max-age=300";
        ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], text).into_response()
    })
}
