//! The office's daily work: everybody in the workbook invited at once, groups that show the board,
//! an announcement, an official who moves on.

use serde::{Deserialize, Serialize};

use super::RehearsalError;
use super::cast::{OFFICE, Player};
use super::play::{Moment, Play};
use super::talk::{Heard, Line};
use crate::domain::ids::UnitCode;
use crate::domain::policy::Role;
use crate::handlers::names;
use crate::sandbox::Message;
use crate::text::Lang;

/// A group with topics, and one that moves to another number and is lost.
const FORUM: i64 = -1_002_000_000_001;
const GROUP: i64 = -2_000_002;
/// What the office announces.
const NEWS: &str = "Hội nghị giao ban trực tuyến lúc 8 giờ thứ Hai tuần tới";

/// What was done besides pledging, reporting and checking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DailyWork {
    /// Invitations made at once from the workbook and taken up.
    pub invited_at_once: usize,
    /// Groups bound as boards.
    pub boards_bound: usize,
    /// Boards that followed their group to another number.
    pub boards_moved: usize,
    /// Boards whose loss the office was told of.
    pub boards_lost: usize,
    /// People whom the announcement reached.
    pub announced_to: usize,
    /// Officials who handed their work over.
    pub handed_over: usize,
}

impl Play {
    /// The office invites everybody the workbook names, who open their links; gives those who have
    /// joined in which part.
    pub(super) async fn all_are_invited(
        &mut self,
    ) -> Result<Vec<(i64, Role, Option<UnitCode>)>, RehearsalError> {
        let people = self.campaign.definition().people.clone();
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let heard = self.talk(vec![Line::new(OFFICE, "/moi tatca", ())]).await?;
        let shown = heard.iter().map(Heard::shown).collect::<Vec<_>>().join("\n");
        let links = links_in(&shown);
        let mut joined = Vec::new();
        let mut opened = Vec::new();
        for invitee in &people {
            let unit = invitee.unit.as_ref().map(|code| names::unit_name(&self.campaign, code));
            let place = unit.unwrap_or_else(|| self.campaign.definition().host.clone());
            let link = links.iter().find(|link| {
                link.place == place
                    && link.name == invitee.name
                    && link.role == names::role(invitee.role, Lang::Vi)
            });
            let plays = |player: &&Player| {
                player.name == invitee.name
                    && player.parts.contains(&(invitee.role, invitee.unit.clone()))
            };
            let player = self.cast.players().iter().find(plays);
            let (Some(link), Some(player)) = (link, player) else { continue };
            opened.push(Line::new(player.id, format!("/start {}", link.code), ()));
            joined.push((player.id, invitee.role, invitee.unit.clone()));
        }
        self.talk(opened).await?;
        self.daily.invited_at_once = joined.len();
        Ok(joined)
    }

    /// What the office does at this hour besides its part in the campaign.
    pub(super) async fn daily_work(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        match (moment.day, moment.hour) {
            (2, (10, 0)) => self.groups_are_bound().await,
            (3, (10, 0)) => self.office_announces().await,
            (9, (15, 5)) => self.group_moves().await,
            (11, (10, 0)) => self.official_moves_on().await,
            (16, (15, 5)) => self.group_is_lost().await,
            _ => Ok(()),
        }
    }

    async fn groups_are_bound(&mut self) -> Result<(), RehearsalError> {
        let world = self.theatre.world().clone();
        world.create_group(FORUM, "Phong trào thi đua", &[OFFICE], true);
        let topic = world.create_topic(FORUM, "Bảng tin");
        world.create_group(GROUP, "Văn phòng", &[OFFICE], false);
        for group in [FORUM, GROUP] {
            world.promote_bot(group, OFFICE);
        }
        self.theatre.settle().await?;
        world.say_in_topic(OFFICE, FORUM, topic, "/lienket");
        world.say(OFFICE, GROUP, "/lienket");
        self.theatre.settle().await?;
        for group in [FORUM, GROUP] {
            let pinned = world.messages(group).iter().any(|message| message.pinned);
            self.daily.boards_bound += usize::from(pinned);
        }
        Ok(())
    }

    async fn group_moves(&mut self) -> Result<(), RehearsalError> {
        let world = self.theatre.world().clone();
        let new = world.migrate(GROUP);
        self.theatre.settle().await?;
        let pinned = world.messages(new).iter().any(|message| message.pinned);
        self.daily.boards_moved += usize::from(pinned);
        Ok(())
    }

    async fn group_is_lost(&mut self) -> Result<(), RehearsalError> {
        let world = self.theatre.world().clone();
        let before = self.told_of_loss();
        // Where it has moved to, which a second move tells.
        let moved = -1_000_000_000_000 + GROUP;
        world.remove_bot(moved, OFFICE);
        self.theatre.settle().await?;
        self.daily.boards_lost += usize::from(self.told_of_loss() > before);
        Ok(())
    }

    fn told_of_loss(&self) -> usize {
        let messages = self.theatre.world().recent(OFFICE, 50);
        messages.iter().filter(|message| message.text.contains("không còn đăng được")).count()
    }

    async fn office_announces(&mut self) -> Result<(), RehearsalError> {
        self.theatre.say(OFFICE, &format!("/thongbao {NEWS}"));
        self.theatre.settle().await?;
        self.office_presses("☐ Tất cả").await?;
        self.office_presses("Xác nhận").await?;
        let world = self.theatre.world();
        let reached = |player: &&Player| {
            world.recent(player.id, 20).iter().any(|message| message.text.contains(NEWS))
        };
        let players = self.cast.players().iter().filter(|player| player.id != OFFICE);
        self.daily.announced_to = players.filter(reached).count();
        Ok(())
    }

    /// The head of a unit moves on; the successor joins by the link and goes on.
    async fn official_moves_on(&mut self) -> Result<(), RehearsalError> {
        let heads = self.cast.holding(Role::UnitLead, None);
        let found = heads.filter(|player| player.parts.len() == 1).find_map(|player| {
            let (_, unit) = player.parts.first()?;
            Some((player.clone(), unit.clone()?))
        });
        let Some((head, unit)) = found else { return Ok(()) };
        self.theatre.say(OFFICE, &format!("/moi banggiao {unit}"));
        self.theatre.settle().await?;
        self.office_presses(&format!("{} · ", head.name)).await?;
        self.office_presses("Xác nhận").await?;
        let name = format!("Người kế nhiệm {}", head.name);
        let answers = self.talk(vec![Line::new(OFFICE, name.clone(), ())]).await?;
        let shown = answers.iter().map(Heard::shown).collect::<Vec<_>>().join("\n");
        let Some(code) = code_in(&shown) else { return Err(RehearsalError::NoLink(shown)) };
        let start = format!("/start {code}");
        let successor = self.cast.succeed(&head, &unit, name);
        self.theatre.enter(&successor);
        self.talk(vec![Line::new(successor.id, start, ())]).await?;
        self.daily.handed_over += 1;
        Ok(())
    }

    /// The office presses the newest button whose label begins so.
    async fn office_presses(&mut self, label: &str) -> Result<(), RehearsalError> {
        let messages = self.theatre.world().recent(OFFICE, 20);
        let has = |message: &&Message| message.from_bot && message.button(label).is_some();
        if let Some(message) = messages.iter().rev().find(has) {
            let message = message.clone();
            self.theatre.press(OFFICE, &message, label);
        }
        self.theatre.settle().await
    }
}

/// A link in the list of all invitations.
#[derive(Debug, PartialEq, Eq)]
struct Link<'a> {
    place: &'a str,
    name: &'a str,
    role: &'a str,
    code: &'a str,
}

/// Reads the list: the place on a line of its own, then for each person a line with name, post and
/// role, and the link on the next.
fn links_in(text: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let (mut place, mut person) = ("", None);
    for line in text.lines() {
        if let Some(code) = code_in(line) {
            if let Some((name, role)) = person.take() {
                links.push(Link { place, name, role, code });
            }
        } else if let Some(rest) = line.strip_prefix("• ") {
            person = rest.rsplit_once(" (").map(|(named, role)| {
                let name = named.split_once(", ").map_or(named, |(name, _)| name);
                (name, role.trim_end_matches(')'))
            });
        } else {
            place = line;
        }
    }
    links
}

/// The code of the first link in a text.
fn code_in(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("?start=")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
    Some(&rest[..end.unwrap_or(rest.len())]).filter(|code| !code.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_links_is_read_unit_by_unit() {
        let text = "Đã tạo 2 link\nAn Biên\n• Lê An, Chủ tịch (Trưởng đơn vị)\n\
                    https://t.me/b?start=0a\nLam Sơn\n• Vũ Chi (Cán bộ báo cáo)\n\
                    https://t.me/b?start=1b";
        let link = |place, name, role, code| Link { place, name, role, code };
        assert_eq!(
            links_in(text),
            [
                link("An Biên", "Lê An", "Trưởng đơn vị", "0a"),
                link("Lam Sơn", "Vũ Chi", "Cán bộ báo cáo", "1b"),
            ]
        );
    }
}
