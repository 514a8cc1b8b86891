/** One deliberate mistake in a template, and the Guard rule that must catch it. */
export interface Break {
  readonly what: string;
  readonly caughtBy: string;
  /** Path of the construct it is made in, or of a new one where `type` says of what kind. */
  readonly at: string;
  readonly type?: string;
  /** Properties and their new values; undefined takes one away. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** The same for what stands beside the properties. */
  readonly beside?: Readonly<Record<string, unknown>>;
}
