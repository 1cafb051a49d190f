//! Candidates, lists and votes in words.

use std::collections::BTreeMap;

use super::{Lang, date_time, escape, reasons, shorten};
use crate::domain::campaign::Campaign;
use crate::domain::council::{Choice, Listed, Round, Tally, Verdict, Vote};
use crate::domain::nomination::{Named, number_of};
use crate::say;

/// The longest name that is shown, in UTF-16 units.
const LONGEST_NAME: usize = 80;

/// What candidates are called, by their ids.
pub type Names = BTreeMap<String, Named>;

/// A candidate as a public list names it, as plain text: `Nguyễn Văn A (An Biên)`, `Tổ 5 (An Biên)`,
/// `An Biên`.
pub fn name(campaign: &Campaign, listed: &Listed, names: &Names, lang: Lang) -> String {
    let unit = campaign.unit_name(&listed.unit).to_owned();
    let own = names.get(&listed.id).map_or("", |named| named.name.as_str());
    let number = number_of(&listed.id).map_or_else(String::new, |number| number.to_string());
    match own {
        "" if listed.leader.is_some() => {
            say!(lang, "council-erased", number = super::Html(number), unit = super::Html(unit))
        }
        "" => unit,
        own => format!("{} ({unit})", shorten(own, LONGEST_NAME)),
    }
}

/// The same with what it is for, safe in HTML.
pub fn line(campaign: &Campaign, listed: &Listed, names: &Names, lang: Lang) -> String {
    let name = name(campaign, listed, names, lang);
    let post = names.get(&listed.id).map_or("", |named| named.post.as_str());
    let mut about = Vec::new();
    if !post.is_empty() {
        about.push(shorten(post, LONGEST_NAME));
    }
    match listed.leader {
        Some(true) => about.push(say!(lang, "council-leader")),
        Some(false) => about.push(say!(lang, "council-worker")),
        None => about.push(reasons::category(listed.category, lang)),
    }
    if let Some(indicator) = listed.indicator.as_ref().and_then(|code| campaign.indicator(code)) {
        about.push(shorten(&indicator.name, LONGEST_NAME));
    }
    format!("<b>{}</b> – {}", escape(&name), escape(&about.join("; ")))
}

/// Lines with their place in front: `1. …`.
pub fn numbered(lines: impl Iterator<Item = String>) -> Vec<String> {
    lines.enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect()
}

/// What a choice is called.
pub fn choice(choice: Choice, lang: Lang) -> String {
    match choice {
        Choice::Agree => say!(lang, "ballot-agree"),
        Choice::Disagree => say!(lang, "ballot-disagree"),
        Choice::Abstain => say!(lang, "ballot-abstain"),
    }
}

/// The button that confirms a choice.
pub fn confirm(choice: Choice, lang: Lang) -> String {
    match choice {
        Choice::Agree => say!(lang, "ballot-confirm-agree"),
        Choice::Disagree => say!(lang, "ballot-confirm-disagree"),
        Choice::Abstain => say!(lang, "ballot-confirm-abstain"),
    }
}

/// The result of a candidate in a few words.
pub fn verdict(verdict: Verdict, lang: Lang) -> String {
    match verdict {
        Verdict::Passed => say!(lang, "council-passed"),
        Verdict::NotPassed => say!(lang, "council-not-passed"),
        Verdict::NoQuorum => say!(lang, "council-no-quorum"),
    }
}

/// The count of a candidate.
pub fn counted(tally: &Tally, lang: Lang) -> String {
    let Some(counts) = tally.told() else {
        let (cast, entitled) = (tally.cast(), tally.entitled);
        return say!(lang, "council-counts-few", cast = cast, entitled = entitled);
    };
    say!(
        lang,
        "council-counts",
        agree = counts.agree,
        disagree = counts.disagree,
        abstain = counts.abstain,
        cast = tally.cast(),
        entitled = tally.entitled
    )
}

/// The minutes of a closed vote (*biên bản kiểm phiếu*); empty while it is open.
pub fn minutes(
    campaign: &Campaign,
    round: &Round,
    vote: &Vote,
    names: &Names,
    lang: Lang,
) -> String {
    let Some(closing) = &vote.closed else { return String::new() };
    let zone = campaign.calendar().tz();
    let members: std::collections::BTreeSet<_> = vote
        .opening
        .papers
        .iter()
        .flat_map(|paper| paper.entitled.iter().chain(&paper.excluded))
        .collect();
    let head = say!(
        lang,
        "council-minutes",
        campaign = campaign.definition().name,
        opened = date_time(vote.at, zone),
        closed = date_time(closing.at, zone),
        members = members.len(),
        quorum = vote.opening.quorum.to_string(),
        pass = vote.opening.pass.to_string()
    );
    let mut lines = vec![head];
    for (at, tally) in closing.tallies.iter().enumerate() {
        let Some(paper) = vote.paper(&tally.candidate) else { continue };
        let who = line(campaign, &paper.listed, names, lang);
        let (counts, result) = (counted(tally, lang), verdict(tally.result, lang));
        let excluded = match paper.excluded.len() {
            0 => String::new(),
            count => format!(" {}", say!(lang, "council-excluded-count", count = count)),
        };
        lines.push(format!("{}. {who}\n{counts}{excluded}\n→ <b>{result}</b>", at + 1));
    }
    for (id, withdrawal) in &round.withdrawn {
        let Some(listed) = round.listing.candidates.iter().find(|one| &one.id == id) else {
            continue;
        };
        let who = name(campaign, listed, names, lang);
        lines.push(withdrawn(&who, &shorten(&withdrawal.reason, 200), lang));
    }
    super::fit_all(&lines, super::ROOM, lang)
}

/// That a candidate was taken off a list, and why, unless that is forgotten with the person.
pub fn withdrawn(who: &str, reason: &str, lang: Lang) -> String {
    if reason.is_empty() {
        say!(lang, "council-withdrawn-bare", who = who)
    } else {
        say!(lang, "council-withdrawn-line", who = who, reason = reason)
    }
}
