import { describe, expect, it } from 'vitest';
import { DriftJudge } from '../../src/elements/org-provider/drift.js';

describe('permissions that are not what the token says', () => {
  it('are renewed once for one token, however many answers tell of it', () => {
    const judge = new DriftJudge();
    expect(judge.judge('a', 'lost', 'token 1')).toBe('renew');
    expect(judge.judge('a', 'lost', 'token 1')).toBe('nothing');
    expect(judge.judge('b', 'lost', 'token 2')).toBe('renew');
  });

  it('need consent, told once, when a fresh token still lacks them', () => {
    const judge = new DriftJudge();
    judge.judge('a', 'gained', 'token 1');
    expect(judge.judge('a', 'gained', 'token 2')).toBe('needs-consent');
    expect(judge.judge('a', 'gained', 'token 3')).toBe('nothing');
  });

  it('begin anew after an answer without a difference, and when the difference is another', () => {
    const judge = new DriftJudge();
    judge.judge('a', 'gained', 'token 1');
    judge.judge('a', undefined, 'token 2');
    expect(judge.judge('a', 'gained', 'token 2')).toBe('renew');
    expect(judge.judge('a', 'lost', 'token 3')).toBe('renew');
  });
});
