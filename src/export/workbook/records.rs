//! What units said and what was decided about it.

use std::collections::HashMap;

use rust_xlsxwriter::XlsxError;

use super::super::{
    Appeal, Award, Checked, Correction, Directive, Entry, Excuse, Export, FalseReport, Kind,
    Obstacle, Pledge, PledgeState,
};
use super::Names;
use super::sheet::{Book, Cell, Heading, figure, maybe, quantity, said, when};
use crate::domain::definition::Record;
use crate::domain::ids::Number;
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

pub(super) fn pledges(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let rows = export.pledges.iter().map(|pledge| pledge_row(pledge, names));
    book.rows(Record::Pledges, &PLEDGES, rows)
}

fn pledge_row<'a>(pledge: &'a Pledge, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let mut row = vec![figure(pledge.id.0)];
    row.extend(names.unit(&pledge.unit));
    row.extend(names.indicator(Some(&pledge.indicator)));
    row.extend([
        quantity(pledge.target),
        Cell::Day(pledge.due),
        said(pledge.reason.as_str()),
        Cell::Moment(pledge.at),
        names.person(pledge.by),
        said(state(pledge.state)),
    ]);
    row.extend(names.done(pledge.decided.as_ref()));
    row.push(said(pledge.decided.as_ref().map_or("", |done| done.text.as_str())));
    row
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

pub(super) fn entries(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let mut later: HashMap<Number, Later<'_>> = HashMap::new();
    for correction in export.corrections.iter().filter(|one| one.id.is_some()) {
        later.entry(correction.of).or_default().corrections.push(correction);
    }
    for appeal in &export.openness.appeals {
        later.entry(appeal.entry).or_default().appeals.push(appeal);
    }
    let none = Later::default();
    let rows = export.entries.iter().map(|entry| {
        let later = later.get(&entry.id).unwrap_or(&none);
        entry_row(entry, later, names)
    });
    book.rows(Record::Entries, &ENTRIES, rows)
}

/// What was said about an entry after its first check.
#[derive(Default)]
struct Later<'a> {
    corrections: Vec<&'a Correction>,
    appeals: Vec<&'a Appeal>,
}

fn entry_row<'a>(entry: &'a Entry, later: &Later<'_>, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let kind = match entry.kind {
        Kind::Report => "Báo cáo",
        Kind::NoChange => "Không đổi",
        Kind::Correction => "Sửa số",
    };
    let check = &entry.verification;
    let checked = match check.state {
        Checked::Open => "Chờ thẩm định",
        Checked::Superseded => "Đã thay",
        Checked::NotNeeded => "",
        Checked::Confirmed => "Đúng số",
        Checked::Partly => "Số khác",
        Checked::Returned => "Trả lại",
    };
    let mut row = Vec::with_capacity(ENTRIES.len());
    row.push(figure(entry.id.0));
    row.extend(names.unit(&entry.unit));
    row.extend(names.indicator(Some(&entry.indicator)));
    row.extend([
        said(kind),
        quantity(entry.value),
        said(entry.note.as_str()),
        Cell::Moment(entry.at),
        names.person(entry.by),
        maybe(entry.refers_to.map(|number| number.0)),
        figure(entry.evidence),
        said(checked),
        quantity(check.value),
        when(check.at),
        names.person(check.by),
        said(check.reason.as_deref().unwrap_or_default()),
        said(lines(later.corrections.iter().map(|one| correction_told(one)))),
        said(lines(later.appeals.iter().map(|one| appeal_told(one)))),
    ]);
    row
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

pub(super) fn obstacles(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let rows = export.obstacles.iter().map(|one| obstacle_row(one, names));
    book.rows(Record::Obstacles, &OBSTACLES, rows)
}

fn obstacle_row<'a>(one: &'a Obstacle, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let assigned = one.assigned.last();
    let state = match (&one.closed, assigned, one.answers.last()) {
        (Some(_), ..) => "Đã xong",
        (None, Some(to), Some(answer)) if answer.done.at >= to.done.at => "Đã trả lời",
        (None, Some(_), _) => "Chờ trả lời",
        (None, None, _) => "Chưa giao",
    };
    let to = one
        .assigned
        .iter()
        .map(|to| to.unit.as_ref().map_or_else(|| "Lãnh đạo".to_owned(), ToString::to_string));
    let mut row = vec![figure(one.id.0)];
    row.extend(names.unit(&one.unit));
    row.extend(names.indicator(Some(&one.indicator)));
    row.extend(names.done(Some(&one.done)));
    row.extend([
        said(one.done.text.as_str()),
        figure(one.evidence),
        said(state),
        said(lines(to)),
        when(assigned.map(|to| to.done.at)),
        assigned.and_then(|to| to.due).map_or(Cell::Empty, Cell::Day),
        said(lines(one.answers.iter().map(|answer| answer.done.text.clone()))),
        when(one.answers.last().map(|answer| answer.done.at)),
        when(one.closed.as_ref().map(|done| done.at)),
    ]);
    row
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

pub(super) fn directives(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let rows = export.directives.iter().map(|one| directive_row(one, names));
    book.rows(Record::Directives, &DIRECTIVES, rows)
}

fn directive_row<'a>(one: &'a Directive, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let state = if one.withdrawn.is_some() {
        "Đã rút"
    } else if one.closed.is_some() {
        "Đã kết thúc"
    } else if one.completed.is_some() {
        "Đã báo xong"
    } else if one.acknowledged.is_some() {
        "Đã xem"
    } else {
        "Chưa xem"
    };
    let at = |done: Option<&super::super::Done>| when(done.map(|done| done.at));
    let told = |done: &super::super::Done| {
        format!("{}: {}", text::date_time(done.at, names.zone), done.text)
    };
    let mut row = vec![figure(one.id.0)];
    row.extend(names.unit(&one.unit));
    row.extend(names.done(Some(&one.done)));
    row.extend([
        said(one.done.text.as_str()),
        Cell::Day(one.due),
        said(state),
        at(one.acknowledged.as_ref()),
        said(lines(one.reports.iter().map(|report| told(&report.done)))),
        figure(one.reports.iter().map(|report| report.evidence).sum::<usize>()),
        at(one.completed.as_ref()),
        said(lines(one.sent_back.iter().map(|back| told(&back.done)))),
        at(one.closed.as_ref()),
        said(one.withdrawn.as_ref().map(told).unwrap_or_default()),
    ]);
    row
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

pub(super) fn corrections(
    book: &mut Book,
    export: &Export,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let rows = export.corrections.iter().map(|one| {
        let mut row = vec![
            maybe(one.id.map(|number| number.0)),
            maybe(one.entry.map(|number| number.0)),
            figure(one.of.0),
        ];
        row.extend(names.unit(&one.unit));
        row.extend(names.indicator(Some(&one.indicator)));
        row.extend([quantity(one.before), quantity(one.after)]);
        row.extend(names.done(Some(&one.done)));
        row.push(said(one.done.text.as_str()));
        row
    });
    book.rows(Record::Corrections, &CORRECTIONS, rows)
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

pub(super) fn awards(book: &mut Book, export: &Export, names: &Names<'_>) -> Result<(), XlsxError> {
    let rows = export.awards.iter().map(|one| award_row(one, names));
    let rows = rows.chain(export.false_reports.iter().map(|one| false_row(one, names)));
    let rows = rows.chain(export.excuses.iter().map(|one| excuse_row(one, names)));
    book.rows(Record::Awards, &AWARDS, rows)
}

fn second_word(confirmed: bool, declined: bool) -> &'static str {
    match (confirmed, declined) {
        (_, true) => "Không chấp nhận",
        (true, false) => "Có hiệu lực",
        (false, false) => "Chờ xác nhận",
    }
}

fn award_row<'a>(one: &'a Award, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let mut row = vec![said("Điểm thưởng của Hội đồng"), figure(one.id.0)];
    row.extend(names.unit(&one.unit));
    row.extend(names.indicator(None));
    row.extend([Cell::Empty, Cell::Empty, quantity(one.points), said(one.done.text.as_str())]);
    row.extend(names.done(Some(&one.done)));
    row.extend(names.done(one.confirmed.as_ref()));
    row.push(when(one.declined.as_ref().map(|done| done.at)));
    row.push(said(second_word(one.confirmed.is_some(), one.declined.is_some())));
    row
}

fn false_row<'a>(one: &'a FalseReport, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let mut row = vec![said("Báo cáo sai sự thật"), figure(one.id.0)];
    row.extend(names.unit(&one.unit));
    row.extend(names.indicator(Some(&one.indicator)));
    row.extend([figure(one.entry.0), Cell::Empty, Cell::Empty, said(one.done.text.as_str())]);
    row.extend(names.done(Some(&one.done)));
    row.extend(names.done(one.confirmed.as_ref()));
    row.push(when(one.declined.as_ref().map(|done| done.at)));
    row.push(said(second_word(one.confirmed.is_some(), one.declined.is_some())));
    row
}

fn excuse_row<'a>(one: &'a Excuse, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let mut row = vec![said("Miễn báo cáo tuần"), Cell::Empty];
    row.extend(names.unit(&one.unit));
    row.extend(names.indicator(None));
    row.extend([Cell::Empty, figure(one.week.0), Cell::Empty, said(one.done.text.as_str())]);
    row.extend(names.done(Some(&one.done)));
    row.extend([Cell::Empty, Cell::Empty, Cell::Empty, said("Có hiệu lực")]);
    row
}
