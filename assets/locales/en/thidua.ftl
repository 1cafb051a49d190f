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
board-cluster-private = The full table is for leaders and the office. Type /ranking for the public board and the place of your unit.
board-empty = No unit has an assignment or a pledge yet.
board-page = Page { $page }/{ $pages }
board-next = Next ▶
board-previous = ◀ Previous
board-in-private = This is shown in a private chat with the bot only.
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
why-item-open = { $value } is not checked yet; { $share } of the gain counts.
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
why-no-such-unit = There is no unit { $unit } in the campaign. Type /why and a unit's code, such as /why { $example }.
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
brief-reported = { $reported } reported (the difference waits for a check)
brief-of-assigned = { $ratio } of what was assigned
brief-of-city = { $ratio } of the city's plan
brief-of-council = { $ratio } of the People's Council's plan
brief-of-same-period = { $ratio } of the same period
brief-grew = up { $change } on the same period
brief-fell = down { $change } on the same period
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
