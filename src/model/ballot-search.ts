import type { Ballot, Project } from './ballot.ts';
import { searchable, wordsOf } from './word-search.ts';

/** What the voter looks for. Within a list any one will do; the fields must all hold. */
export interface BallotFilters {
  readonly text: string;
  /** Ids of areas. */
  readonly area: readonly string[];
  /** Ids of categories. */
  readonly category: readonly string[];
}

/** A project's words, folded once. */
export interface IndexedProject {
  readonly project: Project;
  readonly words: string;
}

/** Everything of each project in which words are looked for. */
export function indexBallot({ projects, areas, categories }: Pick<Ballot, 'projects' | 'areas' | 'categories'>): readonly IndexedProject[] {
  return projects.map((project) => ({
    project,
    words: searchable([
      project.title, project.summary, project.description, project.picture?.alt,
      areas.find(({ id }) => id === project.area)?.name, categories.find(({ id }) => id === project.category)?.name,
      ...project.madeFrom.flatMap(({ title, by }) => [title, by]),
    ]),
  }));
}

/** The ids of the projects that match. */
export function matchProjects(index: readonly IndexedProject[], { text, area, category }: BallotFilters): ReadonlySet<string> {
  const words = wordsOf(text);
  const holds = (chosen: readonly string[], group: string | undefined): boolean => !chosen.length || (group !== undefined && chosen.includes(group));
  return new Set(index
    .filter(({ project, words: all }) => holds(area, project.area) && holds(category, project.category) && words.every((word) => all.includes(word)))
    .map(({ project }) => project.id));
}
