# Every sentence a user reads, in Vietnamese. The same keys stand in ../en/thidua.ftl.

## General
language-set = Từ nay bot nói tiếng Việt.
refusal = ⚠️ { $text }
refusal-question-stays = Câu hỏi trước của bot vẫn chờ đồng chí trả lời; muốn bỏ, gõ /huy.
failed = Xin lỗi, hệ thống gặp sự cố khi xử lý tin vừa rồi. Số liệu không bị thay đổi. Đồng chí vui lòng gửi lại sau ít phút.
no-campaign-office = Chưa có đợt thi đua nào. Gửi tệp Excel của đợt thi đua vào đây, hoặc gõ /nhap để lấy tệp mẫu.
not-a-member = Đồng chí chưa tham gia đợt thi đua nào. Hãy mở đường liên kết mời do thường trực gửi; chưa có thì liên hệ thường trực để được mời.
not-allowed = Việc này không thuộc nhiệm vụ của đồng chí trong đợt thi đua. Gõ /trogiup để xem những việc đồng chí làm được.
no-unit = Đồng chí không báo cáo cho đơn vị nào. Nếu chưa đúng, liên hệ thường trực để được mời lại.
stale-button = Nút này đã cũ. Đồng chí gõ lại lệnh để có nút mới.
press-a-button = Đồng chí bấm một nút trong tin nhắn ở trên, hoặc gõ /huy để thôi.
edited-message = Sửa tin nhắn không làm thay đổi số liệu đã ghi. Muốn sửa số, đồng chí gửi lại lệnh /capnhat với số đúng.
link-in-group-only = Lệnh này gõ trong nhóm cần gắn, sau khi đã thêm bot vào nhóm.
button-confirm = Xác nhận
button-cancel = Huỷ
bot-description = Trợ lý của đợt thi đua: đăng ký chỉ tiêu, báo cáo tiến độ kèm minh chứng, xem xếp hạng và vì sao. Cần đường liên kết mời của thường trực để tham gia.

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
command-commend = Danh sách đề nghị khen thưởng
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
    Để tham gia, đồng chí mở đường liên kết mời do thường trực gửi, hoặc gõ <code>/start MÃ</code> với mã trong liên kết. Chưa có liên kết thì liên hệ thường trực.
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
invite-unknown = Mã mời này không dùng được. Đồng chí kiểm tra lại liên kết, hoặc xin thường trực liên kết mới.
invite-used = Liên kết mời này đã có người dùng; mỗi liên kết chỉ dùng một lần. Đồng chí xin thường trực liên kết mới.
invite-expired = Liên kết mời này đã hết hạn. Đồng chí xin thường trực liên kết mới.
invite-again = Đồng chí đã tham gia bằng liên kết này rồi, không cần làm gì thêm.
    { $steps }
steps-office = • Thường trực: duyệt đăng ký của đơn vị, mời thêm người.
steps-leader = • Lãnh đạo: xem bảng xếp hạng và báo cáo giao ban; mỗi sáng thứ Hai bot gửi tới đồng chí.
steps-verifier = • Thẩm định: xác nhận hoặc trả lại số liệu thuộc chỉ tiêu của mình.
steps-unit = • Đơn vị: đăng ký chỉ tiêu trước, rồi mỗi tuần báo cáo một lần, chậm nhất 17:00 thứ Sáu.
steps-council = • Hội đồng: xem danh sách đề nghị (/khenthuong); khi mở bỏ phiếu, bot báo để đồng chí bỏ phiếu kín (/bophieu).
steps-reader = • Xem bảng xếp hạng công khai của đợt thi đua.
button-import = Lấy tệp mẫu
button-approve-queue = Mở hàng chờ duyệt
button-invite = Mời người
button-ranking = Bảng xếp hạng
button-brief = Giao ban
button-verify-queue = Mở hàng chờ thẩm định
button-pledge = Đăng ký chỉ tiêu
button-report = Báo cáo tiến độ
help-stranger = Đồng chí chưa tham gia đợt thi đua nào; hãy mở liên kết mời do thường trực gửi. Những lệnh dùng được ngay:
help-head = <b>Những việc đồng chí làm được</b>
    Gõ lệnh không kèm gì thì bot hỏi từng bước.
help-numbers = Số 5, 12, 17 trong ví dụ là số bot ghi ở từng việc (#5, #12, #17); các mã là mã thật của đợt này.
help-job-office = Bot báo khi có việc mới. Hằng ngày: /duyet (đăng ký), /thamdinh (số liệu, khiếu nại), /vuongmac (giao nơi trả lời). Sáng thứ Hai: /giaoban, /canhbao.
help-job-leader = Sáng thứ Hai bot gửi đồng chí bảng xếp hạng và báo cáo giao ban. Việc xin ý kiến đồng chí ở /vuongmac; giao việc bằng /chidao.
help-job-verifier = Khi có số liệu mới, bot báo đồng chí: mở /thamdinh, xem minh chứng rồi bấm nút.
help-job-unit = Đầu đợt: đăng ký bằng /dangky. Mỗi tuần: báo cáo từng chỉ tiêu bằng /capnhat, gửi kèm ảnh hoặc tệp minh chứng; không có gì mới thì /khongdoi. Bot nhắc trước hạn.
help-job-council = Khi thường trực mở bỏ phiếu, bot báo đồng chí: bỏ phiếu kín ở /bophieu. Danh sách và biên bản kiểm phiếu ở /khenthuong.
help-job-observer = Đồng chí xem bảng xếp hạng, huy hiệu và danh sách khen thưởng đã công khai.
help-group-work = <b>Việc chính</b>
help-group-figures = <b>Xem số liệu</b>
help-group-tasks = <b>Chỉ đạo, khen thưởng</b>
help-group-running = <b>Điều hành đợt thi đua</b>
help-group-own = <b>Của đồng chí</b>
help-advice = ·  { $advice }
help-note = – { $note }
help-line = /{ $command } · { $description }
help-example = ·  <code>{ $example }</code>
help-link = Trong nhóm: /{ $command } (gắn nhóm làm bảng tin công khai)
example-pledge = /{ $command } { $indicator } 120 { $date }
example-update = /{ $command } { $indicator } 76,7 ghi chú
example-update-steps = /{ $command } { $indicator } 76,7 · /{ $command } { $steps } 2/3 (đã xong 2 trên 3 mốc)
example-ranking = /{ $command } tuần 3
example-approve = /{ $command } 17 ok (duyệt) · /{ $command } 17 tra lý do (trả lại) · /{ $command } tatca (mọi đăng ký đạt chỉ tiêu giao)
example-verify = /{ $command } 17 ok (đúng số) · /{ $command } 17 75,0 lý do (số khác) · /{ $command } 17 tra lý do (trả lại)
example-verify-office = /{ $command } 17 ok (đúng số) · /{ $command } khieunai (giải quyết khiếu nại) · /{ $command } rut 5 (rút thăm 5 số để xem lại)
example-invite = /{ $command } trưởng đơn vị { $unit } Nguyễn Văn A · /{ $command } tatca (mọi người trong tệp) · /{ $command } thu (thu hồi lời mời) · /{ $command } bangiao { $unit } (người khác nhận việc)
example-excuse = /{ $command } { $unit } tuần 3 lý do · /{ $command } tatca tuần 3-4 lý do (mọi đơn vị)
example-brief = /{ $command } tháng
cancel-nothing = Đồng chí không có việc gì đang làm dở.
cancelled = Đã thôi. Không có gì được ghi.
unknown-command-near = Không có lệnh này. Có phải đồng chí muốn gõ <b>/{ $near }</b>?
unknown-command = Không có lệnh này. Gõ /{ $help } để xem những việc đồng chí làm được.
language-ask = Đồng chí muốn bot nói tiếng gì?
language-unknown = Bot chưa nói được “{ $typed }”. Đồng chí chọn một trong hai:

## Invitations
role-code = { $name }: <code>{ $code }</code>
role-near = Không có vai trò <b>{ $typed }</b>. Có phải đồng chí muốn viết { $near }?
role-unknown = Không có vai trò <b>{ $typed }</b>. Các vai trò (viết bằng chữ hoặc bằng mã):
    { $roles }
    Ví dụ: <code>/moi trưởng đơn vị AB Nguyễn Văn A</code>. Hoặc gõ /moi rồi chọn bằng nút.
invite-ask-role = Mời với vai trò nào?
invite-ask-unit = <b>{ $role }</b> của đơn vị nào? Chọn, hoặc gõ mã đơn vị.
invite-ask-name = Mời <b>{ $whom }</b>. Họ tên là gì? Gõ họ tên, có thể thêm chức vụ sau dấu phẩy: <i>Nguyễn Văn A, Phó Chủ tịch</i>.
button-no-name = Để trống họ tên
invite-made = Liên kết mời <b>{ $whom }</b>:
    { $link }
    Dùng một lần, đến { $until }. Đồng chí chuyển liên kết cho đúng người.
invite-made-for = Liên kết mời <b>{ $name }</b> ({ $whom }):
    { $link }
    Dùng một lần, đến { $until }. Đồng chí chuyển liên kết cho đúng người.
invite-caption = Mã QR của liên kết mời. { $name }

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

## Obstacles and directives
asking-empty = Chưa thấy nội dung. Đồng chí viết rõ bằng lời, ví dụ: <i>chưa có mặt bằng ở ngõ 12, cần quận can thiệp</i>.
asking-too-long = Nội dung dài { $length } ký tự, tối đa { $most }. Đồng chí viết gọn lại; chi tiết gửi bằng ảnh hoặc tệp.
asking-not-a-date = Không đọc được ngày “{ $typed }”. Đồng chí ghi như <code>10/10/2022</code> hoặc <code>10/10</code>.
asking-no-such-day = Không có ngày <b>{ $typed }</b>. Đồng chí ghi lại ngày đúng.
asking-outside = Ngày { $date } nằm ngoài đợt thi đua ({ $start } – { $end }). Đồng chí chọn ngày trong đợt.
asking-past = Ngày { $date } đã qua; hôm nay là { $today }. Đồng chí chọn từ hôm nay trở đi.
asking-evidence = { $about } · minh chứng { $index }/{ $count }
asking-enough-evidence = Đã đủ { $most } minh chứng. Đồng chí gửi nội dung, hoặc bấm nút để tiếp tục.
asking-kept = 📎 Minh chứng kèm theo: { $count }
asking-photo-now = Có ảnh hoặc tệp thì gửi ngay bây giờ, rồi bấm nút đầu.
evidence-of-what = Đồng chí vừa ghi vướng mắc hoặc chỉ đạo, nên chưa rõ ảnh này của việc nào. Bổ sung cho báo cáo { $number }: gửi lại ảnh với chú thích <code>/capnhat MÃ SỐ</code>. Ảnh của vướng mắc, chỉ đạo thì gửi cùng lệnh, làm chú thích của ảnh.
asking-again = ❗ Đồng chí vừa gửi đúng nội dung này trong { $minutes } phút qua. Ghi thêm lần nữa?
asking-button-evidence = Xem minh chứng ({ $count })
asking-button-see = Xem { $number }
asking-button-list = Danh sách
obstacle-leaders = Lãnh đạo
obstacle-unassigned = <b>chưa giao</b> cho ai
obstacle-awaits = chờ { $whom } trả lời
obstacle-awaits-leaders = <b>chờ lãnh đạo cho ý kiến</b>
obstacle-due = { $waits }, hạn { $due }
obstacle-overdue = { $waits }, <b>quá hạn trả lời</b> { $days } ngày (hạn { $due })
obstacle-answered = { $whom } đã trả lời, chờ đơn vị kết thúc
obstacle-answered-unasked = đã trả lời, chờ đơn vị kết thúc
obstacle-by = , hạn trả lời { $due }
obstacle-usage = Chưa hiểu cần làm gì với vướng mắc { $number }. Có thể viết: <code>/vuongmac { $number } giao CCT 10/10/2022</code>, <code>/vuongmac { $number } giao lanhdao</code>, <code>/vuongmac { $number } traloi nội dung</code>, <code>/vuongmac { $number } xong</code>.
obstacle-unknown = Không có vướng mắc { $number } trong phạm vi của đồng chí. Gõ /vuongmac để xem danh sách.
obstacle-closed = Vướng mắc { $number } đã kết thúc lúc { $at }. Còn vướng thì đồng chí nêu vướng mắc mới.
obstacle-over = Đợt thi đua đã kết thúc ngày { $end }; không nêu vướng mắc mới được nữa.
obstacle-not-given = Đơn vị không được giao và chưa đăng ký chỉ tiêu { $code }. Đồng chí nêu vướng mắc ở chỉ tiêu của đơn vị mình; gõ /vuongmac để chọn.
obstacle-ask-line = Vướng mắc ở chỉ tiêu nào?
obstacle-ask-text = <b>{ $name }</b>
    Khó khăn, vướng mắc là gì, cần ai tháo gỡ? Nhắn nội dung; ảnh gửi ở đây là minh chứng.
obstacle-sure = Vướng mắc ở <b>{ $name }</b>:
    “{ $text }”
obstacle-raised = Đã ghi vướng mắc <b>{ $number }</b>: { $name }
obstacle-raised-next = Thường trực đã được báo để giao giải quyết. Khi gỡ xong, gõ <code>/vuongmac { $number } xong</code>.
obstacle-notice-raised = Vướng mắc mới <b>{ $number }</b> của <b>{ $unit }</b>, { $name }:
    “{ $text }”
obstacle-card-title = <b>{ $number } · { $unit }</b>
    { $name }
obstacle-card-text = “{ $text }”
obstacle-card-raised = Người nêu: { $who }, { $at } ({ $age })
obstacle-age-today = hôm nay
obstacle-age = { $days } ngày trước
obstacle-card-earlier = … trước đó { $count } lần trả lời
obstacle-card-answer = ↪️ { $who }, { $at }: “{ $text }”
obstacle-card-closed = ✅ đã kết thúc lúc { $at }
obstacle-card-status = Tình trạng: { $status }
obstacle-list = <b>Khó khăn, vướng mắc</b>: { $count } chưa kết thúc, { $waiting } chờ đồng chí (🔸).
obstacle-list-empty = <b>Khó khăn, vướng mắc</b>: không có việc nào chưa kết thúc.
obstacle-list-hint = Nêu nhanh: <code>/vuongmac MÃ nội dung</code>
obstacle-button-raise = Nêu vướng mắc mới
obstacle-button-assign = Giao giải quyết
obstacle-button-reassign = Giao lại
obstacle-button-answer = Trả lời
obstacle-button-close = Đã gỡ xong
obstacle-button-no-date = Không đặt hạn
obstacle-ask-whom = Giao ai giải quyết <b>{ $number }</b> của { $unit }?
    “{ $text }”
    Chọn, hoặc gõ mã đơn vị.
obstacle-ask-when = <b>{ $number }</b> giao { $whom }: trả lời trước ngày nào? Chọn, hoặc gõ ngày (không sau { $end }).
obstacle-ask-again = <b>{ $number }</b> đang: { $status }.
    Giao lại cho <b>{ $whom }</b>{ $when }?
obstacle-moved = ❗ Vướng mắc này vừa thay đổi. Đồng chí xem lại rồi hãy giao:
obstacle-same = Vướng mắc { $number } đã giao { $whom } với đúng hạn đó rồi.
obstacle-own-unit = { $unit } là đơn vị nêu vướng mắc. Đồng chí giao đơn vị khác hoặc lãnh đạo.
obstacle-put = Đã giao <b>{ $number }</b> ({ $unit }) cho <b>{ $whom }</b>{ $when }. Các bên đã được báo.
obstacle-nobody-there = ❗ { $whom } chưa có ai tham gia bot. Đồng chí báo trực tiếp, hoặc mời bằng /moi.
obstacle-notice-asked = Đề nghị đồng chí giải quyết vướng mắc <b>{ $number }</b> của <b>{ $unit }</b>{ $when }:
    “{ $text }”
obstacle-notice-put = Vướng mắc <b>{ $number }</b> đã giao <b>{ $whom }</b>{ $when }.
obstacle-notice-relieved = Vướng mắc <b>{ $number }</b> đã giao nơi khác; đồng chí không cần trả lời nữa.
obstacle-nobody-asked = Vướng mắc { $number } chưa giao cho ai nên chưa trả lời được. Thường trực giao trước.
obstacle-not-asked = Vướng mắc { $number } giao { $whom }; chỉ nơi được giao trả lời.
obstacle-answered-already = Vướng mắc { $number } đã trả lời lúc { $at }. Cần trả lời thêm thì đề nghị thường trực giao lại.
obstacle-ask-answer = Trả lời <b>{ $number }</b> của { $unit }:
    “{ $text }”
    Nhắn nội dung trả lời; ảnh gửi ở đây là minh chứng.
obstacle-answer-kept = Đã ghi trả lời <b>{ $number }</b>; { $unit } và thường trực đã được báo.
obstacle-notice-answered = <b>{ $whom }</b> trả lời vướng mắc <b>{ $number }</b>:
    “{ $text }”
obstacle-notice-close = Nếu đã gỡ xong, gõ <code>/vuongmac { $number } xong</code>.
obstacle-unit-closes = Vướng mắc { $number } do { $unit } nêu; chỉ đơn vị đó kết thúc.
obstacle-ask-close = <b>{ $number }</b> “{ $text }”
    Tình trạng: { $status }.
    Đã gỡ xong thật chưa? Kết thúc rồi thì không mở lại.
obstacle-close-kept = Đã kết thúc vướng mắc <b>{ $number }</b>.
obstacle-notice-closed = { $unit } đã kết thúc vướng mắc <b>{ $number }</b>.
directive-usage = Chưa hiểu cần làm gì với chỉ đạo { $number }. Đơn vị viết: <code>/chidao { $number } nhan</code>, <code>/chidao { $number } xong nội dung</code>. Nơi giao viết: <code>/chidao { $number } dong</code>, <code>/chidao { $number } tra lý do</code>, <code>/chidao { $number } thuhoi lý do</code>.
directive-how = Đồng chí ghi đơn vị, hạn, rồi nội dung. Ví dụ: <code>/chidao AB 05/10/2022 nội dung</code>, <code>/chidao AB,AD 05/10/2022 nội dung</code>, <code>/chidao tatca 05/10/2022 nội dung</code>.
directive-date-first = Sau mã đơn vị là hạn hoàn thành, nhưng “{ $typed }” không phải ngày. Ví dụ: <code>/chidao AB 05/10/2022 nội dung</code>; nhiều đơn vị thì ngăn bằng dấu phẩy.
directive-over = Đợt thi đua đã kết thúc ngày { $end }; không giao việc mới được nữa.
directive-unknown = Không có chỉ đạo { $number } trong phạm vi của đồng chí. Gõ /chidao để xem danh sách.
directive-closed = Chỉ đạo { $number } đã kết thúc lúc { $at }.
directive-withdrawn = Chỉ đạo { $number } đã thu hồi lúc { $at }.
directive-ask-units = Giao việc cho đơn vị nào? Đã chọn { $count }. Bấm để chọn hoặc bỏ, hoặc gõ mã: <code>AB, AD</code>.
directive-ask-when = Giao <b>{ $whom }</b>. Hạn hoàn thành là ngày nào? Chọn, hoặc gõ ngày (không sau { $end }).
directive-ask-text = Giao <b>{ $whom }</b>, hạn { $due }. Nội dung chỉ đạo là gì?
directive-sure = <b>Giao việc cho { $count } đơn vị?</b>
    { $whom }
    Hạn: { $due }
    “{ $text }”
directive-in-all = (tất cả { $count } đơn vị)
directive-given = Đã giao <b>{ $list }</b>, hạn { $due }:
    “{ $text }”
directive-unheard = ❗ Chưa có ai tham gia bot ở: { $units }. Đồng chí báo trực tiếp.
directive-notice = Chỉ đạo <b>{ $number }</b> của { $giver }, hạn <b>{ $due }</b>:
    “{ $text }”
directive-button-give = Giao việc mới
directive-button-all = Chọn tất cả
directive-button-chosen = Tiếp với { $count } đơn vị ▸
directive-button-acknowledge = Đã nhận việc
directive-button-report = Báo hoàn thành
directive-button-close = Kết thúc
directive-button-send-back = Trả lại
directive-button-withdraw = Thu hồi
directive-done-already = Chỉ đạo { $number } đã báo hoàn thành lúc { $at }, đang chờ nơi giao xem.
directive-acknowledged-already = Chỉ đạo { $number } đã được nhận lúc { $at }. Xong việc thì gõ <code>/chidao { $number } xong nội dung</code>.
directive-acknowledge-kept = Đã báo nhận <b>{ $number }</b>; nơi giao đã được biết.
directive-notice-acknowledged = { $unit } đã nhận chỉ đạo <b>{ $number }</b>.
directive-ask-report = <b>{ $number }</b> “{ $text }”
    Đã làm được gì? Nhắn kết quả; ảnh gửi ở đây là minh chứng.
directive-report-kept = Đã ghi báo cáo hoàn thành <b>{ $number }</b>; nơi giao đã được báo.
directive-notice-done = { $unit } báo hoàn thành chỉ đạo <b>{ $number }</b>:
    “{ $text }”
    Minh chứng: { $count }
directive-not-done = Đơn vị chưa báo hoàn thành chỉ đạo { $number }, hoặc báo cáo đã bị trả lại. Không cần nữa thì <code>/chidao { $number } thuhoi lý do</code>.
directive-close-kept = Đã kết thúc chỉ đạo <b>{ $number }</b> ({ $unit }).
directive-notice-closed = Báo cáo chỉ đạo <b>{ $number }</b> đã được chấp nhận; việc kết thúc.
directive-ask-reason = Vì sao trả lại báo cáo <b>{ $number }</b>? Nhắn lý do để đơn vị biết phải làm gì thêm. Hạn là { $due }; muốn đổi hạn thì ghi ngày trước lý do.
directive-notice-sent-back = Báo cáo chỉ đạo <b>{ $number }</b> bị trả lại, hạn { $due }.
    Lý do: { $reason }
directive-send-back-kept = Đã trả lại báo cáo <b>{ $number }</b> ({ $unit }), hạn { $due }.
    Lý do: { $reason }
directive-not-withdrawn = Đơn vị đã báo hoàn thành chỉ đạo { $number }, nên không thu hồi nữa. Đồng chí kết thúc hoặc trả lại.
directive-ask-withdraw = Vì sao thu hồi <b>{ $number }</b> “{ $text }”? Nhắn lý do.
directive-notice-withdrawn = Chỉ đạo <b>{ $number }</b> đã được thu hồi; đồng chí không phải làm nữa.
    Lý do: { $reason }
directive-withdraw-kept = Đã thu hồi chỉ đạo <b>{ $number }</b> ({ $unit }).
directive-card-title = <b>Chỉ đạo { $number } · { $unit }</b>
directive-card-given = { $who } giao lúc { $at }, hạn { $due }
directive-card-report = ↪️ { $who }, { $at }: “{ $text }”
directive-card-sent-back = ↩️ { $who } trả lại, { $at }: “{ $text }”
directive-status-given = chưa báo nhận, { $when }
directive-status-begun = đang thực hiện, { $when }
directive-status-done = đã báo hoàn thành lúc { $at }, chờ nơi giao xem
directive-status-closed = ✅ đã kết thúc lúc { $at }
directive-status-withdrawn = đã thu hồi lúc { $at }
directive-list = <b>Việc chỉ đạo</b>: { $count } chưa kết thúc, { $overdue } quá hạn (❗), { $done } đã báo hoàn thành (✅).
directive-list-empty = <b>Việc chỉ đạo</b>: không có việc nào chưa kết thúc.
directive-list-hint = Giao nhanh: <code>/chidao AB 05/10/2022 nội dung</code>
risks-directives = Chỉ đạo quá hạn
risks-directive-line = • { $number } { $unit }: { $text } – quá hạn { $days } ngày (hạn { $due })
calls-directives = Việc chỉ đạo:
calls-answers = Vướng mắc chờ trả lời:
calls-assign = Vướng mắc chưa giao cho ai:
calls-reports = Báo cáo tuần còn thiếu:
calls-pledge = • { $indicator } ({ $unit }): { $when }
calls-report = • { $indicator } ({ $unit }): chưa có báo cáo tuần { $week }, hạn { $due }
calls-answer = • { $number } { $unit }: { $text } – { $asked }, { $when }
calls-unassigned = • { $number } { $unit }: { $text } – cần giao trước hết ngày { $due }
calls-directive = • { $number } { $unit }: { $text } – { $when }
calls-leaders = Các việc đã quá hạn lâu, kính báo lãnh đạo biết và cho ý kiến.
calls-answer-hint = Bấm nút dưới đây để mở và trả lời.
calls-before = hạn { $due }, còn { $days } ngày
calls-today = <b>đến hạn hôm nay</b> ({ $due })
calls-after = <b>quá hạn { $days } ngày</b> (hạn { $due })
calls-open-obstacles = Vướng mắc
calls-open-directives = Việc chỉ đạo

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
erase-last-office = Đồng chí là thường trực duy nhất của <b>{ $campaign }</b>, nên chưa xoá được. Hãy mời một thường trực khác trước: <code>/{ $invite } thường trực Họ tên</code>
erased = Đã xoá dữ liệu của đồng chí. Muốn tham gia lại, đồng chí xin thường trực liên kết mời mới.

## Groups
group-help = Nhóm này có thể làm bảng tin công khai của đợt thi đua.
    /{ $ranking } · bảng công khai
    /{ $link } · gắn nhóm (thường trực)
    Đăng ký, báo cáo và các việc khác làm trong tin nhắn riêng với bot.
group-private-only = Việc này làm trong tin nhắn riêng với bot.
button-private-chat = Mở tin nhắn riêng
group-linked = Đã gắn nhóm này làm bảng tin của <b>{ $campaign }</b>. Mỗi sáng thứ Hai bot đăng bảng công khai ở đây; xem ngay: /{ $ranking }
group-greeting = Kính chào các đồng chí. Thường trực gõ /{ $link } để gắn nhóm này làm bảng tin công khai của đợt thi đua. Số liệu riêng của đơn vị không bao giờ đăng trong nhóm.

## The office's daily work
refused-others = Việc này do { $who } thực hiện, không thuộc nhiệm vụ của đồng chí. { $instead }
refused-own-unit = Việc này do { $who } thực hiện, nhưng không ai làm cho chính đơn vị mình; đồng chí để người khác làm, hoặc nêu với thường trực.
refused-of-unit = { $roles } của chính đơn vị đó
refused-members = người tham gia đợt thi đua
refused-instead-own-unit = Đồng chí làm việc này cho đơn vị mình (/camket, /visao); xem bảng công khai: /xephang
refused-instead-office = Cần thì đồng chí nêu với thường trực; gõ /trogiup để xem những việc đồng chí làm được.
refused-instead-help = Gõ /trogiup để xem những việc đồng chí làm được.
refused-before = Đợt thi đua bắt đầu ngày { $start }; việc này làm được từ ngày đó.
refused-running = Đợt thi đua đang diễn ra đến hết ngày { $end }; việc này làm được sau ngày đó.
refused-after = Đợt thi đua đã kết thúc ngày { $end } nên việc này không làm được nữa. Vẫn xem được: /xephang, /lichsu
refused-archived = Đợt thi đua đã được lưu trữ, chỉ còn để xem: /xephang, /lichsu. Cần sửa thì thường trực mở lại bằng /nhap molai
group-anonymous = Đồng chí đang viết với danh nghĩa nhóm nên bot không biết ai yêu cầu. Đồng chí tắt chế độ quản trị viên ẩn danh (Quản lý nhóm → Quản trị viên → Ẩn danh) rồi gõ lại lệnh, hoặc làm trong tin nhắn riêng với bot.
group-not-linked = Nhóm này chưa gắn làm bảng tin, không có gì để gỡ.
group-unlinked = Đã gỡ: nhóm này không còn là bảng tin và không nhận bài đăng nữa. Gắn lại: /{ $link }
status-title = 📌 <b>{ $campaign }</b>
status-before = Bắt đầu ngày { $start }, kéo dài { $days } ngày.
status-day = { $today }: ngày thứ <b>{ $day }/{ $days }</b>
status-over = Đã kết thúc ngày { $end }; đang tổng kết.
status-archived = Đã kết thúc ngày { $end } và lưu trữ.
status-deadline = Hạn báo cáo sắp tới: <b>{ $next }</b>
status-posted = Bảng công khai gần nhất: tuần { $week }, đăng ngày { $on } (xem lại: /xephang)
status-none-posted = Chưa đăng bảng công khai nào.
status-private = Đăng ký, báo cáo và xem số của đơn vị mình: nhắn riêng cho bot.
status-ended = Nhóm này không còn là bảng tin của đợt thi đua.
board-lost = Bot không còn đăng được trong nhóm <b>{ $title }</b> (bot bị gỡ, bị cấm viết, hoặc chủ đề đã bị xoá). Các bài chờ đăng ở đó được bỏ và bot không thử lại. Muốn dùng lại: thêm bot vào nhóm, cho phép viết, rồi gõ /lienket trong nhóm.
board-pin = Bot đã đăng tin tình hình trong nhóm <b>{ $title }</b> nhưng chưa được phép ghim. Muốn bot tự ghim: vào Quản lý nhóm → Quản trị viên, thêm bot với quyền “Ghim tin nhắn”, rồi gõ /lienket trong nhóm. Không ghim thì mọi việc vẫn chạy bình thường.
paper-preparing = ⏳ Đang chuẩn bị tệp, xin chờ trong giây lát…
export-done = ✅ Tệp của đợt thi đua ở ngay dưới đây.
export-caption = <b>{ $campaign }</b>: các thiết lập, bảng xếp hạng các tuần, cam kết và báo cáo. Tệp có số liệu nội bộ, đồng chí chỉ chuyển cho người có trách nhiệm.
announce-ask-text = Thông báo điều gì? Gõ nội dung; bot cho xem trước và chọn người nhận rồi mới gửi.
announce-text-only = Thông báo gửi bằng chữ. Đồng chí gõ nội dung, hoặc /huy để thôi.
announce-too-long = Thông báo dài quá { $limit } ký tự. Đồng chí rút gọn rồi gửi lại, hoặc chia làm hai thông báo.
announce-preview = <i>Người nhận sẽ thấy:</i>
announce-letter = 📢 <b>Thông báo của { $host }</b>
    { $text }
announce-choose = Gửi tới ai? Bấm để chọn, bấm lần nữa để bỏ. Muốn sửa nội dung thì gõ lại.
announce-reach = Sẽ gửi tới <b>{ $people }</b> người (mỗi người một tin) và <b>{ $groups }</b> nhóm. Ban đêm không gửi, tin chờ đến sáng. Bấm “Xác nhận” để gửi.
announce-again = ❗ Đúng nội dung này vừa được gửi tới đúng những người này trong { $minutes } phút qua. Bấm lần nữa nếu vẫn muốn gửi.
announce-everyone = Tất cả mọi người
announce-groups = Các nhóm đã gắn
announce-sending = 📤 Đang gửi thông báo…
announce-waits = 🌙 Thông báo chờ hết giờ yên lặng, gửi tiếp từ { $at }.
announce-done = ✅ Đã gửi xong thông báo.
announce-counts = Đã gửi: { $sent } · còn chờ: { $waiting } · không tới được: { $lost }
invite-revoked = Liên kết mời này đã được thu hồi hoặc thay bằng liên kết mới. Đồng chí dùng liên kết mới nhất, hoặc xin thường trực gửi lại.
invite-all-ask = Mời <b>{ $count }</b> người trong danh sách (trang Nguoi, { $listed } dòng) chưa tham gia, thuộc { $units } đơn vị?
invite-all-role = • { $role }: { $count }
invite-all-note = Mỗi người một liên kết dùng một lần, hết hạn sau 14 ngày. Liên kết cũ của cùng người đó bị thu hồi. Bot gửi cả bảng in có mã QR.
invite-all-unlisted = Tệp của đợt thi đua chưa có ai ở trang Nguoi. Đồng chí bổ sung rồi gửi lại tệp, hoặc mời từng người bằng /moi
invite-all-joined = Cả { $count } người trong danh sách đều đã tham gia. Mời thêm người khác: /moi
invite-all-done = ✅ Đã tạo <b>{ $count }</b> liên kết mời, dùng một lần, đến { $until }. Danh sách theo đơn vị và bảng in ở dưới. Thu hồi: <code>/moi thu</code>
invite-all-caption = Bảng in { $count } lời mời: cắt từng dòng đưa cho đúng người. Ai có liên kết là vào được, đồng chí không chuyển cả tệp.
invite-open = Có <b>{ $count }</b> lời mời chưa dùng. Bấm vào lời mời cần thu hồi.
invite-open-none = Không còn lời mời nào đang mở.
invite-nameless = (không tên)
invite-revoke-all = Thu hồi tất cả { $count } lời mời
invite-revoke-ask = Thu hồi cả <b>{ $count }</b> lời mời chưa dùng? Người giữ liên kết sẽ không vào được nữa.
invite-revoked-one = ✅ Đã thu hồi lời mời của <b>{ $name }</b> ({ $whom }).
invite-revoked-not = Lời mời này vừa được dùng hoặc đã thu hồi rồi.
invite-revoked-all = ✅ Đã thu hồi { $count } lời mời. Mời lại: /{ $invite }
sheet-unit = Đơn vị
sheet-name = Họ tên
sheet-post = Chức vụ
sheet-role = Vai trò
sheet-link = Liên kết mời (dùng một lần)
sheet-qr = Mã QR
handover-ask-unit = Bàn giao ở đơn vị nào? Chọn, hoặc gõ mã đơn vị.
handover-no-unit = Không thuộc đơn vị nào
handover-nobody = <b>{ $unit }</b> chưa có ai tham gia nên không có gì để bàn giao. Mời người: /moi
handover-ask-who = Ai thôi nhiệm vụ ở <b>{ $unit }</b>?
handover-sure = Kết thúc vai trò <b>{ $whom }</b> của <b>{ $name }</b>?
handover-note = Những gì đồng chí ấy đã ghi vẫn giữ nguyên tên người ghi. Đồng chí ấy được báo, người kế nhiệm nhận danh sách việc đang mở.
handover-gone = Vai trò này vừa được kết thúc rồi.
handover-told = Vai trò <b>{ $whom }</b> của đồng chí đã được thường trực kết thúc để bàn giao. Những gì đồng chí đã ghi vẫn giữ nguyên. Nếu chưa đúng, đồng chí liên hệ thường trực.
handover-ask-name = Đã kết thúc. Mời người kế nhiệm <b>{ $whom }</b>: họ tên là gì? Gõ họ tên, có thể thêm chức vụ sau dấu phẩy; chưa có người thì /huy và mời sau.
handover-taken = <b>Bàn giao từ { $name }, { $unit }.</b> Việc đang mở:
open-owed = • { $count } báo cáo tuần này chưa gửi: { $codes } (/capnhat)
open-waiting = • { $count } đăng ký đang chờ duyệt (/camket)
open-returned = • { $count } đăng ký bị trả lại, cần đăng ký lại (/dangky)
open-unchecked = • { $count } số liệu đang chờ thẩm định (/lichsu)
open-obstacles = • { $count } vướng mắc chưa xong (/vuongmac)
open-directives = • { $count } chỉ đạo chưa hoàn thành (/chidao)
open-nothing = • Không có việc nào đang mở.
button-leave = Rời đợt thi đua này
leave-ask = <b>Rời { $campaign }?</b>
    { $roles }
    Những vai trò trên kết thúc; số liệu đồng chí đã ghi vẫn giữ nguyên. Muốn tham gia lại phải được mời lại. Thường trực được báo để mời người thay.
leave-last-office = Chỉ còn một thường trực ở <b>{ $campaign }</b> nên vai trò này chưa kết thúc được: sẽ không còn ai điều hành. Hãy mời một thường trực khác trước: <code>/{ $invite } thường trực Họ tên</code>
left = Đồng chí đã rời <b>{ $campaign }</b>. Cảm ơn đồng chí. Dữ liệu của đồng chí: /{ $me }
left-notice = <b>{ $name }</b> đã rời đợt thi đua ({ $units }). Cần người thay thì mời: /{ $invite }
button-campaign-archived = Xem: { $name } (đã lưu trữ)
excuse-all-reason = Lý do miễn báo cáo { $week } cho tất cả các đơn vị? Gõ lý do.
excuse-all-ask = Miễn báo cáo { $week } cho <b>tất cả { $units } đơn vị</b>?
    Lý do: { $reason }
excused-all = Đã miễn báo cáo { $week } cho { $count } đơn vị. Các đơn vị đã được báo.
    Lý do: { $reason }
excuse-all-own = Không gồm đơn vị của chính đồng chí ({ $units }): việc này để đồng chí khác trong thường trực quyết định.
weeks-label = tuần { $from } đến tuần { $until } ({ $monday } – { $sunday })
next-done = ✅ Tệp của đợt tiếp theo ở ngay dưới đây.
next-caption = Đợt tiếp theo: giữ nguyên đơn vị, cụm, chỉ tiêu, người; mã và ngày mới; số gốc là số đã xác nhận gần nhất; chưa có chỉ tiêu giao. Đồng chí sửa ngày, điền cột giao, rà lại mốc và ngày nghỉ rồi gửi tệp vào đây.
archive-already = Đợt thi đua này đã lưu trữ rồi. Mở lại: <code>/nhap molai</code>
reopen-already = Đợt thi đua này không ở trạng thái lưu trữ.
archive-too-early = Tuần cuối chưa chốt (chốt ngày { $closing }), nên chưa lưu trữ được. Đồng chí làm lại sau ngày đó.
archive-while-voting = Hội đồng đang bỏ phiếu, nên chưa lưu trữ được. Đồng chí làm lại sau khi bỏ phiếu kết thúc ({ $closes }), hoặc kết thúc sớm khi đã đủ phiếu: <code>/khenthuong dong</code>
archive-ask = Lưu trữ <b>{ $campaign }</b>? Từ lúc đó chỉ xem, không nhắc việc, không ghi thêm được gì. Có thể mở lại.
reopen-ask = Mở lại <b>{ $campaign }</b> để ghi tiếp (thẩm định, đính chính, khen thưởng)?
archived = ✅ Đã lưu trữ <b>{ $campaign }</b>. Vẫn xem được mọi số liệu. Đợt tiếp theo: <code>/nhap tiep</code>
reopened = ✅ Đã mở lại <b>{ $campaign }</b>.
import-archived = Đợt thi đua có mã này đã lưu trữ, không sửa được nữa. Đợt mới thì đổi mã ở dòng <code>ma</code>; cần sửa đợt cũ thì mở lại trước: <code>/nhap molai</code>
unit-renamed = Đơn vị { $code } đổi tên: <b>{ $from }</b> → <b>{ $to }</b>. Mã, người, cam kết và lịch sử giữ nguyên.
unit-gone = Đơn vị { $code } <b>{ $name }</b> bị bỏ khỏi đợt thi đua: từ nay không còn trong bảng xếp hạng và không còn nợ báo cáo; bảng các tuần đã chốt giữ nguyên. { $people } người và { $entries } báo cáo vẫn xem được (/lichsu { $code }); mời người sang đơn vị mới bằng /moi.
unit-new = Đơn vị mới { $code } <b>{ $name }</b>: chưa có người; sau khi xác nhận đồng chí mời bằng /moi.
unit-gone-notice = Đơn vị <b>{ $name }</b> không còn trong đợt thi đua (sáp nhập hoặc chia tách). Những gì đã ghi vẫn xem được bằng /lichsu. Đồng chí chờ thường trực mời vào đơn vị mới.
unit-renamed-notice = Đơn vị <b>{ $from }</b> nay có tên <b>{ $to }</b>. Cam kết và số liệu giữ nguyên, đồng chí không phải làm gì thêm.
unit-invite = Cần mời người vào đơn vị mới: <b>{ $codes }</b>. Dùng /moi, hoặc /moi tatca nếu đã ghi ở trang Nguoi.
unit-rehome = Người của các đơn vị bị bỏ ({ $codes }) cần được mời vào đơn vị tiếp nhận: /moi
retention-notice = <b>{ $campaign }</b>: họ tên, chức vụ, tài khoản của người tham gia được giữ đến hết ngày { $last }, sau đó bot gỡ đi; số liệu, bảng xếp hạng và lịch sử giữ nguyên. Cần lưu danh sách thì xuất tệp trước ngày đó: /xuat. Ai còn tham gia đợt khác không bị gỡ.
phase-launch-office = Thường trực: mời đủ người (/moi tatca), duyệt đăng ký (/duyet).
phase-launch-leader = Lãnh đạo: sáng thứ Hai hằng tuần bot gửi bảng xếp hạng và báo cáo giao ban; xem bất cứ lúc nào: /giaoban, /canhbao
phase-launch-verifier = Thẩm định: số liệu cần kiểm tra đến với đồng chí theo hàng chờ: /thamdinh
phase-launch-unit = Đơn vị: đăng ký hết các chỉ tiêu được giao trong tuần này (/dangky); tuần sau bắt đầu báo cáo.
phase-midpoint-office = Thường trực: chốt số liệu sơ kết, đôn đốc nơi chậm (/canhbao), xuất tệp (/xuat).
phase-midpoint-leader = Lãnh đạo: xem báo cáo sơ kết (/giaoban) và các việc cần quyết định (/canhbao).
phase-midpoint-verifier = Thẩm định: xin xử lý hết hàng chờ trước hội nghị sơ kết (/thamdinh).
phase-midpoint-unit = Đơn vị: xem mình mất điểm ở đâu (/visao), nêu vướng mắc trước hạn cam kết (/vuongmac).
phase-sprint-office = Thường trực: bảy ngày cuối bảng công khai đóng băng; chỉ lãnh đạo và thường trực thấy bảng đầy đủ.
phase-sprint-leader = Lãnh đạo: các cam kết khó kịp và nơi cần gỡ: /canhbao
phase-sprint-verifier = Thẩm định: số liệu đến nhiều vào những ngày cuối, xin xử lý trong ngày (/thamdinh).
phase-sprint-unit = Đơn vị: còn thiếu gì xem /camket; báo cáo đúng hạn đến tuần cuối.
phase-end-office = Thường trực: xem xét khen thưởng (/khenthuong), xuất tệp lưu (/xuat); xong thì lưu trữ và chuẩn bị đợt tiếp theo.
phase-end-leader = Lãnh đạo: kết quả toàn đợt (/xephang, /giaoban), danh sách đề nghị khen thưởng (/khenthuong).
phase-end-verifier = Thẩm định: xin xử lý nốt những số còn chờ (/thamdinh).
phase-end-unit = Đơn vị: kết quả của đơn vị và vì sao: /visao; đề cử tập thể, cá nhân: /decu
button-next-campaign = Chuẩn bị đợt tiếp theo
button-archive = Lưu trữ đợt này
example-obstacle = /{ $command } { $indicator } nội dung vướng mắc · /{ $command } 5 xong (đã gỡ xong)
example-obstacle-office = /{ $command } 5 giao { $unit } { $date } (giao đơn vị trả lời) · /{ $command } 5 giao lanhdao (xin ý kiến lãnh đạo)
example-obstacle-answer = /{ $command } 5 traloi nội dung trả lời
example-direct = /{ $command } { $unit } { $date } nội dung việc
example-direct-unit = /{ $command } 12 xong nội dung đã làm
example-commend = /{ $command } congbo (công khai danh sách) · /{ $command } mo (mở bỏ phiếu) · /{ $command } dong (kết thúc bỏ phiếu)
example-adjust = /{ $command } { $unit } +2 lý do (một thường trực khác xác nhận)
example-false = /{ $command } 17 lý do (một thường trực khác xác nhận)
example-badges = /{ $command } chon (chọn gương sáng) · /{ $command } thu 9 lý do (thu hồi)
example-announce = /{ $command } Họp giao ban 8 giờ thứ Hai
example-import = gửi tệp .xlsx vào đây · /{ $command } (lấy tệp mẫu) · /{ $command } tiep (đợt tiếp theo) · /{ $command } luutru (lưu trữ đợt đã xong)
example-me = /{ $command } dulieu (dữ liệu của tôi) · /{ $command } roi (rời đợt thi đua) · /{ $command } xoa (xoá dữ liệu của tôi)

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
pledge-all-done = Mọi chỉ tiêu được giao đều đã đăng ký hoặc đang chờ duyệt. Muốn đổi số hoặc ngày của cam kết nào, đồng chí bấm vào cam kết đó, hoặc gõ <code>/dangky MÃ số ngày</code>. Cam kết cũ có hiệu lực cho đến khi đăng ký mới được duyệt.
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
card-own-unit = Đây là đăng ký của đơn vị đồng chí: để đồng chí khác trong thường trực duyệt.
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
approve-all-own = Trong số còn lại có { $count } đăng ký của đơn vị đồng chí: để đồng chí khác trong thường trực duyệt.
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
import-summary-counts = Đơn vị: { $units } · chỉ tiêu: { $indicators } · dòng giao: { $assignments } · mốc: { $milestones } · người: { $people }
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
import-error-not-share = { $given } không phải một phần của tổng số, hãy viết dạng chữ như 2/3 hoặc 75%
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
import-error-no-steps = chỉ tiêu mốc { $indicator } giao cho { $unit } chưa có mốc nào, hãy thêm ở trang Moc
import-error-step-of-other = chỉ tiêu có kiểu { $kind }, không phải moc, hãy bỏ mốc này hoặc đổi kiểu ở trang ChiTieu
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
board-own-gap = Cách hạng { $next }: { $gap } điểm.
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

## Pictures
picture-week = Bảng thi đua tuần { $week }
picture-day = Ngày thứ { $day }/{ $days } của đợt thi đua
picture-ended = Đợt thi đua đã kết thúc ({ $days } ngày)
picture-closed = Chốt lúc { $at }
picture-page = Trang { $page }/{ $pages }
picture-unit = Đơn vị
picture-results = Kết quả
picture-discipline = Kỷ luật
picture-accuracy = Số liệu
picture-extra = +/−
picture-total = Tổng
picture-legend = { $name } (tối đa { $most })
picture-digest = mã { $digest }
picture-caption = <b>Bảng thi đua tuần { $week }</b> · { $campaign }. Ảnh vẽ lại bảng trong tin nhắn bằng chữ ngay dưới đây.
picture-caption-album = <b>Bảng thi đua tuần { $week }</b> · { $campaign }: { $count } ảnh. Ảnh vẽ lại số liệu của các tin nhắn bằng chữ ngay dưới đây.

## Pictures of the weeks and of the indicators
picture-race = Thứ hạng qua các tuần
picture-race-weeks = Bảng chốt các tuần { $first } đến { $last }
picture-race-week = Tuần
picture-race-note = Nét đậm: các đơn vị đang dẫn đầu và đơn vị tiến nhiều bậc nhất. Số trong vòng tròn là thứ hạng của tuần; đơn vị đồng hạng xếp liền nhau.
picture-race-note-member = Các tuần mà đơn vị có mặt ở phần công khai của bảng; trong tin nhắn riêng có thêm đơn vị của đồng chí. Số trong vòng tròn là thứ hạng của tuần.
picture-multiples = Chỉ tiêu theo đơn vị
picture-multiples-at = Số đã thẩm định đến { $at }, % của mức giao
picture-multiples-above = Trên { $threshold }%
picture-multiples-below = Chưa vượt { $threshold }%
picture-multiples-threshold = Ngưỡng { $threshold }%
picture-multiples-more = Ảnh không đủ chỗ cho mọi chỉ tiêu; bản giao ban bằng chữ có đủ.
picture-button = 🖼 Xem ảnh
picture-asked-drawing = ⏳ Đang vẽ ảnh, xin chờ trong giây lát…
picture-asked-done = ✅ Ảnh ở ngay dưới đây ({ $count }).
picture-asked-none = Chưa có gì để vẽ. Đồng chí xem bằng chữ: gõ /xephang hoặc /giaoban.
picture-asked-table = Bảng xếp hạng và thứ hạng qua các tuần
picture-asked-brief = Chỉ tiêu theo đơn vị, số liệu của bản giao ban

## Trang bảng thi đua trên web

web-title = Bảng thi đua · { $campaign }
web-skip = Tới nội dung
web-lost = Mất kết nối, đang thử lại. Trang đang hiện số liệu của lần cập nhật trước.
web-more = Cách xem khác
web-wall = Xem trên máy chiếu
web-nothing = Không có đợt thi đua nào ở địa chỉ này
web-nothing-more = Đề nghị kiểm tra lại địa chỉ hoặc hỏi thường trực phong trào thi đua.
web-day = Ngày thứ <b>{ $day }/{ $days }</b>
web-left = còn <b>{ $left }</b> ngày, đến hết { $end }
web-participants = { $count } đơn vị tham gia, theo thứ tự chữ cái:
web-together = Kết quả chung
web-above = { $above }/{ $total } đơn vị đạt trên { $threshold }%
web-praised = Biểu dương trong tuần
web-door = Trang dành cho lãnh đạo
web-door-how = Trang này mở bằng đường dẫn riêng, dùng một lần: trong chat với bot, gõ /giaoban rồi chọn “Mở trên web”.
web-to-board = Bảng công khai
web-enter = Vào trang lãnh đạo
web-enter-how = Đường dẫn này chỉ dùng được một lần, cho riêng đồng chí. Phiên làm việc kéo dài 12 giờ trên máy này.
web-enter-button = Vào trang
web-stale = Đường dẫn đã dùng hoặc đã hết hạn
web-pages = Các trang
web-leave = Thoát trên mọi máy
web-no-unit = Không có đơn vị này trong đợt thi đua
web-leaders-title = Bảng lãnh đạo · { $campaign }
web-place = Hạng
web-entries = Các báo cáo gần nhất
web-corrects = (sửa số)

## Mở trang lãnh đạo

browser-button = Mở trên web
browser-button-open = Mở trang lãnh đạo
browser-link = Trang lãnh đạo (toàn bảng, từng đơn vị, giao ban), tự cập nhật:
    { $link }

    Đường dẫn mở được một lần trong { $minutes } phút; đề nghị không chuyển cho người khác.
browser-none = Máy chủ web của bot chưa có địa chỉ. Đề nghị quản trị đặt THIDUA_WEB_URL.

## Cards of units
unit-card-as-of = Tính ngày { $date }; cập nhật gần nhất { $last }
unit-card-as-of-nothing = Tính ngày { $date }; đơn vị chưa có số liệu
unit-card-not-begun = Đợt thi đua { $days } ngày, chưa bắt đầu
unit-card-points = điểm
unit-card-results = K – Kết quả
unit-card-discipline = N – Kỷ luật báo cáo
unit-card-accuracy = S – Số liệu đúng
unit-card-accuracy-few = S – Số liệu đúng (chưa đủ mẫu)
unit-card-bonus = Thưởng
unit-card-penalty = Trừ
unit-card-up = lên { $count } bậc
unit-card-down = xuống { $count } bậc
unit-card-pledges = Cam kết: { $kept }/{ $count } đạt tiến độ
unit-card-no-pledges = Đơn vị chưa có chỉ tiêu được giao và chưa đăng ký cam kết
unit-card-kept = Đạt tiến độ: { $pace }
unit-card-behind = Chưa đạt tiến độ: { $pace }
unit-card-target = Mục tiêu { $target }, hạn { $due }
unit-card-target-steps = Mục tiêu xong { $count } mốc, hạn { $due }
unit-card-target-level = Giữ mức { $level } hằng tuần đến { $due }
unit-card-steps = { $done }/{ $all } mốc
unit-card-pace = Hoàn thành { $completion }, đến nay cần { $expected }
unit-card-weight = Tỷ trọng { $weight }, được { $points } điểm
unit-card-no-pledge = Chưa đăng ký
unit-card-not-pledged = Được giao nhưng chưa có đăng ký được duyệt; tỷ trọng { $weight }, được { $points } điểm
unit-card-left-not-pledged = Từ ngày thứ { $day } sẽ tính 0 điểm nếu vẫn chưa đăng ký
unit-card-left-no-target = Chưa có mục tiêu, không tính
unit-card-left-nothing-due = Chưa có mốc nào đến hạn, chưa tính
unit-card-left-no-week = Chưa chốt tuần nào, chưa tính
unit-card-more-badges = và { $count } huy hiệu nữa
unit-card-legend-checked = đã thẩm định
unit-card-legend-unchecked = chưa thẩm định
unit-card-legend-due = mức cần đạt
unit-card-legend-target = mục tiêu
unit-card-legend-today = hôm nay
unit-card-caption = <b>Thẻ điểm { $unit }</b>. { $day }: { $total } điểm (kết quả { $results }, kỷ luật { $discipline }, số liệu { $accuracy }); { $kept }/{ $count } cam kết đạt tiến độ.
unit-card-caption-page = Thẻ điểm { $unit }, trang { $page }/{ $pages }.
unit-card-open = Số { $value } chưa thẩm định: phần tiến thêm tính { $share }
unit-card-foot = { $day } · tính ngày { $date }

## Pictures of moments
celebration-title = Hoàn thành cam kết
celebration-steps = Xong mọi mốc đã cam kết, hạn { $due }
celebration-ahead = trước hạn { $days } ngày
celebration-day = Ngày { $day }/{ $days }, { $date }
celebration-told = 🎯 <b>{ $unit }</b> đã hoàn thành cam kết <b>{ $indicator }</b>: { $value }, đã được thẩm định.
celebration-told-ahead = 🎯 <b>{ $unit }</b> đã hoàn thành cam kết <b>{ $indicator }</b> trước hạn { $days } ngày: { $value }, đã được thẩm định.
celebration-no-reports = Từ nay đơn vị không phải báo cáo hằng tuần chỉ tiêu này.
celebration-over = Phần vượt thêm, khi được thẩm định, vẫn được xét điểm thưởng (mục 7).
celebration-caption = Ảnh mừng { $unit } hoàn thành cam kết { $indicator }.
opening-launch = PHÁT ĐỘNG
opening-midpoint = SƠ KẾT GIỮA ĐỢT
opening-sprint = NƯỚC RÚT
opening-end = TỔNG KẾT
opening-day = Ngày
opening-units = đơn vị
opening-assigned = lượt chỉ tiêu được giao
opening-pledges = cam kết đã duyệt
opening-done = cam kết đã hoàn thành
opening-next-launch = Tiếp theo: đăng ký cam kết trong tuần này; sơ kết giữa đợt ngày { $date }.
opening-next-midpoint = Tiếp theo: nước rút từ { $date }, kết thúc { $end }.
opening-next-sprint = Tiếp theo: bảng công khai tạm dừng từ { $date }, kết thúc { $end }.
opening-next-end = Tiếp theo: hoàn tất minh chứng và thẩm định, xét khen thưởng.
opening-foot = Đợt thi đua từ { $start } đến { $end } · { $date }
opening-caption = Ảnh thông báo của <b>{ $campaign }</b>. Nội dung bằng chữ ngay dưới đây.

## Drafts of certificates
certificate-draft = DỰ THẢO – chưa có giá trị, chờ quyết định khen thưởng
certificate-title = GIẤY KHEN
certificate-what = Đã có thành tích trong { $campaign }
certificate-number = Số: …………/QĐ-…………
certificate-place = ………………, ngày … tháng … năm …
certificate-blank = (Ký, đóng dấu, ghi rõ họ tên)
certificate-leader = dẫn đầu { $cluster } với { $total } điểm
certificate-over = vượt chỉ tiêu { $indicator }: { $confirmed } (cam kết { $target })
certificate-improved = tiến bộ nhất từ ngày thứ { $day }, đạt { $total } điểm
certificate-more = Hồ sơ còn { $count } giấy khen dự thảo nữa; xuất đủ bằng lệnh candidates --docx.

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

## Forecasts
forecast-line = với tiến độ hiện nay: hoàn thành { $share }% vào { $due } (khoảng { $low }–{ $high }%)
forecast-line-few = với nhịp từ đầu đợt: hoàn thành { $share }% vào { $due } (chưa đủ số liệu để ước lượng chắc hơn)
forecast-pledge = 📈 Dự báo (không tính điểm): { $forecast }
forecast-brief-missing = { $count } cam kết khó kịp hạn nếu giữ tiến độ hiện nay.
forecast-brief-unreported = { $count } cam kết chưa có báo cáo nào.

## Honours
badge-leader = Dẫn đầu cụm
badge-leader-weeks = Dẫn đầu cụm { $weeks } tuần
badge-leap = Bứt phá tuần
badge-beyond = Vượt chỉ tiêu ({ $indicator })
badge-early = Về đích sớm ({ $indicator })
badge-unblocked = Gỡ vướng
badge-true = Số liệu chuẩn
badge-on-time = Đúng hẹn { $weeks } tuần
badge-kind-beyond = Vượt chỉ tiêu
badge-kind-early = Về đích sớm
badge-kind-on-time = Đúng hẹn
ground-weeks = tuần { $weeks }
ground-pledge = cam kết { $numbers }
ground-entry = báo cáo { $numbers }
ground-obstacle = vướng mắc { $numbers }
landmark-units = 🎯 Cột mốc chung: { $indicator } – { $above }/{ $total } đơn vị đạt trên { $threshold }%
landmark-plan = 🎯 Cột mốc chung: { $indicator } – toàn đợt thi đua đạt { $percent }% chỉ tiêu giao
honours-title = <b>Huy hiệu của { $unit }</b>
honours-none = Chưa có huy hiệu nào. Huy hiệu được xét mỗi khi chốt tuần, chỉ trên số liệu đã thẩm định.
honours-line = 🏅 { $number } <b>{ $badge }</b>, tuần { $week }: { $grounds }
honours-line-revoked = ▫️ { $number } { $badge }, tuần { $week }: đã thu hồi. Lý do: { $reason }
honours-streak = Chuỗi đúng hẹn: <b>{ $weeks } tuần</b>.
honours-streak-none = Chuỗi đúng hẹn: bắt đầu từ tuần đầu tiên mọi báo cáo phải nộp đều trước 17:00 thứ Sáu.
honours-streak-anew = Chuỗi đúng hẹn: bắt đầu lại từ tuần này. Huy hiệu đã có vẫn giữ nguyên, không bị trừ điểm.
honours-streak-forgiven = Tuần { $week } chưa đúng hẹn đã được bỏ qua, chuỗi không đứt (mỗi 30 ngày một lần).
honours-near = Sắp đạt:
honours-near-on-time = • Còn { $left } tuần đúng hẹn nữa là đạt mốc { $level } tuần.
honours-near-early = • { $indicator } đã đi { $completion } quãng đường: báo đủ số trước hoặc trong ngày { $until } và được thẩm định là về đích sớm.
honours-thanks = Lời cảm ơn của đơn vị bạn: nhận { $received }, gửi { $sent }.
honours-all-title = <b>Huy hiệu toàn đợt thi đua</b>: { $count }
honours-all-line = 🏅 { $number } { $unit }: { $badge } (tuần { $week })
honours-post-badges = <b>Huy hiệu tuần này</b>
honours-post-badge = 🏅 { $unit }: { $badge }
honours-post-more = … và { $count } huy hiệu nữa
honours-post-example = 🌟 <b>Gương sáng tuần: { $unit }</b> – “{ $text }” ({ $by } đề cử)
honours-post-example-own = 🌟 <b>Gương sáng tuần: { $unit }</b> – “{ $text }”
honours-write-text = Đồng chí nhắn bằng chữ, hoặc gõ /huy để thôi.
honours-too-long = Nội dung dài { $length } ký tự; tối đa { $most }. Đồng chí viết gọn lại rồi gửi.
honours-not-now = Việc này chỉ làm được trong thời gian của đợt thi đua.
honours-example = /{ $command } camon { $unit } lời cảm ơn (cảm ơn đơn vị bạn) · /{ $command } guongsang nội dung (đề cử gương sáng)
kudos-button = Cảm ơn đơn vị bạn
kudos-ask-unit = Đồng chí muốn cảm ơn đơn vị nào? Chọn, hoặc gõ mã đơn vị.
kudos-ask-text = Cảm ơn <b>{ $unit }</b> về việc gì? Gõ một câu.
kudos-own = Lời cảm ơn dành cho đơn vị khác. Muốn nêu việc tốt của đơn vị mình, đồng chí dùng <code>/huyhieu guongsang nội dung</code>.
kudos-enough = Mỗi tuần một đơn vị gửi tối đa { $most } lời cảm ơn; tuần này đã đủ. Đồng chí gửi vào tuần sau.
kudos-recorded = Đã gửi lời cảm ơn <b>{ $number }</b> tới <b>{ $unit }</b>: { $text }
    Tuần này còn gửi được { $left } lời nữa.
kudos-notice = 🤝 <b>{ $unit }</b> cảm ơn đơn vị đồng chí: { $text }
example-button = Đề cử gương sáng
example-button-all = Đề cử gương sáng chờ chọn
example-button-choose = Chọn { $number }
example-ask-unit = Gương sáng tuần này là của đơn vị nào? Chọn, hoặc gõ mã đơn vị.
example-ask-text = <b>{ $unit }</b>: ai, đã làm được việc gì đáng học tập? Gõ một câu. Câu này sẽ được đọc công khai.
example-enough = Mỗi tuần một đơn vị đề cử một gương sáng; tuần này đơn vị đã đề cử { $number }.
example-recorded = Đã ghi đề cử gương sáng <b>{ $number }</b>: <b>{ $unit }</b> – { $text }
    Thường trực chọn một gương sáng mỗi tuần để nêu trong tin tuần.
example-notice = Đề cử gương sáng <b>{ $number }</b> từ <b>{ $by }</b>: { $unit } – { $text }
example-list = <b>Đề cử gương sáng cho tin tuần { $week }</b>
example-line = <b>{ $number }</b> { $unit } ({ $by } đề cử): { $text }
example-none = Chưa có đề cử nào. Đơn vị đề cử bằng <code>/huyhieu guongsang nội dung</code>.
example-which = Không có đề cử “{ $typed }”. Gõ <code>/huyhieu chon</code> để xem các đề cử đang chờ.
example-too-old = Đề cử { $number } đã được chọn hoặc đã cũ hơn hai tuần. Gõ <code>/huyhieu chon</code> để xem các đề cử đang chờ.
example-chosen-already = Tin tuần { $week } đã có gương sáng: { $number }.
example-chosen = Đã chọn gương sáng <b>{ $number }</b>: <b>{ $unit }</b> – { $text }
    Sẽ nêu trong tin tuần { $week }; các đơn vị liên quan đã được báo.
example-chosen-notice = 🌟 Gương sáng tuần này: <b>{ $unit }</b> – { $text }
    Sẽ được nêu trong tin thi đua của tuần.
revoke-button = Thu hồi huy hiệu
revoke-ask-which = Thu hồi huy hiệu số mấy? Gõ số, ví dụ <code>9</code>; có thể kèm lý do.
revoke-which = Không có huy hiệu “{ $typed }”. Gõ /huyhieu để xem số của các huy hiệu, rồi gửi <code>/huyhieu thu 9 lý do</code>.
revoke-ask-reason = Thu hồi <b>{ $number }</b> – { $unit }: { $badge }. Vì sao? Gõ lý do để đơn vị biết.
revoke-already = Huy hiệu { $number } đã được thu hồi từ trước.
revoked = Đã thu hồi huy hiệu <b>{ $number }</b> – { $unit }: { $badge }. Đơn vị đã được báo.
    Lý do: { $reason }
revoke-notice = Huy hiệu { $number } ({ $badge }) của đơn vị đã được thu hồi.
    Lý do: { $reason }
    Nếu thấy chưa đúng, đồng chí trao đổi với thường trực.

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
brief-steps = { $steps } mốc
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

## Documents
docx-draft = DỰ THẢO
docx-country = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
docx-motto = Độc lập - Tự do - Hạnh phúc
docx-number = Số: ......../{ $symbol }-........
docx-date = ............, ngày ..... tháng ..... năm { $year }
docx-receivers = Nơi nhận:
docx-filed = - Lưu: VT, TĐKT.
docx-sign = (Ký, ghi rõ họ tên)
docx-signer = Thủ trưởng cơ quan
docx-to-leaders = Lãnh đạo cơ quan
docx-to-units = Các đơn vị tham gia phong trào
docx-to-council = Hội đồng Thi đua - Khen thưởng
docx-basis-blank = Căn cứ ...................................................... (ghi căn cứ pháp lý tại thiết lập can_cu của phong trào);
docx-brief-as-of = (Số liệu đến { $at }; ngày thứ { $day }/{ $days } của phong trào)
docx-directives = Trong đó, chỉ đạo của lãnh đạo: { $total } việc, { $done } hoàn thành, { $progress } đang thực hiện, { $overdue } quá hạn.
docx-annex = PHỤ LỤC
docx-annex-figures = SỐ LIỆU CHI TIẾT
docx-annex-of = (Kèm theo { $kind } số ......../{ $symbol }-........ ngày ..... tháng ..... năm { $year } của { $agency })
docx-kind-report = Báo cáo
docx-kind-proposal = Tờ trình
docx-kind-minutes = Biên bản
docx-kind-charter = Kế hoạch
docx-title-report = BÁO CÁO
docx-brief = Giao ban tình hình thực hiện “{ $campaign }”
docx-brief-month = Giao ban tháng { $month } tình hình thực hiện “{ $campaign }”
docx-table-indicators = Biểu 1. Kết quả các chỉ tiêu
docx-table-units = Biểu 2. Đơn vị vượt ngưỡng và đơn vị tiêu biểu
docx-table-backlog = Biểu 3. Số liệu chờ thẩm định
docx-column-number = TT
docx-column-indicator = Chỉ tiêu
docx-column-before = Đến hết tháng trước
docx-column-actual = Đã thẩm định
docx-column-reported = Đã báo cáo
docx-column-assigned = So với chỉ tiêu giao
docx-column-city = So với KH thành phố
docx-column-council = So với KH HĐND
docx-column-same = So với cùng kỳ
docx-column-above = Đơn vị trên ngưỡng
docx-column-exemplars = Tiêu biểu
docx-column-verifier = Nơi thẩm định
docx-column-waiting = Số chờ
docx-column-late = Trong đó quá hạn
docx-column-oldest = Lâu nhất từ
docx-above = { $above }/{ $total } (trên { $threshold }%)
docx-proposal-title = TỜ TRÌNH
docx-proposal-about = Về việc đề nghị khen thưởng tập thể, cá nhân có thành tích trong “{ $campaign }”
docx-to = Kính gửi: { $whom }
docx-collectives = Danh sách tập thể
docx-individuals = Danh sách cá nhân
docx-proposal = { $host } kính trình Hội đồng xem xét, đề nghị khen thưởng { $collectives } tập thể và { $individuals } cá nhân có thành tích trong phong trào, theo số liệu đến { $at }. Mọi đề nghị dưới đây đều đạt các điều kiện về số liệu, trung thực, thời hạn và không trùng khen.
docx-proposal-end = Hồ sơ kèm theo: báo cáo thành tích của từng tập thể, cá nhân; biên bản kiểm phiếu của Hội đồng (nếu đã bỏ phiếu). Kính trình Hội đồng xem xét, quyết định.
docx-not-proposed = ĐỀ NGHỊ KHÔNG ĐƯA VÀO DANH SÁCH VÀ LÝ DO
docx-not-voted = chưa bỏ phiếu
docx-achievement-title = BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ KHEN THƯỞNG
docx-achievement-what = 1. Đề nghị khen thưởng
docx-achievement-figures = 2. Số liệu của { $unit }
docx-achievement-gates = 3. Điều kiện xét khen thưởng
docx-account = Thành tích do đơn vị trình bày: { $text }
docx-shown = Minh chứng kèm theo: { $shown } ảnh, tệp; { $entries } báo cáo số liệu làm căn cứ.
docx-confirmed-by = Thường trực Hội đồng
docx-achievement-end = Báo cáo được lập từ số liệu đã ghi nhận đến { $at }; đơn vị kiểm tra và chịu trách nhiệm về nội dung trước khi ký.
docx-unit-signer = Thủ trưởng đơn vị
docx-column-reached = Kết quả
docx-column-completion = Hoàn thành
docx-column-weight = Tỷ trọng
docx-column-points = Điểm
docx-not-pledged = được giao, chưa đăng ký
docx-score = Tổng điểm <b>{ $total }</b>: kết quả { $results }, kỷ luật báo cáo { $discipline }, số liệu đúng { $accuracy }, thưởng { $bonus }, trừ { $penalty }.
docx-gate-passed = đạt
docx-gate-failed = không đạt
docx-voted = Kết quả bỏ phiếu của Hội đồng: { $result } ({ $counts }).
docx-column-gate = Điều kiện
docx-column-result = Kết quả
docx-column-reason = Lý do
docx-column-candidate = Tập thể, cá nhân; thành tích
docx-column-council-vote = Hội đồng bỏ phiếu
docx-column-entitled = Được bỏ phiếu
docx-column-cast = Đã bỏ
docx-minutes-title = BIÊN BẢN
docx-minutes-about = Kiểm phiếu của Hội đồng Thi đua - Khen thưởng xét khen thưởng “{ $campaign }”
docx-minutes = Cuộc bỏ phiếu kín mở lúc { $opened }, kết thúc lúc { $closed }. Hội đồng có { $members } thành viên. Kết quả có giá trị khi số phiếu đã bỏ đạt { $quorum } số thành viên được bỏ phiếu về đề nghị đó; đề nghị được thông qua khi số phiếu đồng ý đạt { $pass } số phiếu đã bỏ.
docx-minutes-table = Kết quả kiểm phiếu
docx-minutes-secret = Phiếu kín: hệ thống chỉ giữ tổng số phiếu từng loại. Thành viên không bỏ phiếu về bản thân và đơn vị mình.
docx-secretary = Thư ký
docx-chair = Chủ tịch Hội đồng
docx-charter-title = THỂ LỆ PHONG TRÀO THI ĐUA
docx-charter-scope = Phong trào kéo dài { $days } ngày, từ { $start } đến hết { $end }; { $units } đơn vị, { $clusters } cụm, { $indicators } chỉ tiêu. Xếp hạng trong cụm theo tổng điểm, mọi con số đều tính lại được từ nhật ký.
docx-charter-score = Cách tính điểm
docx-charter-part = Phần điểm
docx-charter-points = Tối đa
docx-charter-how = Cách tính
docx-charter-results = Kết quả (K)
docx-charter-results-how = Điểm tối đa × tổng của trọng số × nhịp tiến độ từng cam kết (mức hoàn thành chia cho mức kỳ vọng đến ngày xét). Phần tăng chưa thẩm định tính { $share }. Chỉ tiêu giao mà không cam kết tính 0.
docx-charter-discipline = Kỷ luật (N)
docx-charter-discipline-how = Tỷ lệ báo cáo đúng hạn ({ $closes } hằng tuần). Muộn không quá { $grace } ngày làm việc tính { $late }. “Không thay đổi” cũng là báo cáo.
docx-charter-accuracy = Số đúng (S)
docx-charter-accuracy-how = Tỷ lệ số được thẩm định xác nhận, lệch không quá { $tolerance }%. Dưới { $least } lần thẩm định thì lấy trung vị của cụm.
docx-charter-bonus = Thưởng
docx-charter-bonus-how = 1 điểm cho mỗi { $step }% vượt mục tiêu (không quá { $over } điểm); Hội đồng thưởng không quá { $award } điểm, có lý do.
docx-charter-penalty = Trừ
docx-charter-penalty-how = { $missing } điểm mỗi báo cáo thiếu; { $overdue } điểm mỗi cam kết quá hạn mà không nêu vướng mắc trước hạn; { $lie } điểm mỗi báo cáo sai sự thật.
docx-charter-week = Mỗi tuần: hạn báo cáo { $reports }; hạn thẩm định { $checks }; chốt bảng { $closing }. Bảng đã chốt không sửa; thay đổi về sau được công bố là đính chính.
docx-charter-ranking = Công bố thứ hạng từ ngày thứ { $day }; bảng công khai giữ nguyên trong { $freeze } ngày cuối. Đơn vị được khiếu nại trong { $appeal } ngày làm việc kể từ ngày có kết quả.
docx-charter-commend = Khen thưởng do Hội đồng quyết định sau khi công khai danh sách { $publication } ngày làm việc; có giá trị khi đạt { $quorum } số thành viên, thông qua khi đạt { $pass } số phiếu đã bỏ; người lao động trực tiếp ít nhất { $direct }% số cá nhân.
docx-button = Tải văn bản (DOCX)
docx-button-charter = Thể lệ (DOCX)
docx-preparing = ⏳ Đang soạn văn bản, xin chờ trong giây lát…
docx-done = ✅ Văn bản dự thảo ở ngay dưới đây; số, ngày và chữ ký để trống.
docx-caption-brief = Báo cáo giao ban (dự thảo), số liệu đến { $at }.
docx-caption-dossier = Hồ sơ khen thưởng (dự thảo), số liệu đến { $at }. Tệp có thể có họ tên cá nhân, đồng chí chỉ chuyển cho người có trách nhiệm.
docx-caption-charter = Thể lệ phong trào (dự thảo), theo các thiết lập đang áp dụng.

## Sơ kết, tổng kết

review-about-midterm = Sơ kết việc thực hiện “{ $campaign }”
review-about-final = Tổng kết việc thực hiện “{ $campaign }”
review-introduction = “{ $campaign }” do { $host } phát động, từ ngày { $start } đến hết ngày { $end } ({ $days } ngày), có { $units } đơn vị tham gia thi đua, { $indicators } chỉ tiêu.
review-reports = Về chấp hành chế độ báo cáo: { $ontime }/{ $due } báo cáo tuần đúng hạn ({ $share }).
review-checks = Về chất lượng số liệu: { $confirmed }/{ $checked } số liệu được thẩm định khớp với báo cáo ({ $share }).
review-outstanding = <b>II. Đơn vị tiêu biểu</b>
review-outstanding-none = Chưa công bố thứ hạng.
review-leaders = { $cluster }: { $units }.
review-leaders-all = Dẫn đầu: { $units }.
review-place = hạng { $place } { $unit } ({ $total } điểm)
review-improved = Tiến bộ nhất từ ngày { $since }: { $units }.
review-gain = { $unit } (tăng { $gain } điểm)
review-weak = <b>III. Tồn tại, hạn chế</b>
review-causes-title = <b>IV. Nguyên nhân theo ý kiến của các đơn vị</b>
review-causes = Các đơn vị đã nêu { $raised } khó khăn, vướng mắc; { $closed } đã giải quyết xong, { $open } chưa xong.
review-causes-none = Các đơn vị không nêu khó khăn, vướng mắc nào.
review-cause = { $indicator } ({ $raised } ý kiến): { $texts }.
review-quote = “{ $text }”
review-more = và { $count } ý kiến khác
review-ahead = <b>V. Nhiệm vụ thời gian tới</b>
review-proposal = Đề nghị Hội đồng xem xét khen thưởng { $collectives } tập thể, { $individuals } cá nhân đủ điều kiện (danh sách đến { $at }, tờ trình kèm theo).
review-decisions = <b>VI. Đề nghị lãnh đạo cho ý kiến</b>
review-internal = Bảng xếp hạng đầy đủ chỉ gửi lãnh đạo, Hội đồng và thường trực; không công khai.
review-column-before = Đến { $date }
review-table-ranking = Biểu 3. Bảng xếp hạng
review-later = Đính chính sau khi chốt bảng cuối (không làm thay đổi bảng đã chốt)
review-column-place = Hạng
review-column-unit = Đơn vị
review-column-total = Tổng điểm
review-column-results = Kết quả
review-column-discipline = Kỷ luật
review-column-accuracy = Số đúng
review-column-bonus = Thưởng
review-column-penalty = Trừ
review-button-midterm = Báo cáo sơ kết (DOCX)
review-button-final = Báo cáo tổng kết (DOCX)
docx-caption-midterm = Báo cáo sơ kết (dự thảo), số liệu đến { $at }. Có bảng xếp hạng đầy đủ, đồng chí chỉ chuyển cho người có trách nhiệm.
docx-caption-final = Báo cáo tổng kết (dự thảo), lập lúc { $at }. Có bảng xếp hạng đầy đủ, đồng chí chỉ chuyển cho người có trách nhiệm.

## Risks
risks-title = <b>CẢNH BÁO</b> (tính đến { $at })
risks-none = Không có.
risks-open = Bấm nút để xem đủ từng mục.
risks-unclear = Không có mục cảnh báo “{ $typed }”. Gõ /canhbao rồi bấm mục cần xem.
risks-button-missing = Khó kịp hạn
risks-button-obstacles = Vướng mắc
risks-button-directives = Chỉ đạo
risks-button-backlog = Chờ thẩm định
risks-button-back = ◂ Các cảnh báo
risks-missing = Không kịp nếu giữ tốc độ hiện nay
risks-missing-line = • { $unit }: { $indicator } – { $forecast }
risks-unreported = Chưa có báo cáo
risks-overdue = Quá hạn
risks-overdue-line = • { $unit }: { $indicator } – hạn { $due }
risks-obstacles = Vướng mắc chưa xong
risks-obstacle-line = • { $number } { $unit }: { $text } – nêu { $age }; { $status }
risks-backlog = Nơi còn số liệu chờ thẩm định
risks-office = Thường trực

## Commendation
commend-title = <b>ĐỀ NGHỊ KHEN THƯỞNG – DANH SÁCH XEM XÉT</b> (tính đến { $at })
commend-note = Danh sách do hệ thống gợi ý theo quy định; Hội đồng quyết định.
commend-collectives = <b>Tập thể</b> ({ $count })
commend-individuals = <b>Cá nhân</b> ({ $count })
commend-none = Chưa có.
commend-more = … và { $count } đề nghị nữa: bấm “{ $button }”.
commend-button-overview = ◂ Tổng hợp
commend-button-vote = Bỏ phiếu
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

## Nominations
category-nominated = đơn vị đề cử
reason-entries-unverified = báo cáo chưa được xác nhận: { $entries }
reason-no-figures = không dựa trên số liệu; Hội đồng xem minh chứng
council-leader = cán bộ lãnh đạo, quản lý
council-worker = lao động trực tiếp
council-erased = cá nhân đã gỡ tên, đề cử { $number } ({ $unit })
nominate-title = <b>Đề cử khen thưởng của { $unit }</b>
    Còn được đề cử thêm: { $left }
nominate-ask-kind = Đề cử ai?
nominate-kind-unit = Tập thể đơn vị
nominate-kind-part = Tập thể nhỏ trong đơn vị
nominate-kind-person = Cá nhân
nominate-ask-person = Họ tên người được đề cử? Có thể thêm chức vụ sau dấu phẩy: <i>Nguyễn Văn A, công chức</i>.
nominate-ask-part = Tên tập thể nhỏ? Ví dụ: <i>Tổ dân phố số 5</i>.
nominate-ask-leader = <b>{ $name }</b> là lao động trực tiếp hay cán bộ lãnh đạo, quản lý?
nominate-ask-work = Thành tích thuộc chỉ tiêu nào?
nominate-other-work = Việc khác
nominate-ask-achievement = Thành tích là gì? Ghi ngắn gọn việc đã làm và kết quả. Nếu dựa trên báo cáo đã gửi, ghi số của báo cáo, ví dụ <code>#17</code>.
nominate-ask-evidence = Minh chứng? Gửi ảnh hoặc tệp, hoặc ghi số báo cáo làm căn cứ, ví dụ <code>#17</code>.
    <i>Không gửi giấy tờ của công dân hay tài liệu mật.</i>
nominate-evidence-unclear = Đồng chí gửi ảnh hoặc tệp, hoặc ghi số báo cáo như <code>#17</code>.
nominate-too-much-evidence = Mỗi đề cử nhận tối đa { $most } ảnh và tệp. Đồng chí bấm Xác nhận để ghi, hoặc gõ /huy để thôi.
nominate-name-as-text = Đồng chí gõ tên bằng chữ, hoặc /huy để thôi.
nominate-ask-confirm = <b>Đề cử này đúng chưa?</b>
    { $summary }
    Còn minh chứng thì gửi tiếp trước khi xác nhận.
nominate-sum-unit = Tập thể: <b>{ $unit }</b>
nominate-sum-part = Tập thể nhỏ: <b>{ $name }</b> ({ $unit })
nominate-sum-person = Cá nhân: <b>{ $name }</b> ({ $unit })
nominate-sum-post = { $post }
nominate-sum-work = Chỉ tiêu: { $indicator }
nominate-sum-achievement = Thành tích: { $text }
nominate-sum-evidence = Minh chứng: { $files } ảnh, tệp; { $entries } báo cáo
nominate-recorded = ✅ Đã ghi đề cử <b>{ $number }</b>. Thường trực đã được báo.
    { $summary }
    Còn được đề cử thêm: { $left }. Rút lại được đến khi Hội đồng mở bỏ phiếu.
nominate-too-many = Đơn vị đã đề cử đủ { $most }. Muốn đề cử khác, đồng chí rút bớt một đề cử: <code>/decu rut 3</code>
nominate-again = Đơn vị đã đề cử đúng đối tượng này về cùng việc ở đề cử { $number }. Muốn sửa, đồng chí rút { $number } rồi đề cử lại.
nominate-no-entry = Đơn vị không có báo cáo { $number }. Gõ /lichsu để xem số đúng.
nominate-unclear = Chưa hiểu “{ $typed }”. Gõ /decu để được hướng dẫn từng bước, hoặc một dòng:
    <code>/decu canhan Nguyễn Văn A; công chức; lao động trực tiếp; thành tích #17</code>
    <code>/decu tapthe Tổ 5; thành tích #17</code>
nominate-unknown = Đơn vị không có đề cử “{ $typed }”. Gõ /decu để xem các đề cử đang có.
nominate-voted-on = Hội đồng đã mở bỏ phiếu về đề cử { $number } nên không rút được nữa.
nominate-ask-withdraw = Rút đề cử <b>{ $number }</b>: { $shown }?
nominate-withdrawn = Đã rút đề cử <b>{ $number }</b>.
nominate-notice = Đề cử mới <b>{ $number }</b> của <b>{ $unit }</b>:
    { $summary }
nominate-notice-lead = Đồng chí { $by } vừa thay mặt đơn vị ghi đề cử <b>{ $number }</b>:
    { $summary }
    Nếu chưa đồng ý, đồng chí rút bằng nút dưới.
nominate-button-list = Các đề cử của đơn vị
nominate-button-withdraw = Rút { $number }
nominate-button-candidates = Xem danh sách đề nghị

## The council and its vote
commend-share = Hiện là { $share }.
commend-share-over = Hiện là { $share }, <b>vượt mức</b>: ưu tiên lao động trực tiếp.
commend-choose = Chọn để xem đầy đủ lý do.
commend-unclear = Chưa hiểu “{ $typed }”. Có thể viết: <code>/khenthuong 12</code>, <code>/khenthuong 12 dakhen số quyết định</code>, <code>/khenthuong 12 rut lý do</code>, <code>/khenthuong 12 xoaten</code>; <code>/khenthuong congbo</code> (công khai danh sách), <code>/khenthuong mo</code> (mở bỏ phiếu); hoặc /khenthuong để xem danh sách.
commend-gone = Không còn trong danh sách đề nghị. Gõ /khenthuong để xem danh sách hiện tại.
commend-id = Mã: <code>{ $id }</code>
commend-button-collectives = Tập thể
commend-button-individuals = Cá nhân
commend-button-list = Danh sách công khai
commend-button-minutes = Biên bản kiểm phiếu
commend-button-publish = Công khai danh sách
commend-button-open = Mở bỏ phiếu
commend-button-close = Kết thúc bỏ phiếu
commend-button-release = Công bố kết quả ra nhóm
commend-button-rewarded = Đã khen thưởng
commend-button-withdraw = Đưa ra khỏi danh sách
commend-button-back = ◂ Danh sách
list-title = <b>DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG</b> · { $campaign }
    Công khai để lấy ý kiến trước khi Hội đồng bỏ phiếu.
list-public-title = <b>Danh sách đề nghị khen thưởng lấy ý kiến</b> · { $campaign }
list-until = Ý kiến xin gửi thường trực đến hết ngày { $until }.
list-voting = Hội đồng đang bỏ phiếu kín, đến { $until }.
list-voted = Hội đồng đã bỏ phiếu xong về danh sách này.
list-none-yet = Chưa công khai danh sách đề nghị khen thưởng nào. Khi thường trực công khai, bot gửi đồng chí ngay và đồng chí xem lại được ở đây.
list-none = Chưa công khai danh sách nào. Thường trực công khai bằng <code>/khenthuong congbo</code>
publish-ask = <b>Công khai danh sách đề nghị khen thưởng</b>
    Chọn { $chosen }/{ $of }; bấm tên để bỏ ra hoặc đưa vào. Mọi người tham gia nhận danh sách, các nhóm nhận tên. Lấy ý kiến đến hết { $until }, sau đó mới mở bỏ phiếu.
publish-replaces = Danh sách đã công khai trước và chưa bỏ phiếu sẽ được thay bằng danh sách này; thời gian lấy ý kiến tính lại từ đầu.
publish-while-voting = Hội đồng đang bỏ phiếu. Kết thúc bỏ phiếu rồi mới công khai danh sách mới.
publish-nobody = Chưa có ai đủ điều kiện và chưa được Hội đồng quyết định. Gõ /khenthuong để xem lý do.
publish-nobody-chosen = Danh sách đang trống. Đồng chí chọn ít nhất một.
publish-moved = Có người vừa không còn đủ điều kiện nên chưa công khai. Đồng chí xem lại danh sách: <code>/khenthuong congbo</code>
publish-frozen = Bảng công khai đang tạm dừng, nên những đề nghị theo thứ hạng (dẫn đầu cụm, tiến bộ nhất) chỉ công khai được từ ngày { $from }: công khai sớm hơn là cho biết bảng.
published = ✅ Đã công khai { $count } đề nghị. Lấy ý kiến đến hết { $until }; sau ngày đó mở bỏ phiếu bằng <code>/khenthuong mo</code>
open-no-list = Chưa có danh sách nào được công khai để bỏ phiếu. Công khai trước: <code>/khenthuong congbo</code>
open-already = Danh sách này đã mở bỏ phiếu.
open-too-early = Danh sách đang lấy ý kiến đến hết { $until }. Mở bỏ phiếu được từ ngày { $from }.
open-frozen = Danh sách có đề nghị theo thứ hạng (dẫn đầu cụm, tiến bộ nhất) mà bảng công khai đang tạm dừng, nên mở bỏ phiếu được từ ngày { $from }. Cần bỏ phiếu sớm hơn về các đề nghị khác thì công khai lại danh sách: <code>/khenthuong congbo</code>
open-changed = ⚠️ Danh sách hoặc thành viên Hội đồng vừa thay đổi, nên bỏ phiếu chưa mở. Đồng chí xem lại và xác nhận lần nữa:
open-no-date = Không đọc được ngày “{ $typed }”. Ví dụ: <code>/khenthuong mo 20/12/2022</code>
open-bad-date = Ngày { $date } không dùng được: phải sau lúc này và trong vòng { $most } ngày.
open-nobody = Trong danh sách đã công khai không còn ai đủ điều kiện. Gõ /khenthuong để xem lý do.
open-no-council = Chưa có thành viên Hội đồng. Mời bằng <code>/moi hội đồng Họ tên</code>
open-ask = <b>Mở bỏ phiếu kín?</b>
    Hội đồng { $members } thành viên; không ai bỏ phiếu cho bản thân hoặc đơn vị mình.
    Kết quả có giá trị khi số phiếu đạt { $quorum } số thành viên được bỏ phiếu; thông qua khi đồng ý đạt { $pass } số phiếu đã bỏ.
    Kết thúc lúc { $closes }.
open-paper = được bỏ phiếu: { $entitled }; cần ít nhất { $least } phiếu
opened = ✅ Đã mở bỏ phiếu: { $count } đề nghị, { $members } thành viên Hội đồng, đến { $closes }.
vote-call = Hội đồng bỏ phiếu kín về { $count } đề nghị khen thưởng, đến { $closes }.
vote-button = Bỏ phiếu
close-ask = <b>Kết thúc bỏ phiếu ngay?</b> Nếu không, bỏ phiếu tự kết thúc lúc { $closes }. Số phiếu đã bỏ:
close-paper = { $who }: { $cast }/{ $entitled }
close-too-early = Chưa kết thúc bỏ phiếu được: về { $who } mới có { $cast }/{ $entitled } phiếu, cần ít nhất { $least }. Kết thúc khi còn quá ít phiếu thì lộ ý kiến của từng người. Bỏ phiếu tự kết thúc lúc { $closes }; kết thúc sớm được khi mọi phiếu đều đủ số người bỏ.
closed = ✅ Đã kết thúc bỏ phiếu và kiểm phiếu:
council-passed = thông qua
council-not-passed = không thông qua
council-no-quorum = chưa đủ số phiếu để có kết quả
council-counts = đồng ý { $agree }, không đồng ý { $disagree }, không ý kiến { $abstain }; { $cast }/{ $entitled } phiếu
council-counts-few = { $cast }/{ $entitled } phiếu; chưa đủ nên không nêu từng loại phiếu
council-excluded-count = ({ $count } thành viên không bỏ phiếu vì đề nghị là về bản thân hoặc đơn vị mình)
council-minutes = <b>BIÊN BẢN KIỂM PHIẾU (dự thảo)</b> · { $campaign }
    Mở lúc { $opened }, kết thúc lúc { $closed }.
    Hội đồng { $members } thành viên. Có giá trị khi đạt { $quorum } số thành viên được bỏ phiếu; thông qua khi đồng ý đạt { $pass } số phiếu đã bỏ.
council-withdrawn-line = Đưa ra khỏi danh sách: { $who }. Lý do: { $reason }
council-withdrawn-bare = Đưa ra khỏi danh sách: { $who }.
council-unit-title = <b>Kết quả bỏ phiếu của Hội đồng về đề nghị của đơn vị</b>
council-unit-passed = Chúc mừng. Thường trực sẽ trình quyết định khen thưởng; xin chưa phổ biến trước khi có công bố.
council-unit-not-passed = Hội đồng ghi nhận và cảm ơn đóng góp; số lượng khen thưởng có hạn. Đơn vị tiếp tục theo dõi để đề cử ở đợt sau.
council-unit-no-quorum = Chưa đủ số phiếu để có kết quả; đề nghị này có thể được đưa ra bỏ phiếu lại.
minutes-none = Chưa có cuộc bỏ phiếu nào kết thúc.
release-title = <b>Hội đồng đã thông qua đề nghị khen thưởng</b> · { $campaign }
release-ask = <b>Công bố ra các nhóm?</b> Chỉ tên được thông qua, không có số phiếu:
release-already = Kết quả này đã công bố.
release-nobody = Không có đề nghị nào được thông qua để công bố.
released = ✅ Đã công bố kết quả ra các nhóm.
vote-mismatch = Số phiếu trong hòm không khớp số người đã bỏ phiếu, nên chưa kiểm phiếu được. Đề nghị quản trị chạy <code>thidua verify</code>.
vote-none-open = Hiện không có cuộc bỏ phiếu nào đang mở. Khi mở, bot báo cho từng thành viên Hội đồng.
vote-closed = Cuộc bỏ phiếu này đã kết thúc; không nhận thêm phiếu.
vote-withdrawn = { $who } đã được đưa ra khỏi danh sách; không bỏ phiếu nữa.
vote-excluded = Đồng chí không bỏ phiếu về { $who }: bản thân hoặc đơn vị mình thì để các thành viên khác quyết định.
vote-not-entitled = Khi mở bỏ phiếu, đồng chí chưa là thành viên Hội đồng nên không bỏ phiếu lần này.
vote-already = Đồng chí đã bỏ phiếu về { $who }. Phiếu đã bỏ không đổi được.
vote-title = <b>Phiếu kín</b> · còn { $left } phiếu · đến { $closes }
vote-account = Thành tích: { $text }
vote-not-on-own = Đồng chí không bỏ phiếu về: { $who } (bản thân hoặc đơn vị mình).
vote-secret = <i>Mỗi phiếu bỏ một lần, không sửa được. Bot ghi ai đã bỏ phiếu, không ghi bỏ thế nào.</i>
vote-ask = Bỏ phiếu về { $who }
    Để giữ kín, bot không nhớ nút vừa bấm. Đồng chí bấm nút xác nhận đúng với ý kiến của mình; phiếu đã bỏ không đổi được.
vote-received = Đã nhận phiếu về { $who }.
vote-finished = Đồng chí đã bỏ { $count } phiếu, không còn phiếu nào. Kết quả có sau khi kết thúc lúc { $closes }.
vote-button-evidence = Xem minh chứng ({ $count })
vote-button-later = Để sau
ballot-agree = Đồng ý
ballot-disagree = Không đồng ý
ballot-abstain = Không ý kiến
ballot-confirm-agree = Xác nhận: Đồng ý
ballot-confirm-disagree = Xác nhận: Không đồng ý
ballot-confirm-abstain = Xác nhận: Không ý kiến
reward-ask = Quyết định nào khen thưởng { $who }? Gõ số quyết định hoặc nội dung.
reward-again = Thành tích của { $who } đã được khen; một thành tích chỉ khen một lần.
reward-not-passed = Hội đồng chưa thông qua { $who }, nên chưa ghi khen thưởng được.
rewarded = ✅ Đã ghi khen thưởng: { $who }.
    Theo: { $decision }
withdraw-not-listed = { $who } không có trong danh sách đang công khai hoặc đang bỏ phiếu.
withdraw-ask = Vì sao đưa { $who } ra khỏi danh sách? Gõ lý do; đơn vị sẽ được báo.
withdraw-done = Đã đưa { $who } ra khỏi danh sách.
    Lý do: { $reason }
withdraw-notice = Thường trực đã đưa { $who } ra khỏi danh sách đề nghị khen thưởng.
    Lý do: { $reason }
erase-no-person = Chỉ xoá được tên của cá nhân được đề cử, ví dụ <code>/khenthuong 12 xoaten</code>
erase-name-ask = <b>Xoá tên { $who }?</b>
    Họ tên, chức vụ, thành tích và minh chứng của đề cử được gỡ; kết quả bỏ phiếu vẫn giữ, không còn tên. Không lấy lại được.
erase-name-done = Đã xoá tên trong đề cử.

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
deadline-hint = Nếu có vướng mắc, đồng chí nêu ngay, trước hạn: /vuongmac
deadline-office = Các việc quá hạn kéo dài, đề nghị thường trực đôn đốc.
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
report-no-steps = Chỉ tiêu { $code } tính theo mốc nhưng thường trực chưa nhập các mốc của đơn vị. Đồng chí liên hệ thường trực.
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
report-other-steps = Đồng chí ghi trên { $of } mốc, nhưng đơn vị có { $steps } mốc. Ví dụ: <code>1/{ $steps }</code>
report-no-such-step = Số mốc đã xong là số nguyên từ 0 đến { $steps }. Ví dụ: <code>1/{ $steps }</code>
report-fraction = Chỉ tiêu này không tính bằng phân số. Đồng chí ghi số đã đạt, ví dụ: <code>{ $example }</code>
report-correct-total = Khi sửa, đồng chí ghi số luỹ kế đúng, không ghi phần tăng thêm. Ví dụ: <code>{ $example }</code>
report-which-reading = { $name }: số này có hai cách đọc. Đồng chí chọn số đúng:
report-sure-line = Đồng chí xem lại số của <b>{ $name }</b>:
report-sure-values = Số gần nhất: { $last } → số mới: <b>{ $value }</b>
report-sure-increment = (tăng thêm { $increment })
report-sure-doubt = ❗ Số mới { $doubt }.
report-sure-again = ❗ Đồng chí vừa gửi đúng nội dung này trong { $minutes } phút qua: { $number } lúc { $at }.
report-sure-replaces = Nếu đúng, số mới được ghi là bản sửa của { $number } (chưa thẩm định).
report-sure-question = Nếu đúng, bấm “Xác nhận”. Nếu nhầm, gửi số khác hoặc bấm “Huỷ”.
report-recorded = ✅ Đã ghi <b>{ $number }</b>: { $name }
report-recorded-correction = ✅ Đã ghi <b>{ $number }</b>, thay cho { $old }: { $name }
report-recorded-value = Số luỹ kế: <b>{ $value }</b> (trước đó { $last })
report-recorded-level = Số đến nay: <b>{ $value }</b> (trước đó { $last })
report-recorded-verifier = Chờ thẩm định: { $verifier }
report-recorded-note = Ghi chú: { $note }
report-recorded-evidence = Minh chứng kèm theo: { $count }
report-add-evidence = Gửi ảnh hoặc tệp ngay sau tin này để bổ sung minh chứng cho { $number }.
report-no-secrets = <i>Không gửi giấy tờ của công dân hay tài liệu mật.</i>
report-button-score = Xem điểm
report-button-pledge = Đăng ký { $code }
report-button-step = Đã xong mốc { $step }
report-button-no-change = Không đổi
report-button-all-owed = Tất cả { $count } chỉ tiêu còn nợ tuần này
report-figure-line = <b>{ $name }</b>
report-figure-last = Số gần nhất: <b>{ $last }</b>
report-figure-question = Số luỹ kế đến nay là bao nhiêu? Nhắn số (có thể kèm ghi chú), ví dụ: <code>{ $example }</code>; gửi ảnh ở đây là minh chứng.
report-level-question = Số đến nay là bao nhiêu? Nhắn số (có thể kèm ghi chú), ví dụ: <code>{ $example }</code>; gửi ảnh ở đây là minh chứng.
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
standing-all-steps = Đã xong tất cả các mốc
standing-next-step = Mốc tiếp theo: { $name }, hạn { $due }
standing-late-steps = Tiến độ: { $count } mốc đã quá hạn mà chưa xong
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
verify-appeals-wait = Có { $count } khiếu nại chờ đồng chí giải quyết.
verify-button-appeals = Xem các khiếu nại
verify-looks-wait = Có { $count } số đã rút thăm chờ đồng chí xem lại.
verify-queue-put-off = Đã xem hết; còn { $count } báo cáo đồng chí để sau.
verify-card-title = <b>{ $number }</b> · <b>{ $unit }</b>{"\u000A"}{ $name }
verify-card-value = Số báo cáo: <b>{ $value }</b>
verify-card-by = Người báo: { $who }, { $at }
verify-card-confirmed = Đã xác nhận gần nhất: { $value } ({ $number })
verify-card-none = Chưa có số nào được xác nhận; gốc: { $value }
verify-card-target = Chỉ tiêu: { $value }
verify-card-step = Mốc mới nhất đã xong: { $step }. { $name } (hạn { $due })
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

## Openness: awards, false reports, corrections, appeals, spot checks
example-history = /{ $command } { $indicator } · /{ $command } khieunai 17 lý do (khiếu nại kết quả) · /{ $command } quytac (thay đổi thể lệ)
example-history-rules = /{ $command } quytac (thay đổi thể lệ)
example-correct = /{ $command } 17 75,0 lý do
second-nobody = Việc này phải có hai đồng chí thường trực: một người đề nghị, một người khác đồng ý. Hiện chưa có đồng chí thứ hai không thuộc đơn vị này. Hãy mời thêm thường trực: <code>/moi thường trực Họ tên</code>
second-not-own = { $number } do chính đồng chí đề nghị, nên phải do một đồng chí thường trực khác đồng ý.
second-in-words = Đồng chí nhắn bằng chữ, hoặc gõ /huy để thôi.
second-agree = Đồng ý { $number }
second-disagree = Không đồng ý { $number }
second-take-back = Rút lại { $number }
award-usage = Cách ghi: <code>/diem MÃ +2 lý do</code>, số điểm lớn hơn 0, dấu phẩy cho phần thập phân.
award-only-more = Điểm thưởng của Hội đồng chỉ cộng thêm, không trừ điểm bằng tay. Ví dụ: <code>/diem MÃ +2 lý do</code>
award-too-fine = Điểm thưởng có tối đa hai chữ số thập phân, ví dụ <code>+1,25</code>.
award-nothing-left = <b>{ $unit }</b> đã đủ { $cap } điểm thưởng của Hội đồng (kể cả đề nghị đang chờ), không thưởng thêm được.
award-too-much = Hội đồng thưởng mỗi đơn vị tối đa { $cap } điểm (kể cả đề nghị đang chờ). <b>{ $unit }</b> còn thưởng được { $left } điểm; đồng chí đề nghị lại trong phần còn lại.
award-none-open = Không có đề nghị thưởng nào đang chờ.
award-open = <b>Đề nghị thưởng đang chờ đồng ý: { $count }</b>
award-line = <b>{ $number }</b> { $unit }: +{ $points } điểm – { $reason } ({ $who } đề nghị, { $at })
award-ask-unit = Đề nghị thưởng đơn vị nào? Chọn, hoặc gõ mã đơn vị.
award-ask-points = Đề nghị thưởng <b>{ $unit }</b> mấy điểm? Còn thưởng được { $left } điểm. Chọn hoặc gõ số.
award-ask-reason = Đề nghị thưởng <b>{ $unit }</b> +{ $points } điểm vì thành tích gì? Gõ lý do.
award-proposed = Đã ghi đề nghị thưởng <b>{ $number }</b>: { $unit } +{ $points } điểm. Điểm được tính khi một đồng chí thường trực khác đồng ý; các đồng chí ấy đã được báo.
award-second-asked = Cần đồng chí cho ý kiến về đề nghị thưởng của Hội đồng:
    { $line }
award-already = Đề nghị thưởng { $number } đã được { $who } đồng ý lúc { $at }; đồng chí không cần làm gì thêm.
award-already-declined = Đề nghị thưởng { $number } đã được { $who } khép lại (không đồng ý hoặc rút) lúc { $at }.
award-declined = Đã khép lại đề nghị thưởng { $number }; không có điểm nào được cộng.
award-agreed = ✅ Đã đồng ý đề nghị thưởng { $number }: <b>{ $unit }</b> +{ $points } điểm, tính từ bây giờ. Đơn vị đã được báo.
award-seconded = { $who } đã đồng ý đề nghị thưởng { $number } ({ $unit }). Điểm được tính từ lúc này.
award-not-seconded = { $who } không đồng ý đề nghị thưởng { $number } ({ $unit }). Đề nghị đã khép lại.
award-notice = 🎖 Hội đồng thưởng đơn vị <b>+{ $points } điểm</b>.
    Thành tích: { $reason }
false-usage = Cách ghi: <code>/baosai 17 lý do</code>, với 17 là số của báo cáo; hoặc gõ /baosai để được hướng dẫn.
false-none-open = Không có hồ sơ báo cáo sai nào đang chờ.
false-open = <b>Hồ sơ báo cáo sai đang chờ kết luận: { $count }</b>
false-line = <b>{ $number }</b> { $unit }, báo cáo { $entry } ({ $name }: { $value }) – { $reason } ({ $who } lập, { $at })
false-ask-entry = Lập hồ sơ cho báo cáo số mấy? Gõ số, có thể kèm lý do: <code>17 lý do</code>
false-ask-reason = Báo cáo <b>{ $number }</b> của <b>{ $unit }</b> ({ $name }: { $value }) sai sự thật ở chỗ nào? Gõ căn cứ.
false-already = Báo cáo { $number } đã được kết luận là sai sự thật.
false-cleared = Báo cáo { $number } đã được xem xét khi giải quyết khiếu nại và kết luận là không sai; không lập lại hồ sơ.
false-waits = Báo cáo { $number } đã có hồ sơ { $declared } đang chờ kết luận. Gõ /baosai để xem.
false-mended = Báo cáo { $number } đã được chính đơn vị sửa bằng { $newer } trước khi thẩm định; tự sửa số thì không bị coi là báo cáo sai.
false-declared = Đã lập hồ sơ <b>{ $number }</b> về báo cáo { $entry } của { $unit }. Chỉ có hiệu lực khi một đồng chí thường trực khác đồng ý; đơn vị chưa được báo.
false-second-asked = Cần đồng chí cho ý kiến về hồ sơ báo cáo sai:
    { $line }
    Nếu đồng ý: các số đã thẩm định của đơn vị trong tuần đó tính là không đúng, đơn vị bị trừ điểm và không thuộc diện đề nghị khen thưởng.
false-already-agreed = Hồ sơ { $number } đã được { $who } đồng ý lúc { $at }; đồng chí không cần làm gì thêm.
false-already-declined = Hồ sơ { $number } đã được { $who } khép lại (không đồng ý hoặc rút) lúc { $at }.
false-declined = Đã khép lại hồ sơ { $number }; báo cáo không bị coi là sai.
false-agreed = Đã kết luận hồ sơ { $number }: báo cáo { $entry } của <b>{ $unit }</b> là sai sự thật. Đơn vị đã được báo riêng, kèm cách khiếu nại. Nếu con số đã được xác nhận cũng phải đổi, dùng /dinhchinh.
false-seconded = { $who } đã đồng ý hồ sơ { $number }: báo cáo { $entry } của { $unit } là sai sự thật. Đơn vị đã được báo.
false-not-seconded = { $who } không đồng ý hồ sơ { $number } (báo cáo { $entry } của { $unit }). Hồ sơ đã khép lại.
false-notice = Thường trực rất tiếc phải báo riêng với đồng chí: báo cáo <b>{ $number }</b> ({ $name }: { $value }) đã được hai đồng chí thường trực kết luận là không đúng sự thật.
    Căn cứ: { $reason }
    Theo thể lệ (mục 8): các số đã thẩm định của tuần { $week } tính là không đúng, trừ { $points } điểm, và đơn vị không thuộc diện đề nghị khen thưởng của đợt này. Việc này không đăng công khai.
    Nếu thấy chưa đúng, đồng chí khiếu nại đến hết ngày { $until }; người khác sẽ xem lại.
correct-usage = Cách ghi: <code>/dinhchinh 17 75,0 lý do</code>, với 17 là số của báo cáo; hoặc gõ /dinhchinh để được hướng dẫn.
correct-made = Đã đính chính { $count } lần; gần đây:
correct-ask-entry = Đính chính báo cáo số mấy? Gõ số, có thể kèm số đúng và lý do: <code>17 75,0 lý do</code>
correct-ask-value = Báo cáo <b>{ $number }</b> của <b>{ $unit }</b> ({ $name }) đang được xác nhận <b>{ $value }</b>. Số đúng là bao nhiêu? Gõ số, có thể kèm lý do.
correct-ask-reason = { $number }: { $before } → <b>{ $after }</b>. Vì sao? Gõ lý do; lý do được công bố cùng số.
correct-unchecked = Báo cáo { $number } chưa thẩm định nên chưa có số để đính chính. Cơ quan thẩm định xác nhận số đúng bằng /thamdinh.
correct-returned = Báo cáo { $number } đã bị trả lại, không có số nào đang tính. Đơn vị báo lại số đúng, hoặc khiếu nại.
correct-replaced = Báo cáo { $number } đã được đơn vị thay bằng { $newer }. Đồng chí xem số mới.
correct-no-change = Báo cáo { $number } là báo cáo không thay đổi, không có số để đính chính. Đồng chí đính chính báo cáo có số gần nhất.
correct-same = Báo cáo { $number } đang được xác nhận đúng { $value }; không có gì để đính chính.
correct-preview = <b>Đính chính báo cáo { $number }</b> của <b>{ $unit }</b>
    { $name }
    Trước: { $before }
    Sau: <b>{ $after }</b>
    Lý do: { $reason }
correct-effect = Tổng điểm tuần này của đơn vị: { $was } → <b>{ $becomes }</b>. Các tuần đã chốt giữ nguyên.
correct-question = Xác nhận thì số mới được tính từ lúc này, đăng công khai trong các nhóm và báo cho đơn vị, cơ quan thẩm định.
correct-sentence = <b>Đính chính</b> (báo cáo { $entry }): { $line }
correct-done = Đã đăng công khai và báo cho đơn vị, cơ quan thẩm định.
correction-line = { $unit }, { $indicator }: { $before } → <b>{ $after }</b>. Lý do: { $reason }
correction-in-brief = • Đính chính: { $line }
appeal-button = Khiếu nại
appeal-button-entry = Khiếu nại { $number }
appeal-hint = Hoặc đơn vị khiếu nại, chậm nhất hết ngày { $until }.
appeal-usage = Cách ghi: <code>/lichsu khieunai 17 lý do</code>, với 17 là số của báo cáo; hoặc bấm “Khiếu nại” trong /lichsu.
appeal-nothing = Với báo cáo { $number } không có kết quả nào khác số đơn vị báo, nên không có gì để khiếu nại.
appeal-already = Đơn vị đã khiếu nại về kết quả này của { $number } (khiếu nại { $appeal }). Gõ /lichsu để xem kết quả.
appeal-too-late = Thời hạn khiếu nại về { $number } là { $days } ngày làm việc và đã hết ngày { $until }. Có chứng từ mới, đồng chí liên hệ thường trực để xem xét đính chính.
appeal-ask-reason = <b>Khiếu nại về { $number }</b> ({ $name }, số báo: { $value })
    { $decision }
    Vì sao đơn vị thấy chưa đúng? Nhắn lý do, nêu chứng từ. Hạn: hết ngày { $until }. Người xem xét là thường trực không thuộc đơn vị và không phải người đã quyết định.
appeal-recorded = Đã ghi khiếu nại <b>{ $number }</b> về báo cáo { $entry }. Thường trực xem xét và trả lời đồng chí tại đây.
appeal-notice = Khiếu nại <b>{ $number }</b> của <b>{ $unit }</b> về báo cáo { $entry } ({ $name }).
    Lý do: { $reason }
appeal-nobody-notice = Chưa có đồng chí thường trực nào được giải quyết khiếu nại này (không thuộc đơn vị, không phải người đã quyết định). Hãy mời thêm: <code>/moi thường trực Họ tên</code>
appeal-button-open = Xem khiếu nại { $number }
appeal-office-usage = Cách ghi: <code>/thamdinh khieunai 3 giu lý do</code>, <code>/thamdinh khieunai 3 chapnhan lý do</code>, <code>/thamdinh khieunai 3 75,0 lý do</code>; hoặc /thamdinh khieunai để xem lần lượt.
appeal-unknown = Không có khiếu nại { $number }. Gõ <code>/thamdinh khieunai</code> để xem các khiếu nại đang chờ.
appeal-decided-already = Khiếu nại { $number } đã được { $who } giải quyết lúc { $at }; đồng chí không cần làm gì thêm.
appeal-involved = Đồng chí là người đã quyết định điều bị khiếu nại ở { $number }, nên phải do đồng chí thường trực khác giải quyết.
appeal-queue-empty = Không có khiếu nại nào chờ đồng chí giải quyết.
appeal-queue-put-off = Đã xem hết; còn { $count } khiếu nại đồng chí để sau.
appeal-queue-left = Khiếu nại đang chờ: { $count }
appeal-card = <b>Khiếu nại { $number }</b> · <b>{ $unit }</b>
    Báo cáo { $entry }, { $name }: <b>{ $value }</b>
appeal-button-keep = Giữ nguyên
appeal-button-accept = Chấp nhận số báo cáo
appeal-button-clear = Không sai sự thật
appeal-ask-value = Khiếu nại { $number }: báo cáo { $entry } báo { $value }. Số đúng là bao nhiêu? Nhắn số kèm lý do.
appeal-ask-why = Khiếu nại { $number }: <b>{ $outcome }</b>. Vì sao? Nhắn lý do để đơn vị biết.
appeal-no-value = Khiếu nại này về kết luận báo cáo sai: chọn <code>giu</code> hoặc <code>chapnhan</code>, không có số nào khác.
appeal-same-value = Số đang được xác nhận chính là { $value }. Nếu giữ số này, chọn “Giữ nguyên” (<code>giu lý do</code>).
appeal-outcome = Kết quả khiếu nại <b>{ $number }</b> (báo cáo { $entry }, { $name }): <b>{ $outcome }</b>.
    Lý do: { $reason }
appeal-done = ✅ { $notice }
    Đơn vị và người đã quyết định đã được báo.
verdict-stands = giữ nguyên kết quả
verdict-value = xác nhận { $value }
verdict-cleared = không phải báo cáo sai
case-unknown = Không có báo cáo { $number } trong đợt thi đua. Gõ /lichsu để xem số đúng.
case-confirmed = ✔ Đã xác nhận { $value } ({ $who }, { $at })
case-other = ✔ Đã xác nhận số khác: { $value } ({ $who }, { $at }). Lý do: { $reason }
case-returned = ↩ Đã trả lại ({ $who }, { $at }). Lý do: { $reason }
case-looked-again = 🔎 Xem lại ngẫu nhiên: { $value } ({ $who }, { $at })
case-corrected = ✎ Đính chính { $number }: { $before } → { $after } ({ $who }, { $at }). Lý do: { $reason }
case-declared = ⚠ Lập hồ sơ báo cáo sai ({ $who }, { $at }). Lý do: { $reason }
case-false = ⚠ Kết luận báo cáo sai ({ $who }, { $at })
case-not-false = Hồ sơ báo cáo sai được khép lại ({ $who }, { $at })
case-appealed = ✋ Khiếu nại { $number } ({ $who }, { $at }): { $reason }
case-decided = ⚖ Giải quyết khiếu nại: { $outcome } ({ $who }, { $at }). Lý do: { $reason }
spot-usage = Cách ghi: <code>/thamdinh rut 5</code> hoặc <code>/thamdinh rut 5 tuần 3</code>, mỗi lần 1 đến { $most } số; <code>/thamdinh rut</code> để xem các số đã rút.
spot-not-closed = Tuần này chưa chốt. Chỉ rút thăm sau khi chốt tuần, vì thứ tự rút lấy từ mã của bảng đã chốt nên không ai chọn được.
spot-nothing = Tuần { $week } không còn số đã xác nhận nào chưa được rút.
spot-drawn = <b>Rút thăm { $number }: { $count } số</b> trong { $size } số được xác nhận ở tuần { $week }:
    { $entries }
    Mã bảng tuần: <code>{ $seed }</code>
    Ai cũng kiểm tra được: thứ tự là SHA-256 của “mã:số báo cáo”, nhỏ trước. Người xem lại không phải người đã thẩm định.
spot-notice = Thường trực đã rút { $count } số được xác nhận ở tuần { $week } để xem lại. Đồng chí xem giúp những số không do mình thẩm định.
spot-button = Xem các số đã rút
spot-queue-empty = Không có số nào đã rút đang chờ đồng chí xem lại.
spot-queue-put-off = Đã xem hết; còn { $count } số đồng chí để sau.
spot-queue-left = Chờ xem lại: { $count }
spot-card = <b>{ $number }</b> · <b>{ $unit }</b>
    { $name }: số báo <b>{ $value }</b>
spot-ask-value = { $number }: số đúng là bao nhiêu? Nhắn số kèm lý do; số khác sẽ được đính chính công khai.
spot-already = { $number } vừa được { $who } xem lại; đồng chí không cần làm gì thêm.
spot-done = 🔎 Đã xem lại { $number }: { $value }.
reuse-same = ❗ Minh chứng này đã dùng ở { $entries }
reuse-alike = ❗ Ảnh rất giống ảnh ở { $entries }
reuse-more = … và { $count } báo cáo nữa
reuse-hint = Lưu ý: ảnh hoặc tệp này đã dùng ở { $entries }. Nếu gửi nhầm, đồng chí gửi ảnh đúng ngay sau tin này.
verify-card-waiting = Đã chờ { $days } ngày { $hours } giờ; hạn thẩm định { $until }
verify-card-late = ⏰ Đã chờ { $days } ngày { $hours } giờ, <b>quá hạn thẩm định</b> { $until }
backlog-line = { $verifier }: { $count } số chờ thẩm định, lâu nhất { $days } ngày (từ { $oldest })
backlog-late = <b>{ $count } số quá hạn</b>
brief-backlog = Số liệu chờ thẩm định: { $list }.
why-rule = { $text } <i>(mục { $rule })</i>
changes-notice = 📢 <b>{ $campaign }</b>: thể lệ, chỉ tiêu có { $count } thay đổi, áp dụng từ bây giờ; các tuần đã chốt giữ nguyên.
    { $list }
    Xem lại bất cứ lúc nào: /lichsu quytac
changes-title = <b>Thay đổi thể lệ, chỉ tiêu</b>: { $count } lần, mới nhất trước
changes-one = { $at } · { $who }
    { $list }
changes-none = Từ đầu đợt chưa có thay đổi nào liên quan đến đồng chí.

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
history-ask-unit = Xem báo cáo của đơn vị nào?
history-ask-unit-line = <b>{ $name }</b>: xem báo cáo của đơn vị nào?
history-ask-line = Xem báo cáo của chỉ tiêu nào do đồng chí thẩm định?
history-readers = Báo cáo của từng đơn vị chỉ đơn vị đó, nơi thẩm định, thường trực và lãnh đạo xem. Đồng chí xem được bảng xếp hạng và những thay đổi của thể lệ:
history-button-rules = Thay đổi thể lệ
history-usage = Cách ghi: <code>/lichsu THUE</code> (đơn vị mình), hoặc <code>/lichsu AB THUE</code> (thường trực, lãnh đạo, đơn vị thẩm định).
history-unknown = Không có chỉ tiêu hay đơn vị mã “{ $word }”.
history-did-you-mean = Không có chỉ tiêu hay đơn vị mã “{ $word }”. Có phải “{ $near }”?
