import { AwsSolutionsChecks, type IApplyRule, NIST80053R5Checks } from 'cdk-nag';

/** A pack that remembers which rules it has run, since cdk-nag tells only of the broken ones. */
export interface CountingPack {
  readonly name: string;
  readonly ran: ReadonlySet<string>;
}

/** AWS's own advice: https://github.com/cdklabs/cdk-nag/blob/main/RULES.md#awssolutions */
export class AwsSolutions extends AwsSolutionsChecks implements CountingPack {
  readonly ran = new Set<string>();

  protected override applyRule(rule: IApplyRule): void {
    this.ran.add(rule.ruleSuffixOverride ?? rule.rule.name);
    super.applyRule(rule);
  }
}

/** The controls of NIST SP 800-53 revision 5: https://github.com/cdklabs/cdk-nag/blob/main/RULES.md#nist-800-53-rev-5 */
export class Nist80053 extends NIST80053R5Checks implements CountingPack {
  readonly ran = new Set<string>();

  protected override applyRule(rule: IApplyRule): void {
    this.ran.add(rule.ruleSuffixOverride ?? rule.rule.name);
    super.applyRule(rule);
  }
}
