/**
 * For Spectral, which copies it next to the ruleset: calling windows that end before they start, and repeated ones.
 * @param {unknown} input the days of the calling hours
 */
export default function windows(input) {
  if (!Array.isArray(input)) return;
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {unknown[]} */
  const days = input;
  return days.flatMap((window, index) => {
    const { day, start, end } = /** @type {Record<string, unknown>} */ (window ?? {});
    const path = ["dialingStrategy", "callingHours", "days", index];
    const key = [day, start, end].join(" ");
    const repeated = seen.has(key);
    seen.add(key);
    return [
      ...(minutesOf(end) <= minutesOf(start) ? [{ message: "The window ends before it starts.", path }] : []),
      ...(repeated ? [{ message: "The window is repeated.", path }] : []),
    ];
  });
}

/** Minutes since midnight; NaN if it is not a time such as "9:00 AM". */
function minutesOf(/** @type {unknown} */ time) {
  const [, hours, minutes, half] = /^(\d{1,2}):(\d\d) (AM|PM)$/.exec(String(time)) ?? [];
  return (Number(hours) % 12) * 60 + Number(minutes) + (half === "PM" ? 720 : 0);
}
