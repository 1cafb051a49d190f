//! `thidua` on the command line. The program itself is the library; here are only the words one
//! types, the log on stderr, and the exit code.

mod cli;

use std::process::ExitCode;

use clap::Parser;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    // First of all: it changes the environment, which is sound only while there is one thread.
    let env_file = dotenvy::dotenv();
    let cli = cli::Cli::parse();
    watch();
    if let Err(error) = env_file
        && !error.not_found()
    {
        return cli::report(&cli::unreadable_env(&error));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(cli::run(cli)),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => cli::report(&error),
    }
}

/// The log goes to stderr, so that what a command prints can be read by programs.
fn watch() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,hyper=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
