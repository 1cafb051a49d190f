//! `invite`: a one-time link and its QR code.

use std::io::IsTerminal as _;

use anyhow::Result;
use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use thidua::config::{Config, Said};
use thidua::domain::campaign::Campaign;
use thidua::domain::definition::{nearest, same_code};
use thidua::domain::policy::{Membership, Role};
use thidua::domain::quantity::clean;
use thidua::handlers::invite as invitation;
use thidua::store::{self, Store};
use thidua::telegram::api::Api;
use thidua::text;

use super::campaign::Which;
use super::{Outcome, Usage, existing, now, output};

/// `invite`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Vai trò / role: office, leader, verifier, unit_lead, reporter, council, observer.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    role: Role,
    /// Mã đơn vị, bắt buộc với vai trò của đơn vị. / The unit's code, for roles of a unit.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Họ tên người được mời. / The full name.
    #[arg(long, value_name = "NAME", default_value = "")]
    name: String,
    /// Chức vụ. / The post.
    #[arg(long, value_name = "POST", default_value = "")]
    post: String,
    /// Tên bot, khi chưa chạy bot lần nào. / The bot's username, where no bot has run yet.
    #[arg(long, value_name = "NAME")]
    bot: Option<String>,
    #[command(flatten)]
    which: Which,
}

fn role(text: &str) -> Result<Role, Said> {
    Role::parse(text).ok_or_else(|| {
        let known = Role::ALL.map(Role::as_str);
        let list = nearest(text, known).map_or_else(|| known.join(", "), str::to_owned);
        Said::new(
            format!("không có vai trò này; có phải: {list}?"),
            format!("unknown role; {list}?"),
        )
    })
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    existing(config)?;
    let store = Store::open(&config.database_url).await?;
    let now = now();
    let username = username(config, &store, args.bot).await?;
    let mut tx = store.begin().await?;
    let (loaded, _) = args.which.load(&mut tx, None, now).await?;
    let membership = membership(&loaded.campaign, args.role, args.unit.as_deref())?;
    let (name, post) = (clean(&args.name), clean(&args.post));
    let code =
        invitation::create(&mut tx, loaded.id, &membership, name.trim(), post.trim(), None, now)
            .await?;
    tx.commit().await?;
    store.close().await;
    let link = invitation::link(&username, &code);
    let until = text::date_time(now + invitation::VALID_FOR, loaded.campaign.definition().zone);
    output::say(&link)?;
    output::say(qr(&link)?)?;
    output::say(format!("Dùng một lần, đến {until}. / Once, until then."))?;
    Ok(Outcome::Done)
}

/// The role with its unit as the campaign spells it.
fn membership(campaign: &Campaign, role: Role, unit: Option<&str>) -> Result<Membership, Usage> {
    let Some(wanted) = unit else {
        if role.needs_unit() {
            return Err(Usage(Said::new(
                format!("Vai trò {} cần --unit MÃ_ĐƠN_VỊ.", role.as_str()),
                format!("The role {} needs --unit CODE.", role.as_str()),
            )));
        }
        return Ok(Membership { role, unit: None });
    };
    let units = campaign.units();
    let found = units.iter().find(|unit| same_code(unit.code.as_str()) == same_code(wanted));
    if let Some(unit) = found {
        return Ok(Membership { role, unit: Some(unit.code.clone()) });
    }
    let meant = nearest(wanted, units.iter().map(|unit| unit.code.as_str()));
    let hint = meant.map_or_else(String::new, |meant| format!(" {meant}?"));
    Err(Usage(Said::new(
        format!("Không có đơn vị «{wanted}».{hint}"),
        format!("There is no unit \"{wanted}\".{hint}"),
    )))
}

/// The bot's username: as given, as Telegram says, or as it was when the bot last ran.
async fn username(config: &Config, store: &Store, given: Option<String>) -> Result<String> {
    if let Some(given) = given {
        return Ok(given.trim_start_matches('@').to_owned());
    }
    if let Some(token) = &config.token {
        let url = config.api_url.as_ref().map(url::Url::as_str);
        let proxy = config.proxy.as_ref().map(url::Url::as_str);
        match Api::new(token.expose(), url, proxy)?.me().await {
            Ok(me) => return Ok(me.username),
            Err(error) => tracing::warn!(%error, "Telegram did not say who the bot is"),
        }
    }
    store::last_username(&mut *store.read().await?).await?.ok_or_else(|| {
        Said::new(
            "Chưa biết tên bot; thêm --bot TÊN_BOT, hoặc đặt TELOXIDE_TOKEN.",
            "The bot's name is not known yet; add --bot NAME, or set TELOXIDE_TOKEN.",
        )
        .into()
    })
}

/// Two rows of modules in a line of text, with the quiet zone that cameras need. What is light is
/// drawn, because terminals are dark; where the terminal takes colours, they make sure of it.
fn qr(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let drawn =
        code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
    if !std::io::stdout().is_terminal() {
        return Ok(drawn);
    }
    let lines = drawn.lines().map(|line| format!("\x1b[97;40m{line}\x1b[0m"));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}
