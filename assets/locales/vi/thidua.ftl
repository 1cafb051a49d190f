# Every sentence a user reads, in Vietnamese. The same keys stand in ../en/thidua.ftl.

## General
language-set = Từ nay bot nói tiếng Việt.
refusal = ⚠️ { $text }
refusal-question-stays = Câu hỏi trước của bot vẫn chờ đồng chí trả lời; muốn bỏ, gõ /huy.
failed = Xin lỗi, hệ thống gặp sự cố khi xử lý tin vừa rồi. Số liệu không bị thay đổi. Đồng chí vui lòng gửi lại sau ít phút.
no-campaign-office = Chưa có đợt thi đua nào. Gửi tệp Excel của đợt thi đua vào đây, hoặc gõ /nhap để lấy tệp mẫu.
not-a-member = Đồng chí chưa tham gia đợt thi đua nào. Hãy mở đường link mời do thường trực gửi; chưa có thì liên hệ thường trực để được mời.
not-allowed = Việc này không thuộc nhiệm vụ của đồng chí trong đợt thi đua. Gõ /trogiup để xem những việc đồng chí làm được.
no-unit = Đồng chí không báo cáo cho đơn vị nào. Nếu chưa đúng, liên hệ thường trực để được mời lại.
stale-button = Nút này đã cũ. Đồng chí gõ lại lệnh để có nút mới.
press-a-button = Đồng chí bấm một nút trong tin nhắn ở trên, hoặc gõ /huy để thôi.
edited-message = Sửa tin nhắn không làm thay đổi số liệu đã ghi. Muốn sửa số, đồng chí gửi lại lệnh /capnhat với số đúng.
link-in-group-only = Lệnh này gõ trong nhóm cần gắn, sau khi đã thêm bot vào nhóm.
button-confirm = Xác nhận
button-cancel = Huỷ
bot-description = Trợ lý của đợt thi đua: đăng ký chỉ tiêu, báo cáo tiến độ kèm minh chứng, xem xếp hạng và vì sao. Cần đường link mời của thường trực để tham gia.

## Commands in the menu
command-start = Bắt đầu
command-help = Những việc đồng chí làm được
command-language = Đổi ngôn ngữ (Tiếng Việt, English)
command-cancel = Thôi việc đang làm dở
command-me = Vai trò, đơn vị và dữ liệu của tôi
command-pledge = Đăng ký chỉ tiêu thi đua
command-pledges = Các cam kết của đơn vị
command-update = Báo cáo tiến độ
command-nochange = Báo tuần này không thay đổi
command-ranking = Bảng xếp hạng
command-why = Vì sao đơn vị được điểm này
command-history = Lịch sử báo cáo, thẩm định
command-reminders = Giờ nhắc việc
command-approve = Duyệt đăng ký
command-verify = Thẩm định số liệu
command-invite = Mời người tham gia
command-import = Nhập tệp Excel của đợt thi đua
command-excuse = Miễn báo cáo một tuần cho đơn vị
command-link = Gắn nhóm này làm bảng tin
command-brief = Báo cáo giao ban
command-risks = Cảnh báo rủi ro
command-commend = Đề nghị khen thưởng
command-obstacle = Nêu và gỡ khó khăn, vướng mắc
command-direct = Giao và báo cáo việc chỉ đạo
command-nominate = Đề cử tập thể, cá nhân
command-vote = Bỏ phiếu khen thưởng
command-badges = Huy hiệu đã đạt
command-export = Xuất tệp Excel của đợt thi đua
command-adjust = Cộng điểm thưởng của Hội đồng
command-correct = Đính chính công khai
command-false = Lập hồ sơ báo cáo sai sự thật
command-announce = Gửi thông báo

## Names, figures and lists
button-previous = ◂ Trước
button-next = Sau ▸
unit-near = Không có đơn vị mã <b>{ $typed }</b>. Có phải đồng chí muốn viết <b>{ $near }</b>? Vui lòng gửi lại với mã đúng.
unit-unknown = Không có đơn vị mã <b>{ $typed }</b>. Các mã đơn vị: { $codes }.
indicator-near = Không có chỉ tiêu mã <b>{ $typed }</b>. Có phải đồng chí muốn viết <b>{ $near }</b>? Vui lòng gửi lại với mã đúng.
indicator-unknown = Không có chỉ tiêu mã <b>{ $typed }</b>. Các mã chỉ tiêu: { $codes }.
indicator-gone = Chỉ tiêu { $indicator } không còn trong đợt thi đua.
role-office = Thường trực
role-leader = Lãnh đạo
role-verifier = Cán bộ thẩm định
role-unit-lead = Trưởng đơn vị
role-reporter = Cán bộ báo cáo
role-council = Thành viên Hội đồng
role-observer = Người theo dõi
somebody = một đồng chí
steps-of = { $done }/{ $of } mốc
steps = đủ { $count } mốc
no-target = chưa giao số
more-lines = … và { $count } dòng nữa
reason-line = Lý do: { $reason }
week-label = tuần { $week } ({ $monday } – { $sunday })
amount-missing = Chưa thấy con số. Đồng chí ghi số trước, ví dụ <code>76,7</code>; đơn vị tính của chỉ tiêu là { $measure }.
amount-malformed = Không đọc được số <b>{ $text }</b>. Đồng chí ghi một số duy nhất, dấu phẩy cho phần thập phân, ví dụ <code>1.234,5</code>.
amount-negative = Số không được âm. Đồng chí gửi lại số từ 0 trở lên.
amount-unclear = <b>{ $text }</b> có thể hiểu nhiều cách. Đồng chí ghi lại thành một số, ví dụ <code>1,2 tỷ</code>.
amount-wrong-measure = Đồng chí ghi theo <b>{ $given }</b>, còn chỉ tiêu này tính theo <b>{ $expected }</b>. Vui lòng gửi lại số theo { $expected }.
amount-too-fine = Số có quá nhiều chữ số thập phân. Đồng chí gửi lại số đã làm tròn, ví dụ <b>{ $rounded }</b>.
amount-too-large = Số lớn quá mức ghi được. Đồng chí kiểm tra lại số và đơn vị tính.
amount-unread = Sau con số có đoạn không đọc được: <b>{ $text }</b>. Đồng chí gửi lại chỉ con số.

## Start, help, language
start-stranger = Kính chào đồng chí. Đây là bot thi đua 90 ngày.
    Để tham gia, đồng chí mở đường link mời do thường trực gửi, hoặc gõ <code>/start MÃ</code> với mã trong link. Chưa có link thì liên hệ thường trực.
    Bot chỉ lưu tên và số tài khoản Telegram để trả lời đồng chí. Đổi ngôn ngữ: /ngonngu
start-office-first = Kính chào đồng chí. Đồng chí là thường trực, nhưng chưa có đợt thi đua nào.
    Gửi tệp Excel của đợt thi đua vào đây, hoặc lấy tệp mẫu bằng nút dưới.
start-member = Kính chào đồng chí <b>{ $name }</b>.
    Đợt thi đua: <b>{ $campaign }</b>, từ { $first } đến { $last }.
joined = Đồng chí <b>{ $name }</b> đã tham gia <b>{ $campaign }</b>.
    Vai trò: <b>{ $role }</b> · { $place }
privacy-notice = 🔒 <b>Về dữ liệu của đồng chí</b>
    Bot lưu: họ tên, chức vụ, số tài khoản Telegram, đơn vị, vai trò và những việc đồng chí ghi trong đợt thi đua. Không lưu gì khác.
    Xem, tải về hoặc xoá bất cứ lúc nào: /toi. Xoá thì tên được gỡ, số liệu của đơn vị vẫn giữ nguyên.
    Minh chứng không được chứa giấy tờ của công dân hay bí mật nhà nước.
invite-unknown = Mã mời này không dùng được. Đồng chí kiểm tra lại link, hoặc xin thường trực link mới.
invite-used = Link mời này đã có người dùng; mỗi link chỉ dùng một lần. Đồng chí xin thường trực link mới.
invite-expired = Link mời này đã hết hạn. Đồng chí xin thường trực link mới.
invite-again = Đồng chí đã tham gia bằng link này rồi, không cần làm gì thêm.
    { $steps }
steps-office = • Thường trực: duyệt đăng ký của đơn vị, mời thêm người.
steps-leader = • Lãnh đạo: xem bảng xếp hạng và báo cáo giao ban; mỗi sáng thứ Hai bot gửi tới đồng chí.
steps-verifier = • Thẩm định: xác nhận hoặc trả lại số liệu thuộc chỉ tiêu của mình.
steps-unit = • Đơn vị: đăng ký chỉ tiêu trước, rồi mỗi tuần báo cáo một lần, chậm nhất 17:00 thứ Sáu.
steps-reader = • Xem bảng xếp hạng công khai của đợt thi đua.
button-import = Lấy tệp mẫu
button-approve-queue = Mở hàng chờ duyệt
button-invite = Mời người
button-ranking = Bảng xếp hạng
button-brief = Giao ban
button-verify-queue = Mở hàng chờ thẩm định
button-pledge = Đăng ký chỉ tiêu
button-report = Báo cáo tiến độ
help-stranger = Đồng chí chưa tham gia đợt thi đua nào; hãy mở link mời do thường trực gửi. Những lệnh dùng được ngay:
help-head = <b>Những việc đồng chí làm được</b>
    Gõ lệnh không kèm gì thì bot hỏi từng bước.
help-line = /{ $command } · { $description }
help-example =    <code>{ $example }</code>
help-link = Trong nhóm: /{ $command } để gắn nhóm làm bảng tin công khai.
example-pledge = /{ $command } { $indicator } 120 { $date }
example-update = /{ $command } { $indicator } 76,7 ghi chú
example-update-steps = /{ $command } { $indicator } 76,7 · /{ $command } { $steps } 2/3
example-ranking = /{ $command } tuần 3
example-approve = /{ $command } 17 ok · /{ $command } 17 tra lý do · /{ $command } tatca
example-verify = /{ $command } 17 ok · /{ $command } 17 75,0 lý do · /{ $command } 17 tra lý do
example-invite = /{ $command } unit_lead { $unit } Nguyễn Văn A
example-excuse = /{ $command } { $unit } tuần 3 lý do
example-brief = /{ $command } tháng
cancel-nothing = Đồng chí không có việc gì đang làm dở.
cancelled = Đã thôi. Không có gì được ghi.
unknown-command-near = Không có lệnh này. Có phải đồng chí muốn gõ <b>/{ $near }</b>?
unknown-command = Không có lệnh này. Gõ /{ $help } để xem những việc đồng chí làm được.
language-ask = Đồng chí muốn bot nói tiếng gì?
language-unknown = Bot chưa nói được “{ $typed }”. Đồng chí chọn một trong hai:

## Invitations
role-near = Không có vai trò <b>{ $typed }</b>. Có phải đồng chí muốn viết <b>{ $near }</b>?
role-unknown = Không có vai trò <b>{ $typed }</b>. Các vai trò: { $roles }. Ví dụ: <code>/moi unit_lead AB Nguyễn Văn A</code>
invite-ask-role = Mời với vai trò nào?
invite-ask-unit = <b>{ $role }</b> của đơn vị nào? Chọn, hoặc gõ mã đơn vị.
invite-ask-name = Mời <b>{ $whom }</b>. Họ tên là gì? Gõ họ tên, có thể thêm chức vụ sau dấu phẩy: <i>Nguyễn Văn A, Phó Chủ tịch</i>.
button-no-name = Để trống họ tên
invite-made = Link mời <b>{ $whom }</b>:
    { $link }
    Dùng một lần, đến { $until }. Đồng chí chuyển link cho đúng người.
invite-made-for = Link mời <b>{ $name }</b> ({ $whom }):
    { $link }
    Dùng một lần, đến { $until }. Đồng chí chuyển link cho đúng người.
invite-caption = Mã QR của link mời. { $name }

## Excuses
excuse-ask-unit = Miễn báo cáo cho đơn vị nào? Chọn, hoặc gõ mã đơn vị.
excuse-ask-week = Miễn báo cáo tuần nào cho <b>{ $unit }</b>?
excuse-ask-reason = Lý do miễn báo cáo { $week } cho <b>{ $unit }</b>?
excuse-which-week = Chưa rõ tuần nào. Ví dụ: <code>/mien { $unit } tuần 3 lý do</code>
excuse-no-week = Đợt thi đua không có tuần { $week }; các tuần từ 1 đến { $weeks }.
excuse-already = <b>{ $unit }</b> đã được miễn báo cáo { $week } từ trước.
excused = Đã miễn báo cáo { $week } cho <b>{ $unit }</b>. Đơn vị đã được báo.
    Lý do: { $reason }
excuse-notice = Đơn vị được miễn báo cáo { $week }.
    Lý do: { $reason }
    Số đã gửi trong tuần vẫn được tính.

## Reminders
reminders = <b>Nhắc việc</b>
    { $summary }
    Đặt giờ khác: <code>/{ $command } 21:00-06:30</code>
reminders-quiet = Không nhắc từ { $from } đến { $until }.
reminders-no-quiet = Không đặt giờ yên lặng riêng; bot vẫn giữ giờ yên lặng chung.
reminders-digest = Gộp các việc vào một tin.
reminders-single = Mỗi việc một tin.
reminders-paused = Đang tạm dừng đến { $until }.
reminders-running = Đang nhắc bình thường.
reminders-unclear = Chưa hiểu “{ $typed }”. Có thể viết: <code>21:00-06:30</code>, <code>tạm dừng 3 ngày</code>, <code>tiếp tục</code>, <code>gộp</code>, <code>lẻ</code>.
reminders-too-long = Chỉ tạm dừng được tối đa { $days } ngày. Đồng chí gửi lại số ngày ngắn hơn.
button-resume = Nhắc lại từ bây giờ
button-pause-day = Tạm dừng 1 ngày
button-pause-week = Tạm dừng 1 tuần
button-single = Mỗi việc một tin
button-digest = Gộp vào một tin
snoozed = Bot sẽ nhắc lại sau { $hours } giờ.

## My data
me-name = <b>{ $name }</b>
me-post = { $post }
me-campaign = Đợt thi đua: { $campaign }
me-role = • { $role }
me-role-in = • { $role } · { $unit }
me-no-campaign = Chưa tham gia đợt thi đua nào.
me-data = Dữ liệu của tôi: bot lưu họ tên, chức vụ, số tài khoản Telegram, đơn vị, vai trò và những việc đồng chí đã ghi.
button-reminders = Giờ nhắc việc
button-language = Ngôn ngữ
button-my-data = Tải dữ liệu của tôi
button-erase = Xoá dữ liệu của tôi
button-campaign = Chuyển sang: { $name }
my-data-caption = Dữ liệu của đồng chí; { $facts } việc đã ghi.
erase-ask = <b>Xoá dữ liệu của đồng chí?</b>
    Họ tên, chức vụ, tài khoản và mọi vai trò sẽ bị gỡ; đồng chí không còn tham gia đợt thi đua nào. Số liệu của đơn vị vẫn giữ nguyên, không còn tên người ghi. Không lấy lại được.
erase-last-office = Đồng chí là thường trực duy nhất của <b>{ $campaign }</b>, nên chưa xoá được. Hãy mời một thường trực khác trước: <code>/{ $invite } office Họ tên</code>
erased = Đã xoá dữ liệu của đồng chí. Muốn tham gia lại, đồng chí xin thường trực link mời mới.

## Groups
group-help = Nhóm này có thể làm bảng tin công khai của đợt thi đua.
    /{ $ranking } · bảng công khai
    /{ $link } · gắn nhóm (thường trực)
    Đăng ký, báo cáo và các việc khác làm trong tin nhắn riêng với bot.
group-private-only = Việc này làm trong tin nhắn riêng với bot.
button-private-chat = Mở tin nhắn riêng
group-linked = Đã gắn nhóm này làm bảng tin của <b>{ $campaign }</b>. Mỗi sáng thứ Hai bot đăng bảng công khai ở đây; xem ngay: /{ $ranking }
group-greeting = Kính chào các đồng chí. Thường trực gõ /{ $link } để gắn nhóm này làm bảng tin công khai của đợt thi đua. Số liệu riêng của đơn vị không bao giờ đăng trong nhóm.

## Pledges
given-nothing = Chỉ tiêu này chưa được giao cho đơn vị.
given-baseline = Xuất phát: { $value }
given-assigned = Chỉ tiêu giao: <b>{ $value }</b>
given-city = Kế hoạch thành phố: { $value }
given-council = Kế hoạch HĐND: { $value }
given-same-period = Cùng kỳ năm trước: { $value }
given-step = • { $name }: { $due }
pledge-campaign-over = Đợt thi đua đã kết thúc ngày { $end }; không đăng ký thêm được nữa.
pledge-ask-indicator = Đăng ký chỉ tiêu nào? Còn { $count } chỉ tiêu được giao chưa đăng ký.
pledge-all-done = Mọi chỉ tiêu được giao đều đã đăng ký hoặc đang chờ duyệt. Muốn đổi hoặc đăng ký thêm: <code>/dangky MÃ số ngày</code>
pledge-ask-value = <b>{ $indicator }</b> { $name }
    { $given }
    Đơn vị cam kết đạt bao nhiêu? Gõ con số.
button-as-assigned = Bằng chỉ tiêu giao: { $value }
pledge-ask-reading = { $indicator }: con số có thể đọc hai cách. Đồng chí chọn số đúng, hoặc gõ lại.
pledge-ask-date = { $indicator }: cam kết <b>{ $value }</b>. Đến ngày nào? Gõ ngày như <code>20/12</code>, chậm nhất { $end }.
button-last-day = Ngày cuối: { $end }
pledge-ask-reason = { $indicator }: cam kết <b>{ $value }</b> thấp hơn chỉ tiêu giao <b>{ $assigned }</b>. Vì sao? Gõ lý do để thường trực xem xét.
pledge-ask-confirm = <b>Đăng ký này đúng chưa?</b>
pledge-summary = <b>{ $indicator }</b> { $name }
    Cam kết: <b>{ $value }</b>, hạn { $due }
pledge-below = ⚠️ Thấp hơn chỉ tiêu giao: thường trực sẽ xem lý do rồi mới duyệt.
pledge-excessive = ⚠️ Vượt { $percent }% chỉ tiêu giao. Đồng chí kiểm tra lại con số và đơn vị tính.
pledge-replaces-pending = Đăng ký { $number } ({ $value }) đang chờ duyệt sẽ được rút, thay bằng đăng ký này.
pledge-replaces-active = Cam kết { $number } ({ $value }) vẫn có hiệu lực cho đến khi đăng ký mới được duyệt.
pledge-recorded = Đã ghi đăng ký <b>{ $number }</b>, đang chờ thường trực duyệt.
    { $summary }
pledge-active-stays = Cam kết { $number } vẫn có hiệu lực cho đến khi đăng ký mới được duyệt.
button-pledge-more = Đăng ký tiếp
button-pledges = Các cam kết
pledge-notice = Đăng ký mới <b>{ $number }</b> của <b>{ $unit }</b>:
    { $summary }
pledge-unknown = Không có đăng ký số { $number } trong phạm vi của đồng chí. Gõ /camket hoặc /duyet để xem số đúng.
pledge-not-waiting = Đăng ký { $number } không còn chờ duyệt nên không rút được.
pledge-ask-withdraw = Rút đăng ký <b>{ $number }</b>: { $indicator }, { $value }?
pledge-decided-meanwhile = Đăng ký này vừa được xử lý nên không rút nữa. Đồng chí mở danh sách để xem kết quả.
pledge-withdrawn = Đã rút đăng ký <b>{ $number }</b>.
pledge-no-baseline = { $indicator } là chỉ tiêu giảm và chưa giao cho đơn vị, nên không biết giảm từ đâu. Đồng chí đề nghị thường trực giao chỉ tiêu trước.
pledge-no-steps = { $indicator } tính theo mốc nhưng đơn vị chưa có mốc nào. Đồng chí đề nghị thường trực bổ sung mốc.
pledge-all-steps = { $indicator } tính theo mốc: cam kết là hoàn thành đủ { $count } mốc. Chỉ cần gửi <code>/{ $command } { $indicator }</code>
pledge-not-better = { $indicator }: cam kết phải tốt hơn mức xuất phát { $baseline }. Đồng chí gửi lại con số khác.
pledge-increment = Cam kết là con số phải đạt, không phải phần tăng thêm. Đồng chí gửi lại không có dấu +.
pledge-fraction = Cam kết là một con số, không phải phân số. Đồng chí gửi lại, ví dụ <code>120</code>.
pledge-no-such-day = Không có ngày <b>{ $typed }</b>. Đồng chí gửi lại ngày đúng, ví dụ <code>20/12/2022</code>.
pledge-not-a-date = Không đọc được ngày “{ $typed }”. Đồng chí gõ như <code>20/12</code> hoặc <code>20/12/2022</code>.
pledge-after-end = Ngày { $typed } sau ngày cuối của đợt thi đua ({ $end }). Đồng chí chọn ngày không muộn hơn { $end }.
pledge-past = Ngày { $typed } đã qua hoặc trước khi đợt thi đua bắt đầu. Đồng chí chọn ngày từ hôm nay đến { $end }.
pledges-head = <b>Cam kết của { $unit }</b> · { $count } chỉ tiêu · còn nợ { $owing } báo cáo tuần này
pledges-line = <b>{ $indicator }</b> { $name }
pledges-none = Chưa đăng ký
pledges-owes = ⏳ Tuần này chưa báo cáo
pledges-active = { $number } { $state }: { $target }, hạn { $due }; mới nhất { $value }
pledges-pace = · nhịp độ { $pace }
pledges-waiting = { $number } chờ duyệt: { $target }, hạn { $due }
pledges-returned = { $number } bị trả lại: { $target }, hạn { $due }. Lý do: { $reason }
pledge-state-done = ✅ hoàn thành
pledge-state-overdue = ⚠️ quá hạn
pledge-state-approved = đã duyệt
button-report-line = Báo cáo { $indicator }
button-withdraw = Rút { $number }
button-pledge-line = Đăng ký { $indicator }

## The queue of pledges
approve-unclear = Chưa hiểu “{ $typed }”. Có thể viết: <code>/duyet 17 ok</code>, <code>/duyet 17 tra lý do</code>, <code>/duyet tatca</code>; hoặc /duyet để mở hàng chờ.
queue-place = Chờ duyệt { $at }/{ $count }
queue-empty = Đã hết hàng đợi: không còn đăng ký nào chờ duyệt.
queue-put-off = Đã xem hết lượt. Còn { $count } đăng ký để sau.
card-head = <b>{ $number } · { $unit }</b>
    <b>{ $indicator }</b> { $name }
card-target = Cam kết: <b>{ $target }</b>, hạn { $due }
card-below = ⚠️ <b>Thấp hơn chỉ tiêu giao</b>
card-excessive = ⚠️ Vượt { $percent }% chỉ tiêu giao
card-replaces = Thay cam kết { $number } đang có hiệu lực: { $value }, hạn { $due }
card-by = Người đăng ký: { $by }, { $at }
button-approve = Duyệt
button-return = Trả lại
button-later = Để sau
return-ask-reason = Trả lại đăng ký <b>{ $number }</b> vì sao? Gõ lý do để đơn vị biết cần sửa gì.
return-needs-reason = Trả lại thì cần lý do. Đồng chí gõ lý do, hoặc /huy để thôi.
approved = ✅ Đã duyệt { $number }: { $unit }, { $indicator }. Đơn vị đã được báo.
returned = ↩️ Đã trả lại { $number }: { $unit }, { $indicator }. Đơn vị đã được báo.
already-approved = { $number } đã được { $by } duyệt lúc { $at }.
already-returned = { $number } đã được { $by } trả lại lúc { $at }.
already-withdrawn = { $number } đã được { $by } rút lại lúc { $at }.
approve-all-ask = Duyệt cùng lúc <b>{ $count }</b> đăng ký bằng hoặc cao hơn chỉ tiêu giao? Còn { $left } đăng ký khác phải xem từng cái.
approve-all-none = Không có đăng ký nào bằng hoặc cao hơn chỉ tiêu giao đang chờ. Còn { $left } đăng ký phải xem từng cái.
approved-all = ✅ Đã duyệt { $count } đăng ký; các đơn vị đã được báo. Còn { $left } đăng ký chờ xem.
approved-notice = ✅ Đăng ký <b>{ $number }</b> đã được duyệt: { $indicator }, { $target }, hạn { $due }.
    Từ tuần sau, mỗi tuần báo cáo một lần, chậm nhất 17:00 thứ Sáu.
returned-notice = ↩️ Đăng ký <b>{ $number }</b> bị trả lại: { $indicator }, { $target }.
    Lý do: { $reason }
    Đồng chí sửa theo lý do rồi đăng ký lại.

## Import
import-template = Tệp mẫu của đợt thi đua. Điền xong, đồng chí gửi lại tệp này vào đây: bot đọc, cho xem trước mọi thay đổi, và chỉ ghi khi đồng chí xác nhận. Mỗi cột có chú thích khi chỉ vào tên cột.
import-reading = Đang đọc tệp { $name }…
import-too-large = Tệp quá lớn; bot nhận tệp đến { $limit } MB. Đồng chí bỏ bớt hình ảnh, định dạng rồi gửi lại.
import-other-table = Bot chỉ đọc tệp Excel đuôi .xlsx, chưa đọc được { $name }. Đồng chí mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu .xlsx, rồi gửi lại. Gõ /nhap để lấy tệp mẫu.
import-not-fetched = Chưa tải được tệp từ Telegram. Đồng chí gửi lại tệp sau ít phút.
import-not-yours = Mã đợt thi đua trong tệp đã có, và đồng chí không phải thường trực của đợt đó. Nếu là đợt mới, đồng chí đổi mã ở dòng <code>ma</code> của trang ChienDich rồi gửi lại.
import-errors = ⚠️ Tệp có { $count } chỗ cần sửa; chưa có gì thay đổi:
import-errors-next = Đồng chí sửa trong tệp rồi gửi lại.
import-summary-name = <b>{ $name }</b> (mã { $code })
import-summary-dates = Từ { $start } đến { $end } ({ $days } ngày)
import-summary-counts = Đơn vị: { $units } · chỉ tiêu: { $indicators } · dòng giao: { $assignments } · bước: { $milestones } · người: { $people }
import-is-new = Đây là đợt thi đua mới.
import-is-same = Tệp giống hệt những gì đang có; không có gì thay đổi.
import-changes = Thay đổi so với hiện tại ({ $count }):
import-warnings = Nên xem lại ({ $count }):
import-question = Xác nhận thì áp dụng từ lúc này và được ghi vào nhật ký.
import-moved = Đợt thi đua vừa được người khác thay đổi sau khi đồng chí xem trước. Đồng chí gửi lại tệp để xem thay đổi mới.
import-created = ✅ Đã tạo đợt thi đua <b>{ $name }</b>. Đồng chí là thường trực. Việc tiếp theo: mời lãnh đạo, đơn vị thẩm định và các đơn vị bằng /moi.
import-changed = ✅ Đã cập nhật <b>{ $name }</b>: { $count } thay đổi.
import-nothing = <b>{ $name }</b>: không có gì thay đổi.
import-button-invite = Mời người
import-button-ranking = Xem bảng

## Import errors
import-error-perhaps = ; có phải { $nearest } không?
import-error-unreadable = không mở được tệp ({ $why }), hãy kiểm tra đường dẫn và quyền đọc
import-error-empty-file = tệp rỗng, hãy gửi lại tệp
import-error-large-file = tệp lớn hơn { $most } MiB, hãy bỏ ảnh và các trang không dùng rồi lưu lại
import-error-bomb = tệp giải nén ra quá { $most } MiB, hãy chép các trang cần dùng sang một tệp mới
import-error-many-parts = tệp có hơn { $most } thành phần, hãy chép các trang cần dùng sang một tệp mới
import-error-macros = tệp có macro, hãy lưu lại dạng .xlsx không macro
import-error-encrypted = tệp được đặt mật khẩu, hãy bỏ mật khẩu rồi lưu lại
import-error-damaged = tệp bị hỏng hoặc không phải bảng tính Excel, hãy mở bằng Excel và lưu lại dạng .xlsx
import-error-not-utf8 = tệp không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8
import-error-toml = không đúng cú pháp TOML ({ $why }), hãy sửa dòng này
import-error-more = và { $count } lỗi nữa, hãy sửa các lỗi trên rồi nhập lại
import-error-foreign = đây là { $what }, hãy lưu theo mẫu ở dạng .xlsx
import-error-missing-sheet = thiếu trang { $sheet }, hãy thêm trang này theo mẫu
import-error-sheet-twice = có hai trang { $sheet }, hãy giữ lại một trang
import-error-extra-sheet = trang { $name } không thuộc mẫu nên được bỏ qua{ $perhaps }
import-error-form = phải viết dưới dạng { $form }
import-error-missing-column = thiếu cột { $heading }, hãy thêm vào dòng đầu
import-error-column-twice = cột { $heading } có hai lần, hãy giữ lại một cột
import-error-extra-column = cột { $name } không thuộc mẫu nên được bỏ qua{ $perhaps }
import-error-many-rows = trang có hơn { $most } dòng, hãy xoá các dòng thừa hoặc chia thành nhiều phong trào
import-error-missing-key = thiếu khoá { $key }, hãy thêm một dòng với khoá này và giá trị của nó
import-error-key-twice = khoá { $key } có hai lần, hãy giữ lại một dòng
import-error-extra-key = khoá { $name } không có trong mẫu nên được bỏ qua{ $perhaps }
import-error-empty-cell = ô trống, hãy điền giá trị
import-error-formula = công thức cho kết quả lỗi { $error }, hãy sửa công thức hoặc gõ số
import-error-ambiguous = { $given } có thể đọc hai cách, hãy viết { $grouped } hoặc { $decimal }
import-error-too-large = số quá lớn, hãy dùng đơn vị tính lớn hơn
import-error-rounded = có hơn 6 chữ số thập phân, đã làm tròn thành { $kept }
import-error-percent-of-other = ô ghi phần trăm nhưng chỉ tiêu tính bằng { $label }, hãy ghi số theo đơn vị đó
import-error-not-whole = { $given } không phải số nguyên không âm, hãy viết số như 90
import-error-date-cell = ô đang là ngày { $date }, hãy định dạng ô là Văn bản rồi gõ lại giá trị
import-error-kind-cell = ô chứa giá trị kiểu { $kind }, hãy gõ lại giá trị như trong mẫu
import-error-not-date = { $given } không phải ngày, hãy viết như 26/09/2022
import-error-not-week-time = { $given } không phải giờ trong tuần, hãy viết như T6 17:00 hoặc CN 18:00
import-error-not-hours = { $given } không phải khoảng giờ, hãy viết như 21:00-06:30
import-error-not-zone = { $given } không phải múi giờ, hãy viết như Asia/Ho_Chi_Minh{ $perhaps }
import-error-not-choice = { $given } không hợp lệ, hãy chọn một trong: { $choices }{ $perhaps }
import-error-wrong-measure = { $given } tính bằng { $unit } nhưng chỉ tiêu tính bằng { $expected }, hãy ghi theo đơn vị đó
import-error-too-fine = { $given } có hơn 6 chữ số thập phân, hãy viết { $rounded }
import-error-unclear = { $given } có thể đọc nhiều cách, hãy viết đủ số và đơn vị như 76,7 tỷ
import-error-unread = { $given } có chữ thừa { $rest } sau số, hãy chỉ ghi số và đơn vị
import-error-not-figure = { $given } không phải số, hãy viết như 76,7 hoặc 120 tỷ
import-error-is-xls = bảng tính Excel đời cũ (.xls)
import-error-is-xlsb = bảng tính nhị phân (.xlsb)
import-error-is-ods = tệp LibreOffice (.ods)
import-error-is-csv = tệp CSV, chỉ chứa được một trang
import-error-is-word = văn bản Word
import-error-is-powerpoint = bản trình chiếu PowerPoint
import-error-is-pdf = tệp PDF
import-error-is-picture = ảnh
import-error-is-unknown = loại tệp chưa hỗ trợ
import-error-weight = trọng số phải lớn hơn 0, hãy sửa lại
import-error-bad-start = ngày bắt đầu phải trong khoảng năm 1900 đến 9000, hãy sửa lại năm
import-error-week-order = giờ trong tuần phải theo thứ tự nhắc việc, hạn báo cáo, hạn thẩm định, chốt tuần, hãy sắp lại
import-error-points-sum = điểm kết quả, kỷ luật và chính xác cộng lại là { $sum }, thường là 100
import-error-role-needs-unit = vai trò { $role } cần có đơn vị, hãy điền mã đơn vị
import-error-empty-cluster = cụm này không có đơn vị nào, hãy kiểm tra cột cum ở trang DonVi
import-error-not-given = chỉ tiêu này chưa giao cho đơn vị nào, hãy kiểm tra trang Giao
import-error-verifies-nothing = đơn vị { $unit } không thẩm định chỉ tiêu nào, hãy kiểm tra cột tham_dinh ở trang ChiTieu
import-error-makeup-on-workday = ngày làm bù rơi vào ngày làm việc nên không đổi gì, hãy kiểm tra lại ngày
import-error-no-rows = trang chưa có dòng nào, hãy điền ít nhất một dòng
import-error-bad-code = mã { $code } chỉ được gồm chữ, số, dấu _ - . và không có dấu cách, hãy đặt lại mã
import-error-long-code = mã { $code } dài hơn { $most } ký tự, hãy rút ngắn
import-error-row-twice = { $value } đã có ở { $first }, hãy xoá một dòng
import-error-code-twice = mã { $value } đã dùng ở { $first } (không phân biệt chữ hoa, chữ thường), hãy đổi một mã
import-error-person-twice = người này đã có với cùng vai trò ở { $first }, có thể xoá một dòng
import-error-unknown-code = không có mã { $code } ở trang { $sheet }, hãy sửa mã hoặc thêm vào trang đó{ $perhaps }
import-error-above-zero = phải lớn hơn 0 và không quá { $top }, hãy sửa lại
import-error-bounds = phải trong khoảng { $low } đến { $top }, hãy sửa lại
import-error-no-steps = chỉ tiêu mốc { $indicator } giao cho { $unit } chưa có bước nào, hãy thêm ở trang Moc
import-error-step-of-other = chỉ tiêu có kiểu { $kind }, không phải moc, hãy bỏ bước này hoặc đổi kiểu ở trang ChiTieu
import-error-step-not-given = chỉ tiêu { $indicator } chưa giao cho { $unit }, hãy thêm một dòng ở trang Giao
import-error-outside-campaign = ngày nằm ngoài phong trào ({ $start } đến { $end }), hãy sửa lại
import-error-target-is-baseline = mục tiêu bằng số gốc nên đơn vị không phải làm gì, hãy kiểm tra lại
import-error-decrease-above = chỉ tiêu giảm nhưng mục tiêu cao hơn số gốc { $baseline }, hãy sửa số hoặc đổi kiểu
import-error-increase-below = chỉ tiêu tăng nhưng mục tiêu thấp hơn số gốc { $baseline }, hãy sửa số hoặc đổi kiểu
import-error-looks-like-share = cột { $column } ghi { $share }%, hãy kiểm tra xem có phải tỷ lệ chưa nhân 100 không

## Lists
list-more = … và { $count } dòng nữa

## Boards
board-title = <b>Bảng xếp hạng tuần { $week }</b> · { $campaign }
board-closed-at = Chốt lúc { $at } · mã { $digest }
board-open-at = Tạm tính đến { $at }, tuần chưa chốt
board-no-cluster = <b>Đơn vị ngoài cụm</b>
board-all-units = toàn đợt thi đua
board-improved = Tiến bộ nhất tuần: { $units } (+{ $gain } điểm)
board-above = • { $indicator }: { $above }/{ $total } đơn vị đạt trên { $threshold }%
board-weak-fields = Lĩnh vực cần tập trung: { $fields }
board-own = Đơn vị đồng chí: <b>{ $unit }</b> – hạng { $place }/{ $count }, { $cluster }, { $total } điểm{ $moved }
board-own-unranked = Đơn vị đồng chí: <b>{ $unit }</b> – tạm tính { $total } điểm, chưa xếp hạng
board-own-first = Đơn vị đang dẫn đầu.
board-own-level = Bằng điểm với đơn vị hạng { $next }, xếp sau do điểm kết quả, điểm số liệu hoặc số việc quá hạn.
board-own-gap = Cách hạng { $next }: { $gap } điểm. Gõ /visao để biết việc nên làm.
board-starting = Đợt thi đua đang khởi động. Thứ hạng được công bố từ ngày thứ { $day }. Các đơn vị tham gia:
board-starting-post = Đợt thi đua đang khởi động; thứ hạng được công bố từ ngày thứ { $day }.
board-frozen = Những ngày cuối đợt, bảng công khai tạm dừng. Dưới đây là bảng đã chốt gần nhất; kết quả cuối cùng sẽ được công bố khi tổng kết.
board-frozen-none = Những ngày cuối đợt, bảng công khai tạm dừng. Kết quả cuối cùng sẽ được công bố khi tổng kết.
board-frozen-leaders = Bảng công khai đang tạm dừng. Bảng này chỉ dành cho lãnh đạo và thường trực, đề nghị không phổ biến.
board-frozen-week = Bảng tuần { $week } chưa được công khai. Kết quả cuối cùng sẽ được công bố khi tổng kết.
board-no-week = Tuần { $week } chưa có bảng. Các tuần của đợt thi đua: 1 đến { $weeks }.
board-week-open = Tuần { $week } chưa chốt. Gõ /xephang để xem bảng hiện tại.
board-no-such-cluster = Không có cụm { $code }. Các cụm: { $clusters }.
board-empty = Chưa có đơn vị nào được giao chỉ tiêu hoặc đăng ký thi đua.
board-page = Trang { $page }/{ $pages }
board-next = Trang sau ▶
board-previous = ◀ Trang trước
board-button-ranking = Bảng xếp hạng
board-button-brief = Giao ban
board-button-risks = Cảnh báo
board-button-why = Vì sao điểm này?
post-title = <b>Tin thi đua tuần { $week }</b> · { $campaign }
post-see-more = Đồng chí xem hạng và điểm của đơn vị mình trong tin nhắn riêng với @{ $bot }.

## Why a score is what it is
why-title = <b>Điểm của { $unit }</b> (tính đến { $at })
why-results = <b>K – Kết quả: { $points }/{ $full }</b>
why-results-none = Chưa có chỉ tiêu nào được tính.
why-item = • { $indicator }: { $reached }; hoàn thành { $completion }, đến nay cần { $expected }, tiến độ { $pace }; tỷ trọng { $weight } → <b>{ $points }</b>
why-item-open = (trong đó số { $value } chưa thẩm định: phần tăng thêm tính { $share })
why-item-not-pledged = • { $indicator }: được giao nhưng chưa có đăng ký được duyệt; tỷ trọng { $weight } → <b>{ $points }</b>
why-steps = { $done }/{ $all } mốc đã được xác nhận
why-maintain = giữ mức { $level } hằng tuần
why-value = { $value } (gốc { $baseline }, mục tiêu { $target })
why-left-not-pledged = • { $indicator }: chưa đăng ký; từ ngày thứ { $day } sẽ tính 0 điểm nếu vẫn chưa có
why-left-no-target = • { $indicator }: chưa có mục tiêu và chưa đăng ký, không tính
why-left-nothing-due = • { $indicator }: chưa có mốc nào đến hạn, chưa tính
why-left-no-week = • { $indicator }: chưa chốt tuần nào, chưa tính
why-discipline = <b>N – Kỷ luật báo cáo: { $points }/{ $full }</b>
why-discipline-none = Chưa có báo cáo nào đến hạn.
why-discipline-counts = { $ontime } đúng hạn, { $late } nộp muộn (tính { $share }) trên { $due } báo cáo phải nộp
why-discipline-missing = Thiếu: { $list }
why-discipline-awaited = Còn nộp bổ sung được: { $list }
why-weeks = { $indicator } (tuần { $weeks })
why-accuracy = <b>S – Số liệu đúng: { $points }/{ $full }</b>
why-accuracy-counts = { $ok } đúng (trong ±{ $tolerance }%) trên { $total } số đã thẩm định.
why-accuracy-median = Chưa đủ mẫu ({ $least } lần): lấy trung vị của cụm.
why-accuracy-full = Chưa đủ mẫu ({ $least } lần): tính đủ điểm.
why-bonus = <b>Thưởng: +{ $points }</b> (tối đa { $cap })
why-bonus-over = • { $indicator }: vượt chỉ tiêu, { $confirmed } so với { $target } → +{ $steps }
why-bonus-award = • Hội đồng thưởng { $number }: +{ $points } – { $reason }
why-penalty = <b>Trừ: −{ $points }</b> (tối đa { $cap })
why-penalty-missing = • −{ $points }: thiếu báo cáo { $indicator } tuần { $week }
why-penalty-overdue = • −{ $points }: { $indicator } quá hạn { $due }, không báo vướng mắc trước hạn
why-penalty-false = • −{ $points }: báo cáo sai đã xác minh, tuần { $week }
why-total = <b>Tổng: { $total }</b> = { $results } + { $discipline } + { $accuracy } + { $bonus } − { $penalty } (chính xác { $exact }, làm tròn đến 0,1)
why-next = 👉 <b>Việc nên làm nhất tuần này:</b> { $step } (có thể thêm { $gain } điểm).
why-next-none = Đơn vị đang đạt tiến độ ở mọi chỉ tiêu. Giữ nhịp báo cáo hằng tuần.
why-which-unit = Đồng chí cho biết đơn vị: gõ /visao và mã đơn vị, ví dụ /visao { $example }.
advice-report = báo cáo tuần này cho { $indicators } bằng /capnhat hoặc /khongdoi
advice-pledge = đăng ký chỉ tiêu { $indicator } bằng /dangky { $code }
advice-reach = đưa { $indicator } lên { $value } và được thẩm định
advice-steps = hoàn thành và báo cáo các mốc đã đến hạn của { $indicator }

## Briefs
brief-title = <b>BÁO CÁO GIAO BAN</b>
brief-title-month = <b>BÁO CÁO GIAO BAN THÁNG { $month }</b>
brief-head = { $host } – { $campaign }
    Ngày thứ { $day }/{ $days }, số liệu đến { $at }
brief-results = <b>I. Kết quả</b>
brief-tasks = Tổng số { $total } nhiệm vụ: { $done } hoàn thành, { $progress } đang thực hiện, { $overdue } quá hạn.
brief-actual = { $indicator }: đạt { $actual }
brief-left = { $indicator }: còn { $actual }
brief-reported = đã báo cáo { $reported } (phần chênh đang chờ thẩm định)
brief-steps = { $steps } bước
brief-of-assigned = bằng { $ratio } chỉ tiêu giao
brief-of-city = bằng { $ratio } kế hoạch thành phố
brief-of-council = bằng { $ratio } kế hoạch Hội đồng nhân dân
brief-grew = bằng { $ratio } so cùng kỳ (tăng { $change })
brief-fell = bằng { $ratio } so cùng kỳ (giảm { $change })
brief-above = { $above }/{ $total } đơn vị đạt trên { $threshold }%.
brief-exemplars = Tiêu biểu: { $units }.
brief-weak = <b>II. Tồn tại, hạn chế</b>
brief-weak-none = Không có lĩnh vực chậm tiến độ, không có nhiệm vụ quá hạn.
brief-weak-fields = Lĩnh vực chậm tiến độ: { $fields }.
brief-overdue-tasks = { $count } nhiệm vụ quá hạn.
brief-obstacles = { $open } khó khăn, vướng mắc chưa giải quyết xong, trong đó { $overdue } quá hạn trả lời.
brief-ahead = <b>III. Nhiệm vụ thời gian tới</b>
brief-ahead-none = Duy trì tiến độ, báo cáo đúng hạn hằng tuần.
brief-do-overdue = Xử lý dứt điểm { $count } nhiệm vụ quá hạn.
brief-do-progress = Đẩy nhanh tiến độ { $count } nhiệm vụ đang thực hiện.
brief-do-fields = Tập trung chỉ đạo lĩnh vực: { $fields }.
brief-do-obstacles = Giải quyết { $count } khó khăn, vướng mắc của cơ sở.
brief-decisions = <b>IV. Đề nghị lãnh đạo cho ý kiến</b>
brief-decisions-none = Không có.

## Risks
risks-title = <b>CẢNH BÁO</b> (tính đến { $at })
risks-none = Không có.
risks-missing = Không kịp nếu giữ tốc độ hiện nay
risks-missing-line = • { $unit }: { $indicator } – dự kiến đạt { $projected } khi đến hạn { $due }
risks-overdue = Quá hạn
risks-overdue-line = • { $unit }: { $indicator } – hạn { $due }
risks-obstacles = Vướng mắc chưa xong
risks-obstacle-line = • { $number } { $unit }: { $text }
risks-obstacle-overdue = • { $number } { $unit }: { $text } – <b>quá hạn trả lời</b>
risks-obstacle-leaders = • { $number } { $unit }: { $text } – <b>chờ lãnh đạo cho ý kiến</b>
risks-backlog = Nơi còn số liệu chờ thẩm định
risks-backlog-line = • { $verifier }: { $count } số, cũ nhất từ { $oldest }
risks-office = Thường trực

## Commendation
commend-title = <b>ĐỀ NGHỊ KHEN THƯỞNG – DANH SÁCH XEM XÉT</b> (tính đến { $at })
commend-note = Danh sách do hệ thống gợi ý theo quy định; Hội đồng quyết định.
commend-collectives = <b>Tập thể</b> ({ $count })
commend-individuals = <b>Cá nhân</b> ({ $count })
commend-none = Chưa có.
commend-eligible = đủ điều kiện
commend-not-eligible = chưa đủ điều kiện
commend-line = <b>{ $name }</b> – { $category }: { $verdict }
commend-line-indicator = <b>{ $name }</b> – { $category } ({ $indicator }): { $verdict }
commend-quota = Tỷ lệ lãnh đạo trong số cá nhân không quá { $quota }.
reason-all-verified = các số liệu đã được thẩm định
reason-unverified = còn số liệu chờ thẩm định: { $indicators }
reason-nothing-false = không có báo cáo sai
reason-proven-false = có { $count } báo cáo sai đã xác minh
reason-nothing-overdue = không có cam kết quá hạn
reason-overdue = quá hạn, không báo vướng mắc trước hạn: { $indicators }
reason-new = thành tích chưa được khen
reason-rewarded = thành tích này đã được khen
gate-verified = Số liệu thẩm định
gate-no-false = Trung thực
gate-no-overdue = Đúng hạn
gate-not-rewarded = Không trùng khen
category-leader = dẫn đầu cụm
category-over = vượt chỉ tiêu
category-improved = tiến bộ nhất từ ngày thứ 30

## What is sent unasked
nudge-title = Tuần { $week } đồng chí còn { $count } chỉ tiêu chưa báo cáo (hạn { $closes }):
nudge-line = • { $indicator } ({ $unit }): gần nhất { $last }, cam kết { $target }
nudge-single = Nhắc báo cáo tuần { $week } (hạn { $closes }):
nudge-reply = Trả lời tin này bằng con số mới, hoặc bấm nút.
nudge-press = Bấm nút để báo cáo, hoặc gõ /capnhat.
nudge-report = Báo cáo { $indicator }
nudge-no-change = { $indicator }: không đổi
nudge-later = Nhắc sau 3 giờ
verify-title = Có { $count } số liệu chờ đồng chí thẩm định, cũ nhất từ { $oldest }. Thẩm định tuần này kết thúc lúc { $closes }.
verify-open = Mở danh sách thẩm định
deadline-title = Nhắc hạn cam kết:
deadline-before = • { $indicator } ({ $unit }): hạn { $due }, còn { $days } ngày
deadline-today = • { $indicator } ({ $unit }): <b>đến hạn hôm nay</b> ({ $due })
deadline-after = • { $indicator } ({ $unit }): <b>quá hạn { $days } ngày</b> (hạn { $due })
deadline-hint = Nếu có vướng mắc, đồng chí báo ngay với thường trực trước hạn.
deadline-office = Các cam kết quá hạn kéo dài, đề nghị thường trực đôn đốc.
deadline-open = Xem các cam kết
phase-launch = <b>{ $campaign }</b> bắt đầu hôm nay, { $start }, kéo dài { $days } ngày đến { $end }. Đề nghị các đơn vị đăng ký chỉ tiêu bằng /dangky và báo cáo hằng tuần trước hạn.
phase-midpoint = <b>{ $campaign }</b>: hôm nay là ngày thứ { $day }/{ $days }, sơ kết giữa đợt. Đề nghị các đơn vị rà soát tiến độ (/visao) và báo cáo vướng mắc.
phase-sprint = <b>{ $campaign }</b> bước vào giai đoạn nước rút: còn { $left } ngày, kết thúc { $end }. Đề nghị các đơn vị tập trung hoàn thành cam kết.
phase-end = <b>{ $campaign }</b> đã kết thúc ngày { $end }. Bảng cuối cùng đã chốt; đề nghị các đơn vị hoàn tất minh chứng để tổng kết, khen thưởng.

## Entries, wherever they are shown
entry-no-change = không thay đổi
entry-office = thường trực đợt thi đua
entry-nobody = cán bộ
entry-doubt-fall = lùi so với số gần nhất
entry-doubt-jump = nhảy vọt so với số gần nhất
entry-doubt-excess = vượt xa chỉ tiêu
entry-doubt-rounded = đã làm tròn tới 6 chữ số thập phân
entry-check-confirmed = Đã xác nhận { $value } ({ $who }, { $at })
entry-check-other = Đã xác nhận số khác: { $value } ({ $who }, { $at }). Lý do: { $reason }
entry-check-returned = Đã trả lại ({ $who }, { $at }). Lý do: { $reason }
entry-more = … và { $count } dòng nữa
entry-button-correct = Sửa số

## Reporting
report-which-line = Đồng chí báo cáo chỉ tiêu nào?
report-owed-marked = 🔸 là { $count } chỉ tiêu còn nợ báo cáo tuần này.
report-which-line-for = “{ $text }” là số của chỉ tiêu nào?
report-unknown-line = Không có chỉ tiêu mã “{ $word }”. Đồng chí chọn một chỉ tiêu của đơn vị:
report-did-you-mean = Không có chỉ tiêu mã “{ $word }”. Có phải đồng chí muốn nói:
report-not-given = Đơn vị không được giao và chưa đăng ký chỉ tiêu { $name }. Muốn báo cáo, đồng chí đăng ký chỉ tiêu này trước.
report-no-lines = Đơn vị chưa được giao và chưa đăng ký chỉ tiêu nào. Đồng chí đăng ký bằng lệnh /dangky.
report-line-gone = Chỉ tiêu { $code } không còn trong đợt thi đua. Gõ /camket để xem các chỉ tiêu hiện có.
report-no-steps = Chỉ tiêu { $code } tính theo bước nhưng thường trực chưa nhập các bước của đơn vị. Đồng chí liên hệ thường trực.
report-too-early = Đợt thi đua bắt đầu từ { $start }, hôm nay chưa nhận số liệu. Đồng chí gửi lại từ ngày đó.
report-too-late = Đợt thi đua đã kết thúc ngày { $end }, số liệu nhận đến hết { $last }. Cần sửa số, đồng chí liên hệ thường trực.
report-empty = Chưa thấy số. Đồng chí ghi số luỹ kế đã đạt, ví dụ: <code>{ $example }</code>
report-no-number = Phần báo cáo phải bắt đầu bằng con số, ghi chú viết sau. Ví dụ: <code>{ $example }</code> ghi chú
report-malformed = “{ $text }” chưa đọc được thành một con số. Ví dụ: <code>{ $example }</code>
report-negative = Số luỹ kế không thể âm. Ghi số đã đạt đến nay, ví dụ: <code>{ $example }</code>; muốn trừ bớt phần vừa báo thì ghi <code>+-</code> trước số.
report-unclear = “{ $text }” có thể hiểu theo nhiều cách. Đồng chí ghi liền một số, ví dụ: <code>{ $example }</code>
report-wrong-measure = Đồng chí ghi “{ $given }”, nhưng chỉ tiêu này tính bằng { $expected }. Ví dụ: <code>{ $example }</code>
report-too-fine = Số có quá nhiều chữ số thập phân. Ví dụ: <code>{ $example }</code>
report-too-large = Số quá lớn. Đồng chí kiểm tra lại đơn vị tính, ví dụ: <code>{ $example }</code>
report-unread = Sau con số còn “{ $text }”. Đồng chí chỉ ghi con số, ví dụ: <code>{ $example }</code>
report-other-steps = Đồng chí ghi trên { $of } bước, nhưng đơn vị có { $steps } bước. Ví dụ: <code>1/{ $steps }</code>
report-no-such-step = Số bước đã xong là số nguyên từ 0 đến { $steps }. Ví dụ: <code>1/{ $steps }</code>
report-fraction = Chỉ tiêu này không tính bằng phân số. Đồng chí ghi số đã đạt, ví dụ: <code>{ $example }</code>
report-correct-total = Khi sửa, đồng chí ghi số luỹ kế đúng, không ghi phần tăng thêm. Ví dụ: <code>{ $example }</code>
report-which-reading = { $name }: số này có hai cách đọc. Đồng chí chọn số đúng:
report-sure-line = Đồng chí xem lại số của <b>{ $name }</b>:
report-sure-values = Số gần nhất: { $last } → số mới: <b>{ $value }</b>
report-sure-increment = (tăng thêm { $increment })
report-sure-doubt = ❗ Số mới { $doubt }.
report-sure-again = ❗ Đồng chí vừa gửi đúng nội dung này trong { $minutes } phút qua: { $number } lúc { $at }.
report-sure-replaces = Nếu đúng, số mới được ghi là bản sửa của { $number } (chưa thẩm định).
report-sure-question = Nếu đúng, bấm nút đầu. Nếu nhầm, gửi số khác hoặc bấm nút sau.
report-recorded = ✅ Đã ghi <b>{ $number }</b>: { $name }
report-recorded-correction = ✅ Đã ghi <b>{ $number }</b>, thay cho { $old }: { $name }
report-recorded-value = Số luỹ kế: <b>{ $value }</b> (trước đó { $last })
report-recorded-verifier = Chờ thẩm định: { $verifier }
report-recorded-note = Ghi chú: { $note }
report-recorded-evidence = Minh chứng kèm theo: { $count }
report-add-evidence = Gửi ảnh hoặc tệp ngay sau tin này để bổ sung minh chứng cho { $number }.
report-no-secrets = <i>Không gửi giấy tờ của công dân hay tài liệu mật.</i>
report-button-score = Xem điểm
report-button-pledge = Đăng ký { $code }
report-button-step = Đã xong bước { $step }
report-button-no-change = Không đổi
report-button-all-owed = Tất cả { $count } chỉ tiêu còn nợ tuần này
report-figure-line = <b>{ $name }</b>
report-figure-last = Số gần nhất: <b>{ $last }</b>
report-figure-question = Số luỹ kế đến nay là bao nhiêu? Nhắn số (có thể kèm ghi chú), ví dụ: <code>{ $example }</code>; gửi ảnh ở đây là minh chứng.
report-figure-correct = Số đúng là bao nhiêu? Nhắn số luỹ kế, ví dụ: <code>{ $example }</code>
report-step = { $mark } { $step }. { $name } (hạn { $due })
report-already-replaced = { $number } đã được thay bằng { $newer }. Đồng chí sửa số mới hơn.
standing-pledged = Cam kết: { $target }, hạn { $due }
standing-assigned = Được giao: { $target }
standing-done = Hoàn thành: { $done }
standing-not-pledged = Chỉ tiêu chưa có cam kết được duyệt: số được ghi nhận, nhưng chỉ tính điểm khi cam kết được duyệt. Đăng ký: /dangky { $code }
standing-on-pace = Tiến độ: đạt hoặc vượt mức cần có đến hôm nay
standing-a-little-behind = Tiến độ: hơi chậm, bằng { $percent } mức cần có đến hôm nay
standing-behind = Tiến độ: chậm, bằng { $percent } mức cần có đến hôm nay
standing-kept = Đang giữ được mức cam kết
standing-not-kept = Đang thấp hơn mức phải giữ
standing-all-steps = Đã xong tất cả các bước
standing-next-step = Bước tiếp theo: { $name }, hạn { $due }
standing-late-steps = Tiến độ: { $count } bước đã quá hạn mà chưa xong
nochange-which-line = Chỉ tiêu nào không thay đổi trong tuần này?
nochange-again = Đồng chí vừa báo không đổi cho { $name } ({ $number } lúc { $at }). Ghi thêm lần nữa?
nochange-recorded = ✅ Đã ghi không thay đổi:
nochange-recorded-line = <b>{ $number }</b> { $name}: vẫn { $value }
nochange-none-owed = Tuần này đơn vị không còn nợ báo cáo nào.
evidence-added = 📎 Đã thêm minh chứng vào <b>{ $number }</b> ({ $name }); tất cả: { $count }.
evidence-kept = 📎 Đã nhận { $count } minh chứng; sẽ đi cùng số đồng chí đang báo.
evidence-no-entry = Trong { $minutes } phút qua đồng chí chưa báo cáo số nào để gắn minh chứng này. Gửi lại ảnh với chú thích, ví dụ: <code>/capnhat MÃ SỐ</code>; hoặc báo số trước rồi gửi ảnh.
evidence-checked = { $number } đã thẩm định xong, không nhận thêm minh chứng. Nếu có số mới, gửi ảnh với chú thích <code>/capnhat MÃ SỐ</code>.
evidence-known = Minh chứng này đã có trong { $number }.
plain-hint = Gõ /trogiup để xem những việc đồng chí làm được.
plain-hint-unit = Muốn báo cáo, gõ <code>/capnhat MÃ SỐ</code> hoặc /capnhat để được hướng dẫn từng bước. Việc khác xem /trogiup.
plain-nothing-owed = Tuần này đơn vị không còn nợ báo cáo nào, nên chưa rõ số này của chỉ tiêu nào. Gõ <code>/capnhat MÃ SỐ</code> để báo cáo.
plain-not-a-workbook = Tệp này không phải tệp Excel của đợt thi đua (đuôi .xlsx). Gõ /nhap để lấy tệp mẫu.

## Checking
verify-usage = Cách ghi: <code>/thamdinh 17 ok</code>, <code>/thamdinh 17 75,0 lý do</code>, <code>/thamdinh 17 tra lý do</code>; hoặc /thamdinh để xem lần lượt.
verify-no-entry = Không có báo cáo { $number } trong đợt thi đua. Gõ /thamdinh để xem các báo cáo đang chờ.
verify-no-change = { $number } là báo cáo không thay đổi, không cần thẩm định.
verify-already = { $number } đã thẩm định rồi. { $check }
verify-replaced = { $number } đã được đơn vị thay bằng { $newer }: { $value }. Đồng chí thẩm định số mới.
verify-return-needs-reason = Trả lại cần có lý do để đơn vị biết phải sửa gì, ví dụ: <code>/thamdinh { $number } tra thiếu chứng từ</code>
verify-reason-as-text = Đồng chí nhắn lý do bằng chữ, hoặc gõ /huy để thôi.
verify-ask-value = { $number } báo { $reported }. Số đúng là bao nhiêu? Nhắn số kèm lý do, ví dụ: <code>{ $example } theo sổ kho bạc</code>
verify-ask-reason = { $number } báo { $reported }, đồng chí xác nhận { $value }. Vì sao khác? Nhắn lý do để đơn vị biết.
verify-ask-return = Vì sao trả lại { $number }? Nhắn lý do để đơn vị biết phải sửa gì.
verify-rounded = Số có quá nhiều chữ số thập phân. Ghi là { $value }?
verify-done-confirmed = ✅ { $number } ({ $unit }): đã xác nhận { $value }.
verify-done-returned = ↩️ { $number } ({ $unit }): đã trả lại.
verify-queue-left = Đang chờ thẩm định: { $count }
verify-queue-empty = Không còn báo cáo nào chờ đồng chí thẩm định.
verify-queue-put-off = Đã xem hết; còn { $count } báo cáo đồng chí để sau.
verify-card-title = <b>{ $number }</b> · <b>{ $unit }</b>{"\u000A"}{ $name }
verify-card-value = Số báo cáo: <b>{ $value }</b>
verify-card-by = Người báo: { $who }, { $at }
verify-card-confirmed = Đã xác nhận gần nhất: { $value } ({ $number })
verify-card-none = Chưa có số nào được xác nhận; gốc: { $value }
verify-card-target = Chỉ tiêu: { $value }
verify-card-step = Bước mới nhất đã xong: { $step }. { $name } (hạn { $due })
verify-card-trajectory = Trước đó: { $values }
verify-card-note = Ghi chú: { $note }
verify-card-doubt = ❗ Số { $doubt } (người báo đã khẳng định lại)
verify-card-evidence = Minh chứng: { $count }
verify-card-no-evidence = Không có minh chứng
verify-evidence = { $number } · { $unit } · minh chứng { $index }/{ $count }
verify-button-right = Đúng số
verify-button-other = Số khác
verify-button-return = Trả lại
verify-button-later = Để sau
verify-button-evidence = Xem minh chứng ({ $count })
verify-button-see = Xem { $number }
verify-button-queue = Xem hàng chờ
verify-notice-other = { $by } xác nhận số khác cho <b>{ $number }</b> ({ $name }).{"\u000A"}Đơn vị báo: { $reported}; số được xác nhận: <b>{ $value }</b>.{"\u000A"}Lý do: { $reason }{"\u000A"}Nếu thấy chưa đúng, đồng chí trao đổi với { $by } rồi báo lại số mới bằng /capnhat.
verify-notice-returned = { $by } trả lại <b>{ $number }</b> ({ $name }, số báo: { $reported }).{"\u000A"}Lý do: { $reason }{"\u000A"}Số này không được tính. Đồng chí báo lại số đúng bằng nút dưới đây hoặc <code>/capnhat { $code } SỐ</code>.

## History
history-title = <b>{ $unit }</b>: các báo cáo, mới nhất trước
history-title-line = <b>{ $unit }</b> · <b>{ $code }</b>: các báo cáo, mới nhất trước
history-empty = Chưa có báo cáo nào.
history-entry = <b>{ $number }</b> { $said}{"\u000A"}{ $at } · { $who }
history-corrects = Sửa { $number }
history-note = Ghi chú: { $note }
history-waiting = Chờ thẩm định
history-replaced = Đã được thay bằng { $number }
history-button-older = Cũ hơn ▶
history-usage = Cách ghi: <code>/lichsu THUE</code> (đơn vị mình), hoặc <code>/lichsu AB THUE</code> (thường trực, lãnh đạo, đơn vị thẩm định).
history-unknown = Không có chỉ tiêu hay đơn vị mã “{ $word }”.
history-did-you-mean = Không có chỉ tiêu hay đơn vị mã “{ $word }”. Có phải “{ $near }”?
