/**
 * One step of the file's shape, from version n-1 to n. Steps that were released are never edited: a file out there
 * has run them.
 */
export interface Upgrade {
  readonly version: number;
  readonly sql: string;
}
