//! What a campaign's definition must satisfy before it may enter the log.
