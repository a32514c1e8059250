import type { FastifyRequest } from 'fastify'
import type { Setup } from '../../../kit/http/building.ts'
import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { refuse } from '../../../kit/refuse.ts'

export const checkUpload = async (request: FastifyRequest, setup: Setup): Promise<{ name: string; paragraphs: number; findings: PaperFinding[] }> => {
  void request
  void setup
  throw refuse('papers.check-refused')
}
