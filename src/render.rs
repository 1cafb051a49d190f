//! View models in, bytes out: the files and pictures that leave the program.

pub mod document;
pub mod invitations;
pub mod picture;
pub mod workbook;
pub mod qr;
