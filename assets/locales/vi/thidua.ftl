# Every sentence a user reads, in Vietnamese. The same keys stand in ../en/thidua.ftl.

## General
language-set = Từ nay bot nói tiếng Việt.
