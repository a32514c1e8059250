import { useParams } from '@tanstack/react-router'
import { PersonPage } from './features/membership/PersonPage.tsx'
import { SkillsOfPerson } from './features/skills/SkillsOfPerson.tsx'

/** The page of a person with what every department knows of him. */
export const WholePerson = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  return <PersonPage more={<SkillsOfPerson id={id} />} />
}
