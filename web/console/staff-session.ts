import type { StaffToken } from '../api/types.ts';

const KEY = 'kefu:staff';

/** The sign-in of this tab, until it expires: sessionStorage, so that closing the tab ends it. */
export function readStaff(): StaffToken | null {
  const kept = sessionStorage.getItem(KEY);
  if (!kept) return null;
  const staff = JSON.parse(kept) as StaffToken;
  return Date.parse(staff.expiresAt) > Date.now() ? staff : null;
}

export function keepStaff(staff: StaffToken | null): void {
  if (staff) sessionStorage.setItem(KEY, JSON.stringify(staff));
  else sessionStorage.removeItem(KEY);
}
