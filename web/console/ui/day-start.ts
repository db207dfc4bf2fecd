/** The reader's day (YYYY-MM-DD) as an instant in ISO 8601; `after` days later. */
export function dayStart(day: string, after = 0): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + after);
  return at.toISOString();
}
