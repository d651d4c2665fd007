import assert from 'node:assert/strict';
import type { Problem } from '../../../src/problem.ts';
import { SignInPrompt } from '../../../src/state/signInPrompt.ts';

const expired = (profile: string): Problem => ({
  code: 'credentials-expired',
  title: `The sign-in of ${profile} has expired`,
  explanation: 'Sign in again.',
  fixes: [
    { label: 'About', url: 'https://example.com' },
    { label: 'Sign In', command: 'openclawBedrock.signIn', arguments: [profile] },
  ],
});

describe('sign-in prompt', () => {
  let shown: string[];
  let prompt: SignInPrompt;
  const [list, otherList] = [{}, {}];
  beforeEach(() => {
    shown = [];
    prompt = new SignInPrompt(({ title }) => shown.push(title));
  });

  it('comes once for a profile, whoever needs it and however often', () => {
    prompt.failed(list, expired('dev'));
    prompt.failed(otherList, expired('dev'));
    prompt.failed(list, expired('dev'));
    assert.deepEqual(shown, ['The sign-in of dev has expired']);
  });

  it('comes for each profile', () => {
    prompt.failed(list, expired('dev'));
    prompt.failed(otherList, expired('prod'));
    assert.equal(shown.length, 2);
  });

  it('comes again once the profile worked in between', () => {
    prompt.failed(list, expired('dev'));
    prompt.worked(list);
    prompt.failed(otherList, expired('dev'));
    assert.equal(shown.length, 2);
  });

  it('does not come again because another profile worked', () => {
    prompt.failed(list, expired('dev'));
    prompt.worked(otherList);
    prompt.failed(otherList, expired('prod'));
    prompt.worked(otherList);
    prompt.failed(list, expired('dev'));
    assert.deepEqual(shown, ['The sign-in of dev has expired', 'The sign-in of prod has expired']);
  });

  it('does not come for what no sign-in mends', () => {
    const { fixes } = expired('dev');
    prompt.failed(list, { ...expired('dev'), code: 'credentials-refused' });
    prompt.failed(list, { ...expired('dev'), fixes: fixes.slice(0, 1) });
    prompt.failed(list, {
      ...expired('dev'),
      fixes: [{ label: 'Sign In', command: 'openclawBedrock.signIn' }],
    });
    assert.deepEqual(shown, []);
  });
});
