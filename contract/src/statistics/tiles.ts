/** Where each town stands on the schematic map: column and row. The reservoir lies at 1–2, 1–2; the park has no land of its own and stands beside it. */
export const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  110118110: [1, 0],
  110118109: [2, 0],
  110118108: [3, 0],
  110118111: [4, 0],
  110118116: [0, 1],
  110118107: [3, 1],
  110118114: [4, 1],
  110118115: [5, 1],
  110118101: [0, 2],
  110118106: [3, 2],
  110118112: [4, 2],
  110118102: [0, 3],
  110118002: [1, 3],
  110118001: [2, 3],
  110118003: [3, 3],
  110118105: [4, 3],
  110118103: [1, 4],
  110118100: [2, 4],
  110118104: [1, 5],
  110118113: [3, 5],
}

/** Setting: the five numbers a leader sees first. */
export const bigFigures = ['members', 'members-joined', 'activity-attendances', 'cases-closed', 'venue-visits'] as const
