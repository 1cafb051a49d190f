//! What is to be expected of a pledge, in one clause with its uncertainty.

use num_rational::BigRational;

use super::{Html, Lang};
use crate::domain::forecast::Forecast;
use crate::domain::quantity::round_half_up;
use crate::say;

/// `với tiến độ hiện nay: hoàn thành 93% vào 24/12 (khoảng 88–97%)`. Whole percents: a forecast
/// with decimals would claim to know more than it does.
pub fn line(forecast: &Forecast, lang: Lang) -> String {
    let share = percent(&forecast.share);
    let due = Html(forecast.due.format("%d/%m").to_string());
    match &forecast.band {
        Some((low, high)) => {
            let (low, high) = (percent(low), percent(high));
            say!(lang, "forecast-line", share = share, due = due, low = low, high = high)
        }
        None => say!(lang, "forecast-line-few", share = share, due = due),
    }
}

/// A share in whole percent. What misses its target is never shown as reaching it.
fn percent(share: &BigRational) -> Html {
    let hundred = round_half_up(share, 2);
    let whole = BigRational::from_integer(1.into());
    Html(if share < &whole { hundred.min(99) } else { hundred }.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forecast_is_said_in_whole_percents_with_its_band() {
        let share = |n: i64| BigRational::new(n.into(), 1000.into());
        let due = "2022-12-24".parse().unwrap();
        let known = Forecast { due, share: share(928), band: Some((share(880), share(999))) };
        let said = line(&known, Lang::Vi);
        assert_eq!(said, "với tiến độ hiện nay: hoàn thành 93% vào 24/12 (khoảng 88–99%)");
        let few = Forecast { band: None, ..known };
        let said = line(&few, Lang::Vi);
        assert_eq!(
            said,
            "với nhịp từ đầu đợt: hoàn thành 93% vào 24/12 (chưa đủ số liệu để ước lượng chắc hơn)"
        );
    }
}
