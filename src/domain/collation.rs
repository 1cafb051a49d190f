//! The order of names in a Vietnamese list.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// A key by which names sort as a Vietnamese dictionary has them: first by letters, where ă and â
/// come after a, đ after d, ê after e, ô and ơ after o, ư after u; then by tones (none, huyền,
/// hỏi, ngã, sắc, nặng); then by case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    letters: Vec<(u32, u8)>,
    tones: Vec<u8>,
    upper: Vec<bool>,
}

/// The key of a name.
pub fn key(name: &str) -> Key {
    let mut key = Key { letters: Vec::new(), tones: Vec::new(), upper: Vec::new() };
    for sign in name.nfd() {
        match mark(sign) {
            Some(Mark::Letter(rank)) => {
                if let Some(letter) = key.letters.last_mut() {
                    letter.1 = rank;
                }
            }
            Some(Mark::Tone(rank)) => {
                if let Some(tone) = key.tones.last_mut() {
                    *tone = rank;
                }
            }
            None => {
                for small in sign.to_lowercase() {
                    key.letters.push(if small == 'đ' {
                        ('d'.into(), 1)
                    } else {
                        (small.into(), 0)
                    });
                    key.tones.push(0);
                    key.upper.push(sign.is_uppercase());
                }
            }
        }
    }
    key
}

/// Compares two names.
pub fn compare(a: &str, b: &str) -> Ordering {
    key(a).cmp(&key(b))
}

enum Mark {
    /// Makes another letter of the one before.
    Letter(u8),
    /// Sets its tone.
    Tone(u8),
}

fn mark(sign: char) -> Option<Mark> {
    Some(match sign {
        // Breve before circumflex (a ă â), circumflex before horn (o ô ơ).
        '\u{306}' => Mark::Letter(1),
        '\u{302}' => Mark::Letter(2),
        '\u{31b}' => Mark::Letter(3),
        '\u{300}' => Mark::Tone(1),
        '\u{309}' => Mark::Tone(2),
        '\u{303}' => Mark::Tone(3),
        '\u{301}' => Mark::Tone(4),
        '\u{323}' => Mark::Tone(5),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|a, b| compare(a, b));
        names
    }

    #[test]
    fn letters_come_in_the_order_of_the_alphabet() {
        let alphabet: Vec<&str> =
            "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(' ').collect();
        let mut shuffled = alphabet.clone();
        shuffled.reverse();
        assert_eq!(sorted(shuffled), alphabet);
    }

    #[test]
    fn tones_decide_between_the_same_letters_only() {
        let words = vec!["ma", "mà", "mả", "mã", "má", "mạ", "mạc", "măng", "mắng", "mâm"];
        let mut shuffled = words.clone();
        shuffled.reverse();
        assert_eq!(sorted(shuffled), words);
    }

    #[test]
    fn the_wards_of_le_chan_stand_as_their_council_lists_them() {
        let wards = vec![
            "An Biên",
            "An Dương",
            "Cát Dài",
            "Dư Hàng",
            "Dư Hàng Kênh",
            "Đông Hải",
            "Hàng Kênh",
            "Hồ Nam",
            "Kênh Dương",
            "Lam Sơn",
            "Nghĩa Xá",
            "Niệm Nghĩa",
            "Trại Cau",
            "Trần Nguyên Hãn",
            "Vĩnh Niệm",
        ];
        let mut shuffled = wards.clone();
        shuffled.reverse();
        assert_eq!(sorted(shuffled), wards);
    }

    #[test]
    fn decomposed_and_composed_spellings_are_one_name() {
        assert_eq!(compare("Trần", &"Trần".nfd().collect::<String>()), Ordering::Equal);
    }
}
