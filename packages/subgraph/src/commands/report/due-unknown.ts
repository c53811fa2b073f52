/** Why there is no deadline, and what to do about it. */
export const DUE_UNKNOWN =
  'chưa tính được hạn gửi: chưa nạp lịch nghỉ lễ, tết của năm đó; hãy nạp bằng cnscd-subgraph calendar load <tệp>';
