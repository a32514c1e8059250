/** More rows than this are more than anybody looks through before confirming. */
export const mostSheetRows = 5_000
