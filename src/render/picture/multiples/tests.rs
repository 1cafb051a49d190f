use super::super::png;
use super::super::tests::{LONGEST, assert_inside, written};
use super::*;
use crate::domain::briefing::BriefBuilder;
use crate::domain::campaign::IndicatorKind::{Decrease, Increase};
use crate::domain::testkit::{Plan, Story, at, in_week};

fn brief(story: &Story) -> Brief {
    let when = at("2022-10-30 18:00");
    let mut builder = BriefBuilder::new(&story.campaign, when);
    for unit in story.campaign.units() {
        let state = story.state(unit.code.as_str(), when);
        let score = crate::domain::scoring::score(&story.campaign, unit, &state, when);
        builder.add(unit, &state, &score);
    }
    builder.finish()
}

fn pages(story: &Story, lang: Lang) -> Vec<String> {
    Multiples::of(&story.campaign, &brief(story), lang).map(|it| it.pages()).unwrap_or_default()
}

/// Three wards whose alphabet is not their codes'; what Ba has had confirmed of 100 is given.
fn wards(confirmed: &str) -> Story {
    let mut plan = Plan::new().units(None, &["Đa", "Ba", "Áo"]);
    plan = plan.indicator("THU", Increase, "2").indicator("NỢ", Decrease, "1");
    for unit in ["Đa", "Ba", "Áo"] {
        plan = plan.given(unit, "THU", "0", "100");
    }
    plan = plan.given("Ba", "NỢ", "20", "10");
    let mut story = plan.story();
    for unit in ["Đa", "Ba", "Áo"] {
        story.pledges(unit, "THU", "100", "2022-12-24", in_week(1, "Mon 09:00"));
    }
    story.proves("Ba", "THU", confirmed, in_week(2, "Mon 09:00"));
    story.proves("Áo", "THU", "130", in_week(2, "Mon 09:00"));
    story
}

#[test]
fn every_indicator_has_its_units_in_the_order_of_the_alphabet() {
    let story = wards("50");
    let pages = pages(&story, Lang::Vi);
    let [page] = pages.as_slice() else { panic!("{}", pages.len()) };
    let shown = written(page).join("|");
    assert!(shown.contains("|Áo|Ba|Đa|"), "{shown}");
    // Exactly at the threshold is not above it; what goes down counts by its way.
    assert!(shown.contains("|1/3 đơn vị đạt trên 50%|130%|50%|0%|"), "{shown}");
    assert!(shown.contains("|0/1 đơn vị đạt trên 50%|0%"), "{shown}");
    for indicator in &brief(&story).indicators {
        let units = &indicator.units;
        let sentence = crate::text::brief::sentence(&story.campaign, indicator, Lang::Vi);
        let above = format!("{}/{} đơn vị đạt trên 50%", units.above, units.total);
        assert!(shown.contains(&above) && sentence.contains(&above), "{sentence}");
    }
    assert_inside(page);
}

#[test]
fn dark_bars_are_those_that_the_brief_counts() {
    let bars = |confirmed: &str| {
        let page = pages(&wards(confirmed), Lang::Vi).concat();
        page.matches(&format!("height=\"22.0\" fill=\"{DARK}\"")).count()
    };
    assert_eq!((bars("50"), bars("50.01"), bars("51")), (1, 2, 2));
}

#[test]
fn one_entry_changes_the_picture() {
    let drawn = |confirmed: &str| png(&pages(&wards(confirmed), Lang::Vi)[0]).unwrap();
    assert_eq!(drawn("40"), drawn("40"));
    assert_ne!(drawn("40"), drawn("40.1"));
}

#[test]
fn forty_units_with_the_longest_names_stay_inside() {
    let names: Vec<String> = (10..50).map(|number| format!("{number} {LONGEST}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut plan = Plan::new().units(None, &names);
    for number in 1..=5 {
        let code = format!("{LONGEST} {number}");
        plan = plan.indicator(&code, Increase, "1");
        for name in &names {
            plan = plan.given(name, &code, "0", "100");
        }
    }
    let pages = pages(&plan.story(), Lang::En);
    assert_eq!(pages.len(), 2);
    for page in &pages {
        assert_inside(page);
    }
    assert!(written(&pages[1]).join(" ").contains("0/40 units above 50%"));
}

#[test]
fn a_campaign_without_indicators_has_no_picture() {
    assert!(pages(&Plan::new().units(None, &["A"]).story(), Lang::Vi).is_empty());
}
