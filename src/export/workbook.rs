//! The workbook to read: the campaign at a glance, one sheet for each kind of record, and the
//! sheets of the definition, which import reads back; it passes over the others
//! ([`Record`](crate::domain::definition::Record)).
//!
//! Every figure in it is one of the JSON document ([`Export`]): nothing is computed here. What
//! people wrote is written as text, so that nothing of it becomes a formula; a figure of which a
//! cell would lose a digit is text too.

use std::collections::HashMap;

use chrono_tz::Tz;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Done, Export};
use crate::domain::campaign::Campaign;
use crate::domain::ids::{IndicatorCode, PersonId, UnitCode};
use crate::render::workbook::{definition_sheets, style};

mod honours;
mod overview;
mod ranking;
mod records;
mod sheet;

use sheet::{Book, Cell, said};

/// The workbook as bytes.
///
/// # Errors
/// When it would be larger than a workbook may be.
pub fn write(export: &Export) -> Result<Vec<u8>, XlsxError> {
    let definition = &export.definition;
    let mut workbook = Workbook::new();
    style::undated(&mut workbook)?;
    // Four fifths of the time of the usual level, for a twentieth more bytes.
    workbook.set_zip_compression_level(4);
    let styles = style::Styles::new();
    let (left, zone, code) = (style::Styles::left(), definition.zone, definition.code.clone());
    let mut book = Book { workbook, styles, left, zone, code };
    let names = Names::of(export)?;
    overview::sheet(&mut book, export)?;
    ranking::tables(&mut book, export)?;
    ranking::scores(&mut book, export, &names)?;
    book.sheet(&export.pledges, &names)?;
    book.sheet(records::told(export), &names)?;
    book.sheet(&export.obstacles, &names)?;
    book.sheet(&export.directives, &names)?;
    book.sheet(&export.corrections, &names)?;
    book.sheet(&export.badges, &names)?;
    book.sheet(&export.nominations, &names)?;
    honours::commendations(&mut book, export, &names)?;
    book.sheet(records::decisions(export), &names)?;
    definition_sheets(&mut book.workbook, definition)?;
    book.workbook.save_to_buffer()
}

/// The names behind codes and numbers.
struct Names<'a> {
    campaign: Campaign,
    people: HashMap<PersonId, &'a str>,
    zone: Tz,
}

impl<'a> Names<'a> {
    fn of(export: &'a Export) -> Result<Self, XlsxError> {
        let campaign = Campaign::new(export.definition.clone())
            .map_err(|error| XlsxError::ParameterError(error.to_string()))?;
        let people = export.people.iter().map(|person| (person.id, person.name.as_str()));
        Ok(Self { people: people.collect(), zone: export.definition.zone, campaign })
    }

    /// A unit: its code and its name.
    fn unit<'b>(&'b self, code: &'b UnitCode) -> [Cell<'b>; 2] {
        let name = self.campaign.unit(code).map_or("", |unit| unit.name.as_str());
        [said(code.as_str()), said(name)]
    }

    /// An indicator: its code, its name and its measure.
    fn indicator<'b>(&'b self, code: Option<&'b IndicatorCode>) -> [Cell<'b>; 3] {
        let Some(code) = code else { return [Cell::Empty, Cell::Empty, Cell::Empty] };
        match self.campaign.indicator(code) {
            Some(known) => {
                [said(code.as_str()), said(known.name.as_str()), said(known.measure.label())]
            }
            None => [said(code.as_str()), Cell::Empty, Cell::Empty],
        }
    }

    /// Somebody's name; nothing for who was erased, and for what nobody did.
    fn person(&self, id: Option<PersonId>) -> Cell<'a> {
        said(id.and_then(|id| self.people.get(&id).copied()).unwrap_or_default())
    }

    /// When and by whom something was done; nothing where it was not.
    fn done(&self, done: Option<&Done>) -> [Cell<'a>; 2] {
        match done {
            Some(done) => [Cell::Moment(done.at), self.person(done.by)],
            None => [Cell::Empty, Cell::Empty],
        }
    }
}
