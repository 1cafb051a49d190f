//! The dossier of a commendation: the proposal with its list, what each candidate achieved, the
//! minutes of the council. People are named only as long as their names stand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::{Align, Document, DocumentError, Symbol, Table};
use crate::domain::campaign::Campaign;
use crate::domain::commendation::{Candidate, Candidates};
use crate::domain::council::{Council, Counts, Round, Verdict, Vote};
use crate::domain::ids::IndicatorCode;
use crate::domain::nomination::number_of;
use crate::domain::scoring::UnitScore;
use crate::say;
use crate::text::council::{self as words, Names, verdict};
use crate::text::{Lang, date_time, escape, figures, reasons, why};

/// What the dossier is written from.
#[derive(Debug, Clone, Copy)]
pub struct Dossier<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The candidates, with every gate.
    pub candidates: &'a Candidates,
    /// What the council did.
    pub council: &'a Council,
    /// What nominated candidates are called, as long as they may be.
    pub names: &'a Names,
    /// What units say that their candidates achieved, by candidate.
    pub accounts: &'a BTreeMap<String, String>,
    /// The scores behind the candidates.
    pub scores: &'a [UnitScore],
}

impl Dossier<'_> {
    /// *Tờ trình*: who is proposed, and who is not, with the reason.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn proposal(&self, lang: Lang) -> Result<Vec<u8>, DocumentError> {
        let definition = self.campaign.definition();
        let mut document = self.begin(Symbol::Proposal, lang);
        let about = say!(lang, "docx-proposal-about", campaign = definition.name);
        document.title(&say!(lang, "docx-proposal-title"), &about);
        document.center(&say!(lang, "docx-to", whom = say!(lang, "docx-to-council")));
        document.basis(&definition.legal_basis);
        let lists = [
            (say!(lang, "docx-collectives"), &self.candidates.collectives),
            (say!(lang, "docx-individuals"), &self.candidates.individuals),
        ];
        let count = |list: &[Candidate]| list.iter().filter(|one| is_proposed(one)).count();
        document.paragraph(&say!(
            lang,
            "docx-proposal",
            host = definition.host,
            collectives = count(&self.candidates.collectives),
            individuals = count(&self.candidates.individuals),
            at = date_time(self.candidates.as_of, self.campaign.calendar().tz())
        ));
        for (title, list) in &lists {
            let proposed: Vec<_> = list.iter().filter(|one| is_proposed(one)).collect();
            document.table(title, &self.list(&proposed, lang));
        }
        let quota = figures::percent(self.candidates.leader_quota, lang);
        document.paragraph(&say!(lang, "commend-quota", quota = quota));
        document.paragraph(&say!(lang, "docx-proposal-end"));
        document.sign(
            &[say!(lang, "docx-to-council"), say!(lang, "docx-to-leaders")],
            &say!(lang, "docx-signer"),
        );
        let left: Vec<_> = self.candidates.all().filter(|one| !is_proposed(one)).collect();
        if !left.is_empty() {
            document.annex(&say!(lang, "docx-not-proposed"));
            document.table("", &self.not_proposed(&left, lang));
        }
        document.write()
    }

    /// *Báo cáo thành tích*, candidate by candidate, each on a page of its own.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn achievements(&self, lang: Lang) -> Result<Vec<u8>, DocumentError> {
        let proposed: Vec<_> = self.candidates.all().filter(|one| is_proposed(one)).collect();
        if proposed.is_empty() {
            let mut document = self.begin(Symbol::Report, lang);
            document.title(
                &say!(lang, "docx-achievement-title"),
                &escape(&self.campaign.definition().name),
            );
            document.paragraph(&say!(lang, "commend-none"));
            return document.write();
        }
        let host = &self.campaign.definition().host;
        let mut document = Document::of_parts(lang, host, Symbol::Report, self.year());
        for candidate in proposed {
            document.letterhead(self.campaign.unit_name(&candidate.unit));
            self.achievement(&mut document, candidate, lang);
            let at = date_time(self.candidates.as_of, self.campaign.calendar().tz());
            document.paragraph(&say!(lang, "docx-achievement-end", at = at));
            document.sign_both(&say!(lang, "docx-confirmed-by"), &say!(lang, "docx-unit-signer"));
        }
        document.write()
    }

    fn achievement(&self, document: &mut Document, candidate: &Candidate, lang: Lang) {
        let who = escape(&self.name(candidate, lang));
        document.title(&say!(lang, "docx-achievement-title"), &who);
        document.heading(&say!(lang, "docx-achievement-what"));
        document.paragraph(&words::line(self.campaign, &candidate.listed(), self.names, lang));
        if let Some(account) = self.accounts.get(&candidate.id).filter(|text| !text.is_empty()) {
            document.paragraph(&say!(lang, "docx-account", text = account));
        }
        let nominated = number_of(&candidate.id).and_then(|number| self.council.nomination(number));
        if let Some(one) = nominated {
            let (shown, entries) = (one.nomination.shown, one.nomination.entries.len());
            document.paragraph(&say!(lang, "docx-shown", shown = shown, entries = entries));
        }
        if let Some(score) = self.scores.iter().find(|score| score.unit == candidate.unit) {
            document.heading(&say!(lang, "docx-achievement-figures", unit = score.name));
            document.table("", &self.figures(score, candidate.indicator.as_ref(), lang));
            document.paragraph(&why::sum(score, lang));
        }
        document.heading(&say!(lang, "docx-achievement-gates"));
        let mut gates = Table::new(vec![
            (say!(lang, "docx-column-gate"), 25, Align::Left),
            (say!(lang, "docx-column-result"), 15, Align::Center),
            (say!(lang, "docx-column-reason"), 60, Align::Left),
        ]);
        for gate in &candidate.gates {
            let passed = if gate.passed {
                say!(lang, "docx-gate-passed")
            } else {
                say!(lang, "docx-gate-failed")
            };
            let reason = escape(&reasons::reason(self.campaign, &gate.reason, lang));
            gates.row(vec![reasons::gate(gate.gate, lang), passed, reason]);
        }
        document.table("", &gates);
        if let Some(tally) = self.council.tally(&candidate.id) {
            let (counts, result) = (words::counted(tally, lang), verdict(tally.result, lang));
            document.paragraph(&say!(lang, "docx-voted", counts = counts, result = result));
        }
    }

    /// *Biên bản kiểm phiếu* of a vote that is closed; nothing of one that is open.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn minutes(
        &self,
        round: &Round,
        vote: &Vote,
        lang: Lang,
    ) -> Result<Option<Vec<u8>>, DocumentError> {
        let Some(closing) = &vote.closed else { return Ok(None) };
        let mut document = self.begin(Symbol::Minutes, lang);
        let campaign = &self.campaign.definition().name;
        let about = say!(lang, "docx-minutes-about", campaign = campaign);
        document.title(&say!(lang, "docx-minutes-title"), &about);
        let zone = self.campaign.calendar().tz();
        let papers = vote.opening.papers.iter();
        let members: BTreeSet<_> =
            papers.flat_map(|paper| paper.entitled.iter().chain(&paper.excluded)).collect();
        document.paragraph(&say!(
            lang,
            "docx-minutes",
            opened = date_time(vote.at, zone),
            closed = date_time(closing.at, zone),
            members = members.len(),
            quorum = vote.opening.quorum.to_string(),
            pass = vote.opening.pass.to_string()
        ));
        let figure = |key: String| (key, 9, Align::Center);
        let mut table = Table::new(vec![
            (say!(lang, "docx-column-number"), 6, Align::Center),
            (say!(lang, "docx-column-candidate"), 32, Align::Left),
            figure(say!(lang, "docx-column-entitled")),
            figure(say!(lang, "docx-column-cast")),
            figure(say!(lang, "ballot-agree")),
            figure(say!(lang, "ballot-disagree")),
            figure(say!(lang, "ballot-abstain")),
            (say!(lang, "docx-column-result"), 17, Align::Center),
        ]);
        for (at, tally) in closing.tallies.iter().enumerate() {
            let Some(paper) = vote.paper(&tally.candidate) else { continue };
            let told = tally.told();
            let count = |of: fn(Counts) -> u32| {
                told.map_or_else(|| "–".to_owned(), |counts| of(counts).to_string())
            };
            table.row(vec![
                (at + 1).to_string(),
                words::line(self.campaign, &paper.listed, self.names, lang),
                tally.entitled.to_string(),
                tally.cast().to_string(),
                count(|counts| counts.agree),
                count(|counts| counts.disagree),
                count(|counts| counts.abstain),
                verdict(tally.result, lang),
            ]);
        }
        document.table(&say!(lang, "docx-minutes-table"), &table);
        for (id, withdrawal) in &round.withdrawn {
            let Some(listed) = round.listing.candidates.iter().find(|one| &one.id == id) else {
                continue;
            };
            let who = words::name(self.campaign, listed, self.names, lang);
            document.item(&words::withdrawn(&who, &withdrawal.reason, lang));
        }
        document.paragraph(&say!(lang, "docx-minutes-secret"));
        document.sign_both(&say!(lang, "docx-secretary"), &say!(lang, "docx-chair"));
        Ok(Some(document.write()?))
    }

    /// What a unit reached, line by line; on one indicator where the proposal is for it.
    fn figures(&self, score: &UnitScore, on: Option<&IndicatorCode>, lang: Lang) -> Table {
        let mut table = Table::new(vec![
            (say!(lang, "docx-column-indicator"), 36, Align::Left),
            (say!(lang, "docx-column-reached"), 31, Align::Left),
            (say!(lang, "docx-column-completion"), 12, Align::Right),
            (say!(lang, "docx-column-weight"), 11, Align::Right),
            (say!(lang, "docx-column-points"), 10, Align::Right),
        ]);
        let counted = score.results.items.iter();
        for item in counted.filter(|item| on.is_none_or(|on| &item.indicator == on)) {
            let indicator = self.campaign.indicator(&item.indicator);
            table.row(vec![
                escape(indicator.map_or(item.indicator.as_str(), |one| one.name.as_str())),
                why::reached(self.campaign, item, lang),
                figures::share(&item.completion, lang),
                figures::share(&item.weight, lang),
                figures::points(&item.points, lang),
            ]);
        }
        table
    }

    fn begin(&self, symbol: Symbol, lang: Lang) -> Document {
        Document::new(lang, &self.campaign.definition().host, symbol, self.year())
    }

    fn year(&self) -> i32 {
        self.campaign.calendar().date_at(self.candidates.as_of).year()
    }

    fn name(&self, candidate: &Candidate, lang: Lang) -> String {
        words::name(self.campaign, &candidate.listed(), self.names, lang)
    }

    fn list(&self, candidates: &[&Candidate], lang: Lang) -> Table {
        let mut table = Table::new(vec![
            (say!(lang, "docx-column-number"), 6, Align::Center),
            (say!(lang, "docx-column-candidate"), 64, Align::Left),
            (say!(lang, "docx-column-council-vote"), 30, Align::Left),
        ]);
        for (at, candidate) in candidates.iter().enumerate() {
            let tally = self.council.tally(&candidate.id);
            let voted = tally.map_or_else(
                || say!(lang, "docx-not-voted"),
                |tally| format!("{}: {}", verdict(tally.result, lang), words::counted(tally, lang)),
            );
            table.row(vec![
                (at + 1).to_string(),
                words::line(self.campaign, &candidate.listed(), self.names, lang),
                voted,
            ]);
        }
        table
    }

    fn not_proposed(&self, candidates: &[&Candidate], lang: Lang) -> Table {
        let mut table = Table::new(vec![
            (say!(lang, "docx-column-number"), 6, Align::Center),
            (say!(lang, "docx-column-candidate"), 44, Align::Left),
            (say!(lang, "docx-column-reason"), 50, Align::Left),
        ]);
        for (at, candidate) in candidates.iter().enumerate() {
            let failed = candidate.gates.iter().filter(|gate| !gate.passed).map(|gate| {
                let reason = reasons::reason(self.campaign, &gate.reason, lang);
                format!("{}: {}", reasons::gate(gate.gate, lang), escape(&reason))
            });
            let tally = self.council.tally(&candidate.id);
            let voted = tally.filter(|tally| tally.result != Verdict::Passed).map(|tally| {
                format!("{}: {}", verdict(tally.result, lang), words::counted(tally, lang))
            });
            table.row(vec![
                (at + 1).to_string(),
                words::line(self.campaign, &candidate.listed(), self.names, lang),
                failed.chain(voted).collect::<Vec<_>>().join("\n"),
            ]);
        }
        table
    }
}

/// Whether a candidate is on the list: every gate passed, and the council has not refused it.
pub(super) fn is_proposed(candidate: &Candidate) -> bool {
    candidate.eligible && candidate.votes.is_none_or(|votes| votes.result == Verdict::Passed)
}
