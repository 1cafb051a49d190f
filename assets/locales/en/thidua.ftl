# Every sentence a user reads, in English. The same keys stand in ../vi/thidua.ftl.

## General
language-set = From now on the bot speaks English.
