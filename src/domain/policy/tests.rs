use super::*;
use crate::domain::ids::{PersonId, UnitCode};

fn unit(code: &str) -> UnitCode {
    UnitCode::new(code)
}

fn actor(roles: &[(Role, Option<&str>)]) -> Actor {
    Actor {
        id: PersonId(1),
        memberships: roles
            .iter()
            .map(|(role, code)| Membership { role: *role, unit: code.map(unit) })
            .collect(),
    }
}

/// The whole matrix: for each action, exactly who may. `AB` is the unit acted on, `CCT` its
/// verifier, `LS` somebody else's unit.
#[test]
#[expect(clippy::too_many_lines, reason = "one table, read from top to bottom")]
fn the_policy_matrix() {
    use Stage::{After, Archived, Before, Running};
    const ALL: &[Stage] = &[Before, Running, After, Archived];
    const OPEN: &[Stage] = &[Before, Running, After];
    let (ab, cct) = (unit("AB"), unit("CCT"));
    let to_cct = Addressee::Unit(cct.clone());
    let everyone: Vec<(&str, Actor)> = vec![
        ("nobody", actor(&[])),
        ("office", actor(&[(Role::Office, None)])),
        ("leader", actor(&[(Role::Leader, None)])),
        ("verifier", actor(&[(Role::Verifier, Some("CCT"))])),
        ("other verifier", actor(&[(Role::Verifier, Some("LS"))])),
        ("lead", actor(&[(Role::UnitLead, Some("AB"))])),
        ("reporter", actor(&[(Role::Reporter, Some("AB"))])),
        ("other lead", actor(&[(Role::UnitLead, Some("LS"))])),
        ("council", actor(&[(Role::Council, None)])),
        ("council of AB", actor(&[(Role::Council, Some("AB"))])),
        ("observer", actor(&[(Role::Observer, None)])),
    ];
    let members: &[&str] = &[
        "office",
        "leader",
        "verifier",
        "other verifier",
        "lead",
        "reporter",
        "other lead",
        "council",
        "council of AB",
        "observer",
    ];
    let own: &[&str] = &["lead", "reporter"];
    let leaders: &[&str] = &["office", "leader"];
    let matrix: Vec<(Action<'_>, &[&str], &[Stage])> = vec![
        (Action::Pledge(&ab), own, &[Before, Running]),
        (Action::Report(&ab), own, OPEN),
        (Action::RaiseObstacle(&ab), own, OPEN),
        (Action::AssignObstacle, &["office"], OPEN),
        (Action::AnswerObstacle(&to_cct), &["verifier"], OPEN),
        (Action::AnswerObstacle(&Addressee::Leaders), &["leader"], OPEN),
        (
            Action::SeeObstacle { unit: &ab, asked: Some(&to_cct) },
            &["office", "leader", "verifier", "lead", "reporter", "council of AB"],
            ALL,
        ),
        (
            Action::SeeObstacle { unit: &ab, asked: None },
            &["office", "leader", "lead", "reporter", "council of AB"],
            ALL,
        ),
        (Action::CarryOut(&ab), own, OPEN),
        (Action::CarryOut(&cct), &["verifier"], OPEN),
        (Action::SettleDirective(Some(PersonId(1))), leaders, OPEN),
        (Action::SettleDirective(Some(PersonId(2))), &["office"], OPEN),
        (Action::SeeUnit(&ab), &["office", "leader", "lead", "reporter", "council of AB"], ALL),
        (
            Action::SeeEntries { unit: &ab, verifier: Some(&cct) },
            &["office", "leader", "verifier", "lead", "reporter", "council of AB"],
            ALL,
        ),
        (Action::Verify { unit: &ab, verifier: Some(&cct) }, &["verifier"], OPEN),
        (Action::Verify { unit: &ab, verifier: None }, &["office"], OPEN),
        (Action::Verify { unit: &cct, verifier: Some(&cct) }, &["office"], OPEN),
        (Action::OpenChecks, &["office", "verifier", "other verifier"], OPEN),
        (Action::SeeBoard, members, ALL),
        (Action::SeeFullTable, leaders, ALL),
        (Action::ReadBrief, leaders, ALL),
        (Action::SeeCandidates, leaders, ALL),
        (Action::Direct, leaders, OPEN),
        (Action::Export, leaders, ALL),
        (Action::ApprovePledges(Some(&ab)), &["office"], OPEN),
        (Action::Invite, &["office"], OPEN),
        (Action::Define, &["office"], ALL),
        (Action::Excuse(Some(&ab)), &["office"], OPEN),
        (Action::Adjust, &["office"], OPEN),
        (Action::Publish, &["office"], OPEN),
        (Action::Archive, &["office"], &[After]),
        (Action::Reopen, &["office"], &[Archived]),
        (Action::Vote(Some(&ab)), &["council"], OPEN),
        (Action::Vote(None), &["council", "council of AB"], OPEN),
        (Action::Nominate(&ab), own, OPEN),
        (Action::Commend, &["office"], OPEN),
        (Action::Honour(&ab), own, OPEN),
        (Action::HonourAll, &["office"], OPEN),
        (Action::Judge(&ab), &["office"], OPEN),
        (Action::Appeal(&ab), own, OPEN),
        (Action::LookAgain { unit: &ab, verifier: Some(&cct) }, &["office", "verifier"], OPEN),
        (Action::LookAgain { unit: &ab, verifier: None }, &["office"], OPEN),
        (Action::LookAgain { unit: &cct, verifier: Some(&cct) }, &["office"], OPEN),
    ];
    for (action, allowed, stages) in matrix {
        for (name, actor) in &everyone {
            for stage in Stage::ALL {
                assert_eq!(
                    check(actor, action, stage).is_ok(),
                    allowed.contains(name) && stages.contains(&stage),
                    "{name} {action:?} {stage:?}"
                );
            }
        }
    }
}

#[test]
fn a_refusal_says_whose_work_it_is() {
    let (ab, cct) = (unit("AB"), unit("CCT"));
    let lead = actor(&[(Role::UnitLead, Some("AB"))]);
    let denied = |actor: &Actor, action, stage| check(actor, action, stage).unwrap_err();
    match denied(&lead, Action::Direct, Stage::Running) {
        Denied::Others(rule) => assert_eq!(rule.roles(), [Role::Office, Role::Leader]),
        other => panic!("{other:?}"),
    }
    let both = actor(&[(Role::Verifier, Some("CCT")), (Role::Reporter, Some("AB"))]);
    let verify = Action::Verify { unit: &ab, verifier: Some(&cct) };
    assert!(matches!(denied(&both, verify, Stage::Running), Denied::OwnUnit(_)));
    let own = actor(&[(Role::Office, None), (Role::Reporter, Some("AB"))]);
    for action in [Action::Excuse(Some(&ab)), Action::ApprovePledges(Some(&ab))] {
        assert!(matches!(denied(&own, action, Stage::Running), Denied::OwnUnit(_)));
    }
    assert_eq!(check(&own, Action::Excuse(Some(&cct)), Stage::Running), Ok(()));
    assert_eq!(check(&own, Action::ApprovePledges(None), Stage::Running), Ok(()));
    let late = denied(&lead, Action::Pledge(&ab), Stage::After);
    assert_eq!(late, Denied::Stage(Stage::After));
    // Whose work it is not does not depend on the day.
    assert!(matches!(denied(&lead, Action::Excuse(None), Stage::Archived), Denied::Others(_)));
}

#[test]
fn a_stage_lasts_from_the_first_day_to_the_last_both_included() {
    let day = |day| NaiveDate::from_ymd_opt(2022, 9, day).unwrap();
    let on = |date, archived| Stage::on(day(date), day(10), day(20), archived);
    assert_eq!(on(9, false), Stage::Before);
    assert_eq!(on(10, false), Stage::Running);
    assert_eq!(on(20, false), Stage::Running);
    assert_eq!(on(21, false), Stage::After);
    assert_eq!(on(21, true), Stage::Archived);
}

#[test]
fn nobody_verifies_a_unit_they_belong_to() {
    let (ab, cct) = (unit("AB"), unit("CCT"));
    let both = actor(&[(Role::Verifier, Some("CCT")), (Role::Reporter, Some("AB"))]);
    assert!(!may(&both, Action::Verify { unit: &ab, verifier: Some(&cct) }));
    let office = actor(&[(Role::Office, None), (Role::Reporter, Some("AB"))]);
    assert!(!may(&office, Action::Verify { unit: &ab, verifier: None }));
    assert!(!may(&office, Action::Judge(&ab)));
    assert!(!may(&both, Action::LookAgain { unit: &ab, verifier: Some(&cct) }));
}

#[test]
fn somebody_works_where_a_role_of_work_is_held() {
    let held = [
        (Role::Verifier, Some("CCT")),
        (Role::UnitLead, Some("CCT")),
        (Role::Council, Some("AB")),
        (Role::Leader, None),
    ];
    assert_eq!(actor(&held).units(), [&unit("CCT")]);
}

#[test]
fn roles_are_read_by_the_names_they_print() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.as_str()), Some(role));
    }
    assert_eq!(Role::parse(" Unit_Lead "), Some(Role::UnitLead));
    assert_eq!(Role::parse("boss"), None);
}
