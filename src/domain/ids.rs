//! Names and numbers that must not be mistaken for one another.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The code as the workbook spells it.
            pub fn new(code: &str) -> Self {
                Self(Arc::from(code))
            }

            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code! {
    /// A unit (*đơn vị*) of one campaign, by its code in the workbook.
    UnitCode
}
code! {
    /// A cluster (*cụm, khối thi đua*) of one campaign.
    ClusterCode
}
code! {
    /// A field of work (*lĩnh vực*) of one campaign.
    FieldCode
}
code! {
    /// An indicator (*chỉ tiêu*) of one campaign.
    IndicatorCode
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id! {
    /// A campaign, by its row.
    CampaignId
}
id! {
    /// A person, by a row that outlives the name: erasing somebody leaves the number in the log.
    PersonId
}
id! {
    /// A fact, by its place in the log: contiguous, growing, over all campaigns.
    FactId
}
id! {
    /// A Telegram chat.
    ChatId
}

/// The number people see (`#17`), counted within one campaign and one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(pub u32);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
