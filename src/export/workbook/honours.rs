//! Badges, nominations, and what the council made of the lists.

use rust_xlsxwriter::XlsxError;

use super::super::council::{Ballot, Nomination, Reward};
use super::super::{Badge, Export, Grounds};
use super::Names;
use super::sheet::{Book, Cell, Heading, Row, figure, maybe, said, when};
use crate::domain::commendation::{Category, Gate, GateKind};
use crate::domain::council::{Counts, Listed, Tally, Verdict};
use crate::domain::definition::Record;
use crate::say;
use crate::text::{Lang, reasons};

const BADGES: [Heading; 14] = [
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Huy hiệu", 20.0),
    ("Mức (tuần)", 8.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 34.0),
    ("Đơn vị tính", 11.0),
    ("Tuần", 7.0),
    ("Căn cứ", 36.0),
    ("Trao lúc", 17.0),
    ("Thu lại lúc", 17.0),
    ("Người thu", 22.0),
    ("Lý do thu", 30.0),
];

impl<'a> Row<'a> for &'a Badge {
    const RECORD: Record = Record::Badges;
    const HEADINGS: &'static [Heading] = &BADGES;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let mut row = vec![figure(self.id.0)];
        row.extend(names.unit(&self.unit));
        row.extend([said(badge_name(self.badge)), maybe(self.weeks)]);
        row.extend(names.indicator(self.indicator.as_ref()));
        row.extend([figure(self.week.0), said(grounds(&self.grounds)), Cell::Moment(self.done.at)]);
        row.extend(names.done(self.revoked.as_ref()));
        row.push(said(self.revoked.as_ref().map_or("", |done| done.text.as_str())));
        row
    }
}

fn badge_name(badge: &str) -> String {
    let lang = Lang::Vi;
    match badge {
        "cluster_leader" => say!(lang, "badge-leader"),
        "leap" => say!(lang, "badge-leap"),
        "beyond" => say!(lang, "badge-kind-beyond"),
        "early_finish" => say!(lang, "badge-kind-early"),
        "unblocked" => say!(lang, "badge-unblocked"),
        "true_figures" => say!(lang, "badge-true"),
        "on_time" => say!(lang, "badge-kind-on-time"),
        other => other.to_owned(),
    }
}

fn grounds(grounds: &Grounds) -> String {
    let one = |word: &str, of: Vec<String>| {
        if of.is_empty() { None } else { Some(format!("{word} {}", of.join(", "))) }
    };
    let numbers = |of: &[crate::domain::ids::Number]| of.iter().map(ToString::to_string).collect();
    let weeks = grounds.weeks.iter().map(|week| week.0.to_string()).collect();
    let all = [
        one("Bảng tuần", weeks),
        one("Cam kết", numbers(&grounds.pledges)),
        one("Báo cáo", numbers(&grounds.entries)),
        one("Vướng mắc", numbers(&grounds.obstacles)),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

const NOMINATIONS: [Heading; 16] = [
    ("Số", 7.0),
    ("Mã ứng viên", 20.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Loại", 16.0),
    ("Họ tên hoặc tập thể", 26.0),
    ("Chức vụ", 22.0),
    ("Lãnh đạo", 9.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 30.0),
    ("Đơn vị tính", 11.0),
    ("Dựa trên báo cáo số", 16.0),
    ("Số ảnh, tệp", 8.0),
    ("Thành tích", 48.0),
    ("Đề cử lúc", 17.0),
    ("Rút lúc", 17.0),
];

impl<'a> Row<'a> for &'a Nomination {
    const RECORD: Record = Record::Nominations;
    const HEADINGS: &'static [Heading] = &NOMINATIONS;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let kind = match self.kind {
            "unit" => "Tập thể",
            "part" => "Tập thể nhỏ",
            "person" => "Cá nhân",
            other => other,
        };
        let entries: Vec<String> = self.entries.iter().map(ToString::to_string).collect();
        let mut row = vec![figure(self.id.0), said(self.candidate.as_str())];
        row.extend(names.unit(&self.unit));
        row.extend([
            said(kind),
            said(self.name.as_str()),
            said(self.post.as_str()),
            self.leader.map_or(Cell::Empty, |leader| said(yes(leader))),
        ]);
        row.extend(names.indicator(self.indicator.as_ref()));
        row.extend([
            said(entries.join(", ")),
            figure(self.evidence),
            said(self.done.text.as_str()),
            Cell::Moment(self.done.at),
            when(self.withdrawn),
        ]);
        row
    }
}

fn yes(yes: bool) -> &'static str {
    if yes { "Có" } else { "Không" }
}

const COMMENDATIONS: [Heading; 24] = [
    ("Danh sách", 9.0),
    ("Công khai lúc", 17.0),
    ("Hạn góp ý", 12.0),
    ("Mã ứng viên", 20.0),
    ("Ứng viên", 26.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Thành tích", 20.0),
    ("Mã chỉ tiêu", 11.0),
    ("Số liệu thẩm định", 26.0),
    ("Trung thực", 26.0),
    ("Đúng hạn", 26.0),
    ("Không trùng khen", 26.0),
    ("Đủ điều kiện", 9.0),
    ("Rút khỏi danh sách, lý do", 26.0),
    ("Mở bỏ phiếu lúc", 17.0),
    ("Được bỏ phiếu", 9.0),
    ("Đã bỏ phiếu", 9.0),
    ("Đồng ý", 9.0),
    ("Không đồng ý", 9.0),
    ("Không ý kiến", 9.0),
    ("Kết quả", 16.0),
    ("Công bố lúc", 17.0),
    ("Quyết định khen thưởng", 36.0),
];

pub(super) fn commendations(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let lists = (1_u32..).zip(&export.votes).flat_map(|(number, ballot)| {
        ballot.candidates.iter().map(move |one| listed_row(number, ballot, one, export, names))
    });
    let listed = |reward: &&Reward| {
        let mut all = export.votes.iter().flat_map(|ballot| &ballot.candidates);
        all.any(|one| one.id == reward.candidate)
    };
    let alone = export.rewards.iter().filter(|reward| !listed(reward)).map(|reward| {
        let mut row: Vec<Cell<'_>> = (0..COMMENDATIONS.len()).map(|_| Cell::Empty).collect();
        row[3] = said(reward.candidate.as_str());
        row[COMMENDATIONS.len() - 1] = said(decision(reward, names));
        row
    });
    book.rows(Record::Commendations, &COMMENDATIONS, lists.chain(alone))
}

fn listed_row<'a>(
    number: u32,
    ballot: &'a Ballot,
    one: &'a Listed,
    export: &'a Export,
    names: &'a Names<'_>,
) -> Vec<Cell<'a>> {
    let [unit, unit_name] = names.unit(&one.unit);
    let withdrawn = ballot.withdrawn.iter().find(|out| out.candidate == one.id);
    let vote = ballot.vote.as_ref();
    let paper = vote.and_then(|vote| vote.papers.iter().find(|paper| paper.candidate == one.id));
    let tally = vote.and_then(|vote| vote.results.iter().find(|tally| tally.candidate == one.id));
    let rewards = export.rewards.iter().filter(|reward| reward.candidate == one.id);
    let decisions: Vec<String> = rewards.map(|reward| decision(reward, names)).collect();
    let told = tally.and_then(Tally::told);
    let count = |of: fn(Counts) -> u32| maybe(told.map(of));
    vec![
        figure(number),
        Cell::Moment(ballot.done.at),
        Cell::Day(ballot.until),
        said(one.id.as_str()),
        said(name(one, export, names)),
        unit,
        unit_name,
        said(reasons::category(one.category, Lang::Vi)),
        said(one.indicator.as_ref().map_or("", |code| code.as_str())),
        gate(one, GateKind::FiguresVerified, names),
        gate(one, GateKind::NoFalseReport, names),
        gate(one, GateKind::NoOverduePledge, names),
        gate(one, GateKind::NotRewarded, names),
        said(yes(one.gates.iter().all(|gate| gate.passed))),
        said(withdrawn.map_or("", |out| out.done.text.as_str())),
        when(paper.and(vote).map(|vote| vote.done.at)),
        maybe(paper.map(|paper| paper.entitled.len())),
        maybe(paper.map(|paper| paper.voted.len())),
        count(|counts| counts.agree),
        count(|counts| counts.disagree),
        count(|counts| counts.abstain),
        tally.map_or(Cell::Empty, |tally| said(verdict(tally.result))),
        when(vote.and_then(|vote| vote.released)),
        said(decisions.join("\n")),
    ]
}

/// A candidate's name: that of the person or the small collective, else the unit's.
fn name<'a>(one: &Listed, export: &'a Export, names: &'a Names<'_>) -> &'a str {
    if one.category == Category::Nominated {
        let nomination = export.nominations.iter().find(|known| known.candidate == one.id);
        if let Some(known) = nomination.filter(|known| known.kind != "unit") {
            return &known.name;
        }
    }
    names.campaign.unit(&one.unit).map_or("", |unit| unit.name.as_str())
}

fn gate<'a>(one: &Listed, kind: GateKind, names: &Names<'_>) -> Cell<'a> {
    let Some(Gate { passed, reason, .. }) = one.gates.iter().find(|gate| gate.gate == kind) else {
        return Cell::Empty;
    };
    let word = if *passed { "Đạt" } else { "Không đạt" };
    said(format!("{word}: {}", reasons::reason(&names.campaign, reason, Lang::Vi)))
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "Thông qua",
        Verdict::NotPassed => "Không thông qua",
        Verdict::NoQuorum => "Không đủ số phiếu",
    }
}

fn decision(reward: &Reward, names: &Names<'_>) -> String {
    let at = crate::text::date_time(reward.done.at, names.zone);
    // Forgotten with the person it is about.
    if reward.done.text.is_empty() { at } else { format!("{} ({at})", reward.done.text) }
}
