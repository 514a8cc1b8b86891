/** One page of a list and, where there is more, the opaque text that fetches the next. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | undefined;
}

/** Which page is asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
}
