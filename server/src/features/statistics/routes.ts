import * as routes from '@gongyou/contract/statistics/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { figures } from './figures.ts'
import { definitionOf, readFigure } from './read.ts'
import { recordsOf } from './records.ts'

export const statistics: Room = (mount) => {
  mount(routes.listFigures, async () => ({ figures: figures.map(definitionOf) }))
  mount(routes.getFigure, ({ params, query, read }) => read((look) => readFigure(look, params.code, query)))
  mount(routes.listFigureRecords, ({ params, query, read }) => read((look) => recordsOf(look, params.code, query)))
}
