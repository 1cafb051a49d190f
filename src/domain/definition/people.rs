//! Whether two lists of people (`Nguoi`) say the same, when some names of the first are erased.

use crate::domain::campaign::Invitee;

/// Whether `after` lists the people of `before`: those who still have a name and no others, as a
/// workbook exported meanwhile does; or row by row the same, with anybody's name where one was
/// erased, as the workbook does that the office has kept. What was erased cannot be compared, so
/// a new name in its very place is not noticed; a row elsewhere is.
///
/// While this holds, what was erased stays erased. Once the office edits the list, it stands as
/// written: the preview shows every name that would come in.
pub fn same_people(before: &[Invitee], after: &[Invitee]) -> bool {
    let named = before.iter().filter(|person| !person.is_erased());
    let same = |(before, after): (&Invitee, &Invitee)| {
        let seat = before.unit == after.unit && before.role == after.role;
        before == after || before.is_erased() && seat
    };
    named.eq(after) || before.len() == after.len() && before.iter().zip(after).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::UnitCode;
    use crate::domain::policy::Role;

    fn person(name: &str, unit: &str) -> Invitee {
        let unit = Some(UnitCode::new(unit));
        Invitee { name: name.to_owned(), post: String::new(), unit, role: Role::Reporter }
    }

    #[test]
    fn an_erased_name_is_no_difference_but_another_row_is() {
        let before = [person("An", "AB"), person("", "AD"), person("Bình", "NX")];
        let kept = [person("An", "AB"), person("Lan", "AD"), person("Bình", "NX")];
        assert!(same_people(&before, &before));
        assert!(same_people(&before, &kept), "the office's own workbook");
        assert!(same_people(&before, &[person("An", "AB"), person("Bình", "NX")]), "exported");
        let moved = [person("An", "AB"), person("Lan", "NX"), person("Bình", "NX")];
        assert!(!same_people(&before, &moved));
        let renamed = [person("Ân", "AB"), person("Lan", "AD"), person("Bình", "NX")];
        assert!(!same_people(&before, &renamed));
        assert!(!same_people(&before, &kept[..2]));
        assert!(!same_people(&kept, &before), "a name is not lost by an import");
    }
}
