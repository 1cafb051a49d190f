//! The HTML of messages as runs of a document: bold, italics, and entities read back.

use docx_rs::{BreakType, Run};

/// The runs of an HTML snippet as [`crate::text`] makes them.
pub(super) fn runs(html: &str) -> Vec<Run> {
    pieces(html).iter().map(Piece::run).collect()
}

/// Text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Piece {
    text: String,
    bold: bool,
    italic: bool,
}

impl Piece {
    fn run(&self) -> Run {
        let mut run = Run::new();
        for (at, line) in self.text.split('\n').enumerate() {
            if at > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            run = run.add_text(printable(line));
        }
        if self.bold {
            run = run.bold();
        }
        if self.italic {
            run = run.italic();
        }
        run
    }
}

fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut current = Piece::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, marked) = rest.split_at(at);
        current.text.push_str(before);
        if let Some((letter, after)) = entity(marked) {
            current.text.push(letter);
            rest = after;
            continue;
        }
        match marked.split_once('>') {
            Some((tag, after)) if marked.starts_with('<') => {
                let style = |piece: &Piece| Piece { text: String::new(), ..piece.clone() };
                let next = match tag {
                    "<b" => Piece { bold: true, ..style(&current) },
                    "</b" => Piece { bold: false, ..style(&current) },
                    "<i" => Piece { italic: true, ..style(&current) },
                    "</i" => Piece { italic: false, ..style(&current) },
                    // Other marks of messages mean nothing on paper.
                    _ => style(&current),
                };
                pieces.push(std::mem::replace(&mut current, next));
                rest = after;
            }
            _ => {
                // A mark that is none is text.
                let (letter, after) = marked.split_at(1);
                current.text.push_str(letter);
                rest = after;
            }
        }
    }
    current.text.push_str(rest);
    pieces.push(current);
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn entity(text: &str) -> Option<(char, &str)> {
    [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')]
        .into_iter()
        .find_map(|(name, letter)| Some((letter, text.strip_prefix(name)?)))
}

/// Text without the letters that XML cannot hold: one of them, typed by anybody into any reason,
/// would make the whole file unreadable.
pub(super) fn printable(text: &str) -> String {
    let shown = |letter: &char| {
        matches!(letter, '\t' | ' '..)
            && !matches!(letter, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_styles_and_entities_letters() {
        let piece = |text: &str, bold, italic| Piece { text: text.to_owned(), bold, italic };
        assert_eq!(
            pieces("a &lt;b&gt; &amp;amp; <b>đậm <i>nghiêng</i></b> <code>x</code>"),
            [
                piece("a <b> &amp; ", false, false),
                piece("đậm ", true, false),
                piece("nghiêng", true, true),
                piece(" ", false, false),
                piece("x", false, false),
            ]
        );
        assert_eq!(pieces("1 < 2 & 3"), [piece("1 < 2 & 3", false, false)]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn letters_that_no_file_may_hold_are_left_out() {
        assert_eq!(printable("Đ\u{0}ề\u{b} nghị\u{ffff} 😀\tx"), "Đề nghị 😀\tx");
    }
}
