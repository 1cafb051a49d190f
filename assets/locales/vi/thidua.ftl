# Every sentence a user reads, in Vietnamese. The same keys stand in ../en/thidua.ftl.

## General
language-set = Từ nay bot nói tiếng Việt.
refusal = ⚠️ { $text }
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
board-cluster-private = Bảng đầy đủ chỉ dành cho lãnh đạo và thường trực. Gõ /xephang để xem bảng công khai và hạng của đơn vị mình.
board-empty = Chưa có đơn vị nào được giao chỉ tiêu hoặc đăng ký thi đua.
board-page = Trang { $page }/{ $pages }
board-next = Trang sau ▶
board-previous = ◀ Trang trước
board-in-private = Nội dung này chỉ xem trong tin nhắn riêng với bot.
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
why-item-open = Có số { $value } chưa thẩm định, phần tăng thêm tính { $share }.
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
why-no-such-unit = Không có đơn vị { $unit } trong đợt thi đua. Gõ /visao và mã đơn vị, ví dụ /visao { $example }.
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
brief-reported = đã báo cáo { $reported } (phần chênh đang chờ thẩm định)
brief-of-assigned = bằng { $ratio } chỉ tiêu giao
brief-of-city = bằng { $ratio } kế hoạch thành phố
brief-of-council = bằng { $ratio } kế hoạch Hội đồng nhân dân
brief-of-same-period = bằng { $ratio } so cùng kỳ
brief-grew = tăng { $change } so cùng kỳ
brief-fell = giảm { $change } so cùng kỳ
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
