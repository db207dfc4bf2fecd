/** What stands above a table of contents. */
export const CONTENTS_TITLE = /^(?:table\s+of\s+)?contents$|^目\s*[录錄次]$|^index$/i;
