/** Resources that can be read, by name on the wire, each with its query. A model file extends it: a new widget needs no change in any source. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open for augmentation
export interface ResourceQueries {}

/** What can be sent, by name on the wire, each with its body. A model file extends it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open for augmentation
export interface Submissions {}

export type ResourceName = keyof ResourceQueries & string;
export type SubmissionName = keyof Submissions & string;
export type Query<R extends ResourceName> = ResourceQueries[R];
export type Submission<S extends SubmissionName> = Submissions[S];
