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
steps-council = • Council: see the list of candidates (/commend); when a vote opens, the bot calls you to the secret ballot (/vote).
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
help-numbers = 5, 12 and 17 in the examples stand for the number that the bot gives to each thing (#5, #12, #17); the codes are real ones of this campaign.
help-job-office = The bot tells you what is new. Every day: /approve (pledges), /verify (figures, appeals), /obstacle (who is to answer). On Monday morning: /brief, /risks.
help-job-leader = On Monday morning the bot sends you the ranking and the brief. What waits for your decision is in /obstacle; give tasks with /direct.
help-job-verifier = When there are new figures, the bot tells you: open /verify, look at the evidence and press a button.
help-job-unit = At the start: pledge with /pledge. Every week: report on each indicator with /update, together with a photo or file as evidence; where nothing is new, /nochange. The bot reminds you in time.
help-job-council = When the office opens a vote, the bot tells you: vote in secret with /vote. The list and the minutes of the vote are in /commend.
help-job-observer = You can read the ranking, the badges and the published candidates for commendation.
help-group-work = <b>Your work</b>
help-group-figures = <b>Figures</b>
help-group-tasks = <b>Tasks and commendations</b>
help-group-running = <b>Running the campaign</b>
help-group-own = <b>Your own</b>
help-advice = ·  { $advice }
help-note = – { $note }
help-line = /{ $command } · { $description }
help-example = ·  <code>{ $example }</code>
help-link = In a group: /{ $command } (binds the group as a public board)
example-pledge = /{ $command } { $indicator } 120 { $date }
example-update = /{ $command } { $indicator } 76.7 note
example-update-steps = /{ $command } { $indicator } 76.7 · /{ $command } { $steps } 2/3 (2 of 3 steps done)
example-ranking = /{ $command } week 3
example-approve = /{ $command } 17 ok (approve) · /{ $command } 17 return reason · /{ $command } all (those that reach what was assigned)
example-verify = /{ $command } 17 ok (the figure is right) · /{ $command } 17 75.0 reason (another figure) · /{ $command } 17 return reason
example-verify-office = /{ $command } 17 ok (the figure is right) · /{ $command } appeals (decide on appeals) · /{ $command } draw 5 (draw 5 figures for a second look)
example-invite = /{ $command } unit_lead { $unit } Nguyễn Văn A · /{ $command } all (everybody in the workbook) · /{ $command } revoke (take invitations back) · /{ $command } handover { $unit } (somebody else goes on)
example-excuse = /{ $command } { $unit } week 3 reason · /{ $command } all week 3-4 reason (all units)
example-brief = /{ $command } month
cancel-nothing = There is nothing you are in the middle of.
cancelled = Dropped. Nothing was recorded.
unknown-command-near = There is no such command. Did you mean <b>/{ $near }</b>?
unknown-command = There is no such command. Type /{ $help } to see what you can do.
language-ask = Which language should the bot speak?
language-unknown = The bot does not speak “{ $typed }” yet. Choose one of these:

## Invitations
role-code = { $name }: <code>{ $code }</code>
role-near = There is no role <b>{ $typed }</b>. Did you mean { $near }?
role-unknown = There is no role <b>{ $typed }</b>. The roles, with the code to write:
    { $roles }
    For example: <code>/invite unit_lead AB Nguyễn Văn A</code>. Or type /invite and choose by button.
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

## Obstacles and directives
asking-empty = There are no words. Please say it plainly, for example: <i>no site yet in lane 12, the district has to step in</i>.
asking-too-long = That is { $length } characters, at most { $most } fit. Please say it more briefly; send details as a photo or file.
asking-not-a-date = “{ $typed }” is no date. Please write it like <code>10/10/2022</code> or <code>10/10</code>.
asking-no-such-day = There is no day <b>{ $typed }</b>. Please write the right date.
asking-outside = { $date } lies outside the campaign ({ $start } – { $end }). Please choose a day of the campaign.
asking-past = { $date } is past; today is { $today }. Please choose today or later.
asking-evidence = { $about } · evidence { $index }/{ $count }
asking-enough-evidence = { $most } pieces of evidence are enough. Please send the words, or press a button to go on.
asking-kept = 📎 Evidence with it: { $count }
asking-photo-now = Send photos or files now, if there are any, then press the first button.
evidence-of-what = You have just written of an obstacle or a directive, so that it is not clear what this photo belongs to. For report { $number } send it again with the caption <code>/update CODE FIGURE</code>. Photos of obstacles and directives are sent with the command as their caption.
asking-again = ❗ You sent exactly this within the last { $minutes } minutes. Record it once more?
asking-button-evidence = See the evidence ({ $count })
asking-button-see = See { $number }
asking-button-list = The list
obstacle-leaders = the leaders
obstacle-unassigned = <b>put to nobody</b> yet
obstacle-awaits = waits for { $whom }
obstacle-awaits-leaders = <b>waits for the leaders to decide</b>
obstacle-due = { $waits }, by { $due }
obstacle-overdue = { $waits }, <b>answer overdue</b> by { $days } days (date { $due })
obstacle-answered = { $whom } answered, the unit has to close it
obstacle-answered-unasked = answered, the unit has to close it
obstacle-by = , answer by { $due }
obstacle-usage = It is not clear what to do with obstacle { $number }. You can write: <code>/obstacle { $number } assign CCT 10/10/2022</code>, <code>/obstacle { $number } assign leaders</code>, <code>/obstacle { $number } answer words</code>, <code>/obstacle { $number } done</code>.
obstacle-unknown = There is no obstacle { $number } that is yours to see. Type /obstacle for the list.
obstacle-closed = Obstacle { $number } was closed at { $at }. If something still stands in the way, raise a new one.
obstacle-over = The campaign ended on { $end }; no new obstacle can be raised.
obstacle-not-given = The unit neither was given nor pledged indicator { $code }. Raise it on an indicator of your own; type /obstacle to choose.
obstacle-ask-line = On which indicator is the obstacle?
obstacle-ask-text = <b>{ $name }</b>
    What stands in the way, and who has to remove it? Send the words; a photo sent here is evidence.
obstacle-sure = An obstacle on <b>{ $name }</b>:
    “{ $text }”
obstacle-raised = Recorded obstacle <b>{ $number }</b>: { $name }
obstacle-raised-next = The office has been told and will put it to somebody. Once it is out of the way, type <code>/obstacle { $number } done</code>.
obstacle-notice-raised = New obstacle <b>{ $number }</b> of <b>{ $unit }</b>, { $name }:
    “{ $text }”
obstacle-card-title = <b>{ $number } · { $unit }</b>
    { $name }
obstacle-card-text = “{ $text }”
obstacle-card-raised = Raised by { $who }, { $at } ({ $age })
obstacle-age-today = today
obstacle-age = { $days } days ago
obstacle-card-earlier = … { $count } earlier answers
obstacle-card-answer = ↪️ { $who }, { $at }: “{ $text }”
obstacle-card-closed = ✅ closed at { $at }
obstacle-card-status = State: { $status }
obstacle-list = <b>Obstacles</b>: { $count } not closed, { $waiting } wait for you (🔸).
obstacle-list-empty = <b>Obstacles</b>: none is open.
obstacle-list-hint = In one line: <code>/obstacle CODE words</code>
obstacle-button-raise = Raise a new obstacle
obstacle-button-assign = Put it to somebody
obstacle-button-reassign = Put it to another
obstacle-button-answer = Answer
obstacle-button-close = It is out of the way
obstacle-button-no-date = No date
obstacle-ask-whom = To whom is <b>{ $number }</b> of { $unit } put?
    “{ $text }”
    Choose, or type the code of a unit.
obstacle-ask-when = <b>{ $number }</b> to { $whom }: by which day is an answer asked? Choose, or type a date (not after { $end }).
obstacle-ask-again = <b>{ $number }</b> now: { $status }.
    Put it to <b>{ $whom }</b>{ $when }?
obstacle-moved = ❗ This obstacle has just changed. Please look again before you put it to somebody:
obstacle-same = Obstacle { $number } is already put to { $whom } with that very date.
obstacle-own-unit = { $unit } raised the obstacle. Put it to another unit or to the leaders.
obstacle-put = <b>{ $number }</b> ({ $unit }) is put to <b>{ $whom }</b>{ $when }. Everyone concerned has been told.
obstacle-nobody-there = ❗ Nobody of { $whom } has joined the bot. Please tell them yourself, or invite them with /invite.
obstacle-notice-asked = You are asked to solve obstacle <b>{ $number }</b> of <b>{ $unit }</b>{ $when }:
    “{ $text }”
obstacle-notice-put = Obstacle <b>{ $number }</b> is put to <b>{ $whom }</b>{ $when }.
obstacle-notice-relieved = Obstacle <b>{ $number }</b> is put to somebody else; you need not answer it any more.
obstacle-nobody-asked = Obstacle { $number } is put to nobody yet and cannot be answered. The office assigns it first.
obstacle-not-asked = Obstacle { $number } is put to { $whom }; only whoever is asked answers.
obstacle-answered-already = Obstacle { $number } was answered at { $at }. To add an answer, ask the office to put it to you again.
obstacle-ask-answer = The answer to <b>{ $number }</b> of { $unit }:
    “{ $text }”
    Send the words; a photo sent here is evidence.
obstacle-answer-kept = Recorded the answer to <b>{ $number }</b>; { $unit } and the office have been told.
obstacle-notice-answered = <b>{ $whom }</b> answered obstacle <b>{ $number }</b>:
    “{ $text }”
obstacle-notice-close = If it is out of the way, type <code>/obstacle { $number } done</code>.
obstacle-unit-closes = Obstacle { $number } was raised by { $unit }; only that unit closes it.
obstacle-ask-close = <b>{ $number }</b> “{ $text }”
    State: { $status }.
    Is it really out of the way? Once closed it is not opened again.
obstacle-close-kept = Closed obstacle <b>{ $number }</b>.
obstacle-notice-closed = { $unit } closed obstacle <b>{ $number }</b>.
directive-usage = It is not clear what to do with directive { $number }. The unit writes: <code>/direct { $number } ack</code>, <code>/direct { $number } done words</code>. Whoever gave it writes: <code>/direct { $number } close</code>, <code>/direct { $number } return reason</code>, <code>/direct { $number } withdraw reason</code>.
directive-how = Please write the unit, the date, then the words. For example: <code>/direct AB 05/10/2022 words</code>, <code>/direct AB,AD 05/10/2022 words</code>, <code>/direct all 05/10/2022 words</code>.
directive-date-first = The date comes after the unit's code, but “{ $typed }” is none. For example: <code>/direct AB 05/10/2022 words</code>; put commas between several units.
directive-over = The campaign ended on { $end }; no new directive can be given.
directive-unknown = There is no directive { $number } that is yours to see. Type /direct for the list.
directive-closed = Directive { $number } was closed at { $at }.
directive-withdrawn = Directive { $number } was withdrawn at { $at }.
directive-ask-units = To which units? Chosen: { $count }. Press to choose or drop one, or type codes: <code>AB, AD</code>.
directive-ask-when = To <b>{ $whom }</b>. By which day is it to be done? Choose, or type a date (not after { $end }).
directive-ask-text = To <b>{ $whom }</b>, by { $due }. What is to be done?
directive-sure = <b>Give this to { $count } units?</b>
    { $whom }
    By: { $due }
    “{ $text }”
directive-in-all = ({ $count } units in all)
directive-given = Given <b>{ $list }</b>, by { $due }:
    “{ $text }”
directive-unheard = ❗ Nobody has joined the bot at: { $units }. Please tell them yourself.
directive-notice = Directive <b>{ $number }</b> from { $giver }, by <b>{ $due }</b>:
    “{ $text }”
directive-button-give = Give a new directive
directive-button-all = Choose all
directive-button-chosen = Go on with { $count } units ▸
directive-button-acknowledge = I have read it
directive-button-report = Report it done
directive-button-close = Close it
directive-button-send-back = Send back
directive-button-withdraw = Withdraw
directive-done-already = Directive { $number } was reported done at { $at } and waits for whoever gave it.
directive-acknowledged-already = Directive { $number } was acknowledged at { $at }. Once it is done, type <code>/direct { $number } done words</code>.
directive-acknowledge-kept = Acknowledged <b>{ $number }</b>; whoever gave it has been told.
directive-notice-acknowledged = { $unit } has read directive <b>{ $number }</b>.
directive-ask-report = <b>{ $number }</b> “{ $text }”
    What was done? Send the words; a photo sent here is evidence.
directive-report-kept = Recorded the report of <b>{ $number }</b>; whoever gave it has been told.
directive-notice-done = { $unit } reports directive <b>{ $number }</b> done:
    “{ $text }”
    Evidence: { $count }
directive-not-done = The unit has not reported directive { $number } done, or the report was sent back. If it is not needed any more: <code>/direct { $number } withdraw reason</code>.
directive-close-kept = Closed directive <b>{ $number }</b> ({ $unit }).
directive-notice-closed = The report of directive <b>{ $number }</b> was accepted; it is closed.
directive-ask-reason = Why is the report of <b>{ $number }</b> sent back? Send the reason, so that the unit knows what is missing. The date is { $due }; to change it, write the new date before the reason.
directive-notice-sent-back = The report of directive <b>{ $number }</b> was sent back, by { $due }.
    Reason: { $reason }
directive-send-back-kept = Sent back the report of <b>{ $number }</b> ({ $unit }), by { $due }.
    Reason: { $reason }
directive-not-withdrawn = The unit has reported directive { $number } done, so that it is not withdrawn any more. Close it or send it back.
directive-ask-withdraw = Why is <b>{ $number }</b> “{ $text }” withdrawn? Send the reason.
directive-notice-withdrawn = Directive <b>{ $number }</b> was withdrawn; you need not do it any more.
    Reason: { $reason }
directive-withdraw-kept = Withdrew directive <b>{ $number }</b> ({ $unit }).
directive-card-title = <b>Directive { $number } · { $unit }</b>
directive-card-given = Given by { $who } at { $at }, by { $due }
directive-card-report = ↪️ { $who }, { $at }: “{ $text }”
directive-card-sent-back = ↩️ { $who } sent it back, { $at }: “{ $text }”
directive-status-given = not acknowledged yet, { $when }
directive-status-begun = under way, { $when }
directive-status-done = reported done at { $at }, waits for whoever gave it
directive-status-closed = ✅ closed at { $at }
directive-status-withdrawn = withdrawn at { $at }
directive-list = <b>Directives</b>: { $count } not closed, { $overdue } overdue (❗), { $done } reported done (✅).
directive-list-empty = <b>Directives</b>: none is open.
directive-list-hint = In one line: <code>/direct AB 05/10/2022 words</code>
risks-directives = Directives overdue
risks-directive-line = • { $number } { $unit }: { $text } – overdue by { $days } days (date { $due })
calls-directives = Directives:
calls-answers = Obstacles that wait for an answer:
calls-assign = Obstacles put to nobody:
calls-reports = Weekly reports that are missing:
calls-pledge = • { $indicator } ({ $unit }): { $when }
calls-report = • { $indicator } ({ $unit }): no report for week { $week }, date { $due }
calls-answer = • { $number } { $unit }: { $text } – { $asked }, { $when }
calls-unassigned = • { $number } { $unit }: { $text } – to be put to somebody by { $due }
calls-directive = • { $number } { $unit }: { $text } – { $when }
calls-leaders = These have been late for long; they are brought to the leaders for a word.
calls-answer-hint = Press a button below to open and answer.
calls-before = by { $due }, { $days } days left
calls-today = <b>due today</b> ({ $due })
calls-after = <b>overdue by { $days } days</b> (date { $due })
calls-open-obstacles = Obstacles
calls-open-directives = Directives

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

## The office's daily work
refused-others = This is done by: { $who }; it is not among your tasks. { $instead }
refused-own-unit = This is done by: { $who }, but nobody does it for a unit of their own; leave it to somebody else, or ask the office.
refused-of-unit = { $roles } of that unit itself
refused-members = those who take part in the campaign
refused-instead-own-unit = You do this for your own unit (/pledges, /why); the public table: /ranking
refused-instead-office = If you need it, ask the campaign office; type /help to see what you can do.
refused-instead-help = Type /help to see what you can do.
refused-before = The campaign begins on { $start }; this can be done from that day on.
refused-running = The campaign runs until the end of { $end }; this can be done after that day.
refused-after = The campaign ended on { $end }, so this can no longer be done. You can still look: /ranking, /history
refused-archived = The campaign is archived and for reading only: /ranking, /history. To change something the office reopens it with /import reopen
group-anonymous = You are writing in the name of the group, so the bot does not know who asks. Switch off “Remain anonymous” (Manage group → Administrators) and type the command again, or do it in a private chat with the bot.
group-not-linked = This group is not a board; there is nothing to undo.
group-unlinked = Done: this group is no longer a board and gets no more posts. To bind it again: /{ $link }
status-title = 📌 <b>{ $campaign }</b>
status-before = Begins on { $start } and lasts { $days } days.
status-day = { $today }: day <b>{ $day } of { $days }</b>
status-over = Ended on { $end }; being summed up.
status-archived = Ended on { $end } and archived.
status-deadline = Next deadline for reports: <b>{ $next }</b>
status-posted = Last public table: week { $week }, posted on { $on } (again: /ranking)
status-none-posted = No public table posted yet.
status-private = To pledge, report and see your own unit's figures: write to the bot in private.
status-ended = This group is no longer a board of the campaign.
board-lost = The bot can no longer post in the group <b>{ $title }</b> (it was removed or muted, or the topic was deleted). What was waiting to be posted there is dropped and not tried again. To use it again: add the bot to the group, let it write, and type /link in the group.
board-pin = The bot has posted its status message in the group <b>{ $title }</b> but may not pin it. To let it: Manage group → Administrators, add the bot with the right “Pin messages”, then type /link in the group. Without the pin everything else works all the same.
paper-preparing = ⏳ Preparing the file, one moment…
export-done = ✅ The campaign's workbook is right below.
export-caption = <b>{ $campaign }</b>: the definition, every week's ranking, pledges and reports. It holds internal figures; pass it on only to those in charge.
announce-ask-text = What is to be announced? Type it; the bot shows it and lets you choose the receivers before anything is sent.
announce-text-only = An announcement is a text. Type it, or /cancel to stop.
announce-too-long = The announcement is longer than { $limit } characters. Shorten it and send it again, or make two of it.
announce-preview = <i>The receivers will see:</i>
announce-letter = 📢 <b>Announcement of { $host }</b>
    { $text }
announce-choose = To whom? Press to choose, press again to leave out. To change the text, type it again.
announce-reach = It goes to <b>{ $people }</b> people (one message each) and <b>{ $groups }</b> groups. Nothing is sent at night; it waits for the morning. Press “Confirm” to send.
announce-again = ❗ Exactly this was sent to exactly these people within the last { $minutes } minutes. Press again if you mean it.
announce-everyone = Everybody
announce-groups = The bound groups
announce-sending = 📤 Sending the announcement…
announce-waits = 🌙 The announcement waits for the end of the quiet hours and goes on at { $at }.
announce-done = ✅ The announcement has been sent.
announce-counts = Sent: { $sent } · waiting: { $waiting } · could not be reached: { $lost }
invite-revoked = This invitation was taken back or replaced by a new one. Use the newest link, or ask the office for one.
invite-all-ask = Invite the <b>{ $count }</b> people of the list (sheet Nguoi, { $listed } rows) who have not joined, of { $units } units?
invite-all-role = • { $role }: { $count }
invite-all-note = A link each, used once, valid for 14 days. Older links of the same person are taken back. The bot also sends a sheet to print, with QR codes.
invite-all-unlisted = The campaign's workbook lists nobody on the sheet Nguoi. Add them and send the workbook again, or invite one by one with /invite
invite-all-joined = All { $count } people of the list have joined. To invite others: /invite
invite-all-done = ✅ Made <b>{ $count }</b> invitations, used once each, valid until { $until }. The list by units and the sheet follow. To take back: <code>/invite revoke</code>
invite-all-caption = { $count } invitations to print: cut the rows and give each to the right person. Whoever has a link can join, so do not pass on the whole file.
invite-open = <b>{ $count }</b> invitations are open. Press the one to take back.
invite-open-none = No invitation is open.
invite-nameless = (no name)
invite-revoke-all = Take back all { $count } invitations
invite-revoke-ask = Take back all <b>{ $count }</b> open invitations? Whoever has the links can no longer join.
invite-revoked-one = ✅ The invitation of <b>{ $name }</b> ({ $whom }) is taken back.
invite-revoked-not = This invitation has just been used or was taken back before.
invite-revoked-all = ✅ { $count } invitations are taken back. To invite again: /{ $invite }
sheet-unit = Unit
sheet-name = Name
sheet-post = Post
sheet-role = Role
sheet-link = Invitation (used once)
sheet-qr = QR code
handover-ask-unit = Hand-over in which unit? Choose, or type the unit's code.
handover-no-unit = Outside every unit
handover-nobody = Nobody takes part for <b>{ $unit }</b>, so there is nothing to hand over. To invite: /invite
handover-ask-who = Who gives up their task in <b>{ $unit }</b>?
handover-sure = End the role <b>{ $whom }</b> of <b>{ $name }</b>?
handover-note = What they recorded keeps its author. They are told, and the successor gets a list of what is open.
handover-gone = This role has just ended.
handover-told = The office has ended your role <b>{ $whom }</b> to hand it over. What you recorded stays. If this is wrong, ask the office.
handover-ask-name = It has ended. Invite the successor as <b>{ $whom }</b>: what is the name? Type it, with the post after a comma if you like; if there is nobody yet, /cancel and invite later.
handover-taken = <b>Handed over by { $name }, { $unit }.</b> What is open:
open-owed = • { $count } reports of this week not sent: { $codes } (/update)
open-waiting = • { $count } pledges wait for approval (/pledges)
open-returned = • { $count } pledges were returned and need a new one (/pledge)
open-unchecked = • { $count } figures wait to be verified (/history)
open-obstacles = • { $count } obstacles are not closed (/obstacle)
open-directives = • { $count } directives are not done (/direct)
open-nothing = • Nothing is open.
button-leave = Leave this campaign
leave-ask = <b>Leave { $campaign }?</b>
    { $roles }
    These roles end; what you recorded stays. To take part again you must be invited anew. The office is told, so that it can invite somebody in your place.
leave-last-office = <b>{ $campaign }</b> has only one office member, so this role cannot end yet: nobody could run it. Invite another first: <code>/{ $invite } office Name</code>
left = You have left <b>{ $campaign }</b>. Thank you. Your data: /{ $me }
left-notice = <b>{ $name }</b> has left the campaign ({ $units }). To invite somebody in their place: /{ $invite }
button-campaign-archived = Look at: { $name } (archived)
excuse-all-reason = Why are all units excused from { $week }? Type the reason.
excuse-all-ask = Excuse <b>all { $units } units</b> from the reports of { $week }?
    Reason: { $reason }
excused-all = { $count } units are excused from the reports of { $week }. They have been told.
    Reason: { $reason }
excuse-all-own = Your own unit ({ $units }) is left out: another member of the office decides on it.
weeks-label = weeks { $from } to { $until } ({ $monday } – { $sunday })
next-done = ✅ The workbook of the next campaign is right below.
next-caption = The next campaign: the same units, clusters, indicators and people; a new code and dates; baselines are the figures last confirmed; no targets yet. Mend the dates, fill in the column giao, look over steps and holidays, and send the file here.
archive-already = This campaign is archived already. To reopen it: <code>/import reopen</code>
reopen-already = This campaign is not archived.
archive-too-early = The last week is not closed yet (it closes on { $closing }), so the campaign cannot be archived. Do it after that day.
archive-while-voting = The council is voting, so the campaign cannot be archived. Do it once the vote is closed ({ $closes }), or close it early once there are enough ballots: <code>/commend close</code>
archive-ask = Archive <b>{ $campaign }</b>? From then on it is for reading only: no reminders, nothing recorded. It can be reopened.
reopen-ask = Reopen <b>{ $campaign }</b> to go on recording (checks, corrections, commendations)?
archived = ✅ <b>{ $campaign }</b> is archived. All figures can still be read. The next campaign: <code>/import next</code>
reopened = ✅ <b>{ $campaign }</b> is open again.
import-archived = The campaign with this code is archived and can no longer be changed. For a new campaign change the code in the row <code>ma</code>; to change the old one reopen it first: <code>/import reopen</code>
unit-renamed = Unit { $code } is renamed: <b>{ $from }</b> → <b>{ $to }</b>. Code, people, pledges and history stay.
unit-gone = Unit { $code } <b>{ $name }</b> leaves the campaign: from now on it is not in the ranking and owes no reports; tables of closed weeks stay. Its { $people } people and { $entries } reports can still be read (/history { $code }); invite the people into the new unit with /invite.
unit-new = New unit { $code } <b>{ $name }</b>: it has no people yet; invite them with /invite once confirmed.
unit-gone-notice = The unit <b>{ $name }</b> is no longer in the campaign (merged or split). What was recorded can still be read with /history. Wait for the office to invite you into the new unit.
unit-renamed-notice = The unit <b>{ $from }</b> is now called <b>{ $to }</b>. Pledges and figures stay; there is nothing to do.
unit-invite = People are to be invited into the new units: <b>{ $codes }</b>. Use /invite, or /invite all if they stand on the sheet Nguoi.
unit-rehome = The people of the units that are gone ({ $codes }) are to be invited into the units that take over: /invite
retention-notice = <b>{ $campaign }</b>: names, posts and accounts of those who took part are kept until the end of { $last }; then the bot removes them. Figures, rankings and history stay. To keep the list, export it before: /export. Whoever takes part in another campaign is not affected.
phase-launch-office = Office: invite everybody (/invite all), approve pledges (/approve).
phase-launch-leader = Leaders: every Monday morning the bot sends the ranking and the brief; at any time: /brief, /risks
phase-launch-verifier = Verifiers: the figures to check come to you in a queue: /verify
phase-launch-unit = Units: pledge on everything assigned this week (/pledge); reports begin next week.
phase-midpoint-office = Office: settle the figures of the interim review, press where it is slow (/risks), export (/export).
phase-midpoint-leader = Leaders: the brief of the interim review (/brief) and what asks for a decision (/risks).
phase-midpoint-verifier = Verifiers: please clear the queue before the interim review (/verify).
phase-midpoint-unit = Units: see where points are lost (/why); raise obstacles before a pledge is due (/obstacle).
phase-sprint-office = Office: the public table is frozen for the last seven days; only leaders and the office see it whole.
phase-sprint-leader = Leaders: pledges that will hardly be met, and where help is needed: /risks
phase-sprint-verifier = Verifiers: many figures come in the last days; please check them the same day (/verify).
phase-sprint-unit = Units: what is missing stands in /pledges; report on time to the last week.
phase-end-office = Office: consider commendations (/commend), keep an export (/export); then archive and prepare the next campaign.
phase-end-leader = Leaders: the result of the campaign (/ranking, /brief), the list for commendation (/commend).
phase-end-verifier = Verifiers: please check what still waits (/verify).
phase-end-unit = Units: your result and why: /why; nominate collectives and people: /nominate
button-next-campaign = Prepare the next campaign
button-archive = Archive this campaign
example-obstacle = /{ $command } { $indicator } what stands in the way · /{ $command } 5 done (it is solved)
example-obstacle-office = /{ $command } 5 assign { $unit } { $date } (to a unit) · /{ $command } 5 assign leaders (ask the leaders)
example-obstacle-answer = /{ $command } 5 answer text
example-direct = /{ $command } { $unit } { $date } what to do
example-direct-unit = /{ $command } 12 done what was done
example-commend = /{ $command } publish (the list) · /{ $command } open (the vote) · /{ $command } close (the vote)
example-adjust = /{ $command } { $unit } +2 reason (another office member confirms)
example-false = /{ $command } 17 reason (another office member confirms)
example-badges = /{ $command } choose (the example of the week) · /{ $command } revoke 9 reason
example-announce = /{ $command } Briefing on Monday at 8
example-import = send the .xlsx here · /{ $command } (the template) · /{ $command } next (the next campaign) · /{ $command } archive (a campaign that is over)
example-me = /{ $command } data (my data) · /{ $command } leave (leave the campaign) · /{ $command } erase (erase my data)

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
pledge-all-done = Every assigned indicator is pledged or waiting for approval. To change the figure or the date of a pledge, press it, or type <code>/pledge CODE figure date</code>. The old pledge stays in force until the new one is approved.
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
card-own-unit = This is a pledge of your own unit: another member of the office decides on it.
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
approve-all-own = { $count } of the others are pledges of your own unit: another member of the office decides on them.
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
import-error-not-share = { $given } is not a share of a whole; write it as the text 2/3 or 75%
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
board-own-gap = { $gap } points to place { $next }.
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

## Pictures
picture-week = Table of week { $week }
picture-day = Day { $day }/{ $days } of the campaign
picture-ended = The campaign is over ({ $days } days)
picture-closed = Closed at { $at }
picture-page = Page { $page }/{ $pages }
picture-unit = Unit
picture-results = Results
picture-discipline = Reports
picture-accuracy = Accuracy
picture-extra = +/−
picture-total = Total
picture-legend = { $name } (at most { $most })
picture-digest = digest { $digest }
picture-caption = <b>Table of week { $week }</b> · { $campaign }. The picture shows the table of the text message right below.
picture-caption-album = <b>Table of week { $week }</b> · { $campaign }: { $count } pictures. They show the figures of the text messages right below.

## Pictures of the weeks and of the indicators
picture-race = Places over the weeks
picture-race-weeks = Closed tables of weeks { $first } to { $last }
picture-race-week = Week
picture-race-note = Thick lines: the units that lead and the one that won most places. The number in a circle is the place of the week; units that share a place stand next to each other.
picture-race-note-member = The weeks in which a unit was in the public part of the table; in private your own unit as well. The number in a circle is the place of the week.
picture-multiples = Indicators by unit
picture-multiples-at = Confirmed as of { $at }, % of the target
picture-multiples-above = Above { $threshold }%
picture-multiples-below = Not above { $threshold }%
picture-multiples-threshold = Threshold { $threshold }%
picture-multiples-more = The picture has no room for every indicator; the brief in words has them all.
picture-button = 🖼 Picture
picture-asked-drawing = ⏳ Drawing, one moment…
picture-asked-done = ✅ The pictures follow ({ $count }).
picture-asked-none = There is nothing to draw yet. For the words, type /ranking or /brief.
picture-asked-table = The table and the places over the weeks
picture-asked-brief = Indicators by unit, the figures of the brief

## The board on the web

web-title = Ranking · { $campaign }
web-skip = To the content
web-lost = The connection is lost; trying again. The page shows what it last heard.
web-more = Other ways to look
web-wall = For a projector
web-nothing = There is no campaign at this address
web-nothing-more = Please check the address or ask the campaign office.
web-day = Day <b>{ $day }/{ $days }</b>
web-left = <b>{ $left }</b> days to go, until the end of { $end }
web-participants = { $count } units take part, in the order of the alphabet:
web-together = What all have reached
web-above = { $above }/{ $total } units above { $threshold }%
web-praised = Praised this week
web-door = For the leaders
web-door-how = This page opens by a link of one's own that works once: in the chat with the bot type /brief and choose “Open on the web”.
web-to-board = The public board
web-enter = To the leaders' pages
web-enter-how = This link works once, for you alone. The session lasts 12 hours on this machine.
web-enter-button = Enter
web-stale = The link has been used or has expired
web-pages = Pages
web-leave = Leave on all machines
web-no-unit = There is no such unit in the campaign
web-leaders-title = Leaders' table · { $campaign }
web-place = Place
web-entries = The latest reports
web-corrects = (a correction)

## The way to the leaders' pages

browser-button = Open on the web
browser-button-open = Open the leaders' pages
browser-link = The leaders' pages (the whole table, every unit, the brief), kept up to date:
    { $link }

    The link opens once within { $minutes } minutes; please do not pass it on.
browser-none = The bot's web server has no address. Please ask the administrator to set THIDUA_WEB_URL.

## Cards of units
unit-card-as-of = As of { $date }; last change { $last }
unit-card-as-of-nothing = As of { $date }; the unit has no figures yet
unit-card-not-begun = A campaign of { $days } days, not begun
unit-card-points = points
unit-card-results = K – Results
unit-card-discipline = N – Reporting discipline
unit-card-accuracy = S – True figures
unit-card-accuracy-few = S – True figures (too few checks)
unit-card-bonus = Bonus
unit-card-penalty = Taken off
unit-card-up = { $count } up
unit-card-down = { $count } down
unit-card-pledges = Pledges: { $kept }/{ $count } on pace
unit-card-no-pledges = The unit has neither assignments nor pledges yet
unit-card-kept = On pace: { $pace }
unit-card-behind = Behind: { $pace }
unit-card-target = Target { $target }, due { $due }
unit-card-target-steps = Target { $count } steps, due { $due }
unit-card-target-level = Hold { $level } every week until { $due }
unit-card-steps = { $done }/{ $all } steps
unit-card-pace = { $completion } done, { $expected } required by now
unit-card-weight = Weight { $weight }, { $points } points
unit-card-no-pledge = Not pledged
unit-card-not-pledged = Assigned without an approved pledge; weight { $weight }, { $points } points
unit-card-left-not-pledged = Counts as 0 from day { $day } if still not pledged
unit-card-left-no-target = No target yet, not counted
unit-card-left-nothing-due = No step is due yet, not counted
unit-card-left-no-week = No week is closed yet, not counted
unit-card-more-badges = and { $count } more badges
unit-card-legend-checked = checked
unit-card-legend-unchecked = not checked yet
unit-card-legend-due = required
unit-card-legend-target = target
unit-card-legend-today = today
unit-card-caption = <b>Score card of { $unit }</b>. { $day }: { $total } points (results { $results }, discipline { $discipline }, figures { $accuracy }); { $kept }/{ $count } pledges on pace.
unit-card-caption-page = Score card of { $unit }, page { $page }/{ $pages }.
unit-card-open = { $value } is not checked yet, its gain counts { $share }
unit-card-foot = { $day } · as of { $date }

## Pictures of moments
celebration-title = Pledge completed
celebration-steps = All steps of the pledge done, due { $due }
celebration-ahead = { $days } days early
celebration-day = Day { $day }/{ $days }, { $date }
celebration-told = 🎯 <b>{ $unit }</b> has completed its pledge <b>{ $indicator }</b>: { $value }, checked.
celebration-told-ahead = 🎯 <b>{ $unit }</b> has completed its pledge <b>{ $indicator }</b> { $days } days early: { $value }, checked.
celebration-no-reports = From now on the unit owes no weekly report on this indicator.
celebration-over = What goes beyond, once checked, may still earn bonus points (section 7).
celebration-caption = A picture for { $unit }, which completed its pledge { $indicator }.
opening-launch = LAUNCH
opening-midpoint = INTERIM REVIEW
opening-sprint = FINAL SPRINT
opening-end = CLOSING
opening-day = Day
opening-units = units
opening-assigned = assigned targets
opening-pledges = approved pledges
opening-done = pledges completed
opening-next-launch = Next: pledge within this week; interim review on { $date }.
opening-next-midpoint = Next: the sprint from { $date }, the end on { $end }.
opening-next-sprint = Next: the public table stands still from { $date }, the end on { $end }.
opening-next-end = Next: finish evidence and checks, then commendation.
opening-foot = Campaign from { $start } to { $end } · { $date }
opening-caption = Picture of an announcement of <b>{ $campaign }</b>. The same in words right below.

## Drafts of certificates
certificate-draft = DRAFT – without effect until commendation is decided
certificate-title = CERTIFICATE OF MERIT
certificate-what = For achievements in { $campaign }
certificate-number = No.: …………/QĐ-…………
certificate-place = ………………, date … month … year …
certificate-blank = (Signature, seal, full name)
certificate-leader = first in { $cluster } with { $total } points
certificate-over = beyond the target of { $indicator }: { $confirmed } (pledged { $target })
certificate-improved = most improved since day { $day }, with { $total } points
certificate-more = The dossier holds { $count } more drafts of certificates; export all of them with candidates --docx.

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

## Forecasts
forecast-line = at the present pace: { $share }% done by { $due } (about { $low }–{ $high }%)
forecast-line-few = at the pace since the start: { $share }% done by { $due } (too few figures to say more surely)
forecast-pledge = 📈 Forecast (not scored) { $forecast }
forecast-brief-missing = Pledges that will hardly be met in time at the present pace: { $count }.
forecast-brief-unreported = Pledges never reported on: { $count }.

## Honours
badge-leader = First in the cluster
badge-leader-weeks = First in the cluster for { $weeks } weeks
badge-leap = Leap of the week
badge-beyond = Beyond the target ({ $indicator })
badge-early = Early finish ({ $indicator })
badge-unblocked = Obstacle solved
badge-true = True figures
badge-on-time = On time for { $weeks } weeks
badge-kind-beyond = Beyond the target
badge-kind-early = Early finish
badge-kind-on-time = On time
ground-weeks = week { $weeks }
ground-pledge = pledge { $numbers }
ground-entry = report { $numbers }
ground-obstacle = obstacle { $numbers }
landmark-units = 🎯 Reached together: { $indicator } – { $above } of { $total } units above { $threshold }%
landmark-plan = 🎯 Reached together: { $indicator } – { $percent }% of the assigned plan
honours-title = <b>Badges of { $unit }</b>
honours-none = No badges yet. They are judged at each weekly closing, on verified figures only.
honours-line = 🏅 { $number } <b>{ $badge }</b>, week { $week }: { $grounds }
honours-line-revoked = ▫️ { $number } { $badge }, week { $week }: taken back. Reason: { $reason }
honours-streak = Weeks on time in a row: <b>{ $weeks }</b>.
honours-streak-none = Weeks on time in a row: they begin with the first week in which every report due comes before Friday 17:00.
honours-streak-anew = Weeks on time in a row: begin again with this week. Badges stay, and nothing is taken off.
honours-streak-forgiven = Week { $week } was not on time and has been passed over, the run goes on (once in 30 days).
honours-near = Near:
honours-near-on-time = • { $left } more weeks on time to reach { $level } weeks.
honours-near-early = • { $indicator } has come { $completion } of the way: the full figure, reported by { $until } and verified, is an early finish.
honours-thanks = Thanks between units: { $received } received, { $sent } sent.
honours-all-title = <b>Badges of the campaign</b>: { $count }
honours-all-line = 🏅 { $number } { $unit }: { $badge } (week { $week })
honours-post-badges = <b>Badges of the week</b>
honours-post-badge = 🏅 { $unit }: { $badge }
honours-post-more = … and { $count } more badges
honours-post-example = 🌟 <b>Example of the week: { $unit }</b> – “{ $text }” (nominated by { $by })
honours-post-example-own = 🌟 <b>Example of the week: { $unit }</b> – “{ $text }”
honours-write-text = Please write it as text, or type /cancel to leave it.
honours-too-long = That is { $length } characters long; at most { $most }. Please send a shorter one.
honours-not-now = This can be done only while the campaign lasts.
honours-example = /{ $command } thanks { $unit } words (thank another unit) · /{ $command } example what was done (nominate an example)
kudos-button = Thank another unit
kudos-ask-unit = Which unit do you want to thank? Choose, or type its code.
kudos-ask-text = What do you thank <b>{ $unit }</b> for? Type one sentence.
kudos-own = Thanks are for other units. For a good deed of your own unit use <code>/badges example what they did</code>.
kudos-enough = A unit sends at most { $most } thanks a week, and this week's are sent. Please send it next week.
kudos-recorded = Thanks <b>{ $number }</b> sent to <b>{ $unit }</b>: { $text }
    { $left } more may be sent this week.
kudos-notice = 🤝 <b>{ $unit }</b> thanks your unit: { $text }
example-button = Nominate an example
example-button-all = Nominated examples to choose from
example-button-choose = Choose { $number }
example-ask-unit = Whose example of the week is it? Choose a unit, or type its code.
example-ask-text = <b>{ $unit }</b>: who did what that others may learn from? Type one sentence. It will be read in public.
example-enough = A unit nominates one example a week; this week yours is { $number }.
example-recorded = Nomination <b>{ $number }</b> recorded: <b>{ $unit }</b> – { $text }
    The office chooses one example a week for the weekly post.
example-notice = Example <b>{ $number }</b> nominated by <b>{ $by }</b>: { $unit } – { $text }
example-list = <b>Examples nominated for the post of week { $week }</b>
example-line = <b>{ $number }</b> { $unit } (nominated by { $by }): { $text }
example-none = No nominations yet. Units nominate with <code>/badges example what they did</code>.
example-which = There is no nomination “{ $typed }”. Type <code>/badges choose</code> to see those that wait.
example-too-old = Nomination { $number } has been chosen already or is more than two weeks old. Type <code>/badges choose</code> to see those that wait.
example-chosen-already = The post of week { $week } has its example already: { $number }.
example-chosen = Example <b>{ $number }</b> chosen: <b>{ $unit }</b> – { $text }
    It will stand in the post of week { $week }; the units have been told.
example-chosen-notice = 🌟 Example of the week: <b>{ $unit }</b> – { $text }
    It will stand in the week's public post.
revoke-button = Take a badge back
revoke-ask-which = Which badge is taken back? Type its number, such as <code>9</code>; a reason may follow.
revoke-which = There is no badge “{ $typed }”. Type /badges to see the numbers, then send <code>/badges revoke 9 reason</code>.
revoke-ask-reason = Taking back <b>{ $number }</b> – { $unit }: { $badge }. Why? Type the reason for the unit.
revoke-already = Badge { $number } was taken back before.
revoked = Badge <b>{ $number }</b> taken back – { $unit }: { $badge }. The unit has been told.
    Reason: { $reason }
revoke-notice = Badge { $number } ({ $badge }) of your unit has been taken back.
    Reason: { $reason }
    If you think this is wrong, please speak with the office.

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
brief-overdue-tasks = Overdue tasks: { $count }.
brief-obstacles = Obstacles not solved: { $open }, of these past the date for an answer: { $overdue }.
brief-ahead = <b>III. Work ahead</b>
brief-ahead-none = Keep pace and report on time every week.
brief-do-overdue = Finish what is overdue ({ $count }).
brief-do-progress = Speed up what is in progress ({ $count }).
brief-do-fields = Concentrate on: { $fields }.
brief-do-obstacles = Solve the obstacles of the units ({ $count }).
brief-decisions = <b>IV. Decisions requested</b>
brief-decisions-none = None.

## Documents
docx-draft = DRAFT (DỰ THẢO)
docx-country = SOCIALIST REPUBLIC OF VIET NAM
docx-motto = Independence - Freedom - Happiness
docx-number = No.: ......../{ $symbol }-........
docx-date = ............, day ..... month ..... { $year }
docx-receivers = To:
docx-filed = - File: Clerical, Emulation.
docx-sign = (Signature, full name)
docx-signer = Head of the agency
docx-to-leaders = The agency's leaders
docx-to-units = The units taking part in the campaign
docx-to-council = The Council for Emulation and Commendation
docx-basis-blank = Pursuant to ...................................................... (write the legal basis into the campaign's setting can_cu);
docx-brief-as-of = (Figures as of { $at }; day { $day }/{ $days } of the campaign)
docx-directives = Of these, directives of the leaders: { $total } in all, { $done } done, { $progress } in progress, { $overdue } overdue.
docx-annex = ANNEX
docx-annex-figures = FIGURES IN DETAIL
docx-annex-of = (Belongs to { $kind } No. ......../{ $symbol }-........ of ..... / ..... / { $year }, { $agency })
docx-kind-report = Report
docx-kind-proposal = Proposal
docx-kind-minutes = Minutes
docx-kind-charter = Plan
docx-title-report = REPORT
docx-brief = Briefing on “{ $campaign }”
docx-brief-month = Briefing for { $month } on “{ $campaign }”
docx-table-indicators = Table 1. Results by indicator
docx-table-units = Table 2. Units above the threshold, exemplary units
docx-table-backlog = Table 3. Figures waiting for a check
docx-column-number = No.
docx-column-indicator = Indicator
docx-column-before = By the end of last month
docx-column-actual = Verified
docx-column-reported = Reported
docx-column-assigned = Of assigned target
docx-column-city = Of city plan
docx-column-council = Of council plan
docx-column-same = Of same period
docx-column-above = Units above threshold
docx-column-exemplars = Exemplary
docx-column-verifier = Verifier
docx-column-waiting = Waiting
docx-column-late = Of these late
docx-column-oldest = Oldest since
docx-above = { $above }/{ $total } (above { $threshold }%)
docx-proposal-title = PROPOSAL
docx-proposal-about = For the commendation of collectives and individuals in “{ $campaign }”
docx-to = To: { $whom }
docx-collectives = Collectives
docx-individuals = Individuals
docx-proposal = { $host } asks the Council to consider the commendation of { $collectives } collectives and { $individuals } individuals for what they achieved in the campaign, by the figures as of { $at }. Every proposal below passes the conditions on figures, honesty, dates and earlier rewards.
docx-proposal-end = Enclosed: what each collective and individual achieved; the minutes of the Council's count, where a vote was held. Submitted to the Council for its decision.
docx-not-proposed = PROPOSALS LEFT OFF THE LIST, AND WHY
docx-not-voted = not voted on yet
docx-achievement-title = REPORT OF ACHIEVEMENTS FOR COMMENDATION
docx-achievement-what = 1. Proposed for
docx-achievement-figures = 2. Figures of { $unit }
docx-achievement-gates = 3. Conditions of commendation
docx-account = Achievement in the unit's words: { $text }
docx-shown = Evidence enclosed: { $shown } photos and files; { $entries } reports it rests on.
docx-confirmed-by = The council's office
docx-achievement-end = Drawn up from the figures recorded until { $at }; the unit checks it and answers for its content before signing.
docx-unit-signer = Head of the unit
docx-column-reached = Result
docx-column-completion = Completed
docx-column-weight = Weight
docx-column-points = Points
docx-not-pledged = assigned, not pledged
docx-score = Total <b>{ $total }</b>: results { $results }, reports on time { $discipline }, true figures { $accuracy }, bonus { $bonus }, taken off { $penalty }.
docx-gate-passed = passed
docx-gate-failed = not passed
docx-voted = The Council's vote: { $result } ({ $counts }).
docx-column-gate = Condition
docx-column-result = Result
docx-column-reason = Reason
docx-column-candidate = Collective or individual; achievement
docx-column-council-vote = The Council's vote
docx-column-entitled = Entitled
docx-column-cast = Cast
docx-minutes-title = MINUTES
docx-minutes-about = Count of the Emulation and Commendation Council's vote on “{ $campaign }”
docx-minutes = The secret vote opened at { $opened } and closed at { $closed }. The Council has { $members } members. A result stands when ballots cast reach { $quorum } of the members entitled to vote on the proposal; a proposal is passed when those in favour reach { $pass } of ballots cast.
docx-minutes-table = Result of the count
docx-minutes-secret = The ballot is secret: the system keeps only how many ballots of each kind there were. Nobody votes on themselves or their own unit.
docx-secretary = Secretary
docx-chair = Chair of the Council
docx-charter-title = CHARTER OF THE EMULATION CAMPAIGN
docx-charter-scope = The campaign lasts { $days } days, from { $start } to the end of { $end }; { $units } units, { $clusters } clusters, { $indicators } indicators. Units are ranked inside their cluster by their total; every figure can be recomputed from the log.
docx-charter-score = How the score is computed
docx-charter-part = Part
docx-charter-points = At most
docx-charter-how = How
docx-charter-results = Results (K)
docx-charter-results-how = All points × the sum of weight × pace of each pledge (completion over what is expected by the day). A gain not checked yet counts { $share }. An assignment without a pledge counts 0.
docx-charter-discipline = Discipline (N)
docx-charter-discipline-how = Share of reports on time ({ $closes } every week). At most { $grace } working days late counts { $late }. “No change” is a report.
docx-charter-accuracy = True figures (S)
docx-charter-accuracy-how = Share of figures confirmed within { $tolerance }%. Below { $least } checks the median of the cluster.
docx-charter-bonus = Bonus
docx-charter-bonus-how = 1 point per { $step }% beyond the target (at most { $over }); awards of the Council at most { $award }, with a reason.
docx-charter-penalty = Taken off
docx-charter-penalty-how = { $missing } per missing report; { $overdue } per pledge overdue without an obstacle raised before; { $lie } per proven false report.
docx-charter-week = Every week: reports by { $reports }; checks by { $checks }; closing { $closing }. A closed table is not changed; later changes are published corrections.
docx-charter-ranking = Places from day { $day }; the public table stands still for the last { $freeze } days. Units may appeal within { $appeal } working days of a decision.
docx-charter-commend = Commendations are decided by the Council after a list was published for { $publication } working days; a result stands at { $quorum } of the members, passed at { $pass } of ballots cast; people who work directly are at least { $direct }% of individuals.
docx-button = Download (DOCX)
docx-button-charter = Charter (DOCX)
docx-preparing = ⏳ Drawing up the document, one moment…
docx-done = ✅ The draft follows; number, date and signature are left blank.
docx-caption-brief = Giao ban brief (draft), figures as of { $at }.
docx-caption-dossier = Commendation dossier (draft), figures as of { $at }. The file may name people; pass it on only to those responsible.
docx-caption-charter = Charter of the campaign (draft), by the settings in force.

## Midterm and final reports

review-about-midterm = Midterm review of “{ $campaign }”
review-about-final = Final review of “{ $campaign }”
review-introduction = “{ $campaign }”, launched by { $host }, runs from { $start } to { $end } ({ $days } days); { $units } units compete on { $indicators } indicators.
review-reports = Reporting: { $ontime } of { $due } weekly reports came on time ({ $share }).
review-checks = Figures: { $confirmed } of { $checked } values checked agreed with what was reported ({ $share }).
review-outstanding = <b>II. Units that stand out</b>
review-outstanding-none = Places are not given yet.
review-leaders = { $cluster }: { $units }.
review-leaders-all = In the lead: { $units }.
review-place = place { $place } { $unit } ({ $total } points)
review-improved = Most improved since { $since }: { $units }.
review-gain = { $unit } (up { $gain } points)
review-weak = <b>III. Weak points</b>
review-causes-title = <b>IV. Causes, in the units' own words</b>
review-causes = The units raised { $raised } obstacles; { $closed } are closed, { $open } remain.
review-causes-none = The units raised no obstacles.
review-cause = { $indicator } (raised { $raised } times): { $texts }.
review-quote = “{ $text }”
review-more = and { $count } more
review-ahead = <b>V. Work ahead</b>
review-proposal = The council is asked to consider { $collectives } collectives and { $individuals } individuals that meet all conditions (list as of { $at }, proposal attached).
review-decisions = <b>VI. Decisions requested</b>
review-internal = The full table is for the leaders, the council and the office only; it is not public.
review-column-before = By { $date }
review-table-ranking = Table 3. Ranking
review-later = Corrections after the last closing (they do not change the closed table)
review-column-place = Place
review-column-unit = Unit
review-column-total = Total
review-column-results = Results
review-column-discipline = Reports
review-column-accuracy = True figures
review-column-bonus = Bonus
review-column-penalty = Taken off
review-button-midterm = Midterm report (DOCX)
review-button-final = Final report (DOCX)
docx-caption-midterm = Midterm report (draft), figures as of { $at }. It holds the full table: pass it on only to those responsible.
docx-caption-final = Final report (draft), drawn up at { $at }. It holds the full table: pass it on only to those responsible.

## Risks
risks-title = <b>RISKS</b> (as of { $at })
risks-none = None.
risks-open = Press a button to read a heading in full.
risks-unclear = There is no heading “{ $typed }”. Type /risks and press the one to read.
risks-button-missing = Will miss
risks-button-obstacles = Obstacles
risks-button-directives = Directives
risks-button-backlog = Waiting for checks
risks-button-back = ◂ All risks
risks-missing = Will miss at today's pace
risks-missing-line = • { $unit }: { $indicator } – { $forecast }
risks-unreported = Never reported on
risks-overdue = Overdue
risks-overdue-line = • { $unit }: { $indicator } – due { $due }
risks-obstacles = Open obstacles
risks-obstacle-line = • { $number } { $unit }: { $text } – raised { $age }; { $status }
risks-backlog = Where figures wait for a check
risks-office = The office

## Commendation
commend-title = <b>CANDIDATES FOR COMMENDATION</b> (as of { $at })
commend-note = Proposed by rule; the council decides.
commend-collectives = <b>Collectives</b> ({ $count })
commend-individuals = <b>Individuals</b> ({ $count })
commend-none = None yet.
commend-more = … and { $count } more: press “{ $button }”.
commend-button-overview = ◂ Overview
commend-button-vote = Vote
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

## Nominations
category-nominated = nominated by the unit
reason-entries-unverified = entries not confirmed: { $entries }
reason-no-figures = rests on no figure; the council looks at the evidence
council-leader = leader or manager
council-worker = works directly
council-erased = a person whose name was erased, nomination { $number } ({ $unit })
nominate-title = <b>Nominations of { $unit }</b>
    More may be made: { $left }
nominate-ask-kind = Whom do you nominate?
nominate-kind-unit = The unit
nominate-kind-part = A small collective in it
nominate-kind-person = A person
nominate-ask-person = The person's name? A post may follow after a comma: <i>Nguyễn Văn A, official</i>.
nominate-ask-part = The small collective's name? For example <i>Quarter 5</i>.
nominate-ask-leader = Does <b>{ $name }</b> work directly, or lead and manage?
nominate-ask-work = On which indicator lies the achievement?
nominate-other-work = Other work
nominate-ask-achievement = What was achieved? Say shortly what was done and what came of it. If it rests on entries, give their numbers, such as <code>#17</code>.
nominate-ask-evidence = Evidence? Send photos or files, or the number of an entry it rests on, such as <code>#17</code>.
    <i>Send no citizens' papers and nothing secret.</i>
nominate-evidence-unclear = Send a photo or a file, or the number of an entry such as <code>#17</code>.
nominate-too-much-evidence = A nomination takes at most { $most } photos and files. Press Confirm to record it, or type /cancel to stop.
nominate-name-as-text = Type the name in letters, or /cancel to stop.
nominate-ask-confirm = <b>Is this nomination right?</b>
    { $summary }
    More evidence can be sent before you confirm.
nominate-sum-unit = Collective: <b>{ $unit }</b>
nominate-sum-part = Small collective: <b>{ $name }</b> ({ $unit })
nominate-sum-person = Person: <b>{ $name }</b> ({ $unit })
nominate-sum-post = { $post }
nominate-sum-work = Indicator: { $indicator }
nominate-sum-achievement = Achievement: { $text }
nominate-sum-evidence = Evidence: { $files } photos and files; { $entries } entries
nominate-recorded = ✅ Nomination <b>{ $number }</b> recorded; the office has been told.
    { $summary }
    More may be made: { $left }. It can be taken back until the council's vote is opened.
nominate-too-many = Your unit has made all { $most } nominations. To make another, take one back: <code>/nominate withdraw 3</code>
nominate-again = Your unit has nominated the same for the same work as { $number }. To change it, take { $number } back and nominate again.
nominate-no-entry = Your unit has no entry { $number }. Type /history for the right number.
nominate-unclear = “{ $typed }” is not understood. Type /nominate to be guided, or one line:
    <code>/nominate person Nguyễn Văn A; official; worker; achievement #17</code>
    <code>/nominate collective Quarter 5; achievement #17</code>
nominate-unknown = Your unit has no nomination “{ $typed }”. Type /nominate to see those it has.
nominate-voted-on = The council's vote on nomination { $number } has been opened; it cannot be taken back any more.
nominate-ask-withdraw = Take nomination <b>{ $number }</b> back: { $shown }?
nominate-withdrawn = Nomination <b>{ $number }</b> was taken back.
nominate-notice = New nomination <b>{ $number }</b> of <b>{ $unit }</b>:
    { $summary }
nominate-notice-lead = { $by } has made nomination <b>{ $number }</b> for your unit:
    { $summary }
    If you disagree, take it back with the button below.
nominate-button-list = The unit's nominations
nominate-button-withdraw = Take { $number } back
nominate-button-candidates = See the candidates

## The council and its vote
commend-share = It is { $share } now.
commend-share-over = It is { $share } now, <b>above the quota</b>: prefer people who work directly.
commend-choose = Choose one for all its reasons.
commend-unclear = “{ $typed }” is not understood. Write <code>/commend 12</code>, <code>/commend 12 rewarded decision number</code>, <code>/commend 12 withdraw reason</code>, <code>/commend 12 erase</code>, <code>/commend publish</code> (the list), <code>/commend open</code> (the vote); or /commend for the list.
commend-gone = It is no longer among the candidates. Type /commend for the present list.
commend-id = Id: <code>{ $id }</code>
commend-button-collectives = Collectives
commend-button-individuals = Individuals
commend-button-list = The published list
commend-button-minutes = Minutes of the vote
commend-button-publish = Publish the list
commend-button-open = Open the vote
commend-button-close = Close the vote
commend-button-release = Post the result in the groups
commend-button-rewarded = It was rewarded
commend-button-withdraw = Take it off the list
commend-button-back = ◂ The list
list-title = <b>CANDIDATES FOR COMMENDATION</b> · { $campaign }
    Published for comments before the council votes.
list-public-title = <b>Candidates for commendation, open to comments</b> · { $campaign }
list-until = Comments to the office are welcome until the end of { $until }.
list-voting = The council votes in secret until { $until }.
list-voted = The council has voted on this list.
list-none-yet = No list of candidates has been published yet. When the office publishes one, the bot sends it to you, and you can read it again here.
list-none = No list has been published yet. The office publishes one with <code>/commend publish</code>
publish-ask = <b>Publish the candidates for commendation</b>
    { $chosen } of { $of } chosen; press a name to leave it out or take it in. All members get the list, the groups get the names. Comments until the end of { $until }; the vote can be opened after that.
publish-replaces = The list published before, which was not voted on, is replaced by this one; the time for comments begins anew.
publish-while-voting = The council is voting. Close the vote before you publish another list.
publish-nobody = Nobody passes every gate and waits for the council's decision. Type /commend for the reasons.
publish-nobody-chosen = The list is empty. Choose at least one.
publish-moved = Somebody has just ceased to pass every gate, so nothing was published. Look at the list again: <code>/commend publish</code>
publish-frozen = The public table stands still, so candidates named by their place (leading the cluster, most improved) can be published from { $from } on: published before, they would tell the table.
published = ✅ { $count } candidates published. Comments until the end of { $until }; then open the vote with <code>/commend open</code>
open-no-list = No list has been published to vote on. Publish one first: <code>/commend publish</code>
open-already = The vote on this list has been opened.
open-too-early = The list is open to comments until the end of { $until }. The vote can be opened from { $from } on.
open-frozen = The list has candidates named by their place (leading the cluster, most improved) while the public table stands still, so the vote can be opened from { $from } on. To vote on the others earlier publish the list again: <code>/commend publish</code>
open-changed = ⚠️ The list or the council has changed meanwhile, so the vote is not open yet. Look again and confirm once more:
open-no-date = “{ $typed }” is not a date. For example: <code>/commend open 20/12/2022</code>
open-bad-date = { $date } cannot be used: it must lie ahead and within { $most } days.
open-nobody = Nobody on the published list passes every gate any more. Type /commend for the reasons.
open-no-council = The council has no member yet. Invite with <code>/invite council Name</code>
open-ask = <b>Open the secret ballot?</b>
    The council has { $members } members; nobody votes on themselves or their own unit.
    A result stands when ballots reach { $quorum } of the members entitled; passed is who has { $pass } of the ballots cast in favour.
    It closes at { $closes }.
open-paper = entitled: { $entitled }; at least { $least } ballots needed
opened = ✅ The vote is open: { $count } candidates, { $members } members of the council, until { $closes }.
vote-call = The council votes by secret ballot on { $count } candidates for commendation, until { $closes }.
vote-button = Vote
close-ask = <b>Close the vote now?</b> If not, it closes by itself at { $closes }. Ballots cast:
close-paper = { $who }: { $cast }/{ $entitled }
close-too-early = The vote cannot be closed yet: on { $who } only { $cast } of { $entitled } have voted, and at least { $least } must. Closing with too few ballots would give away how each voted. The vote closes by itself at { $closes }; it may be closed early once every paper has enough ballots.
closed = ✅ The vote is closed and counted:
council-passed = passed
council-not-passed = not passed
council-no-quorum = too few ballots for a result
council-counts = in favour { $agree }, against { $disagree }, no opinion { $abstain }; { $cast }/{ $entitled } ballots
council-counts-few = { $cast }/{ $entitled } ballots; too few to tell how they were cast
council-excluded-count = ({ $count } members did not vote, it being themselves or their own unit)
council-minutes = <b>MINUTES OF THE VOTE (draft)</b> · { $campaign }
    Opened at { $opened }, closed at { $closed }.
    The council has { $members } members. A result stands from { $quorum } of the members entitled; passed is who has { $pass } of the ballots cast in favour.
council-withdrawn-line = Taken off the list: { $who }. Reason: { $reason }
council-withdrawn-bare = Taken off the list: { $who }.
council-unit-title = <b>The council's vote on the candidates of your unit</b>
council-unit-passed = Congratulations. The office will submit the decision; please keep it to yourselves until it is published.
council-unit-not-passed = The council acknowledges the contribution with thanks; commendations are limited in number. Your unit may nominate again later.
council-unit-no-quorum = Too few ballots for a result; the candidate may be voted on again.
minutes-none = No vote has been closed yet.
release-title = <b>The council has passed these for commendation</b> · { $campaign }
release-ask = <b>Post in the groups?</b> Only the names of those passed, no counts:
release-already = This result has been posted.
release-nobody = Nobody was passed who could be named.
released = ✅ The result was posted in the groups.
vote-mismatch = The urn holds another number of ballots than members have voted, so it cannot be counted. Ask the administrator to run <code>thidua verify</code>.
vote-none-open = No vote is open now. When one is, the bot tells every member of the council.
vote-closed = This vote is closed and takes no more ballots.
vote-withdrawn = { $who } was taken off the list; there is no vote on it any more.
vote-excluded = You do not vote on { $who }: on oneself or one's own unit the other members decide.
vote-not-entitled = You were not on the council when the vote was opened, so you do not vote this time.
vote-already = You have voted on { $who }. A ballot cannot be changed.
vote-title = <b>Secret ballot</b> · { $left } left · until { $closes }
vote-account = Achievement: { $text }
vote-not-on-own = You do not vote on: { $who } (yourself or your own unit).
vote-secret = <i>Each ballot is cast once and cannot be changed. The bot records who has voted, never how.</i>
vote-ask = Vote on { $who }
    To keep it secret, the bot does not remember the button you pressed. Press the one that confirms your opinion; a ballot cannot be changed.
vote-received = The ballot on { $who } was received.
vote-finished = You have cast { $count } ballots; none is left. The result follows the closing at { $closes }.
vote-button-evidence = See the evidence ({ $count })
vote-button-later = Later
ballot-agree = In favour
ballot-disagree = Against
ballot-abstain = No opinion
ballot-confirm-agree = Confirm: in favour
ballot-confirm-disagree = Confirm: against
ballot-confirm-abstain = Confirm: no opinion
reward-ask = Which decision rewarded { $who }? Type its number or what it says.
reward-again = The achievement of { $who } was rewarded; one achievement is rewarded once.
reward-not-passed = The council has not passed { $who }, so no reward can be recorded.
rewarded = ✅ Reward recorded: { $who }.
    By: { $decision }
withdraw-not-listed = { $who } is not on a list that is published or voted on.
withdraw-ask = Why is { $who } taken off the list? Type the reason; the unit will hear it.
withdraw-done = { $who } was taken off the list.
    Reason: { $reason }
withdraw-notice = The office has taken { $who } off the list of candidates for commendation.
    Reason: { $reason }
erase-no-person = Only the name of a nominated person can be erased, such as <code>/commend 12 erase</code>
erase-name-ask = <b>Erase the name of { $who }?</b>
    Name, post, achievement and evidence of the nomination are removed; the result of the vote stays, without the name. It cannot be undone.
erase-name-done = The name was erased from the nomination.

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
deadline-hint = If something stands in the way, raise it now, before the date: /obstacle
deadline-office = These have been overdue for long; the office is asked to press for them.
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
report-sure-question = If right, press “Confirm”. If not, send another figure or press “Cancel”.
report-recorded = ✅ Recorded <b>{ $number }</b>: { $name }
report-recorded-correction = ✅ Recorded <b>{ $number }</b> in place of { $old }: { $name }
report-recorded-value = Cumulative value: <b>{ $value }</b> (before: { $last })
report-recorded-level = Value: <b>{ $value }</b> (before: { $last })
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
report-level-question = What is the value today? Write the figure (a note may follow), such as <code>{ $example }</code>; a photo sent here is evidence.
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
verify-appeals-wait = Appeals waiting for your decision: { $count }.
verify-button-appeals = See the appeals
verify-looks-wait = Drawn entries waiting for your second look: { $count }.
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

## Openness: awards, false reports, corrections, appeals, spot checks
example-history = /{ $command } { $indicator } · /{ $command } appeal 17 reason (against a decision) · /{ $command } rules (changes of the rules)
example-history-rules = /{ $command } rules (changes of the rules)
example-correct = /{ $command } 17 75.0 reason
second-nobody = This takes two members of the office: one proposes, another agrees. There is no second one yet who does not belong to this unit. Please invite one: <code>/invite office Full name</code>
second-not-own = You proposed { $number } yourself, so another member of the office has to agree.
second-in-words = Please write it in words, or type /cancel to stop.
second-agree = Agree { $number }
second-disagree = Disagree { $number }
second-take-back = Take back { $number }
award-usage = Write <code>/adjust CODE +2 reason</code>; the points must be above zero.
award-only-more = Council awards only add points; nothing is taken off by hand. Example: <code>/adjust CODE +2 reason</code>
award-too-fine = An award has at most two decimals, for example <code>+1.25</code>.
award-nothing-left = <b>{ $unit }</b> already has all { $cap } points of council awards (open proposals included); no more can be given.
award-too-much = The council gives a unit at most { $cap } points (open proposals included). <b>{ $unit }</b> can still get { $left } points; please propose within that.
award-none-open = No award proposal is waiting.
award-open = <b>Award proposals waiting for agreement: { $count }</b>
award-line = <b>{ $number }</b> { $unit }: +{ $points } points – { $reason } (proposed by { $who }, { $at })
award-ask-unit = Propose an award for which unit? Choose, or type its code.
award-ask-points = How many points for <b>{ $unit }</b>? { $left } points are left. Choose or type a number.
award-ask-reason = For what achievement should <b>{ $unit }</b> get +{ $points } points? Type the reason.
award-proposed = Recorded award proposal <b>{ $number }</b>: { $unit } +{ $points } points. It counts once another member of the office agrees; they have been told.
award-second-asked = Your opinion is needed on a council award:
    { $line }
award-already = Award proposal { $number } was agreed to by { $who } at { $at }; nothing more is needed.
award-already-declined = Award proposal { $number } was closed (declined or taken back) by { $who } at { $at }.
award-declined = Award proposal { $number } is closed; no points are added.
award-agreed = ✅ Agreed to award proposal { $number }: <b>{ $unit }</b> +{ $points } points, counting from now. The unit has been told.
award-seconded = { $who } agreed to award proposal { $number } ({ $unit }). The points count from now.
award-not-seconded = { $who } did not agree to award proposal { $number } ({ $unit }). It is closed.
award-notice = 🎖 The council awards your unit <b>+{ $points } points</b>.
    For: { $reason }
false-usage = Write <code>/false 17 reason</code>, where 17 is the number of the entry; or type /false to be guided.
false-none-open = No declaration of a false report is waiting.
false-open = <b>Declarations of false reports waiting: { $count }</b>
false-line = <b>{ $number }</b> { $unit }, entry { $entry } ({ $name }: { $value }) – { $reason } (declared by { $who }, { $at })
false-ask-entry = Which entry do you declare false? Type its number, with the reason if you like: <code>17 reason</code>
false-ask-reason = What is untrue about entry <b>{ $number }</b> of <b>{ $unit }</b> ({ $name }: { $value })? Type the grounds.
false-already = Entry { $number } has already been proven false.
false-cleared = Entry { $number } was looked into on appeal and found not to be false; it is not declared again.
false-waits = Declaration { $declared } about entry { $number } is already waiting. Type /false to see it.
false-mended = The unit itself mended entry { $number } by { $newer } before it was checked; putting one's own figure right is no false report.
false-declared = Recorded declaration <b>{ $number }</b> about entry { $entry } of { $unit }. It takes effect once another member of the office agrees; the unit has not been told yet.
false-second-asked = Your opinion is needed on a declaration of a false report:
    { $line }
    If you agree: the unit's checked figures of that week count as failed, points are taken off, and the unit cannot be commended.
false-already-agreed = Declaration { $number } was agreed to by { $who } at { $at }; nothing more is needed.
false-already-declined = Declaration { $number } was closed (declined or taken back) by { $who } at { $at }.
false-declined = Declaration { $number } is closed; the entry does not count as false.
false-agreed = Declaration { $number } is concluded: entry { $entry } of <b>{ $unit }</b> is false. The unit has been told in private, and how to appeal. If the confirmed value must change as well, use /correct.
false-seconded = { $who } agreed to declaration { $number }: entry { $entry } of { $unit } is false. The unit has been told.
false-not-seconded = { $who } did not agree to declaration { $number } (entry { $entry } of { $unit }). It is closed.
false-notice = We are sorry to tell you in private: two members of the office have concluded that entry <b>{ $number }</b> ({ $name }: { $value }) is not true.
    Grounds: { $reason }
    By the rules (no. 8), the checked figures of week { $week } count as failed, { $points } points are taken off, and the unit cannot be commended in this campaign. None of this is posted in public.
    If you think this is wrong, you may appeal until the end of { $until }; somebody else will look into it.
correct-usage = Write <code>/correct 17 75.0 reason</code>, where 17 is the number of the entry; or type /correct to be guided.
correct-made = { $count } corrections so far; the latest:
correct-ask-entry = Which entry do you correct? Type its number, with the right value and the reason if you like: <code>17 75.0 reason</code>
correct-ask-value = Entry <b>{ $number }</b> of <b>{ $unit }</b> ({ $name }) stands confirmed at <b>{ $value }</b>. What is the right value? Type it, with the reason if you like.
correct-ask-reason = { $number }: { $before } → <b>{ $after }</b>. Why? Type the reason; it is published with the figure.
correct-unchecked = Entry { $number } has not been checked, so there is nothing to correct yet. Its verifier confirms the right value by /verify.
correct-returned = Entry { $number } was returned, and no value of it counts. The unit reports the right one again, or appeals.
correct-replaced = The unit replaced entry { $number } by { $newer }. Please look at the new one.
correct-no-change = Entry { $number } says that nothing has changed, so there is no value to correct. Please correct the newest entry with a value.
correct-same = Entry { $number } already stands confirmed at { $value }; there is nothing to correct.
correct-preview = <b>Correction of entry { $number }</b> of <b>{ $unit }</b>
    { $name }
    Before: { $before }
    After: <b>{ $after }</b>
    Reason: { $reason }
correct-effect = The unit's total this week: { $was } → <b>{ $becomes }</b>. Closed weeks stay as they are.
correct-question = Once confirmed, the new value counts from now, is posted in the groups and told to the unit and its verifier.
correct-sentence = <b>Correction</b> (entry { $entry }): { $line }
correct-done = Posted in public and told to the unit and its verifier.
correction-line = { $unit }, { $indicator }: { $before } → <b>{ $after }</b>. Reason: { $reason }
correction-in-brief = • Correction: { $line }
appeal-button = Appeal
appeal-button-entry = Appeal { $number }
appeal-hint = Or the unit may appeal, until the end of { $until }.
appeal-usage = Write <code>/history appeal 17 reason</code>, where 17 is the number of the entry; or press “Appeal” in /history.
appeal-nothing = Nothing was decided on entry { $number } that differs from what the unit reported, so there is nothing to appeal against.
appeal-already = Your unit has already appealed against this decision on { $number } (appeal { $appeal }). Type /history to see what came of it.
appeal-too-late = An appeal on { $number } had to be made within { $days } working days, until the end of { $until }. If you have new documents, please ask the office to consider a correction.
appeal-ask-reason = <b>Appeal on { $number }</b> ({ $name }, reported: { $value })
    { $decision }
    Why does your unit think this is wrong? Type the reason and name the documents. Until the end of { $until }. It is decided by members of the office who neither belong to your unit nor took the decision.
appeal-recorded = Recorded appeal <b>{ $number }</b> on entry { $entry }. The office looks into it and answers you here.
appeal-notice = Appeal <b>{ $number }</b> of <b>{ $unit }</b> on entry { $entry } ({ $name }).
    Reason: { $reason }
appeal-nobody-notice = There is no member of the office yet who may decide this appeal (of another unit, and not the one who took the decision). Please invite one: <code>/invite office Full name</code>
appeal-button-open = See appeal { $number }
appeal-office-usage = Write <code>/verify appeals 3 keep reason</code>, <code>/verify appeals 3 accept reason</code>, <code>/verify appeals 3 75.0 reason</code>; or /verify appeals to see one after the other.
appeal-unknown = There is no appeal { $number }. Type <code>/verify appeals</code> to see those that wait.
appeal-decided-already = Appeal { $number } was decided by { $who } at { $at }; nothing more is needed.
appeal-involved = You took the decision that appeal { $number } is against, so another member of the office has to decide it.
appeal-queue-empty = No appeal is waiting for you.
appeal-queue-put-off = All seen; { $count } appeals you put off are left.
appeal-queue-left = Appeals waiting: { $count }
appeal-card = <b>Appeal { $number }</b> · <b>{ $unit }</b>
    Entry { $entry }, { $name }: <b>{ $value }</b>
appeal-button-keep = Keep the decision
appeal-button-accept = Accept as reported
appeal-button-clear = Not a false report
appeal-ask-value = Appeal { $number }: entry { $entry } reported { $value }. What is the right value? Type it with the reason.
appeal-ask-why = Appeal { $number }: <b>{ $outcome }</b>. Why? Type the reason for the unit.
appeal-no-value = This appeal is about a false report: choose <code>keep</code> or <code>accept</code>; there is no other value.
appeal-same-value = The value that stands is { $value }. To keep it, choose “Keep the decision” (<code>keep reason</code>).
appeal-outcome = Outcome of appeal <b>{ $number }</b> (entry { $entry }, { $name }): <b>{ $outcome }</b>.
    Reason: { $reason }
appeal-done = ✅ { $notice }
    The unit and whoever decided first have been told.
verdict-stands = the decision stands
verdict-value = { $value } is confirmed
verdict-cleared = not a false report
case-unknown = There is no entry { $number } in the campaign. Type /history to see the right number.
case-confirmed = ✔ Confirmed { $value } ({ $who }, { $at })
case-other = ✔ Another value confirmed: { $value } ({ $who }, { $at }). Reason: { $reason }
case-returned = ↩ Returned ({ $who }, { $at }). Reason: { $reason }
case-looked-again = 🔎 Spot check: { $value } ({ $who }, { $at })
case-corrected = ✎ Correction { $number }: { $before } → { $after } ({ $who }, { $at }). Reason: { $reason }
case-declared = ⚠ Declared false ({ $who }, { $at }). Reason: { $reason }
case-false = ⚠ Proven false ({ $who }, { $at })
case-not-false = The declaration was closed ({ $who }, { $at })
case-appealed = ✋ Appeal { $number } ({ $who }, { $at }): { $reason }
case-decided = ⚖ Appeal decided: { $outcome } ({ $who }, { $at }). Reason: { $reason }
spot-usage = Write <code>/verify draw 5</code> or <code>/verify draw 5 week 3</code>, 1 to { $most } at a time; <code>/verify draw</code> shows the entries drawn.
spot-not-closed = That week is not closed yet. Entries are drawn after the closing, because the order follows from the code of the closed table and nobody can choose it.
spot-nothing = Week { $week } has no confirmed figure left that was not drawn.
spot-drawn = <b>Draw { $number }: { $count } figures</b> out of { $size } confirmed in week { $week }:
    { $entries }
    Code of the week's table: <code>{ $seed }</code>
    Anybody can check it: the order is the SHA-256 of “code:entry number”, smallest first. Whoever looks again is not the one who checked.
spot-notice = The office has drawn { $count } figures confirmed in week { $week } for a second look. Please look at those you did not check yourself.
spot-button = See the entries drawn
spot-queue-empty = No drawn entry is waiting for your second look.
spot-queue-put-off = All seen; { $count } entries you put off are left.
spot-queue-left = Waiting for a second look: { $count }
spot-card = <b>{ $number }</b> · <b>{ $unit }</b>
    { $name }: reported <b>{ $value }</b>
spot-ask-value = { $number }: what is the right value? Type it with the reason; another value is corrected in public.
spot-already = { $who } has just looked at { $number } again; nothing more is needed.
spot-done = 🔎 Looked at { $number } again: { $value }.
reuse-same = ❗ This evidence was already used for { $entries }
reuse-alike = ❗ The photo looks very much like the one of { $entries }
reuse-more = … and { $count } entries more
reuse-hint = Please note: this photo or file was already used for { $entries }. If you sent it by mistake, send the right one right after this message.
verify-card-waiting = Waiting for { $days } days { $hours } hours; to be checked by { $until }
verify-card-late = ⏰ Waiting for { $days } days { $hours } hours, <b>should have been checked by</b> { $until }
backlog-line = { $verifier }: waiting for a check: { $count }, the oldest for { $days } days (since { $oldest })
backlog-late = <b>{ $count } past the limit</b>
brief-backlog = Figures waiting for a check: { $list }.
why-rule = { $text } <i>(rule { $rule })</i>
changes-notice = 📢 <b>{ $campaign }</b>: { $count } changes of rules and targets, in force from now; closed weeks stay as they are.
    { $list }
    Look them up at any time: /history rules
changes-title = <b>Changes of rules and targets</b>: { $count }, newest first
changes-one = { $at } · { $who }
    { $list }
changes-none = Nothing that concerns you has changed since the beginning.

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
history-ask-unit = Whose reports?
history-ask-unit-line = <b>{ $name }</b>: whose reports?
history-ask-line = Reports on which of the indicators you check?
history-readers = A unit's reports are read by the unit itself, those who check them, the office and the leaders. What you can read is the ranking and the changes of the rules:
history-button-rules = Changes of the rules
history-usage = Write <code>/history THUE</code> (your own unit) or <code>/history AB THUE</code> (office, leaders, verifiers).
history-unknown = There is no indicator or unit “{ $word }”.
history-did-you-mean = There is no indicator or unit “{ $word }”. Did you mean “{ $near }”?
