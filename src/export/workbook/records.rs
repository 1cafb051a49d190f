//! What units said and what was decided about it.

use std::collections::HashMap;

use super::super::{
    Appeal, Award, Checked, Correction, Directive, Done, Entry, Excuse, Export, FalseReport, Kind,
    Obstacle, Pledge, PledgeState,
};
use super::Names;
use super::sheet::{Cell, Heading, Row, figure, maybe, quantity, said, when};
use crate::domain::calendar::Week;
use crate::domain::definition::Record;
use crate::domain::ids::{IndicatorCode, Number, UnitCode};
use crate::domain::quantity::Quantity;
use crate::text;

const PLEDGES: [Heading; 15] = [
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 34.0),
    ("Đơn vị tính", 11.0),
    ("Cam kết", 14.0),
    ("Hạn", 12.0),
    ("Lý do thấp hơn số giao", 30.0),
    ("Đăng ký lúc", 17.0),
    ("Người đăng ký", 22.0),
    ("Trạng thái", 12.0),
    ("Duyệt lúc", 17.0),
    ("Người duyệt", 22.0),
    ("Ý kiến", 30.0),
];

impl<'a> Row<'a> for &'a Pledge {
    const RECORD: Record = Record::Pledges;
    const HEADINGS: &'static [Heading] = &PLEDGES;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let mut row = vec![figure(self.id.0)];
        row.extend(names.unit(&self.unit));
        row.extend(names.indicator(Some(&self.indicator)));
        row.extend([
            quantity(self.target),
            Cell::Day(self.due),
            said(self.reason.as_str()),
            Cell::Moment(self.at),
            names.person(self.by),
            said(state(self.state)),
        ]);
        row.extend(names.done(self.decided.as_ref()));
        row.push(said(self.decided.as_ref().map_or("", |done| done.text.as_str())));
        row
    }
}

/// The states of a pledge, in the words of the workbook.
pub(super) fn state(state: PledgeState) -> &'static str {
    match state {
        PledgeState::Waiting => "Chờ duyệt",
        PledgeState::Approved => "Đã duyệt",
        PledgeState::Returned => "Trả lại",
        PledgeState::Withdrawn => "Đã rút",
    }
}

const ENTRIES: [Heading; 20] = [
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 24.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 30.0),
    ("Đơn vị tính", 11.0),
    ("Loại", 11.0),
    ("Giá trị", 14.0),
    ("Ghi chú", 34.0),
    ("Báo lúc", 17.0),
    ("Người báo", 22.0),
    ("Sửa báo cáo số", 9.0),
    ("Số ảnh, tệp", 8.0),
    ("Thẩm định", 14.0),
    ("Giá trị thẩm định", 14.0),
    ("Thẩm định lúc", 17.0),
    ("Người thẩm định", 22.0),
    ("Lý do", 30.0),
    ("Đính chính", 30.0),
    ("Khiếu nại", 30.0),
];

/// An entry, and what was said about it after its first check.
pub(super) struct Told<'a> {
    entry: &'a Entry,
    later: Later<'a>,
}

#[derive(Default)]
struct Later<'a> {
    corrections: Vec<&'a Correction>,
    appeals: Vec<&'a Appeal>,
}

/// All entries with what was said about them.
pub(super) fn told(export: &Export) -> impl Iterator<Item = Told<'_>> {
    let mut later: HashMap<Number, Later<'_>> = HashMap::new();
    for correction in export.corrections.iter().filter(|one| one.id.is_some()) {
        later.entry(correction.of).or_default().corrections.push(correction);
    }
    for appeal in &export.openness.appeals {
        later.entry(appeal.entry).or_default().appeals.push(appeal);
    }
    export.entries.iter().map(move |entry| {
        let later = later.remove(&entry.id).unwrap_or_default();
        Told { entry, later }
    })
}

impl<'a> Row<'a> for Told<'a> {
    const RECORD: Record = Record::Entries;
    const HEADINGS: &'static [Heading] = &ENTRIES;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let Self { entry, later } = self;
        let check = &entry.verification;
        let mut row = Vec::with_capacity(ENTRIES.len());
        row.push(figure(entry.id.0));
        row.extend(names.unit(&entry.unit));
        row.extend(names.indicator(Some(&entry.indicator)));
        row.extend([
            said(kind(entry.kind)),
            quantity(entry.value),
            said(entry.note.as_str()),
            Cell::Moment(entry.at),
            names.person(entry.by),
            maybe(entry.refers_to.map(|number| number.0)),
            figure(entry.evidence),
            said(checked(check.state)),
            quantity(check.value),
            when(check.at),
            names.person(check.by),
            said(check.reason.as_deref().unwrap_or_default()),
            said(lines(later.corrections.iter().map(|one| correction_told(one)))),
            said(lines(later.appeals.iter().map(|one| appeal_told(one)))),
        ]);
        row
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Report => "Báo cáo",
        Kind::NoChange => "Không đổi",
        Kind::Correction => "Sửa số",
    }
}

fn checked(state: Checked) -> &'static str {
    match state {
        Checked::Open => "Chờ thẩm định",
        Checked::Superseded => "Đã thay",
        Checked::NotNeeded => "",
        Checked::Confirmed => "Đúng số",
        Checked::Partly => "Số khác",
        Checked::Returned => "Trả lại",
    }
}

fn lines(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("\n")
}

fn correction_told(one: &Correction) -> String {
    let number = one.id.map_or_else(String::new, |number| number.to_string());
    let before = one.before.map_or_else(String::new, crate::domain::quantity::Quantity::vi);
    format!("{number}: {before} → {}", one.after.vi())
}

fn appeal_told(one: &Appeal) -> String {
    let verdict = match one.verdict {
        None => "đang chờ".to_owned(),
        Some("stands") => "giữ nguyên".to_owned(),
        Some("value") => {
            format!(
                "xác nhận {}",
                one.value.map_or_else(String::new, crate::domain::quantity::Quantity::vi)
            )
        }
        Some("cleared") => "không phải báo cáo sai".to_owned(),
        Some(other) => other.to_owned(),
    };
    let reason = one.decided.as_ref().map_or("", |done| done.text.as_str());
    let because = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!("{}: {} – {verdict}{because}", one.id, one.done.text)
}

const OBSTACLES: [Heading; 17] = [
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 24.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 30.0),
    ("Đơn vị tính", 11.0),
    ("Nêu lúc", 17.0),
    ("Người nêu", 22.0),
    ("Nội dung", 44.0),
    ("Số ảnh, tệp", 8.0),
    ("Trạng thái", 14.0),
    ("Giao cho", 20.0),
    ("Giao lúc", 17.0),
    ("Hạn trả lời", 12.0),
    ("Trả lời", 44.0),
    ("Trả lời lần cuối lúc", 17.0),
    ("Đóng lúc", 17.0),
];

impl<'a> Row<'a> for &'a Obstacle {
    const RECORD: Record = Record::Obstacles;
    const HEADINGS: &'static [Heading] = &OBSTACLES;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let assigned = self.assigned.last();
        let state = match (&self.closed, assigned, self.answers.last()) {
            (Some(_), ..) => "Đã xong",
            (None, Some(to), Some(answer)) if answer.done.at >= to.done.at => "Đã trả lời",
            (None, Some(_), _) => "Chờ trả lời",
            (None, None, _) => "Chưa giao",
        };
        let to = self
            .assigned
            .iter()
            .map(|to| to.unit.as_ref().map_or_else(|| "Lãnh đạo".to_owned(), ToString::to_string));
        let mut row = vec![figure(self.id.0)];
        row.extend(names.unit(&self.unit));
        row.extend(names.indicator(Some(&self.indicator)));
        row.extend(names.done(Some(&self.done)));
        row.extend([
            said(self.done.text.as_str()),
            figure(self.evidence),
            said(state),
            said(lines(to)),
            when(assigned.map(|to| to.done.at)),
            assigned.and_then(|to| to.due).map_or(Cell::Empty, Cell::Day),
            said(lines(self.answers.iter().map(|answer| answer.done.text.clone()))),
            when(self.answers.last().map(|answer| answer.done.at)),
            when(self.closed.as_ref().map(|done| done.at)),
        ]);
        row
    }
}

const DIRECTIVES: [Heading; 15] = [
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 24.0),
    ("Giao lúc", 17.0),
    ("Người giao", 22.0),
    ("Nội dung", 48.0),
    ("Hạn", 12.0),
    ("Trạng thái", 14.0),
    ("Đã xem lúc", 17.0),
    ("Các lần báo cáo", 40.0),
    ("Số ảnh, tệp", 8.0),
    ("Báo xong lúc", 17.0),
    ("Trả lại, lý do", 34.0),
    ("Kết thúc lúc", 17.0),
    ("Rút, lý do", 24.0),
];

impl<'a> Row<'a> for &'a Directive {
    const RECORD: Record = Record::Directives;
    const HEADINGS: &'static [Heading] = &DIRECTIVES;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let state = if self.withdrawn.is_some() {
            "Đã rút"
        } else if self.closed.is_some() {
            "Đã kết thúc"
        } else if self.completed.is_some() {
            "Đã báo xong"
        } else if self.acknowledged.is_some() {
            "Đã xem"
        } else {
            "Chưa xem"
        };
        let at = |done: Option<&Done>| when(done.map(|done| done.at));
        let told = |done: &Done| format!("{}: {}", text::date_time(done.at, names.zone), done.text);
        let mut row = vec![figure(self.id.0)];
        row.extend(names.unit(&self.unit));
        row.extend(names.done(Some(&self.done)));
        row.extend([
            said(self.done.text.as_str()),
            Cell::Day(self.due),
            said(state),
            at(self.acknowledged.as_ref()),
            said(lines(self.reports.iter().map(|report| told(&report.done)))),
            figure(self.reports.iter().map(|report| report.evidence).sum::<usize>()),
            at(self.completed.as_ref()),
            said(lines(self.sent_back.iter().map(|back| told(&back.done)))),
            at(self.closed.as_ref()),
            said(self.withdrawn.as_ref().map(told).unwrap_or_default()),
        ]);
        row
    }
}

const CORRECTIONS: [Heading; 13] = [
    ("Đính chính số", 9.0),
    ("Bằng báo cáo số", 9.0),
    ("Của báo cáo số", 9.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 34.0),
    ("Đơn vị tính", 11.0),
    ("Trước", 14.0),
    ("Sau", 14.0),
    ("Lúc", 17.0),
    ("Người sửa", 22.0),
    ("Lý do", 40.0),
];

impl<'a> Row<'a> for &'a Correction {
    const RECORD: Record = Record::Corrections;
    const HEADINGS: &'static [Heading] = &CORRECTIONS;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let mut row = vec![
            maybe(self.id.map(|number| number.0)),
            maybe(self.entry.map(|number| number.0)),
            figure(self.of.0),
        ];
        row.extend(names.unit(&self.unit));
        row.extend(names.indicator(Some(&self.indicator)));
        row.extend([quantity(self.before), quantity(self.after)]);
        row.extend(names.done(Some(&self.done)));
        row.push(said(self.done.text.as_str()));
        row
    }
}

const AWARDS: [Heading; 17] = [
    ("Loại", 24.0),
    ("Số", 7.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 30.0),
    ("Đơn vị tính", 11.0),
    ("Báo cáo số", 9.0),
    ("Tuần", 7.0),
    ("Điểm", 9.0),
    ("Lý do", 40.0),
    ("Lập lúc", 17.0),
    ("Người lập", 22.0),
    ("Xác nhận lúc", 17.0),
    ("Người xác nhận", 22.0),
    ("Không chấp nhận lúc", 17.0),
    ("Trạng thái", 16.0),
];

/// What the office decided about a unit's score: points, a false report, an excused week.
pub(super) struct Decision<'a> {
    kind: &'static str,
    id: Option<Number>,
    unit: &'a UnitCode,
    indicator: Option<&'a IndicatorCode>,
    entry: Option<Number>,
    week: Option<Week>,
    points: Option<Quantity>,
    done: &'a Done,
    confirmed: Option<&'a Done>,
    declined: Option<&'a Done>,
    state: &'static str,
}

/// All decisions about scores.
pub(super) fn decisions(export: &Export) -> impl Iterator<Item = Decision<'_>> {
    let awards = export.awards.iter().map(award);
    awards
        .chain(export.false_reports.iter().map(false_report))
        .chain(export.excuses.iter().map(excuse))
}

impl<'a> Row<'a> for Decision<'a> {
    const RECORD: Record = Record::Awards;
    const HEADINGS: &'static [Heading] = &AWARDS;

    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>> {
        let mut row = vec![said(self.kind), maybe(self.id.map(|number| number.0))];
        row.extend(names.unit(self.unit));
        row.extend(names.indicator(self.indicator));
        row.extend([
            maybe(self.entry.map(|number| number.0)),
            maybe(self.week.map(|week| week.0)),
            quantity(self.points),
            said(self.done.text.as_str()),
        ]);
        row.extend(names.done(Some(self.done)));
        row.extend(names.done(self.confirmed));
        row.push(when(self.declined.map(|done| done.at)));
        row.push(said(self.state));
        row
    }
}

fn second_word(confirmed: bool, declined: bool) -> &'static str {
    match (confirmed, declined) {
        (_, true) => "Không chấp nhận",
        (true, false) => "Có hiệu lực",
        (false, false) => "Chờ xác nhận",
    }
}

fn award(one: &Award) -> Decision<'_> {
    Decision {
        kind: "Điểm thưởng của Hội đồng",
        id: Some(one.id),
        unit: &one.unit,
        indicator: None,
        entry: None,
        week: None,
        points: Some(one.points),
        done: &one.done,
        confirmed: one.confirmed.as_ref(),
        declined: one.declined.as_ref(),
        state: second_word(one.confirmed.is_some(), one.declined.is_some()),
    }
}

fn false_report(one: &FalseReport) -> Decision<'_> {
    Decision {
        kind: "Báo cáo sai sự thật",
        id: Some(one.id),
        unit: &one.unit,
        indicator: Some(&one.indicator),
        entry: Some(one.entry),
        week: None,
        points: None,
        done: &one.done,
        confirmed: one.confirmed.as_ref(),
        declined: one.declined.as_ref(),
        state: second_word(one.confirmed.is_some(), one.declined.is_some()),
    }
}

fn excuse(one: &Excuse) -> Decision<'_> {
    Decision {
        kind: "Miễn báo cáo tuần",
        id: None,
        unit: &one.unit,
        indicator: None,
        entry: None,
        week: Some(one.week),
        points: None,
        done: &one.done,
        confirmed: None,
        declined: None,
        state: "Có hiệu lực",
    }
}
