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
