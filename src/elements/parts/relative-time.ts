const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `in 6 days`, `tomorrow`, `2 hours ago`: the largest unit that is full. `time` in epoch milliseconds. */
export function relativeTime(time: number, language: string, now = Date.now()): string {
  const difference = time - now;
  const [unit, length] = units.find(([, milliseconds]) => Math.abs(difference) >= milliseconds) ?? units[2];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return format.format(Math.trunc(difference / length), unit);
}
