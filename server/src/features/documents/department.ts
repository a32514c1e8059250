import { documents } from './routes.ts'

export const documentsDepartment = { rooms: () => [documents] } as const
