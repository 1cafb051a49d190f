//! Which confirmed entries get a second look, drawn so that nobody can choose them.
//!
//! The order follows from the digest of the closed week's table, which is published with the table
//! and cannot be known before the last figure of the week is in, and from the numbers of the
//! entries. Whoever has both can draw again: `printf '<digest>:17' | sha256sum`, smallest first.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::ids::{FactId, Number};

/// The most entries drawn at a time.
pub const MOST: usize = 50;

/// An entry that may be drawn, by the number people know it by.
pub type Ticket = (Number, FactId);

/// The next so many of a pool, in the order of the draw, without those drawn before.
pub fn draw(
    seed: &str,
    pool: impl IntoIterator<Item = Ticket>,
    drawn: &BTreeSet<FactId>,
    count: usize,
) -> Vec<Ticket> {
    let fresh = pool.into_iter().filter(|(_, entry)| !drawn.contains(entry));
    let mut order: Vec<([u8; 32], Ticket)> =
        fresh.map(|ticket| (lot(seed, ticket.0), ticket)).collect();
    order.sort_unstable();
    order.dedup();
    order.into_iter().take(count).map(|(_, ticket)| ticket).collect()
}

/// The lot of one entry.
fn lot(seed: &str, number: Number) -> [u8; 32] {
    Sha256::digest(format!("{seed}:{}", number.0)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &str = "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6";

    fn pool() -> Vec<Ticket> {
        (1..=20).map(|n| (Number(n), FactId(i64::from(n) * 10))).collect()
    }

    fn numbers(drawn: &[Ticket]) -> Vec<u32> {
        drawn.iter().map(|(number, _)| number.0).collect()
    }

    #[test]
    fn a_draw_follows_from_the_seed_and_the_numbers_alone() {
        let first = draw(SEED, pool(), &BTreeSet::new(), 5);
        let mut shuffled = pool();
        shuffled.reverse();
        assert_eq!(draw(SEED, shuffled, &BTreeSet::new(), 5), first);
        let other = draw("another", pool(), &BTreeSet::new(), 5);
        assert_ne!(other, first);
        // The lots are what `sha256sum` says of "<seed>:<number>".
        let mut by_hand: Vec<u32> = (1..=20).collect();
        by_hand.sort_by_key(|n| format!("{:x}", Sha256::digest(format!("{SEED}:{n}"))));
        assert_eq!(numbers(&first), by_hand[..5]);
    }

    #[test]
    fn a_second_draw_goes_on_where_the_first_ended() {
        let all = draw(SEED, pool(), &BTreeSet::new(), 20);
        assert_eq!(all.len(), 20);
        let first: BTreeSet<FactId> = all[..5].iter().map(|(_, entry)| *entry).collect();
        assert_eq!(draw(SEED, pool(), &first, 3), all[5..8]);
        assert_eq!(draw(SEED, pool(), &first, 99).len(), 15);
    }
}
