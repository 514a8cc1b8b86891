/** A finding that is right as it is, and why, in words for an auditor. */
export interface Acknowledgement {
  /** As the report prints them, with `{stage}` and `{account}` for the stage's. More than one where packs say the same in other words. */
  readonly rules: readonly string[];
  /** Paths of the constructs it holds for; none of them may be without the finding. */
  readonly at: RegExp;
  readonly reason: string;
}
