use super::super::tests::{LONGEST, assert_inside, campaign, row, table, written};
use super::*;
use crate::domain::testkit::{at, in_week};

/// The table of a week: names in the order of their places, the third and the fourth equal.
fn weekly(week: u32, clusters: &[(&str, &[&str])]) -> Table {
    let clusters: Vec<(&str, Vec<Standing>)> = clusters
        .iter()
        .map(|(name, units)| {
            let place = |at: usize| u32::try_from(if at == 3 { 3 } else { at + 1 }).unwrap();
            let row = |(at, unit): (usize, &&str)| row(unit, place(at), 0, 900 - at as i128);
            (*name, units.iter().enumerate().map(row).collect())
        })
        .collect();
    let as_of = in_week(week, "Sun 18:00");
    Table { week: Week(week), as_of, frozen: week >= 12, ..table(&clusters) }
}

const FIRST_WEEK: [&str; 6] = ["An", "Bình", "Châu", "Dương", "Em", "Giang"];
const SECOND_WEEK: [&str; 6] = ["Bình", "An", "Giang", "Dương", "Châu", "Em"];

fn two(weeks: [u32; 2]) -> Vec<Table> {
    vec![
        weekly(weeks[0], &[("Cụm 1", &FIRST_WEEK), ("Cụm 2", &["Xa", "Ý"])]),
        weekly(weeks[1], &[("Cụm 1", &SECOND_WEEK), ("Cụm 2", &["Ý", "Xa"])]),
    ]
}

fn race(tables: &[Table], reader: Reader<'_>, now: &str) -> Vec<String> {
    let race = Race::of(&campaign(), tables, reader, at(now), Lang::Vi);
    race.map(|race| race.pages()).unwrap_or_default()
}

#[test]
fn leaders_see_every_line_named_at_both_ends() {
    let pages = race(&two([3, 4]), Reader::Leader, "2022-10-24 06:30");
    let [page] = pages.as_slice() else { panic!("{}", pages.len()) };
    let texts = written(page);
    for unit in FIRST_WEEK {
        let named = texts.iter().filter(|text| text.split(' ').any(|word| word == unit)).count();
        assert_eq!(named, 2, "{unit} in {texts:?}");
    }
    assert!(texts.contains(&"Bảng chốt các tuần 3 đến 4".to_owned()), "{texts:?}");
    // The leaders, and Giang, who came from the sixth place to the third.
    for label in ["1 Bình", "2 An", "3 Giang", "Giang 6"] {
        assert!(texts.iter().any(|text| text == label), "{label} in {texts:?}");
    }
    let thick = page.matches("stroke-width=\"7.0\"").count();
    assert_eq!(thick, 3 + 2, "{page}");
    assert_inside(page);
}

#[test]
fn equals_stand_next_to_each_other_under_one_number() {
    let page = &race(&two([3, 4]), Reader::Leader, "2022-10-24 06:30")[0];
    let at_end = |label: &str| {
        let line = page.lines().find(|line| line.contains(&format!(">{label}<"))).unwrap();
        line.split("y=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_ne!(at_end("3 Giang"), at_end("3 Dương"));
}

#[test]
fn there_is_no_race_before_two_weeks_have_places() {
    let mut tables = two([3, 4]);
    assert!(race(&tables[..1], Reader::Leader, "2022-10-24 06:30").is_empty());
    let first = &mut tables[0];
    let leagues = first.clusters.iter_mut().flat_map(|league| &mut league.standings);
    for row in leagues.chain(&mut first.overall) {
        row.place = None;
    }
    assert!(race(&tables, Reader::Leader, "2022-10-24 06:30").is_empty());
}

#[test]
fn weeks_of_the_freeze_are_for_leaders_until_the_end() {
    let mut tables = two([10, 11]);
    tables.push(weekly(12, &[("Cụm 1", &["Em", "Giang", "An", "Bình", "Châu", "Dương"])]));
    let all = |reader, now| race(&tables, reader, now).concat();
    let kept = all(Reader::Member(None), "2022-12-19 07:30");
    assert!(kept.contains("tuần 10 đến 11") && !kept.contains("Em"), "{kept}");
    let leaders = all(Reader::Leader, "2022-12-19 07:30");
    assert!(leaders.contains("tuần 10 đến 12") && leaders.contains(">1 Em<"));
    assert!(leaders.contains("đề nghị không phổ") && leaders.contains(FREEZE));
    let over = all(Reader::Member(None), "2022-12-26 07:30");
    assert!(over.contains("tuần 10 đến 12") && over.contains(">1 Em<") && !over.contains(FREEZE));
}

#[test]
fn a_member_sees_the_leaders_and_the_own_unit() {
    let own = UnitCode::new("Em");
    let page = race(&two([3, 4]), Reader::Member(Some(&own)), "2022-10-24 07:30").concat();
    for seen in [">1 Bình<", ">2 An<", ">6 Em<", ">Em 5<"] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    // Fifth of six, and the second of two: no post names them.
    for hidden in ["Dương 4", "5 Châu", "Giang 6", "2 Xa", "Ý 2"] {
        assert!(!page.contains(hidden), "{hidden} in {page}");
    }
    assert_inside(&page);
}

#[test]
fn three_and_forty_units_with_the_longest_names_stay_inside() {
    let names: Vec<String> = (0..60).map(|number| format!("{number} {LONGEST}")).collect();
    for count in [3, 40, 60] {
        let names: Vec<&str> = names[..count].iter().map(String::as_str).collect();
        let mut turned = names.clone();
        turned.reverse();
        let tables: Vec<Table> = (3..=12)
            .map(|week| weekly(week, &[(LONGEST, if week % 2 == 0 { &turned } else { &names })]))
            .collect();
        let pages = race(&tables, Reader::Leader, "2022-12-26 07:30");
        assert_eq!(pages.len(), 1);
        assert_inside(&pages[0]);
        assert_eq!(pages[0].contains("14 dòng nữa"), count == 60);
    }
}

#[test]
fn many_clusters_take_several_pictures() {
    let names: Vec<String> = (1..=9).map(|cluster| format!("Cụm {cluster}")).collect();
    let clusters: Vec<(&str, &[&str])> =
        names.iter().map(|name| (name.as_str(), &FIRST_WEEK[..])).collect();
    let pages =
        race(&[weekly(3, &clusters), weekly(4, &clusters)], Reader::Leader, "2022-10-24 06:30");
    assert_eq!(pages.len(), 3);
    for page in &pages {
        assert_inside(page);
    }
    assert!(pages[1].contains("Trang 2/3") && pages.concat().contains("Cụm 9"));
}
