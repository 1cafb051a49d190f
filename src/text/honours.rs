//! Honours in words.
