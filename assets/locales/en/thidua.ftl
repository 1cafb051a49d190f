# Every sentence a user reads, in English. The same keys stand in ../vi/thidua.ftl.

## General
language-set = From now on the bot speaks English.
refusal = ⚠️ { $text }
failed = Sorry, something went wrong while handling your message. No figure has changed. Please send it again in a few minutes.
no-campaign-office = There is no campaign yet. Send the campaign's Excel workbook here, or type /import for a template.
not-a-member = You do not take part in a campaign yet. Open the invitation link from the campaign office; if you have none, ask the office for one.
not-allowed = This is not among your tasks in the campaign. Type /help to see what you can do.
no-unit = You do not report for any unit. If that is wrong, ask the office to invite you again.
stale-button = This button is out of date. Type the command again for a new one.
press-a-button = Press a button in the message above, or type /cancel to stop.
edited-message = Editing a message does not change what was recorded. To mend a figure, send /update again with the right one.
link-in-group-only = Type this command in the group to bind, after adding the bot to it.
button-confirm = Confirm
button-cancel = Cancel

## Commands in the menu
command-start = Begin
command-help = What you can do
command-language = Change language (Tiếng Việt, English)
command-cancel = Leave what you are doing
command-me = My roles, unit and data
command-pledge = Register a pledge
command-pledges = The pledges of the unit
command-update = Report progress
command-nochange = Report no change this week
command-ranking = The ranking
command-why = Why the unit has this score
command-history = Reports and checks so far
command-reminders = When to be reminded
command-approve = Approve pledges
command-verify = Verify figures
command-invite = Invite people
command-import = Import the campaign's workbook
command-excuse = Excuse a unit from a week's report
command-link = Bind this group as a board
command-brief = The briefing
command-risks = Risks
command-commend = Candidates for commendation
