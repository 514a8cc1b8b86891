import { createHash } from 'node:crypto';
import { nameInAws } from '../../functions/function-source.ts';
import { region } from '../../stages/region.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * By which access key each function signs, and with which secret: the emulator makes both from the names of the function and its
 * role. Only those whose roles have names of their own are known, which are those with storage.
 */
export const roleKeys = (names: readonly string[], account: string): ReadonlyMap<string, string> =>
  new Map(
    names.map(nameInAws).map((name) => {
      const digest = sha256(
        `arn:aws:lambda:${region}:${account}:function:${name}:arn:aws:iam::${account}:role/${name}`,
      );
      return [`ASIA${digest.slice(0, 16).toUpperCase()}`, sha256(`secret:${digest}`)] as const;
    }),
  );
