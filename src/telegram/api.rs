//! One request to the Bot API, and what can come of it.

use std::time::Duration;

use futures::future::BoxFuture;
use reqwest::multipart::Form;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use teloxide::Bot;
use teloxide::payloads::{
    DeleteWebhook, GetMe, GetWebhookInfo, SetMyCommands, SetMyDescription, SetMyDescriptionSetters,
};
use teloxide::requests::Payload;
use teloxide::types::BotCommand;
use url::Url;

use crate::jobs::Files;

/// The Bot API at one address under one token. Its `Debug` shows neither.
#[derive(Clone)]
pub struct Api {
    bot: Bot,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api").finish_non_exhaustive()
    }
}

/// Why a request came to nothing. Never holds the address, which contains the token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// Telegram understood and refused.
    #[error("Telegram refused with {code}: {description}")]
    Refused {
        /// Its code, such as 403.
        code: u16,
        /// Its words; they hold no personal data.
        description: String,
        /// The new number of a group that became a supergroup.
        migrate_to: Option<i64>,
    },
    /// Too many requests.
    #[error("Telegram asks to wait {seconds} s")]
    RetryAfter {
        /// How long.
        seconds: u32,
    },
    /// Telegram is in trouble.
    #[error("Telegram answered with status {0}")]
    Server(u16),
    /// Nobody was reached: nothing can have been done.
    #[error("Telegram cannot be reached")]
    Unreached,
    /// There was no answer, or none that can be read; it may have acted all the same.
    #[error("no readable answer from Telegram: {0}")]
    Network(String),
}

#[derive(Deserialize)]
struct Answer<T> {
    ok: bool,
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize, Default)]
struct Parameters {
    retry_after: Option<u32>,
    migrate_to_chat_id: Option<i64>,
}

/// Who the bot is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its account.
    pub id: i64,
    /// Its name in links.
    pub username: String,
}

/// As teloxide's own, but without its optional fields, which Telegram need not be told of.
#[derive(Serialize)]
struct SetWebhook<'a> {
    url: &'a str,
    secret_token: &'a str,
    allowed_updates: &'a [&'a str],
    max_connections: u8,
}

impl Payload for SetWebhook<'_> {
    type Output = teloxide::types::True;
    const NAME: &'static str = "setWebhook";
}

/// How long a request other than a long poll may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long an upload may take.
const UPLOAD_PATIENCE: Duration = Duration::from_secs(90);

impl Api {
    /// The Bot API at `url` (Telegram's own where there is none), through a proxy where one is set.
    ///
    /// # Errors
    /// When an address cannot be read.
    pub fn new(token: &str, url: Option<&str>, proxy: Option<&str>) -> Result<Self, ApiError> {
        let unusable = |what: &str| ApiError::Network(format!("{what} is not a usable address"));
        let mut client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .tcp_nodelay(true)
            .user_agent(concat!("thidua/", env!("CARGO_PKG_VERSION")));
        if let Some(proxy) = proxy {
            client =
                client.proxy(reqwest::Proxy::all(proxy).map_err(|_| unusable("TELOXIDE_PROXY"))?);
        }
        let client = client.build().map_err(|_| unusable("the client"))?;
        let mut bot = Bot::with_client(token, client);
        if let Some(url) = url {
            bot = bot.set_api_url(url.parse().map_err(|_| unusable("TELOXIDE_API_URL"))?);
        }
        Ok(Self { bot })
    }

    /// Sends a typed request.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn call<P, T>(&self, payload: &P) -> Result<T, ApiError>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        self.call_within(payload, PATIENCE).await
    }

    /// Sends a typed request that may take a while, such as a long poll.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn call_within<P, T>(&self, payload: &P, patience: Duration) -> Result<T, ApiError>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        let request = self.bot.client().post(self.method(P::NAME)).timeout(patience).json(payload);
        answer(request).await
    }

    /// Sends a request that carries a file.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn upload<T: DeserializeOwned>(
        &self,
        method: &str,
        form: Form,
    ) -> Result<T, ApiError> {
        let request =
            self.bot.client().post(self.method(method)).timeout(UPLOAD_PATIENCE).multipart(form);
        answer(request).await
    }

    /// Fetches a file that somebody sent, up to `limit` bytes.
    ///
    /// # Errors
    /// See [`ApiError`]; also when the file is larger.
    pub async fn download(&self, file_id: &str, limit: usize) -> Result<Vec<u8>, ApiError> {
        #[derive(Deserialize)]
        struct Found {
            file_path: Option<String>,
        }
        let payload = teloxide::payloads::GetFile::new(teloxide::types::FileId(file_id.to_owned()));
        let found: Found = self.call(&payload).await?;
        let path =
            found.file_path.ok_or_else(|| ApiError::Network("the file has no path".to_owned()))?;
        let base = self.bot.api_url();
        let address =
            format!("{}/file/bot{}/{path}", base.as_str().trim_end_matches('/'), self.bot.token());
        let mut response = self
            .bot
            .client()
            .get(address)
            .timeout(UPLOAD_PATIENCE)
            .send()
            .await
            .map_err(network)?;
        if !response.status().is_success() {
            return Err(ApiError::Server(response.status().as_u16()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(network)? {
            if bytes.len() + chunk.len() > limit {
                return Err(ApiError::Network(format!("the file is larger than {limit} bytes")));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// Asks who the bot is.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn me(&self) -> Result<Me, ApiError> {
        self.call(&GetMe::new()).await
    }

    /// The time as the server puts it above its answers.
    pub(super) async fn date_header(&self) -> Result<Option<String>, ApiError> {
        let request = self.bot.client().get(self.bot.api_url()).timeout(PATIENCE);
        let response = request.send().await.map_err(network)?;
        let date = response.headers().get("date").and_then(|date| date.to_str().ok());
        Ok(date.map(str::to_owned))
    }

    /// Ends an earlier webhook, which would forbid polling. What it had not delivered stays.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn delete_webhook(&self) -> Result<(), ApiError> {
        let _: bool = self.call(&DeleteWebhook::new()).await?;
        Ok(())
    }

    /// Lets Telegram call us at `url`, saying `secret` each time.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn set_webhook(
        &self,
        url: &Url,
        secret: &str,
        allowed: &[&str],
    ) -> Result<(), ApiError> {
        let payload = SetWebhook {
            url: url.as_str(),
            secret_token: secret,
            allowed_updates: allowed,
            max_connections: 10,
        };
        let _: bool = self.call(&payload).await?;
        Ok(())
    }

    /// How many updates Telegram holds back for a bot that it calls.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn held_back(&self) -> Result<usize, ApiError> {
        #[derive(Deserialize)]
        struct Info {
            pending_update_count: usize,
        }
        let info: Info = self.call(&GetWebhookInfo::new()).await?;
        Ok(info.pending_update_count)
    }

    /// Sets the menu and the description that somebody sees who has no role yet; for all languages
    /// where none is given.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn present(
        &self,
        language: Option<&str>,
        commands: Vec<(String, String)>,
        description: String,
    ) -> Result<(), ApiError> {
        let commands = commands.into_iter().map(|(name, text)| BotCommand::new(name, text));
        let mut menu = SetMyCommands::new(commands);
        menu.language_code = language.map(str::to_owned);
        let _: bool = self.call(&menu).await?;
        let mut about = SetMyDescription::new().description(description);
        about.language_code = language.map(str::to_owned);
        let _: bool = self.call(&about).await?;
        Ok(())
    }

    fn method(&self, name: &str) -> String {
        let base = self.bot.api_url();
        format!("{}/bot{}/{name}", base.as_str().trim_end_matches('/'), self.bot.token())
    }
}

impl Files for Api {
    fn fetch<'a>(
        &'a self,
        file_id: &'a str,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<u8>, String>> {
        Box::pin(
            async move { self.download(file_id, limit).await.map_err(|error| error.to_string()) },
        )
    }
}

async fn answer<T: DeserializeOwned>(request: reqwest::RequestBuilder) -> Result<T, ApiError> {
    let response = request.send().await.map_err(network)?;
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(network)?;
    let answer: Answer<T> = match serde_json::from_slice(&body) {
        Ok(answer) => answer,
        Err(_) if status >= 500 => return Err(ApiError::Server(status)),
        // The error of serde quotes the body, which may hold what people wrote.
        Err(_) => {
            return Err(ApiError::Network(format!("status {status}, not the Bot API's JSON")));
        }
    };
    if let (true, Some(result)) = (answer.ok, answer.result) {
        return Ok(result);
    }
    let code = answer.error_code.unwrap_or(status);
    let parameters = answer.parameters.unwrap_or_default();
    if let Some(seconds) = parameters.retry_after.or((code == 429).then_some(1)) {
        return Err(ApiError::RetryAfter { seconds });
    }
    if code >= 500 {
        return Err(ApiError::Server(code));
    }
    Err(ApiError::Refused {
        code,
        description: answer.description.unwrap_or_default(),
        migrate_to: parameters.migrate_to_chat_id,
    })
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
fn network(error: reqwest::Error) -> ApiError {
    if error.is_connect() {
        return ApiError::Unreached;
    }
    let what = if error.is_timeout() { "it took too long" } else { "the connection broke" };
    ApiError::Network(what.to_owned())
}
