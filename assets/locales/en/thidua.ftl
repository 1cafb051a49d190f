# Every sentence a user reads, in English. The same keys stand in ../vi/thidua.ftl.

## General
language-set = From now on the bot speaks English.
refusal = ⚠️ { $text }
refusal-question-stays = The bot’s question before still waits for your answer; to drop it, type /cancel.
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
bot-description = Assistant of the emulation campaign: pledge, report progress with evidence, see the ranking and why. You need an invitation link from the campaign office.

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
command-obstacle = Raise and clear obstacles
command-direct = Give and report directives
command-nominate = Nominate a collective or a person
command-vote = Vote on commendations
command-badges = Badges earned
command-export = Export the campaign as a workbook
command-adjust = Give a council award
command-correct = Publish a correction
command-false = Declare a report false
command-announce = Send an announcement

## Names, figures and lists
button-previous = ◂ Back
button-next = Next ▸
unit-near = There is no unit <b>{ $typed }</b>. Did you mean <b>{ $near }</b>? Please send it again with the right code.
unit-unknown = There is no unit <b>{ $typed }</b>. The codes of the units: { $codes }.
indicator-near = There is no indicator <b>{ $typed }</b>. Did you mean <b>{ $near }</b>? Please send it again with the right code.
indicator-unknown = There is no indicator <b>{ $typed }</b>. The codes of the indicators: { $codes }.
indicator-gone = The indicator { $indicator } is no longer in the campaign.
role-office = Campaign office
role-leader = Leader
role-verifier = Verifier
role-unit-lead = Head of unit
role-reporter = Reporter
role-council = Council member
role-observer = Observer
somebody = somebody
steps-of = { $done }/{ $of } steps
steps = all { $count } steps
no-target = no target yet
more-lines = … and { $count } more lines
reason-line = Reason: { $reason }
week-label = week { $week } ({ $monday } – { $sunday })
amount-missing = No figure found. Write the figure first, such as <code>76.7</code>; the indicator is counted in { $measure }.
amount-malformed = <b>{ $text }</b> cannot be read as a number. Write a single figure with a decimal comma, such as <code>1.234,5</code>.
amount-negative = A figure cannot be below zero. Send one of 0 or more.
amount-unclear = <b>{ $text }</b> can be read in several ways. Write it as one figure, such as <code>1,2 tỷ</code>.
amount-wrong-measure = You wrote <b>{ $given }</b>, but this indicator is counted in <b>{ $expected }</b>. Please send the figure in { $expected }.
amount-too-fine = The figure has too many decimals. Send it rounded, such as <b>{ $rounded }</b>.
amount-too-large = The figure is larger than can be recorded. Check it and its unit of measure.
amount-unread = There is text after the figure: <b>{ $text }</b>. Send the figure alone.

## Start, help, language
start-stranger = Welcome. This is the bot of the 90-day emulation campaign.
    To take part, open the invitation link from the campaign office, or type <code>/start CODE</code> with the code of the link. If you have none, ask the office.
    The bot keeps only your name and Telegram account number to answer you. Change the language: /language
start-office-first = Welcome. You are the campaign office, but there is no campaign yet.
    Send the campaign's Excel workbook here, or take the template with the button below.
start-member = Welcome, <b>{ $name }</b>.
    Campaign: <b>{ $campaign }</b>, from { $first } to { $last }.
joined = <b>{ $name }</b>, you now take part in <b>{ $campaign }</b>.
    Role: <b>{ $role }</b> · { $place }
privacy-notice = 🔒 <b>About your data</b>
    The bot keeps your name, post, Telegram account number, unit, role and what you record in the campaign. Nothing else.
    See, download or erase it at any time: /me. Erasing removes your name; the unit's figures stay.
    Evidence must not contain citizens' papers or state secrets.
invite-unknown = This invitation code does not work. Check the link, or ask the office for a new one.
invite-used = This invitation has been used by somebody; each link works once. Ask the office for a new one.
invite-expired = This invitation has expired. Ask the office for a new link.
invite-again = You have joined with this link already; there is nothing more to do.
    { $steps }
steps-office = • Office: approve the units' pledges, invite more people.
steps-leader = • Leader: read the ranking and the brief; the bot sends them every Monday morning.
steps-verifier = • Verifier: confirm or return the figures of your indicators.
steps-unit = • Unit: pledge first, then report once a week, by 17:00 on Friday.
steps-reader = • See the campaign's public ranking.
button-import = Get the template
button-approve-queue = Open pledges to approve
button-invite = Invite people
button-ranking = Ranking
button-brief = Brief
button-verify-queue = Open figures to verify
button-pledge = Make a pledge
button-report = Report progress
help-stranger = You do not take part in a campaign yet; open the invitation link from the office. What works at once:
help-head = <b>What you can do</b>
    Type a command alone and the bot asks step by step.
help-line = /{ $command } · { $description }
help-example =    <code>{ $example }</code>
help-link = In a group: /{ $command } binds the group as a public board.
example-pledge = /{ $command } { $indicator } 120 { $date }
example-update = /{ $command } { $indicator } 76,7 note
example-update-steps = /{ $command } { $indicator } 76,7 · /{ $command } { $steps } 2/3
example-ranking = /{ $command } week 3
example-approve = /{ $command } 17 ok · /{ $command } 17 return reason · /{ $command } all
example-verify = /{ $command } 17 ok · /{ $command } 17 75,0 reason · /{ $command } 17 return reason
example-invite = /{ $command } unit_lead { $unit } Nguyễn Văn A
example-excuse = /{ $command } { $unit } week 3 reason
example-brief = /{ $command } month
cancel-nothing = There is nothing you are in the middle of.
cancelled = Dropped. Nothing was recorded.
unknown-command-near = There is no such command. Did you mean <b>/{ $near }</b>?
unknown-command = There is no such command. Type /{ $help } to see what you can do.
language-ask = Which language should the bot speak?
language-unknown = The bot does not speak “{ $typed }” yet. Choose one of these:

## Invitations
role-near = There is no role <b>{ $typed }</b>. Did you mean <b>{ $near }</b>?
role-unknown = There is no role <b>{ $typed }</b>. The roles: { $roles }. For example: <code>/invite unit_lead AB Nguyễn Văn A</code>
invite-ask-role = Invite as what?
invite-ask-unit = <b>{ $role }</b> of which unit? Choose, or type the unit's code.
invite-ask-name = Inviting <b>{ $whom }</b>. What is the name? Type it, with the post after a comma if you like: <i>Nguyễn Văn A, Vice Chair</i>.
button-no-name = Leave the name empty
invite-made = Invitation for <b>{ $whom }</b>:
    { $link }
    Works once, until { $until }. Send it to the right person.
invite-made-for = Invitation for <b>{ $name }</b> ({ $whom }):
    { $link }
    Works once, until { $until }. Send it to the right person.
invite-caption = QR code of the invitation. { $name }

## Excuses
excuse-ask-unit = Excuse which unit? Choose, or type the unit's code.
excuse-ask-week = Excuse <b>{ $unit }</b> from the reports of which week?
excuse-ask-reason = Why is <b>{ $unit }</b> excused from { $week }?
excuse-which-week = Which week? For example: <code>/excuse { $unit } week 3 reason</code>
excuse-no-week = The campaign has no week { $week }; its weeks are 1 to { $weeks }.
excuse-already = <b>{ $unit }</b> was excused from { $week } before.
excused = <b>{ $unit }</b> is excused from the reports of { $week }. The unit has been told.
    Reason: { $reason }
excuse-notice = The unit is excused from the reports of { $week }.
    Reason: { $reason }
    Figures sent in that week still count.

## Reminders
reminders = <b>Reminders</b>
    { $summary }
    Other hours: <code>/{ $command } 21:00-06:30</code>
reminders-quiet = Nothing from { $from } to { $until }.
reminders-no-quiet = No quiet hours of your own; the campaign's still hold.
reminders-digest = All that is due in one message.
reminders-single = One message for each thing due.
reminders-paused = Paused until { $until }.
reminders-running = Reminders are on.
reminders-unclear = “{ $typed }” is not understood. You can write: <code>21:00-06:30</code>, <code>pause 3 days</code>, <code>resume</code>, <code>digest</code>, <code>single</code>.
reminders-too-long = A pause lasts at most { $days } days. Send a shorter one.
button-resume = Remind me again from now
button-pause-day = Pause for 1 day
button-pause-week = Pause for 1 week
button-single = One message each
button-digest = All in one message
snoozed = The bot will remind you again in { $hours } hours.

## My data
me-name = <b>{ $name }</b>
me-post = { $post }
me-campaign = Campaign: { $campaign }
me-role = • { $role }
me-role-in = • { $role } · { $unit }
me-no-campaign = You do not take part in a campaign yet.
me-data = My data: the bot keeps your name, post, Telegram account number, unit, role and what you recorded.
button-reminders = Reminders
button-language = Language
button-my-data = Download my data
button-erase = Erase my data
button-campaign = Switch to: { $name }
my-data-caption = Your data; { $facts } things recorded.
erase-ask = <b>Erase your data?</b>
    Your name, post, account and all roles are removed; you no longer take part in any campaign. The unit's figures stay, without the name of who recorded them. This cannot be undone.
erase-last-office = You are the only office member of <b>{ $campaign }</b>, so your data cannot be erased yet. Invite another first: <code>/{ $invite } office Name</code>
erased = Your data is erased. To take part again, ask the office for a new invitation.

## Groups
group-help = This group can be a public board of the campaign.
    /{ $ranking } · the public table
    /{ $link } · bind the group (office)
    Pledges, reports and everything else belong in a private chat with the bot.
group-private-only = This belongs in a private chat with the bot.
button-private-chat = Open a private chat
group-linked = This group is now a board of <b>{ $campaign }</b>. Every Monday morning the bot posts the public table here; see it now: /{ $ranking }
group-greeting = Welcome. The campaign office types /{ $link } to bind this group as a public board of the campaign. A unit's own figures are never posted in a group.

## Pledges
given-nothing = This indicator is not assigned to the unit.
given-baseline = Baseline: { $value }
given-assigned = Assigned: <b>{ $value }</b>
given-city = City's plan: { $value }
given-council = Council's plan: { $value }
given-same-period = Same period last year: { $value }
given-step = • { $name }: { $due }
pledge-campaign-over = The campaign ended on { $end }; nothing more can be pledged.
pledge-ask-indicator = Pledge on which indicator? { $count } assigned ones are not pledged yet.
pledge-all-done = Everything assigned is pledged or waits for approval. To change or add one: <code>/pledge CODE figure date</code>
pledge-ask-value = <b>{ $indicator }</b> { $name }
    { $given }
    What does the unit promise to reach? Type the figure.
button-as-assigned = As assigned: { $value }
pledge-ask-reading = { $indicator }: the figure can be read in two ways. Choose the right one, or type it again.
pledge-ask-date = { $indicator }: promised <b>{ $value }</b>. By when? Type a date such as <code>20/12</code>, { $end } at the latest.
button-last-day = The last day: { $end }
pledge-ask-reason = { $indicator }: <b>{ $value }</b> is below the assigned <b>{ $assigned }</b>. Why? Type the reason for the office to consider.
pledge-ask-confirm = <b>Is this pledge right?</b>
pledge-summary = <b>{ $indicator }</b> { $name }
    Pledge: <b>{ $value }</b> by { $due }
pledge-below = ⚠️ Below the assignment: the office looks at the reason before approving.
pledge-excessive = ⚠️ More than { $percent }% of the assignment. Check the figure and its unit of measure.
pledge-replaces-pending = Pledge { $number } ({ $value }), which waits for approval, is withdrawn in favour of this one.
pledge-replaces-active = Pledge { $number } ({ $value }) stays in force until the new one is approved.
pledge-recorded = Pledge <b>{ $number }</b> is recorded and waits for the office's approval.
    { $summary }
pledge-active-stays = Pledge { $number } stays in force until the new one is approved.
button-pledge-more = Pledge another
button-pledges = The pledges
pledge-notice = New pledge <b>{ $number }</b> of <b>{ $unit }</b>:
    { $summary }
pledge-unknown = There is no pledge { $number } within your reach. Type /pledges or /approve to see the right number.
pledge-not-waiting = Pledge { $number } no longer waits for approval, so it cannot be withdrawn.
pledge-ask-withdraw = Withdraw pledge <b>{ $number }</b>: { $indicator }, { $value }?
pledge-decided-meanwhile = This pledge has just been dealt with, so it is not withdrawn. Open the list to see what came of it.
pledge-withdrawn = Pledge <b>{ $number }</b> is withdrawn.
pledge-no-baseline = { $indicator } is to be brought down and is not assigned to the unit, so nobody knows from where. Ask the office to assign it first.
pledge-no-steps = { $indicator } goes by steps, but the unit has none. Ask the office to add them.
pledge-all-steps = { $indicator } goes by steps: the pledge is to finish all { $count }. Just send <code>/{ $command } { $indicator }</code>
pledge-not-better = { $indicator }: the pledge must be better than the baseline of { $baseline }. Send another figure.
pledge-increment = A pledge is the figure to reach, not what comes on top. Send it without the +.
pledge-fraction = A pledge is a figure, not a fraction. Send it again, such as <code>120</code>.
pledge-no-such-day = There is no day <b>{ $typed }</b>. Send the right date, such as <code>20/12/2022</code>.
pledge-not-a-date = “{ $typed }” cannot be read as a date. Type it like <code>20/12</code> or <code>20/12/2022</code>.
pledge-after-end = { $typed } is after the campaign's last day ({ $end }). Choose a date no later than { $end }.
pledge-past = { $typed } is past or before the campaign begins. Choose a date from today to { $end }.
pledges-head = <b>Pledges of { $unit }</b> · { $count } indicators · { $owing } reports owed this week
pledges-line = <b>{ $indicator }</b> { $name }
pledges-none = Not pledged
pledges-owes = ⏳ No report this week yet
pledges-active = { $number } { $state }: { $target } by { $due }; latest { $value }
pledges-pace = · pace { $pace }
pledges-waiting = { $number } waits for approval: { $target } by { $due }
pledges-returned = { $number } returned: { $target } by { $due }. Reason: { $reason }
pledge-state-done = ✅ done
pledge-state-overdue = ⚠️ overdue
pledge-state-approved = approved
button-report-line = Report { $indicator }
button-withdraw = Withdraw { $number }
button-pledge-line = Pledge { $indicator }

## The queue of pledges
approve-unclear = “{ $typed }” is not understood. You can write: <code>/approve 17 ok</code>, <code>/approve 17 return reason</code>, <code>/approve all</code>; or /approve for the queue.
queue-place = To approve { $at }/{ $count }
queue-empty = The queue is empty: no pledge waits for approval.
queue-put-off = You have seen them all. { $count } pledges are left for later.
card-head = <b>{ $number } · { $unit }</b>
    <b>{ $indicator }</b> { $name }
card-target = Pledge: <b>{ $target }</b> by { $due }
card-below = ⚠️ <b>Below the assignment</b>
card-excessive = ⚠️ More than { $percent }% of the assignment
card-replaces = Replaces pledge { $number }, in force now: { $value } by { $due }
card-by = Submitted by { $by }, { $at }
button-approve = Approve
button-return = Return
button-later = Later
return-ask-reason = Why is pledge <b>{ $number }</b> returned? Type the reason, so that the unit knows what to mend.
return-needs-reason = A return needs a reason. Type it, or /cancel to stop.
approved = ✅ Approved { $number }: { $unit }, { $indicator }. The unit has been told.
returned = ↩️ Returned { $number }: { $unit }, { $indicator }. The unit has been told.
already-approved = { $number } was approved by { $by } at { $at }.
already-returned = { $number } was returned by { $by } at { $at }.
already-withdrawn = { $number } was withdrawn by { $by } at { $at }.
approve-all-ask = Approve <b>{ $count }</b> pledges at or above their assignment at once? { $left } others must be looked at one by one.
approve-all-none = No pledge at or above its assignment waits. { $left } must be looked at one by one.
approved-all = ✅ Approved { $count } pledges; the units have been told. { $left } are left to look at.
approved-notice = ✅ Pledge <b>{ $number }</b> is approved: { $indicator }, { $target } by { $due }.
    From next week on, report once a week, by 17:00 on Friday.
returned-notice = ↩️ Pledge <b>{ $number }</b> was returned: { $indicator }, { $target }.
    Reason: { $reason }
    Mend it accordingly and pledge again.

## Import
import-template = The empty campaign workbook. Fill it in and send it back here: the bot reads it, shows every change first, and records nothing until you confirm. Each column has a note on its heading.
import-reading = Reading { $name }…
import-too-large = The file is too large; up to { $limit } MB are taken. Remove pictures and formatting and send it again.
import-other-table = The bot reads Excel files ending in .xlsx only, not { $name }. Open the file in Excel or LibreOffice, choose Save As, type .xlsx, and send it again. Type /import for the template.
import-not-fetched = The file could not be had from Telegram. Please send it again in a few minutes.
import-not-yours = The campaign code in the file exists, and you are not the office of that campaign. For a new campaign change the code in the row <code>ma</code> of the sheet ChienDich and send it again.
import-errors = ⚠️ { $count } things in the file need mending; nothing has changed:
import-errors-next = Mend the file and send it again.
import-summary-name = <b>{ $name }</b> (code { $code })
import-summary-dates = From { $start } to { $end } ({ $days } days)
import-summary-counts = Units: { $units } · indicators: { $indicators } · assignments: { $assignments } · steps: { $milestones } · people: { $people }
import-is-new = This is a new campaign.
import-is-same = The file says exactly what is there; nothing changes.
import-changes = Changes against what is there ({ $count }):
import-warnings = Worth a second look ({ $count }):
import-question = Once confirmed it holds from now on and is written to the log.
import-moved = Somebody changed the campaign after you saw the preview. Send the file again to see what it changes now.
import-created = ✅ The campaign <b>{ $name }</b> has been created. You are its office. Next: invite leaders, verifiers and units with /invite.
import-changed = ✅ <b>{ $name }</b> has been updated: { $count } changes.
import-nothing = <b>{ $name }</b>: nothing changes.
import-button-invite = Invite people
import-button-ranking = See the table

## Import errors
import-error-perhaps = ; did you mean { $nearest }?
import-error-unreadable = the file cannot be opened ({ $why }); check its path and permissions
import-error-empty-file = the file is empty; send it again
import-error-large-file = the file is larger than { $most } MiB; remove pictures and unused sheets and save it again
import-error-bomb = the file unpacks to more than { $most } MiB; copy the sheets needed to a new file
import-error-many-parts = the file has more than { $most } parts; copy the sheets needed to a new file
import-error-macros = the workbook has macros; save it as .xlsx without macros
import-error-encrypted = the workbook has a password; remove it and save again
import-error-damaged = the file is damaged or no workbook; open it in Excel and save it as .xlsx
import-error-not-utf8 = the file is not UTF-8; save it as UTF-8
import-error-toml = not TOML ({ $why }); mend this line
import-error-more = and { $count } more errors; mend those above and import again
import-error-foreign = this is { $what }; save the campaign as .xlsx
import-error-missing-sheet = sheet { $sheet } is missing; add it as in the template
import-error-sheet-twice = there are two sheets { $sheet }; keep one
import-error-extra-sheet = sheet { $name } is not part of the template and is not read{ $perhaps }
import-error-form = must be written as { $form }
import-error-missing-column = column { $heading } is missing; add it to the first row
import-error-column-twice = column { $heading } is there twice; keep one
import-error-extra-column = column { $name } is not part of the template and is not read{ $perhaps }
import-error-many-rows = the sheet has more than { $most } rows; delete needless ones or split the campaign
import-error-missing-key = key { $key } is missing; add a row with it and its value
import-error-key-twice = key { $key } is there twice; keep one row
import-error-extra-key = key { $name } is not known and is not read{ $perhaps }
import-error-empty-cell = the cell is empty; fill it in
import-error-formula = the formula gives the error { $error }; mend it or type the value
import-error-ambiguous = { $given } can be read in two ways; write { $grouped } or { $decimal }
import-error-too-large = the number is too large; use a larger unit of measure
import-error-rounded = more than 6 decimals, rounded to { $kept }
import-error-percent-of-other = a percentage, but the indicator is counted in { $label }; write the figure in that
import-error-not-whole = { $given } is not a whole number; write one such as 90
import-error-date-cell = the cell holds the date { $date }; format it as text and type the value again
import-error-kind-cell = the cell holds a value of kind { $kind }; type it as in the template
import-error-not-date = { $given } is not a date; write it as 26/09/2022
import-error-not-week-time = { $given } is not a time of the week; write it as T6 17:00 (Friday) or CN 18:00 (Sunday)
import-error-not-hours = { $given } is not a span of hours; write it as 21:00-06:30
import-error-not-zone = { $given } is not a time zone; write it as Asia/Ho_Chi_Minh{ $perhaps }
import-error-not-choice = { $given } is not valid; choose one of: { $choices }{ $perhaps }
import-error-wrong-measure = { $given } is in { $unit }, but the indicator is counted in { $expected }; use that
import-error-too-fine = { $given } has more than 6 decimals; write { $rounded }
import-error-unclear = { $given } can be read in more than one way; write figure and unit, as 76,7 tỷ
import-error-unread = { $given } has { $rest } after the figure; write figure and unit alone
import-error-not-figure = { $given } is not a figure; write it as 76,7 or 120 tỷ
import-error-is-xls = an old Excel workbook (.xls)
import-error-is-xlsb = a binary workbook (.xlsb)
import-error-is-ods = a LibreOffice file (.ods)
import-error-is-csv = a CSV file, which holds a single sheet
import-error-is-word = a Word document
import-error-is-powerpoint = a PowerPoint presentation
import-error-is-pdf = a PDF
import-error-is-picture = a picture
import-error-is-unknown = a file of a kind that is not read
import-error-weight = a weight must be above 0; mend it
import-error-bad-start = the first day must lie between the years 1900 and 9000; mend the year
import-error-week-order = the times of the week must follow in order: nudges, reports, verification, closing
import-error-points-sum = points for results, discipline and accuracy add up to { $sum }; 100 is usual
import-error-role-needs-unit = role { $role } needs a unit; fill in its code
import-error-empty-cluster = no unit is in this cluster; check column cum of sheet DonVi
import-error-not-given = no unit was given this indicator; check sheet Giao
import-error-verifies-nothing = unit { $unit } verifies no indicator; check column tham_dinh of sheet ChiTieu
import-error-makeup-on-workday = a swapped day within the week changes nothing; check the date
import-error-no-rows = the sheet has no rows; fill in at least one
import-error-bad-code = code { $code } may only have letters, digits, _ - . and no spaces; choose another
import-error-long-code = code { $code } is longer than { $most } characters; shorten it
import-error-row-twice = { $value } is at { $first } already; delete one row
import-error-code-twice = code { $value } is used at { $first } already (upper and lower case are the same); change one
import-error-person-twice = this person is at { $first } already in the same role; one row can go
import-error-unknown-code = there is no code { $code } in sheet { $sheet }; mend it or add it there{ $perhaps }
import-error-above-zero = must be above 0 and at most { $top }; mend it
import-error-bounds = must be between { $low } and { $top }; mend it
import-error-no-steps = milestone indicator { $indicator } given to { $unit } has no steps; add them in sheet Moc
import-error-step-of-other = the indicator is of kind { $kind }, not moc; drop this step or change the kind in sheet ChiTieu
import-error-step-not-given = indicator { $indicator } was not given to { $unit }; add a row in sheet Giao
import-error-outside-campaign = the date lies outside the campaign ({ $start } to { $end }); mend it
import-error-target-is-baseline = the target is the baseline, so nothing is left to do; check it
import-error-decrease-above = a decrease with a target above the baseline { $baseline }; mend it or the kind
import-error-increase-below = an increase with a target below the baseline { $baseline }; mend it or the kind
import-error-looks-like-share = column { $column } says { $share }%; check whether it is a share not yet times 100

## Lists
list-more = … and { $count } more lines

## Boards
board-title = <b>Ranking of week { $week }</b> · { $campaign }
board-closed-at = Closed at { $at } · digest { $digest }
board-open-at = As of { $at }, the week is still open
board-no-cluster = <b>Units outside every cluster</b>
board-all-units = the whole campaign
board-improved = Most improved this week: { $units } (+{ $gain } points)
board-above = • { $indicator }: { $above }/{ $total } units above { $threshold }%
board-weak-fields = Fields to concentrate on: { $fields }
board-own = Your unit: <b>{ $unit }</b> – place { $place } of { $count }, { $cluster }, { $total } points{ $moved }
board-own-unranked = Your unit: <b>{ $unit }</b> – { $total } points so far, not ranked yet
board-own-first = Your unit leads.
board-own-level = Level on points with place { $next }; behind it on results, accuracy or overdue work.
board-own-gap = { $gap } points to place { $next }. Type /why for what to do.
board-starting = The campaign is starting up. Places are shown from day { $day } on. The units taking part:
board-starting-post = The campaign is starting up; places are shown from day { $day } on.
board-frozen = In the last days the public table stands still. This is the last table closed before; the final result will be announced at the review.
board-frozen-none = In the last days the public table stands still. The final result will be announced at the review.
board-frozen-leaders = The public table stands still. This one is for leaders and the office only; please do not pass it on.
board-frozen-week = The table of week { $week } is not public yet. The final result will be announced at the review.
board-no-week = Week { $week } has no table. The campaign's weeks are 1 to { $weeks }.
board-week-open = Week { $week } is not closed yet. Type /ranking for the table of now.
board-no-such-cluster = There is no cluster { $code }. The clusters: { $clusters }.
board-empty = No unit has an assignment or a pledge yet.
board-page = Page { $page }/{ $pages }
board-next = Next ▶
board-previous = ◀ Previous
board-button-ranking = Ranking
board-button-brief = Briefing
board-button-risks = Risks
board-button-why = Why this score?
post-title = <b>News of week { $week }</b> · { $campaign }
post-see-more = See the place and score of your own unit in a private chat with @{ $bot }.

## Why a score is what it is
why-title = <b>The score of { $unit }</b> (as of { $at })
why-results = <b>K – Results: { $points }/{ $full }</b>
why-results-none = Nothing counts yet.
why-item = • { $indicator }: { $reached }; completed { $completion }, expected by now { $expected }, pace { $pace }; weight { $weight } → <b>{ $points }</b>
why-item-open = (of which { $value } is not checked yet: { $share } of the gain counts)
why-item-not-pledged = • { $indicator }: assigned, but no approved pledge; weight { $weight } → <b>{ $points }</b>
why-steps = { $done }/{ $all } steps confirmed
why-maintain = hold { $level } every week
why-value = { $value } (baseline { $baseline }, target { $target })
why-left-not-pledged = • { $indicator }: not pledged; from day { $day } on it counts as 0 if it still is not
why-left-no-target = • { $indicator }: no target and no pledge, does not count
why-left-nothing-due = • { $indicator }: no step is due yet, does not count yet
why-left-no-week = • { $indicator }: no week is closed yet, does not count yet
why-discipline = <b>N – Reporting: { $points }/{ $full }</b>
why-discipline-none = No report is due yet.
why-discipline-counts = { $ontime } on time, { $late } late (each counts { $share }) of { $due } reports due
why-discipline-missing = Missing: { $list }
why-discipline-awaited = Can still be handed in: { $list }
why-weeks = { $indicator } (week { $weeks })
why-accuracy = <b>S – True figures: { $points }/{ $full }</b>
why-accuracy-counts = { $ok } true (within ±{ $tolerance }%) of { $total } figures checked.
why-accuracy-median = Not enough checks ({ $least } needed): the median of the cluster is taken.
why-accuracy-full = Not enough checks ({ $least } needed): full points.
why-bonus = <b>Bonus: +{ $points }</b> (at most { $cap })
why-bonus-over = • { $indicator }: beyond the target, { $confirmed } against { $target } → +{ $steps }
why-bonus-award = • Award { $number } of the council: +{ $points } – { $reason }
why-penalty = <b>Taken off: −{ $points }</b> (at most { $cap })
why-penalty-missing = • −{ $points }: no report on { $indicator } in week { $week }
why-penalty-overdue = • −{ $points }: { $indicator } overdue since { $due }, no obstacle raised before
why-penalty-false = • −{ $points }: a proven false report, week { $week }
why-total = <b>Total: { $total }</b> = { $results } + { $discipline } + { $accuracy } + { $bonus } − { $penalty } (exactly { $exact }, rounded to 0.1)
why-next = 👉 <b>The best thing to do this week:</b> { $step } (up to { $gain } points more).
why-next-none = Your unit keeps pace everywhere. Keep reporting every week.
why-which-unit = Which unit? Type /why and its code, such as /why { $example }.
advice-report = report this week on { $indicators } with /update or /nochange
advice-pledge = pledge on { $indicator } with /pledge { $code }
advice-reach = bring { $indicator } to { $value } and have it checked
advice-steps = finish and report the steps of { $indicator } that are due

## Briefs
brief-title = <b>BRIEFING</b>
brief-title-month = <b>BRIEFING OF { $month }</b>
brief-head = { $host } – { $campaign }
    Day { $day }/{ $days }, figures as of { $at }
brief-results = <b>I. Results</b>
brief-tasks = { $total } tasks in all: { $done } done, { $progress } in progress, { $overdue } overdue.
brief-actual = { $indicator }: { $actual }
brief-left = { $indicator }: { $actual } left
brief-reported = { $reported } reported (the difference waits for a check)
brief-steps = { $steps } steps
brief-of-assigned = { $ratio } of what was assigned
brief-of-city = { $ratio } of the city's plan
brief-of-council = { $ratio } of the People's Council's plan
brief-grew = { $ratio } of the same period (up { $change })
brief-fell = { $ratio } of the same period (down { $change })
brief-above = { $above }/{ $total } units above { $threshold }%.
brief-exemplars = Exemplary: { $units }.
brief-weak = <b>II. Weak points</b>
brief-weak-none = No field is behind and no task is overdue.
brief-weak-fields = Fields behind: { $fields }.
brief-overdue-tasks = { $count } tasks overdue.
brief-obstacles = { $open } obstacles not solved, { $overdue } of them past the date for an answer.
brief-ahead = <b>III. Work ahead</b>
brief-ahead-none = Keep pace and report on time every week.
brief-do-overdue = Finish the { $count } overdue tasks.
brief-do-progress = Speed up the { $count } tasks in progress.
brief-do-fields = Concentrate on: { $fields }.
brief-do-obstacles = Solve the { $count } obstacles of the units.
brief-decisions = <b>IV. Decisions requested</b>
brief-decisions-none = None.

## Risks
risks-title = <b>RISKS</b> (as of { $at })
risks-none = None.
risks-missing = Will miss at today's pace
risks-missing-line = • { $unit }: { $indicator } – about { $projected } when due on { $due }
risks-overdue = Overdue
risks-overdue-line = • { $unit }: { $indicator } – due { $due }
risks-obstacles = Open obstacles
risks-obstacle-line = • { $number } { $unit }: { $text }
risks-obstacle-overdue = • { $number } { $unit }: { $text } – <b>answer overdue</b>
risks-obstacle-leaders = • { $number } { $unit }: { $text } – <b>waits for a decision of the leaders</b>
risks-backlog = Where figures wait for a check
risks-backlog-line = • { $verifier }: { $count } figures, the oldest of { $oldest }
risks-office = The office

## Commendation
commend-title = <b>CANDIDATES FOR COMMENDATION</b> (as of { $at })
commend-note = Proposed by rule; the council decides.
commend-collectives = <b>Collectives</b> ({ $count })
commend-individuals = <b>Individuals</b> ({ $count })
commend-none = None yet.
commend-eligible = eligible
commend-not-eligible = not eligible yet
commend-line = <b>{ $name }</b> – { $category }: { $verdict }
commend-line-indicator = <b>{ $name }</b> – { $category } ({ $indicator }): { $verdict }
commend-quota = Leaders among the individuals: at most { $quota }.
reason-all-verified = its figures are checked
reason-unverified = figures still wait for a check: { $indicators }
reason-nothing-false = no false report
reason-proven-false = { $count } reports proven false
reason-nothing-overdue = no pledge is overdue
reason-overdue = overdue, no obstacle raised before the date: { $indicators }
reason-new = not commended for it before
reason-rewarded = commended for it before
gate-verified = Figures checked
gate-no-false = Honest
gate-no-overdue = On time
gate-not-rewarded = Not twice
category-leader = leads its cluster
category-over = beyond its target
category-improved = most improved since day 30

## What is sent unasked
nudge-title = Week { $week }: { $count } reports are still missing (until { $closes }):
nudge-line = • { $indicator } ({ $unit }): last { $last }, pledged { $target }
nudge-single = The report of week { $week } is missing (until { $closes }):
nudge-reply = Reply with the new figure, or press a button.
nudge-press = Press a button to report, or type /update.
nudge-report = Report { $indicator }
nudge-no-change = { $indicator }: no change
nudge-later = Remind me in 3 hours
verify-title = { $count } figures wait for your check, the oldest of { $oldest }. This week's checking ends at { $closes }.
verify-open = Open the queue
deadline-title = Pledges and their dates:
deadline-before = • { $indicator } ({ $unit }): due { $due }, { $days } days left
deadline-today = • { $indicator } ({ $unit }): <b>due today</b> ({ $due })
deadline-after = • { $indicator } ({ $unit }): <b>{ $days } days overdue</b> (due { $due })
deadline-hint = If something stands in the way, tell the office before the date.
deadline-office = These pledges are long overdue; please follow them up.
deadline-open = See the pledges
phase-launch = <b>{ $campaign }</b> begins today, { $start }, for { $days } days until { $end }. Please pledge with /pledge and report every week in time.
phase-midpoint = <b>{ $campaign }</b>: today is day { $day }/{ $days }, the interim review. Please look at your pace (/why) and report obstacles.
phase-sprint = <b>{ $campaign }</b> enters its sprint: { $left } days left until { $end }. Please concentrate on your pledges.
phase-end = <b>{ $campaign }</b> ended on { $end }. The last table is closed; please complete your evidence for the review and the commendations.

## Entries, wherever they are shown
entry-no-change = no change
entry-office = the campaign office
entry-nobody = an official
entry-doubt-fall = goes back behind the last one
entry-doubt-jump = is far from the last one
entry-doubt-excess = is far beyond the target
entry-doubt-rounded = was rounded to 6 decimal places
entry-check-confirmed = Confirmed: { $value } ({ $who }, { $at })
entry-check-other = Confirmed another figure: { $value } ({ $who }, { $at }). Reason: { $reason }
entry-check-returned = Returned ({ $who }, { $at }). Reason: { $reason }
entry-more = … and { $count } more lines
entry-button-correct = Mend the figure

## Reporting
report-which-line = On which indicator do you report?
report-owed-marked = 🔸 marks the { $count } still owed this week.
report-which-line-for = Which indicator is “{ $text }” for?
report-unknown-line = There is no indicator “{ $word }”. Choose one of your unit:
report-did-you-mean = There is no indicator “{ $word }”. Did you mean:
report-not-given = Your unit was not given { $name } and has not pledged on it. Register a pledge first.
report-no-lines = Your unit was given no indicator and has pledged on none. Register with /pledge.
report-line-gone = The indicator { $code } is no longer in the campaign. Type /pledges for those that are.
report-no-steps = { $code } is counted in steps, but the office has not entered your unit's steps. Ask the office.
report-too-early = The campaign begins on { $start }; no figures are taken yet. Send it again from that day on.
report-too-late = The campaign ended on { $end }; figures were taken until { $last }. To mend a figure, ask the office.
report-empty = There is no figure. Give the cumulative value, such as <code>{ $example }</code>
report-no-number = The report must begin with the figure; the note comes after it. Example: <code>{ $example }</code> note
report-malformed = “{ $text }” cannot be read as a number. Example: <code>{ $example }</code>
report-negative = A cumulative value cannot be negative. Give what was reached so far, such as <code>{ $example }</code>; to take something off, write <code>+-</code> before the number.
report-unclear = “{ $text }” can be read in more than one way. Write one number, such as <code>{ $example }</code>
report-wrong-measure = You wrote “{ $given }”, but this indicator is counted in { $expected }. Example: <code>{ $example }</code>
report-too-fine = The number has too many decimal places. Example: <code>{ $example }</code>
report-too-large = The number is too large. Check its unit; example: <code>{ $example }</code>
report-unread = “{ $text }” stands after the number. Write the number only, such as <code>{ $example }</code>
report-other-steps = You wrote out of { $of } steps, but your unit has { $steps }. Example: <code>1/{ $steps }</code>
report-no-such-step = The steps done are a whole number from 0 to { $steps }. Example: <code>1/{ $steps }</code>
report-fraction = This indicator is not counted in fractions. Give the value reached, such as <code>{ $example }</code>
report-correct-total = To mend a figure, give the right cumulative value, not an increment. Example: <code>{ $example }</code>
report-which-reading = { $name }: this number can be read in two ways. Choose the right one:
report-sure-line = Please look again at the figure for <b>{ $name }</b>:
report-sure-values = Last value: { $last } → new value: <b>{ $value }</b>
report-sure-increment = (an increment of { $increment })
report-sure-doubt = ❗ The new value { $doubt }.
report-sure-again = ❗ You have sent the same within the last { $minutes } minutes: { $number } at { $at }.
report-sure-replaces = If right, it is recorded as the correction of { $number } (not yet checked).
report-sure-question = If right, press the first button. If not, send another figure or press the second.
report-recorded = ✅ Recorded <b>{ $number }</b>: { $name }
report-recorded-correction = ✅ Recorded <b>{ $number }</b> in place of { $old }: { $name }
report-recorded-value = Cumulative value: <b>{ $value }</b> (before: { $last })
report-recorded-verifier = Awaits its check by: { $verifier }
report-recorded-note = Note: { $note }
report-recorded-evidence = Evidence with it: { $count }
report-add-evidence = Send a photo or file right now to add it as evidence to { $number }.
report-no-secrets = <i>No papers of citizens and no state secrets, please.</i>
report-button-score = See the score
report-button-pledge = Pledge { $code }
report-button-step = Step { $step } is done
report-button-no-change = No change
report-button-all-owed = All { $count } owed this week
report-figure-line = <b>{ $name }</b>
report-figure-last = Last value: <b>{ $last }</b>
report-figure-question = What is the cumulative value by now? Send it (a note may follow), such as <code>{ $example }</code>; a photo sent here is evidence.
report-figure-correct = What is the right figure? Send the cumulative value, such as <code>{ $example }</code>
report-step = { $mark } { $step }. { $name } (due { $due })
report-already-replaced = { $number } was replaced by { $newer }. Mend the newer one.
standing-pledged = Pledged: { $target }, due { $due }
standing-assigned = Assigned: { $target }
standing-done = Completed: { $done }
standing-not-pledged = No pledge has been approved here: the figure is recorded, but counts for the score only once one is. Register: /pledge { $code }
standing-on-pace = Pace: at or above what is due by today
standing-a-little-behind = Pace: a little behind, { $percent } of what is due by today
standing-behind = Pace: behind, { $percent } of what is due by today
standing-kept = The pledged level is held
standing-not-kept = Below the level to be held
standing-all-steps = All steps are done
standing-next-step = Next step: { $name }, due { $due }
standing-late-steps = Pace: { $count } steps are overdue
nochange-which-line = Which indicator has not changed this week?
nochange-again = You have just reported no change for { $name } ({ $number } at { $at }). Record it once more?
nochange-recorded = ✅ Recorded as unchanged:
nochange-recorded-line = <b>{ $number }</b> { $name}: still { $value }
nochange-none-owed = Your unit owes no report this week.
evidence-added = 📎 Evidence added to <b>{ $number }</b> ({ $name }); in all: { $count }.
evidence-kept = 📎 { $count } pieces of evidence kept for the figure you are reporting.
evidence-no-entry = You have reported no figure in the last { $minutes } minutes that this could belong to. Send the photo again with the caption <code>/update CODE FIGURE</code>, or report first and send the photo then.
evidence-checked = { $number } has been checked and takes no more evidence. For a new figure, send the photo with the caption <code>/update CODE FIGURE</code>.
evidence-known = { $number } has this evidence already.
plain-hint = Type /help to see what you can do.
plain-hint-unit = To report, type <code>/update CODE FIGURE</code>, or /update to be guided. For other things see /help.
plain-nothing-owed = Your unit owes no report this week, so it is not clear what this figure is for. Type <code>/update CODE FIGURE</code> to report.
plain-not-a-workbook = This file is not a campaign workbook (.xlsx). Type /import for a template.

## Checking
verify-usage = Write <code>/verify 17 ok</code>, <code>/verify 17 75.0 reason</code>, <code>/verify 17 return reason</code>; or /verify to see them one by one.
verify-no-entry = There is no entry { $number } in the campaign. Type /verify for those that wait.
verify-no-change = { $number } reports no change, which is not checked.
verify-already = { $number } has been checked. { $check }
verify-replaced = The unit has replaced { $number } by { $newer }: { $value }. Check the new figure.
verify-return-needs-reason = A return needs a reason, so that the unit knows what to mend: <code>/verify { $number } return papers missing</code>
verify-reason-as-text = Send the reason as text, or type /cancel to stop.
verify-ask-value = { $number } says { $reported }. What is the right value? Send it with the reason, such as <code>{ $example } by the treasury's books</code>
verify-ask-reason = { $number } says { $reported }, you confirm { $value }. Why does it differ? Send the reason for the unit.
verify-ask-return = Why is { $number } returned? Send the reason, so that the unit knows what to mend.
verify-rounded = The number has too many decimal places. Record { $value }?
verify-done-confirmed = ✅ { $number } ({ $unit }): confirmed { $value }.
verify-done-returned = ↩️ { $number } ({ $unit }): returned.
verify-queue-left = Waiting to be checked: { $count }
verify-queue-empty = Nothing waits for your check.
verify-queue-put-off = You have seen them all; { $count } are put off.
verify-card-title = <b>{ $number }</b> · <b>{ $unit }</b>{"\u000A"}{ $name }
verify-card-value = Reported: <b>{ $value }</b>
verify-card-by = By { $who }, { $at }
verify-card-confirmed = Last confirmed: { $value } ({ $number })
verify-card-none = Nothing confirmed yet; baseline: { $value }
verify-card-target = Target: { $value }
verify-card-step = Newest step done: { $step }. { $name } (due { $due })
verify-card-trajectory = Before: { $values }
verify-card-note = Note: { $note }
verify-card-doubt = ❗ The figure { $doubt } (its author confirmed it)
verify-card-evidence = Evidence: { $count }
verify-card-no-evidence = No evidence
verify-evidence = { $number } · { $unit } · evidence { $index }/{ $count }
verify-button-right = Right
verify-button-other = Another value
verify-button-return = Return
verify-button-later = Later
verify-button-evidence = See the evidence ({ $count })
verify-button-see = See { $number }
verify-button-queue = See the queue
verify-notice-other = { $by } confirmed another value for <b>{ $number }</b> ({ $name }).{"\u000A"}Reported: { $reported}; confirmed: <b>{ $value }</b>.{"\u000A"}Reason: { $reason }{"\u000A"}If you disagree, speak with { $by } and report the new figure with /update.
verify-notice-returned = { $by } returned <b>{ $number }</b> ({ $name }, reported: { $reported }).{"\u000A"}Reason: { $reason }{"\u000A"}The figure does not count. Report the right one with the button below or <code>/update { $code } FIGURE</code>.

## History
history-title = <b>{ $unit }</b>: the entries, newest first
history-title-line = <b>{ $unit }</b> · <b>{ $code }</b>: the entries, newest first
history-empty = No entry yet.
history-entry = <b>{ $number }</b> { $said}{"\u000A"}{ $at } · { $who }
history-corrects = Corrects { $number }
history-note = Note: { $note }
history-waiting = Awaits its check
history-replaced = Replaced by { $number }
history-button-older = Older ▶
history-usage = Write <code>/history THUE</code> (your own unit) or <code>/history AB THUE</code> (office, leaders, verifiers).
history-unknown = There is no indicator or unit “{ $word }”.
history-did-you-mean = There is no indicator or unit “{ $word }”. Did you mean “{ $near }”?
