//! What the notes of the template say, in Vietnamese: the sheets' names are Vietnamese too.

use crate::domain::definition::{Column, Table};

/// The note beside the first row of each sheet.
pub(super) const EXAMPLE: &str =
    "Các dòng dưới đây là ví dụ. Hãy thay bằng số liệu của đơn vị mình rồi gửi lại tệp.";

/// What belongs in a column.
pub(super) fn column(table: Table, column: Column) -> &'static str {
    match (table, column) {
        (_, Column::Key) => {
            "Tên thiết lập. Xoá dòng nào thì thiết lập đó lấy giá trị mặc định, trừ ma, ten, co_quan và ngay_bat_dau."
        }
        (_, Column::Value) => "Giá trị của thiết lập.",
        (Table::Units, Column::Kind) => {
            "Loại đơn vị, ví dụ: phường, phòng, trường. Bỏ trống thì lấy cap_don_vi ở trang ChienDich."
        }
        (Table::DaysOff, Column::Kind) => {
            "nghi: ngày nghỉ; lam_bu: thứ Bảy, Chủ nhật làm bù. Bỏ trống là nghi."
        }
        (Table::Milestones, Column::Name) => "Tên bước, ví dụ: Chi trả tiền bồi thường.",
        (_, Column::Code) => {
            "Mã ngắn, tối đa 20 ký tự: chữ, số, dấu _ - . và không có dấu cách. Cán bộ sẽ gõ mã này trên điện thoại."
        }
        (_, Column::Name | Column::Kind) => "Tên đầy đủ, dùng trong bảng xếp hạng và báo cáo.",
        (_, Column::Cluster) => "Mã cụm ở trang Cum. Bỏ trống nếu đơn vị không thuộc cụm nào.",
        (_, Column::Field) => "Mã lĩnh vực ở trang LinhVuc. Có thể bỏ trống.",
        (_, Column::Measure) => {
            "Đơn vị tính, ví dụ: tỷ đồng, %, hộ, điểm. Chỉ tiêu kiểu moc có thể bỏ trống."
        }
        (_, Column::Direction) => {
            "tang: tăng đến mục tiêu; giam: giảm đến mục tiêu; muc: đạt một mức (tỷ lệ, điểm số); moc: các bước có hạn; duy_tri: giữ mức hằng tuần."
        }
        (Table::Milestones, Column::Weight) => {
            "Trọng số của bước, số dương bất kỳ; hệ thống tự quy về tổng bằng 1 trong các bước của đơn vị."
        }
        (_, Column::Weight) => {
            "Trọng số, số dương bất kỳ; hệ thống tự quy về tổng bằng 1 trong các chỉ tiêu của mỗi đơn vị."
        }
        (_, Column::Verifier) => "Mã đơn vị thẩm định số liệu. Bỏ trống thì thường trực thẩm định.",
        (_, Column::Unit) => "Mã đơn vị ở trang DonVi.",
        (_, Column::Indicator) => "Mã chỉ tiêu ở trang ChiTieu.",
        (_, Column::Baseline) => "Số đã đạt khi phát động. Chỉ tiêu kiểu moc có thể bỏ trống.",
        (_, Column::Assigned) => "Mục tiêu giao cho đơn vị. Viết được: 76,7; 120 tỷ; 850 triệu.",
        (_, Column::City) => "Kế hoạch thành phố (tỉnh) giao, nếu có.",
        (_, Column::Council) => "Kế hoạch Hội đồng nhân dân giao, nếu có.",
        (_, Column::SamePeriod) => "Số cùng kỳ năm trước, nếu có.",
        (_, Column::Due) => "Hạn của bước, ngày/tháng/năm, trong thời gian phong trào.",
        (_, Column::FullName) => "Họ và tên người sẽ được mời.",
        (_, Column::Post) => "Chức vụ. Có thể bỏ trống.",
        (_, Column::Role) => {
            "office: thường trực; leader: lãnh đạo; verifier: thẩm định; unit_lead: trưởng đơn vị; reporter: cán bộ báo cáo; council: hội đồng; observer: quan sát. Viết tiếng Việt cũng được."
        }
        (_, Column::Date) => "Ngày, dạng ngày/tháng/năm.",
    }
}

/// What a setting of `ChienDich` means.
pub(super) fn setting(key: &str) -> &'static str {
    match key {
        "ma" => {
            "Mã phong trào. Nhập lại tệp cùng mã là sửa phong trào đó; mã khác là thêm phong trào mới."
        }
        "ten" => "Tên phong trào thi đua.",
        "co_quan" => "Cơ quan phát động.",
        "ngay_bat_dau" => "Ngày phát động (ngày 1).",
        "so_ngay" => "Số ngày của phong trào, từ 1 đến 366.",
        "mui_gio" => "Múi giờ.",
        "cap_don_vi" => "Tên gọi chung của đơn vị, ví dụ: phường, xã, trường.",
        "can_cu" => {
            "Căn cứ pháp lý ghi trong tờ trình và thể lệ, các căn cứ cách nhau bằng dấu chấm phẩy."
        }
        "nguong_phan_tram" => "Ngưỡng để đếm “8/14 đơn vị đạt trên 50%”.",
        "diem_ket_qua" => "Điểm tối đa cho kết quả (K).",
        "diem_ky_luat" => "Điểm tối đa cho báo cáo đúng hạn (N).",
        "diem_chinh_xac" => "Điểm tối đa cho số liệu đúng (S).",
        "thuong_toi_da" => "Điểm thưởng tối đa.",
        "thuong_vuot_toi_da" => "Điểm thưởng vượt chỉ tiêu tối đa.",
        "thuong_vuot_buoc" => "Vượt bao nhiêu phần trăm mục tiêu thì được một điểm thưởng.",
        "thuong_hoi_dong_toi_da" => "Điểm thưởng của Hội đồng tối đa.",
        "phat_toi_da" => "Điểm trừ tối đa.",
        "phat_thieu_bao_cao" => "Điểm trừ cho mỗi báo cáo thiếu.",
        "phat_qua_han" => "Điểm trừ cho mỗi cam kết quá hạn mà không nêu vướng mắc trước đó.",
        "phat_bao_sai" => "Điểm trừ cho báo cáo sai sự thật.",
        "ngay_khieu_nai" => "Số ngày làm việc đơn vị được khiếu nại kể từ ngày có kết quả.",
        "sai_so_phan_tram" => "Số thẩm định lệch trong khoảng này (phần trăm) vẫn coi là đúng.",
        "so_mau_toi_thieu" => "Số lần thẩm định tối thiểu để tính điểm chính xác riêng.",
        "tien_do_toi_thieu" => "Mức sàn của tiến độ kỳ vọng, từ trên 0 đến 1.",
        "he_so_chua_tham_dinh" => "Phần tăng thêm chưa thẩm định được tính bao nhiêu, từ 0 đến 1.",
        "ngay_xep_hang" => "Từ ngày thứ mấy thì công bố thứ hạng.",
        "ngay_dong_bang" => "Số ngày cuối không cập nhật bảng công khai.",
        "ngay_nuoc_rut" => "Số ngày cuối là giai đoạn nước rút.",
        "ngay_luu_du_lieu" => {
            "Sau khi kết thúc bao nhiêu ngày thì gỡ họ tên người tham gia (số liệu vẫn giữ nguyên)."
        }
        "he_so_nop_muon" => "Báo cáo muộn trong thời gian gia hạn được tính bao nhiêu, từ 0 đến 1.",
        "nguong_linh_vuc_yeu" => "Tiến độ dưới mức này thì lĩnh vực bị coi là yếu, từ 0 đến 1.",
        "nhay_vot_phan_tram" => {
            "Một lần báo cáo tăng quá mức này (phần trăm của phần việc) thì hỏi lại."
        }
        "vuot_dich_phan_tram" => "Số báo cáo quá mức này (phần trăm mục tiêu) thì hỏi lại.",
        "ty_le_lao_dong_truc_tiep" => {
            "Tỷ lệ tối thiểu (phần trăm) người lao động trực tiếp trong các cá nhân được đề nghị."
        }
        "so_de_cu_toi_da" => "Số đề cử tối đa của một đơn vị.",
        "ngay_cong_khai" => "Số ngày làm việc công khai danh sách trước khi Hội đồng bỏ phiếu.",
        "ngay_bo_phieu" => "Số ngày làm việc để Hội đồng bỏ phiếu.",
        "tuc_so_hoi_dong" => {
            "Số phiếu trên số thành viên được bỏ phiếu để kết quả có giá trị, viết dạng chữ: 2/3."
        }
        "ty_le_thong_qua" => {
            "Số phiếu đồng ý trên số phiếu đã bỏ để được thông qua, viết dạng chữ: 2/3."
        }
        "gio_nhac_viec" => {
            "Giờ nhắc đơn vị còn nợ báo cáo, ví dụ: T5 15:00; T6 08:00. Ghi “không” nếu không nhắc."
        }
        "han_bao_cao" => "Hạn báo cáo tuần, ví dụ: T6 17:00.",
        "ngay_gia_han" => "Số ngày làm việc sau hạn mà báo cáo muộn còn được tính.",
        "ngay_nhac_truoc" => "Nhắc người được giao trước hạn bao nhiêu ngày làm việc.",
        "ngay_bao_truong" => "Quá hạn bao nhiêu ngày làm việc thì báo trưởng đơn vị.",
        "ngay_bao_thuong_truc" => "Quá hạn bao nhiêu ngày làm việc thì báo thường trực.",
        "ngay_bao_lanh_dao" => "Quá hạn bao nhiêu ngày làm việc thì báo lãnh đạo.",
        "han_tham_dinh" => "Hạn thẩm định trong tuần, ví dụ: CN 17:00.",
        "gio_chot_tuan" => "Giờ chốt bảng tuần, ví dụ: CN 18:00.",
        "gio_xep_hang" => "Giờ gửi xếp hạng và báo cáo cho lãnh đạo, tuần sau.",
        "gio_dang_nhom" => "Giờ đăng bảng công khai lên nhóm, tuần sau.",
        "gio_yen_lang" => "Khoảng giờ không gửi tin, ví dụ: 21:00-06:30.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::definition::SETTINGS;

    #[test]
    fn every_setting_is_explained() {
        for known in SETTINGS {
            assert_ne!(setting(known.key), "", "{}", known.key);
        }
    }
}
