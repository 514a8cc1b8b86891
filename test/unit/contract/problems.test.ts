import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import { problemsOf } from '../../../shared/contract/problems-of.ts';
import type { ProblemCode } from '../../../shared/domain/problem.ts';
import { create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aResidentContract, aStaffContract } from '../http/contract-examples.ts';
import { aUnit } from '../persistence/unit-examples.ts';

const codes = Object.keys(problemTable) as ProblemCode[];
const rows = codes.map((code) => ({ code, ...problemTable[code] }));

describe('every problem', () => {
  it.each(rows)('$code has a title and advice in both languages', ({ title, detail }) => {
    for (const text of [title.sv, title.en, detail.sv, detail.en]) expect(text.trim()).not.toBe('');
    expect(title.sv).not.toBe(title.en);
    expect(detail.sv).not.toBe(detail.en);
  });

  it.each(rows)('$code has a status of an error', ({ status }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it('has a title no other has', () => {
    for (const language of ['sv', 'en'] as const)
      expect(new Set(rows.map(({ title }) => title[language])).size).toBe(rows.length);
  });

  it('is declared by a route or thrown when ids collide, so that none is left that nobody can meet', () => {
    const { expect: expected } = create(entities.unit, aUnit());
    const thrown = 'otherwise' in expected ? [expected.otherwise] : [];
    const met = new Set([...routes.flatMap(({ contract }) => problemsOf(contract)), ...thrown]);
    expect(codes.filter((code) => !met.has(code))).toEqual([]);
  });
});

describe('the problems of a contract', () => {
  const beyond = (contract: Parameters<typeof problemsOf>[0], plain: Parameters<typeof problemsOf>[0]) =>
    problemsOf(contract).filter((code) => !problemsOf(plain).includes(code));
  const plain = aStaffContract({ permission: 'log:read' });

  it('are its own and those of its kind, each once', () => {
    const all = problemsOf(aStaffContract({ problems: ['not-found', 'unavailable'] }));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(
      expect.arrayContaining([
        'not-found',
        'validation-failed',
        'unavailable',
        'internal-error',
        'token-invalid',
      ]),
    );
  });

  it('are those of If-Match, of an Idempotency-Key, of a body and of a commission where it has them, and of a card for all staff (ID-2)', () => {
    expect(beyond({ ...plain, ifMatch: true }, plain)).toEqual(['precondition-required', 'version-mismatch']);
    expect(beyond({ ...plain, method: 'POST', status: 201 }, plain)).toEqual(['idempotency-key-reused']);
    expect(beyond(aStaffContract({ permission: 'instance:start' }), plain)).toEqual([
      'commission-expired',
      'commission-missing',
      'register-unavailable',
    ]);
    const taking = beyond(
      aStaffContract({ permission: 'instance:read' }),
      aStaffContract({ permission: 'instance:start' }),
    );
    expect(taking).toEqual(['participation-missing']);
    for (const permission of ['provider:read', 'instance:read', 'moment:design', 'log:read'] as const)
      expect(problemsOf(aStaffContract({ permission }))).toEqual(
        expect.arrayContaining(['siths-required', 'sms-otp-refused']),
      );
    expect(problemsOf(aResidentContract())).not.toContain('role-missing');
  });

  it.each(routes.map(({ contract }) => contract))(
    'of $operationId name no login where none is asked for',
    (contract) => {
      const asked = problemsOf(contract).includes('token-missing');
      expect(asked).toBe(contract.caller !== 'anyone');
    },
  );
});
