const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' },
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hourCycle: 'h23' },
});

/** A moment as it is in Việt Nam, wherever the phone thinks it is: "14:05, 29/11/2026". */
export function momentText(moment: Date): string {
  const parts = MOMENT.formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')}, ${part('day')}/${part('month')}/${part('year')}`;
}
