export const embedsVi = {
  title: 'Đưa vào cổng của bạn',
  hint: 'Ba thành phần này chạy được trên mọi cổng thông tin, chỉ với một thẻ script. Đây là bảng của đơn vị đang xem:',
  code: 'Đoạn mã để dán',
  oldPage: 'Xem trên một trang kiểu cũ (jQuery, Bootstrap 3)',
};
