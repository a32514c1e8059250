import type { PostCode } from '../organisations/posts.ts'

/** Who is told of what is overdue where a clock names nobody: the nearest of these at or above its organisation. */
export const headPosts: readonly PostCode[] = ['union_chair', 'station_head', 'town_chair', 'leader']
