/** Rows of one import: what is judged and written in one command. */
export const mostEntryRows = 5_000
