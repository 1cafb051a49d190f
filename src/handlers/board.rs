//! `/xephang`: the full table for leaders and the office; for others the public board, and in
//! private the place of their own unit. In the last days everybody else sees the last table closed
//! before the freeze.

use chrono::{DateTime, Utc};

use super::context::{Cx, Handled, Stop, open};
use crate::domain::advice;
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Cluster};
use crate::domain::definition::{key, same_code};
use crate::domain::ids::UnitCode;
use crate::domain::policy::{Action, Actor, may};
use crate::domain::ranking::{Table, is_withheld};
use crate::jobs::picture::{self, Wish as Asked};
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::standings;
use crate::standings::live::Now;
use crate::store;
use crate::store::campaigns::Loaded;
use crate::text::{self, Lang, board};

/// How many lines of a full table stand on one page.
const PER_PAGE: usize = 40;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Wish {
    /// A closed week; the table of now where there is none.
    week: Option<Week>,
    /// A cluster by its place in the workbook.
    cluster: Option<usize>,
    /// The page, from 0.
    page: usize,
    /// Whether as a picture.
    picture: bool,
}

/// Shows the table the person may see.
///
/// # Errors
/// A refusal where there is no such week or cluster, or it is not public.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    // A group is a public board whoever asks.
    let private = cx.chat.private;
    if private {
        cx.allow(Action::SeeBoard)?;
    }
    let wish = read(&loaded.campaign, arguments, cx.lang())?;
    let full = private && may(&cx.actor, Action::SeeFullTable);
    match wish.week {
        Some(week) => show_week(cx, &loaded, wish, week, full).await,
        None => show_now(cx, &loaded, wish, full).await,
    }
}

async fn show_week(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    wish: Wish,
    week: Week,
    full: bool,
) -> Handled {
    let lang = cx.lang();
    let calendar = loaded.campaign.calendar();
    if !(1..=calendar.weeks()).contains(&week.0) {
        let html = say!(lang, "board-no-week", week = week.0, weeks = calendar.weeks());
        return Err(Stop::refuse(html));
    }
    let Some(table) = standings::closed(cx.tx, loaded.id, week).await? else {
        return Err(Stop::refuse(say!(lang, "board-week-open", week = week.0)));
    };
    if full && !wish.picture {
        return show_full(cx, &loaded.campaign, &table, wish).await;
    }
    if !full && is_withheld(&loaded.campaign, table.as_of, cx.now) {
        return Err(Stop::refuse(say!(lang, "board-frozen-week", week = week.0)));
    }
    if wish.picture && cx.chat.private {
        return draw(cx, Asked::Table(Some(week)), cx.now).await;
    }
    let html = public(cx, loaded, &table, wish).await?;
    let keyboard = picture_row(cx, wish, &table).into_iter().collect();
    cx.show(html, keyboard).await?;
    Ok(())
}

/// Calls for pictures; they come in messages of their own.
///
/// # Errors
/// When the database refuses.
pub(super) async fn draw(cx: &mut Cx<'_>, wish: Asked, as_of: DateTime<Utc>) -> Handled {
    let loaded = cx.campaign()?;
    let html = say!(cx.lang(), "picture-asked-drawing");
    let outbox = cx.say_new(html, Vec::new()).await?;
    let (person, chat, lang) = (cx.person.id, cx.chat.id, cx.lang().into());
    let asked = picture::Asked { chat, person, lang, campaign: loaded.id, outbox, wish, as_of };
    picture::call(cx.tx, &asked, cx.now).await?;
    Ok(())
}

/// The button that asks for the same as a picture: in private, where there are places to be seen.
fn picture_row(cx: &Cx<'_>, wish: Wish, table: &Table) -> Option<Vec<Button>> {
    let places = table.overall.iter().any(|row| row.place.is_some());
    let command = Wish { picture: true, page: 0, ..wish }.command();
    (cx.chat.private && places).then(|| vec![open(say!(cx.lang(), "picture-button"), &command)])
}

async fn show_now(cx: &mut Cx<'_>, loaded: &Loaded, wish: Wish, full: bool) -> Handled {
    if wish.picture && cx.chat.private {
        return draw(cx, Asked::Table(None), cx.now).await;
    }
    let now = cx.desk.live.at(cx.tx, loaded, cx.now).await?;
    if full {
        return show_full(cx, &loaded.campaign, &now.table, wish).await;
    }
    let html = if now.table.frozen {
        match standings::last_public(cx.tx, loaded.id).await? {
            Some(table) => {
                let shown = public(cx, loaded, &table, wish).await?;
                format!("{}\n\n{shown}", say!(cx.lang(), "board-frozen"))
            }
            None => say!(cx.lang(), "board-frozen-none"),
        }
    } else {
        public(cx, loaded, &now.table, wish).await?
    };
    let own = own_unit(cx, &loaded.campaign).filter(|_| cx.chat.private);
    let Some(own) = own else {
        let keyboard = picture_row(cx, wish, &now.table).into_iter().collect();
        cx.show(html, keyboard).await?;
        return Ok(());
    };
    let next = next_step(cx, loaded, &now, &own).await?;
    let mut keyboard = vec![vec![open(say!(cx.lang(), "board-button-why"), "visao")]];
    keyboard.extend(picture_row(cx, wish, &now.table));
    cx.show(format!("{html}{next}"), keyboard).await?;
    Ok(())
}

/// The step that would help the person's own unit most, for those who take part in the table.
async fn next_step(cx: &mut Cx<'_>, loaded: &Loaded, now: &Now, own: &UnitCode) -> Handled<String> {
    let campaign = &loaded.campaign;
    let (Some(unit), Some(score)) = (campaign.unit(own), now.score(own)) else {
        return Ok(String::new());
    };
    if !score.competes {
        return Ok(String::new());
    }
    let state = store::book::state(cx.tx, loaded, own, cx.now).await?;
    let next = advice::next_step(campaign, unit, &state, score, cx.now);
    Ok(format!("\n{}", text::why::next_step(campaign, next.as_ref(), cx.lang())))
}

/// What everybody may see of a table, and in private the place of the person's own unit.
async fn public(cx: &mut Cx<'_>, loaded: &Loaded, table: &Table, wish: Wish) -> Handled<String> {
    let (lang, campaign) = (cx.lang(), &loaded.campaign);
    let mut parts = vec![board::heading(campaign, table, lang)];
    if table.overall.is_empty() {
        parts.push(say!(lang, "board-empty"));
    } else if table.overall.iter().all(|row| row.place.is_none()) {
        let names = board::participants(table);
        let list = text::fit_all(&names, text::ROOM - 800, lang);
        let day = campaign.rules().ranking_day;
        parts.push(format!("{}\n{list}", say!(lang, "board-starting", day = day)));
    } else {
        let before = match table.week.0.checked_sub(1).map(Week) {
            Some(before) => standings::closed(cx.tx, loaded.id, before).await?,
            None => None,
        };
        let mut shown = table.public(before.as_ref());
        if let Some(cluster) = cluster(campaign, wish) {
            shown.clusters.retain(|leaders| leaders.code.as_ref() == Some(&cluster.code));
        }
        parts.push(text::fit_all(&board::leading(&shown, lang), text::ROOM - 800, lang));
    }
    if cx.chat.private
        && let Some(unit) = own_unit(cx, campaign)
    {
        parts.extend(board::own(table, &unit, lang));
    }
    Ok(parts.join("\n\n"))
}

/// The unit for which the person reports, else another they belong to.
pub(super) fn own_unit(cx: &Cx<'_>, campaign: &Campaign) -> Option<UnitCode> {
    unit_of(&cx.actor, campaign)
}

/// The unit for which somebody reports, else another they belong to.
pub(crate) fn unit_of(actor: &Actor, campaign: &Campaign) -> Option<UnitCode> {
    let held = actor.memberships.iter().filter_map(|held| held.unit.as_ref());
    let mut units = actor.own_unit().into_iter().chain(held);
    units.find(|unit| campaign.unit(unit).is_some()).cloned()
}

async fn show_full(cx: &mut Cx<'_>, campaign: &Campaign, table: &Table, wish: Wish) -> Handled {
    let lang = cx.lang();
    let lines = match cluster(campaign, wish).and_then(|cluster| table.league(&cluster.code)) {
        Some(league) => {
            let title = format!("<b>{}</b>", text::escape(&league.name));
            std::iter::once(title).chain(board::rows(&league.standings, lang)).collect()
        }
        None => board::full(table, lang),
    };
    let pages = lines.len().div_ceil(PER_PAGE).max(1);
    let page = wish.page.min(pages - 1);
    let mut parts = vec![board::heading(campaign, table, lang)];
    if table.frozen {
        parts.push(say!(lang, "board-frozen-leaders"));
    }
    if let Some(note) = board::unranked(campaign, table, lang) {
        parts.push(note);
    }
    let shown = &lines[page * PER_PAGE..lines.len().min((page + 1) * PER_PAGE)];
    parts.push(text::fit_all(shown, text::ROOM - 600, lang));
    if pages > 1 {
        parts.push(say!(lang, "board-page", page = page + 1, pages = pages));
    }
    let mut keyboard = keyboard(wish, page, pages, lang);
    keyboard.extend(picture_row(cx, wish, table));
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}

fn keyboard(wish: Wish, page: usize, pages: usize, lang: Lang) -> Keyboard {
    let to = |page: usize| Wish { page, ..wish }.command();
    let mut turn: Vec<Button> = Vec::new();
    if page > 0 {
        turn.push(open(say!(lang, "board-previous"), &to(page - 1)));
    }
    if page + 1 < pages {
        turn.push(open(say!(lang, "board-next"), &to(page + 1)));
    }
    let others = vec![
        open(say!(lang, "board-button-brief"), "giaoban"),
        open(say!(lang, "board-button-risks"), "canhbao"),
    ];
    [turn, others].into_iter().filter(|row| !row.is_empty()).collect()
}

fn cluster(campaign: &Campaign, wish: Wish) -> Option<&Cluster> {
    campaign.definition().clusters.get(wish.cluster?)
}

impl Wish {
    /// The command that asks for it; clusters by number, because a button has no room for codes.
    fn command(self) -> String {
        let mut command = "xephang".to_owned();
        if let Some(week) = self.week {
            command = format!("{command} tuần {}", week.0);
        }
        if let Some(cluster) = self.cluster {
            command = format!("{command} #{}", cluster + 1);
        }
        if self.page > 0 {
            command = format!("{command} trang {}", self.page + 1);
        }
        if self.picture {
            command.push_str(" anh");
        }
        command
    }
}

/// Reads `tuần 3`, `CỤM1`, `#2`, `trang 2`, in any order and both languages.
fn read(campaign: &Campaign, arguments: &str, lang: Lang) -> Handled<Wish> {
    let mut wish = Wish::default();
    let mut rest: Vec<&str> = Vec::new();
    let mut words = arguments.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let number = words.peek().and_then(|next| next.parse::<u32>().ok());
        match (key(word).as_str(), number) {
            ("tuan" | "week", Some(week)) => {
                wish.week = Some(Week(week));
                words.next();
            }
            ("trang" | "page", Some(page)) => {
                wish.page = usize::try_from(page).unwrap_or(usize::MAX).saturating_sub(1);
                words.next();
            }
            ("anh" | "picture", _) => wish.picture = true,
            _ => rest.push(word),
        }
    }
    if !rest.is_empty() {
        wish.cluster = Some(find_cluster(campaign, &rest.concat(), lang)?);
    }
    Ok(wish)
}

/// The place of a cluster in the workbook, by its number, its code or its name without spaces.
fn find_cluster(campaign: &Campaign, typed: &str, lang: Lang) -> Handled<usize> {
    let clusters = &campaign.definition().clusters;
    let numbered = typed.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
    if let Some(at) =
        numbered.and_then(|number| number.checked_sub(1)).filter(|at| *at < clusters.len())
    {
        return Ok(at);
    }
    let exact = clusters.iter().position(|it| same_code(it.code.as_str()) == same_code(typed));
    let squeezed = |text: &str| key(text).replace('_', "");
    let meant = || {
        let typed = squeezed(typed);
        clusters
            .iter()
            .position(|it| squeezed(it.code.as_str()) == typed || squeezed(&it.name) == typed)
    };
    exact.or_else(meant).ok_or_else(|| {
        let codes: Vec<&str> = clusters.iter().map(|it| it.code.as_str()).take(20).collect();
        let clusters = codes.join(", ");
        Stop::refuse(say!(lang, "board-no-such-cluster", code = typed, clusters = clusters))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::button::Press;
    use crate::handlers::commands::{Command, Written, parse};

    fn campaign() -> Campaign {
        let mut definition = standings::tests::definition(4);
        definition.clusters[1].code = crate::domain::ids::ClusterCode::new("CỤM2");
        definition.clusters[1].name = "Cụm ven sông".to_owned();
        Campaign::new(definition).unwrap()
    }

    #[test]
    fn a_wish_is_read_in_any_order_and_both_languages() {
        let campaign = campaign();
        let read = |text| read(&campaign, text, Lang::Vi).ok();
        let all = Wish { week: Some(Week(3)), cluster: Some(1), page: 1, picture: false };
        assert_eq!(read(""), Some(Wish::default()));
        assert_eq!(read("tuần 3 cụm2 trang 2"), Some(all));
        assert_eq!(read("page 2 CUM 2 week 3"), Some(all));
        assert_eq!(read("#2 tuan 3 trang 2"), Some(all));
        assert_eq!(read("cụm ven sông").and_then(|wish| wish.cluster), Some(1));
        let drawn = Wish { week: Some(Week(3)), picture: true, ..Wish::default() };
        assert_eq!([read("ảnh tuần 3"), read("week 3 picture")], [Some(drawn), Some(drawn)]);
        assert_eq!(read("#3"), None);
        assert_eq!(read("CUM9"), None);
    }

    #[test]
    fn the_buttons_ask_for_the_same_table_and_fit() {
        let campaign = campaign();
        let wish = Wish { week: Some(Week(523)), cluster: Some(1), page: 99, picture: true };
        let press = Press::Open { command: wish.command() };
        assert!(press.data().len() <= 64);
        let written = format!("/{}", wish.command());
        let Some(Written::Known(Command::Ranking, arguments)) = parse(&written, "") else {
            panic!("{written}");
        };
        assert_eq!(read(&campaign, arguments, Lang::Vi).ok(), Some(wish));
    }
}
